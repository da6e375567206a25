"""WebPage: the page that a page function returns."""

from __future__ import annotations

import asyncio
import itertools
import weakref
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, ClassVar, Self

from ..words import names
from . import keywords
from .component import Component
from .container import Container
from .handlers import Function, Handler, bind
from .notice import NoticePage
from .page_cookies import PageCookies
from .page_questions import PageQuestions
from .page_scripts import PageScripts, WaitingScripts
from .to_html import to_html
from .values import PLAIN, RESERVED, check_page_seconds, check_page_text, needs_name
from .view import View

# Attributes that browsers show, and that may change while they do.
SHOWN = names("""
    title display_url redirect open favicon css body_style body_classes dark reload_interval
    reload_now
    """)
_TEXTS = SHOWN - names("dark reload_interval reload_now") | names(
    "head_html body_html body_role html lang dir csp cache"
)

# Attributes of pages that the engine uses.
_RESERVED = names(
    "cookies events handlers instances keep_script page_id scripts show_in update view"
)
_set = object.__setattr__
_numbers = itertools.count(1)


class WebPage(PageCookies, PageScripts, NoticePage, PageQuestions, Container[Component]):
    """A page, shown in any number of browsers.

    Attributes:
        title: of the window or tab.
        display_url: an address that the address bar shows instead of the true one.
        redirect: an address to go to.
        open: an address to open in a new tab.
        favicon: the address of an icon.
        lang: the language of its texts, such as ``"ar"``.
        dir: ``"rtl"`` if that is written from right to left.
        css: CSS for this page.
        head_html, body_html: raw HTML for the head, and after the components.
        html: if set, the whole response is exactly this text.
        body_style, body_classes: style and classes of the element around the components.
        body_role: its ARIA role, such as ``"main"``.
        dark: True shows the page in dark colours, False in light ones; None as the system is.
        tailwind: False leaves the utility classes out.
        reload_interval: seconds after which browsers reload the page, repeatedly.
        cache: HTML to show instead of the components, if ``use_cache`` is set, until something on
            the page changes.
        delete_flag: False keeps the page in ``instances`` after all browsers have left it.
        template_file, debug: accepted as in JustPy; there is one template.
        csp: Content-Security-Policy directives that replace ours, separated by semicolons:
            ``"connect-src 'self' https://api.example.org"``.
        data: a dictionary for the program's own use.
    """

    allowed_events: ClassVar[frozenset[str]] = names(
        "click visibilitychange page_ready popstate result_ready keydown keyup keypress"
    )
    use_websockets: ClassVar[bool] = True
    instances: ClassVar[weakref.WeakValueDictionary[int, WebPage]] = weakref.WeakValueDictionary()
    """The pages in use by ``page_id``. It does not keep them alive."""

    title: str = ""
    display_url: str | None = None
    redirect: str | None = None
    open: str | None = None
    favicon: str = ""
    lang: str = "en"
    dir: str = ""
    css: str = ""
    head_html: str = ""
    body_html: str = ""
    html: str = ""
    body_style: str = ""
    body_classes: str = ""
    body_role: str = ""
    dark: bool | None = None
    tailwind: bool = True
    csp: str = ""
    reload_interval: float | None = None
    cache: str | None = None
    use_cache: bool = False
    delete_flag: bool = True
    template_file: str = "tailwind.html"
    debug: bool = False

    page_id: int
    handlers: dict[str, Handler]
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
            lang: str = "en",
            dir: str = "",
            css: str = "",
            head_html: str = "",
            body_html: str = "",
            html: str = "",
            body_style: str = "",
            body_classes: str = "",
            body_role: str = "",
            dark: bool | None = None,
            tailwind: bool = True,
            csp: str = "",
            reload_interval: float | None = None,
            cache: str | None = None,
            use_cache: bool = False,
            delete_flag: bool = True,
            template_file: str = "tailwind.html",
            debug: bool = False,
            use_websockets: bool = True,
            data: dict[str, Any] = ...,
            click: Function = ...,
            page_ready: Function = ...,
            popstate: Function = ...,
            result_ready: Function = ...,
            visibilitychange: Function = ...,
            keydown: Function = ...,
            keyup: Function = ...,
            keypress: Function = ...,
            **attributes: Any,
        ) -> None: ...

    else:  # sets only what is given: a subclass may have set other attributes before

        def __init__(self, *unnamed: Any, **attributes: Any) -> None:
            if unnamed:
                raise TypeError(needs_name(self, unnamed[0]))
            _set(self, "page_id", next(_numbers))
            _set(self, "handlers", {})
            _set(self, "scripts", WaitingScripts())
            WebPage.instances[self.page_id] = self
            for name, value in attributes.items():
                event = name.removeprefix("on_")
                if event in self.allowed_events and callable(value):
                    self.on(event, value)
                else:
                    keywords.keep(self, name, value)

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        for name in _RESERVED.intersection(vars(cls)):
            raise ValueError(f"{cls.__name__}: {RESERVED.format(name=name)}")

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _RESERVED:
            raise ValueError(RESERVED.format(name=name))
        if value.__class__ not in PLAIN and name in _TEXTS:
            check_page_text(name, value)
        if name == "csp" and value and not (value.isascii() and value.isprintable()):
            raise ValueError(f"csp of a page takes one line of ASCII, not {value!r:.100}.")
        if name == "reload_interval":
            check_page_seconds(name, value)
        object.__setattr__(self, name, value)
        if name in SHOWN:
            self._changed(name)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.page_id} {self.title!r}>"

    def on(self, name: str, function: Function, *, concurrent: bool = False) -> Self:
        """Bind a function to an event of the page.

        Args:
            name: one of `allowed_events`.
            function: as for `Component.on`.
            concurrent: a plain function does not wait for the page's other plain handlers.

        Raises:
            ValueError: pages do not have the event.
        """
        if name not in self.allowed_events:
            known = ", ".join(sorted(self.allowed_events))
            raise ValueError(f"A page has no event {name!r}; it has {known}.")
        handler = bind(name, function, concurrent=concurrent)
        _set(self, "handlers", {**self.handlers, name: handler})
        self._changed("events")
        return self

    def show_in(self, view: View | None) -> None:
        """Report changes to this view from now on, or to none."""
        _set(self, "view", view)

    @property
    def events(self) -> list[str]:
        """The names of the events that have a handler."""
        return list(self.handlers)

    def _changed(self, name: str) -> None:
        if self.view is not None:
            self.view.note(None, name)

    def react(self) -> None:
        """Called before each rendering of the page; subclasses may override it."""

    def to_html(self, indent: int = 0, step: int = 0) -> str:
        """The components as HTML for other uses: a file, an e-mail.

        Args:
            indent: spaces before the outermost elements.
            step: spaces per level; 0 puts everything on one line.
        """
        self.react()
        return to_html(self.components, indent, step)

    def remove_page(self) -> None:
        """Remove the page from ``instances``."""
        WebPage.instances.pop(self.page_id, None)

    async def on_disconnect(self, websocket: str | None = None) -> None:
        """Called when a browser has left or lost the page; subclasses may override it.

        It may also be a plain function.

        Args:
            websocket: the ``msg.websocket_id`` of the browser's events.
        """

    def download(self, content: Any, name: str | None = None) -> None:
        """Let the browser whose event is being handled save a file.

        Outside of handlers, the page must have been served to one session only, which then gets it.

        Args:
            content: bytes, the path of a file, a `Zip`, or a generator of bytes or text, which is
                resumed when its last item was sent.
            name: the file name; required for bytes and generators.

        Raises:
            FileError: the file does not exist, or the download needs a name.
            RuntimeError: it is not clear which session the file is for.
        """
        if self.view is not None:
            self.view.download(content, name)

    async def update(self, websocket: str | None = None) -> Self:
        """Show the changes in every browser that shows the page.

        Args:
            websocket: a ``msg.websocket_id``: show them in this browser only; the others follow
                with the next update.
        """
        if self.view is not None:
            await self.view.update(websocket)
        return self

    def delayed_update(self, delay: float) -> Coroutine[Any, Any, None]:
        """Wait some seconds, then `update`. The wait does not keep the page alive."""
        return _update_later(weakref.ref(self), delay)

    async def reload(self) -> None:
        """Reload the page in every browser that shows it."""
        self._changed("reload_now")
        await self.update()


async def _update_later(page: weakref.ref[WebPage], delay: float) -> None:
    await asyncio.sleep(delay)
    if (found := page()) is not None:
        await found.update()
