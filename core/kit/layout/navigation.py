"""Navigation: the entries of a frame, which lead to addresses or show a section of the page."""

from collections.abc import Callable, Sequence
from typing import Any

import core as jp
from core.language.texts import _
from core.words import names

from ..icon import Icon
from ..sortable import Sortable, SortHandle
from .navigation_link import NavigationLink
from .panels import Fill, Panels


class Navigation(jp.Nav):
    """The entries of a `Shell`, which makes them.

    When a person selects a section, the handler of ``selected`` is called; ``msg.selected`` is its
    name.
    """

    server_events = names("selected")
    allowed_events = jp.Nav.allowed_events | server_events

    def __init__(self) -> None:
        super().__init__(classes="kit-shell-navigation", aria_label=_("Main"))
        self._list: jp.Ul | _SortableLinks = jp.Ul(a=self)
        self._panels = Panels()
        self._buttons: dict[str, jp.Button] = {}
        self._sections: list[jp.Component] = []

    def link(self, label: str, href: str, icon: str, *, is_current: bool) -> NavigationLink:
        """Add a link."""
        link = NavigationLink(label, href, icon)
        link.is_current = is_current
        if isinstance(self._list, _SortableLinks):
            link.place.add(SortHandle(aria_label=_("Move {name}", name=label)))
            link.place.aria_label = label
        self._list.add(link.place)
        return link

    def arrange(self, links: Sequence[NavigationLink]) -> None:
        """Show these links, in this order, and no others. Sections stay before them."""
        self._list.components = [*self._sections, *(link.place for link in links)]

    def make_sortable(self, handler: Callable[[jp.Msg], Any]) -> None:
        """Let people bring the links into another order, before there is any link.

        Args:
            handler: called after each move; ``msg.detail`` is as of `Sortable`'s event ``sorted``.
        """
        self.remove(self._list)
        self._list = _SortableLinks(a=self).on("sorted", handler)

    @property
    def links(self) -> list[NavigationLink]:
        """The links that are shown, in their order."""
        found = [child for place in self._list.components for child in place.components]
        return [child for child in found if isinstance(child, NavigationLink)]

    def section(
        self, label: str, icon: str, panel: jp.Div, fill: Fill | None, shown: Callable[[], None]
    ) -> None:
        """Add a button that shows a panel.

        Args:
            label, icon, fill: as for `Shell.section`.
            panel: what it shows.
            shown: called when a person has selected it.
        """
        self._panels.add(label, panel, fill)

        def choose(msg: jp.Msg) -> Any:
            if label == self.selected:
                return None
            self.selected = label
            shown()
            return self._emit(label, msg)

        button = jp.Button(text=label, type="button", click=choose, classes="kit-shell-entry")
        if icon:
            Icon(icon, a=button)
        self._buttons[label] = button
        self._sections.append(jp.Li(children=[button], a=self._list))

    @property
    def selected(self) -> str:
        """The name of the section that is shown."""
        return self._panels.selected

    @selected.setter
    def selected(self, label: str) -> None:
        self._panels.select(label)
        for each, button in self._buttons.items():
            button.aria_current = "page" if each == label else None

    def _emit(self, label: str, msg: jp.Msg) -> Any:
        if (handler := self.handlers.get("selected")) is None:
            return None
        msg.event_type, msg.selected = "selected", label
        return handler(self, msg)


class _SortableLinks(Sortable):
    html_tag = "ul"
