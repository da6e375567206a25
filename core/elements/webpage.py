"""WebPage: what a page function returns."""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import weakref
from collections.abc import Coroutine, Mapping
from http.cookies import Morsel, SimpleCookie
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, Self

from ..words import names
from . import keywords
from .component import Component
from .container import Container
from .handlers import Handler, HandlerFunction, bind
from .values import (
    OWN,
    PLAIN,
    check_page_seconds,
    check_page_text,
    needs_name,
    refuse_own,
)

# Page attributes that the browser shows and that may change while it does.
SHOWN = names("""
    title display_url redirect open favicon css body_style body_classes dark reload_interval
    reload_now
    """)
_TEXTS = names("""
    title display_url redirect open favicon css body_style body_classes head_html body_html html csp
    cache
    """)

# What the engine asks of a page, or keeps in it.
_ENGINE = names(
    "cookies events handlers instances keep_script page_id scripts show_in take_scripts update view"
)
_set = object.__setattr__
_numbers = itertools.count(1)


logger = logging.getLogger(__name__)


class View(Protocol):
    """What keeps the browsers that show a page in step with it (`core.live` provides it)."""

    def note(self, component: Component | None, name: str) -> None:
        """Something changed: an attribute of a component or, with None, of the page."""

    async def update(self, only: str | None = None) -> None:
        """Send what changed to the browsers, or at once to the only one of this id."""

    async def run_javascript(self, script: Script) -> None:
        """Run a script in the browsers, or in the first that comes."""

    def download(self, content: Any, name: str | None) -> None:
        """Let the browser that acted save a file."""

    def failed(self, error: Exception, what: str) -> None:
        """A component raised this while it derived what it shows. Any thread may call it."""


