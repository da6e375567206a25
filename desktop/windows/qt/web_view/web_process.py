"""The end of the process that renders a window's page: the window offers to reload the page."""

import logging
from collections.abc import Callable
from html import escape
from string import Template
from typing import Any

from desktop.system.browser import RateLimit

log = logging.getLogger("satchel.desktop")

RELOAD = "satchel:reload"  # the address of the button on the page below; never loaded

ENDED = Template("""<!doctype html><html lang="en"><meta charset="utf-8"><title>$title</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34em; margin: 18vh auto; padding: 0 1.5em }
h1 { font-size: 1.4em }
a { display: inline-block; margin-top: .5em; padding: .5em 1.25em; border-radius: .5em; color: #fff;
  background: #2563eb; font-weight: 600; text-decoration: none }
a:focus-visible { outline: 2px solid #2563eb; outline-offset: 2px }
</style>
<main><h1>This page has stopped working</h1>
<p>The process that shows it has ended. Your files are safe, and so is everything that you
have sent.</p>
<p><a href="$reload" autofocus>Reload</a></p></main></html>""")


class WebProcess:
    """Shows a message when the process of a window's page has ended; the window would stay empty.

    Args:
        native: the window.
        title: the program's.
        reload: loads an address of ours again.
    """

    def __init__(self, native: Any, title: str, reload: Callable[[str], None]) -> None:
        self.view = native.webview
        self.title = title
        self.reload = reload
        self.address: Any = None  # of the page whose process has ended
        self.last = ""  # the last address of ours in the window
        self.led_back = RateLimit()  # otherwise a page that always leaves is reloaded for ever
        self.showing = False  # our message is about to be loaded
        self.view.page().renderProcessTerminated.connect(self.ended)
        self.view.page().loadFinished.connect(self.loaded)

    def ended(self, status: Any, code: int) -> None:
        if status.name == "NormalTerminationStatus":
            return
        log.error("The process that shows %r ended (%s, code %s)", self.title, status.name, code)
        if self.address is None:  # otherwise the message itself could not be shown
            self.address, self.showing = self.view.url(), True
            page = ENDED.substitute(title=escape(self.title), reload=RELOAD)
            self.view.setHtml(page, self.address)

    def loaded(self, _ok: bool) -> None:
        if self.address is not None:
            self.view.setFocus()  # the new process does not know that it has the focus

    def moved(self, url: Any) -> None:
        """Lead the window back from about:blank, which offers no way back.

        Chromium does not ask before it goes there.
        """
        if url.scheme() == "http":
            self.last = url.toString()
        elif url.toString() == "about:blank" and self.last and self.led_back.take():
            log.warning("A link to an empty page was not followed")
            self.reload(self.last)

    def leads(self, url: str) -> bool:
        """Whether the message above is being loaded from this address, which is then allowed."""
        if self.showing and url.startswith("data:text/html"):
            self.showing = False
            return True
        return False

    def is_reload(self, url: str) -> bool:
        """Whether this is the address of the button; if so, the page is reloaded."""
        if url != RELOAD or self.address is None:
            return False
        address, self.address = self.address.toString(), None
        self.reload(address)
        return True
