"""How components are seen: their HTML, and the changes that they report to a view."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from typing import Any

import core as jp
from core.elements.notice import Notice
from core.elements.render import Renderer
from core.elements.view import Script


def html(*components: jp.Component) -> str:
    """The HTML of components without their ids."""
    text = Renderer().html(components)
    for component in components:
        text = text.replace(f' data-c="{component.component_id}"', "")
    return text


class RecordingView:
    """Stands for the browsers: keeps the changes that a page and components report."""

    def __init__(self, page: jp.WebPage, *components: jp.Component) -> None:
        self.noted: list[tuple[Any, str]] = []
        page.show_in(self)
        for component in components:
            component.shown_by((weakref.ref(self),))

    def note(self, component: Any, name: str) -> None:
        self.noted.append((component, name))

    async def update(self, only: str | None = None) -> None: ...

    async def run_javascript(self, script: Script) -> None: ...

    async def ask(self, question: str, arguments: dict[str, Any], check: Any) -> None: ...

    def show_notice(self, notice: Notice) -> None: ...

    def notice_changed(self, notice: Notice) -> None: ...

    def download(self, content: Any, name: str | None) -> None: ...

    async def dispatch(
        self, component: Any, event: str, session_id: str, fields: Mapping[str, Any]
    ) -> str:
        return ""

    def failed(self, error: Exception, what: str) -> None:
        raise error

    def take(self) -> list[tuple[Any, str]]:
        """What was reported since the last call."""
        taken, self.noted = self.noted, []
        return taken