class Script(NamedTuple):
    """JavaScript for the browsers of a page, and whether they send its value back."""

    text: str
    request_id: Any
    send: bool


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
        dark: True shows the page in dark colours also where the system is light.
        tailwind: False leaves the utility classes out.
        reload_interval: seconds after which the browser loads the page anew, again and again.
        cache: HTML that is shown instead of the components if ``use_cache`` is set, until
            something on the page changes.
        delete_flag: False leaves the page in ``instances`` when all browsers have left it.
        template_file, debug: accepted as in JustPy; there is one template.
        csp: Content-Security-Policy directives in place of ours, separated by semicolons:
            ``"connect-src 'self' https://api.example.org"``.
        data: a dictionary for the program's own use.
    """

    allowed_events: ClassVar[frozenset[str]] = names(
        "click visibilitychange page_ready result_ready keydown keyup keypress"
    )
    use_websockets: ClassVar[bool] = True
    instances: ClassVar[weakref.WeakValueDictionary[int, WebPage]] = weakref.WeakValueDictionary()
    """The pages in use by ``page_id``. They are not kept alive by being here."""

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
    cache: str | None = None
    use_cache: bool = False
    delete_flag: bool = True
    template_file: str = "tailwind.html"
    debug: bool = False

    page_id: int
    handlers: dict[str, Handler]
    scripts: list[Script]  # that wait for a browser
    view: View | None = None
    _has_warned_of_scripts = False
    cookies: Mapping[str, Morsel[str]] = MappingProxyType({})

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
            cache: str | None = None,
            use_cache: bool = False,
            delete_flag: bool = True,
            template_file: str = "tailwind.html",
            debug: bool = False,
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

        def __init__(self, *unnamed: Any, **attributes: Any) -> None:
            if unnamed:
                raise TypeError(needs_name(self, unnamed[0]))
            self._begin(attributes)

    def _begin(self, attributes: dict[str, Any]) -> None:
        _set(self, "page_id", next(_numbers))
        self.data: dict[str, Any] = {}
        _set(self, "handlers", {})
        _set(self, "scripts", [])
        WebPage.instances[self.page_id] = self
        for name, value in attributes.items():
            event = name.removeprefix("on_")
            if event in self.allowed_events and callable(value):
                self.on(event, value)
            else:
                keywords.keep(self, name, value)

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        refuse_own(cls, _ENGINE)

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _ENGINE:
            raise ValueError(OWN.format(name=name))
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

    def on(self, name: str, function: HandlerFunction, *, concurrent: bool = False) -> Self:
        """Bind a function to an event of the page.

        Args:
            name: one of `allowed_events`.
            function: as for `Component.on`.
            concurrent: a plain function does not wait for the page's other plain handlers.

        Raises:
            ValueError: the page has no such event.
        """
        if name not in self.allowed_events:
            known = ", ".join(sorted(self.allowed_events))
            raise ValueError(f"A page has no event {name!r}; it has {known}.")
        handler = bind(name, function, concurrent=concurrent)
        _set(self, "handlers", {**self.handlers, name: handler})
        self._changed("events")
        return self

    def keep_script(self, script: Script) -> None:
        """Let a script wait for a browser; of too many, the oldest wait no more."""
        kept = [*self.scripts, script][-MOST_SCRIPTS:]
        while len(kept) > 1 and sum(len(each.text) for each in kept) > MOST_SCRIPT_TEXT:
            del kept[0]
        if len(kept) <= len(self.scripts) and not self._has_warned_of_scripts:
            self._has_warned_of_scripts = True
            logger.warning(
                "No browser shows %r, so that its oldest scripts are dropped: run scripts when a "
                "browser is there, as in the page's page_ready event.",
                self,
            )
        _set(self, "scripts", kept)

    def take_scripts(self) -> list[Script]:
        """The scripts that waited for a browser; they wait no more."""
        scripts = self.scripts
        _set(self, "scripts", [])
        return scripts

    def show_in(self, view: View | None) -> None:
        """Report changes to this view from now on; with None, to nobody."""
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
        from .to_html import to_html

        self.react()
        return to_html(self.components, indent, step)

    def set_cookie(
        self,
        name: str,
        value: str = "",
        *,
        max_age: int | None = None,
        path: str = "/",
        domain: str | None = None,
        secure: bool = False,
        httponly: bool = False,
        samesite: str = "Lax",
    ) -> None:
        """Set a cookie in every browser that is served the page from now on.

        Args:
            max_age: seconds; None keeps it until the browser ends.

        Raises:
            http.cookies.CookieError: HTTP allows no such name.
            ValueError: HTTP allows no such value.
        """
        cookie: Morsel[str] = Morsel()
        cookie.set(name, value, _cookie_text(value))
        options: dict[str, Any] = {
            "max-age": max_age,
            "path": path,
            "domain": domain,
            "secure": secure,
            "httponly": httponly,
            "samesite": samesite,
        }
        for key, option in options.items():
            if option is not None and option is not False:
                cookie[key] = option
        _set(self, "cookies", {**self.cookies, name: cookie})

    def delete_cookie(self, name: str, *, path: str = "/", domain: str | None = None) -> None:
        """Delete a cookie in every browser that is served the page from now on.

        Args:
            path, domain: as the cookie was set.
        """
        self.set_cookie(name, max_age=0, path=path, domain=domain)

    def remove_page(self) -> None:
        """Take the page out of ``instances``."""
        WebPage.instances.pop(self.page_id, None)

    async def on_disconnect(self, websocket: str | None = None) -> None:
        """Called when a browser has left the page, or was cut off; subclasses may override it.

        It may be a plain function, too.

        Args:
            websocket: the ``msg.websocket_id`` of the browser's events.
        """

    def download(self, content: Any, name: str | None = None) -> None:
        """Let the browser whose event is being handled save a file.

        Outside of handlers the page must have been served to one session only, which is then meant.

        Args:
            content: bytes, the path of a file, a `Zip`, or a generator of bytes or text, which
                is asked for the next piece when the last one was sent.
            name: what the file is called; needed for bytes and generators.

        Raises:
            FileError: there is no such file, or it needs a name.
            RuntimeError: nobody can tell whom it is for.
        """
        if self.view is not None:
            self.view.download(content, name)

    async def update(self, websocket: str | None = None) -> Self:
        """Show what has changed to every browser that shows the page.

        Args:
            websocket: a ``msg.websocket_id``: show it to this browser only; the others see it with
                the next update.
        """
        if self.view is not None:
            await self.view.update(websocket)
        return self

    def delayed_update(self, delay: float) -> Coroutine[Any, Any, None]:
        """Wait some seconds, then `update`. Meanwhile nothing keeps the page alive for that."""
        return _update_later(weakref.ref(self), delay)

    async def reload(self) -> None:
        """Load the page anew in every browser that shows it."""
        self._changed("reload_now")
        await self.update()

    async def run_javascript(
        self, javascript: str, *, request_id: Any = None, send: bool = True
    ) -> Self:
        """Run a script in every browser that shows the page, or in the first that comes.

        Its value comes back as a ``result_ready`` event with ``msg.request_id`` and ``msg.result``,
        if the page has a handler for that; what it threw comes as ``msg.error``.

        Args:
            javascript: an expression; the body of an async function; or statements the last of
                which is an expression, with a semicolon before it.
            request_id: tells the handler which script it is about.
            send: False does not send the value back.
        """
        if not isinstance(javascript, str):
            raise TypeError(f"run_javascript() takes a text, not {javascript!r:.100}.")
        json.dumps(
            request_id, default=str, allow_nan=False
        )  # fails here, and not when a browser comes
        script = Script(javascript, request_id, send)
        if self.view is None:
            self.keep_script(script)
        else:
            await self.view.run_javascript(script)
        return self


# Scripts that wait for a browser, by their number and their characters.
MOST_SCRIPTS = 256
MOST_SCRIPT_TEXT = 4 << 20


async def _update_later(page: weakref.ref[WebPage], delay: float) -> None:
    await asyncio.sleep(delay)
    if (found := page()) is not None:
        await found.update()


def _cookie_text(value: str) -> str:
    """The value of a cookie as HTTP takes it.

    Raises:
        ValueError: HTTP allows no such value.
    """
    _, text = SimpleCookie().value_encode(value)
    if not text.isascii():
        raise ValueError(f"A cookie cannot hold {value!r}: encode it, as urllib.parse.quote does.")
    return text
