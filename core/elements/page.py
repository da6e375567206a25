"""WebPage: what a page function returns."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

from .component import Component
from .container import Container
from .handlers import Handler, HandlerFunction, bind
from .words import names

# Page attributes that the browser shows and that may change while it does.
SHOWN = names("title display_url redirect open favicon css body_style body_classes dark reload_now")
_numbers = itertools.count(1)


class View(Protocol):
    """What keeps the browsers that show a page in step with it (`core.live` provides it)."""

    def note(self, component: Component | None, name: str) -> None:
        """Something changed: an attribute of a component or, with None, of the page."""

    async def update(self) -> None:
        """Send what changed to the browsers."""

    async def run_javascript(self, script: str, request_id: Any) -> None:
        """Run a script in the browsers."""


class WebPage(Container):
    """A page, shown in any number of browsers.

    Attributes:
        title: the title of the window or tab.
        display_url: what the address bar shows instead of the true address.
        redirect: an address to go to.
        open: an address to open in a new tab.
        favicon: the address of an icon.
        css: CSS for this page.
        head_html, body_html: raw HTML for the head, and after the components.
        html: if set, the whole answer is exactly this text.
        body_style, body_classes: style and classes of the element around the components.
        tailwind: False leaves the utility classes out.
        csp: further Content-Security-Policy directives, such as ``"script-src 'unsafe-inline'"``.
        data: a dictionary for the program's own use.
    """

    allowed_events: ClassVar[frozenset[str]] = names(
        "click visibilitychange page_ready result_ready keydown keyup keypress"
    )
    use_websockets: ClassVar[bool] = True

    title: str = ""
    display_url: str | None = None
    redirect: str | None = None
    open: str | None = None
    favicon: str = ""
    css: str = ""
    head_html: str = ""
    body_html: str = ""
    html: str = ""
    body_style: str = ""
    body_classes: str = ""
    dark: bool = False
    tailwind: bool = True
    csp: str = ""
    reload_interval: float | None = None

    view: View | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            title: str = "",
            display_url: str | None = None,
            redirect: str | None = None,
            open: str | None = None,
            favicon: str = "",
            css: str = "",
            head_html: str = "",
            body_html: str = "",
            html: str = "",
            body_style: str = "",
            body_classes: str = "",
            dark: bool = False,
            tailwind: bool = True,
            csp: str = "",
            reload_interval: float | None = None,
            use_websockets: bool = True,
            data: dict[str, Any] = ...,
            click: HandlerFunction = ...,
            page_ready: HandlerFunction = ...,
            result_ready: HandlerFunction = ...,
            visibilitychange: HandlerFunction = ...,
            keydown: HandlerFunction = ...,
            keyup: HandlerFunction = ...,
            keypress: HandlerFunction = ...,
            **attributes: Any,
        ) -> None: ...

    else:  # only those that are given are set: a subclass may have set others before

        def __init__(self, **attributes: Any) -> None:
            self._begin(attributes)

    def _begin(self, attributes: dict[str, Any]) -> None:
        self.page_id = next(_numbers)
        self.data: dict[str, Any] = {}
        self.handlers: dict[str, Handler] = {}
        for name, value in attributes.items():
            event = name.removeprefix("on_")
            if event in self.allowed_events and callable(value):
                self.on(event, value)
            else:
                setattr(self, name, value)

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)
        if name in SHOWN:
            self._changed(name)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.page_id} {self.title!r}>"

    def on(self, name: str, function: HandlerFunction) -> Self:
        """Bind a function to an event of the page.

        Raises:
            ValueError: the page has no such event.
        """
        if name not in self.allowed_events:
            known = ", ".join(sorted(self.allowed_events))
            raise ValueError(f"A page has no event {name!r}; it has {known}.")
        self.handlers = {**self.handlers, name: bind(name, function)}
        return self

    def _changed(self, name: str) -> None:
        if self.view is not None:
            self.view.note(None, name)

    def react(self, data: dict[str, Any]) -> None:
        """Called before each rendering of the page; subclasses may override it."""

    async def update(self) -> Self:
        """Show what has changed to every browser that shows the page."""
        if self.view is not None:
            await self.view.update()
        return self

    async def reload(self) -> None:
        """Load the page anew in every browser that shows it."""
        self._changed("reload_now")
        await self.update()

    async def run_javascript(self, script: str, *, request_id: Any = None) -> Self:
        """Run a script in every browser that shows the page.

        Its value comes back as a ``result_ready`` event with ``msg.request_id`` and ``msg.result``.
        """
        if self.view is not None:
            await self.view.run_javascript(script, request_id)
        return self
