"""The system's browser, for addresses that do not belong in our window."""

import contextlib
import logging
import os
import threading
import time
import webbrowser
from collections import deque
from collections.abc import Iterator
from urllib.parse import urlsplit

from desktop.system import display
from desktop.system.packaged import is_executable

log = logging.getLogger("satchel.desktop")
environment = threading.Lock()

MOST, PERIOD = 10, 10.0  # windows of other programs that a page opens within so many seconds

# Links may leave the program with these only: never file:, never one that starts other programs.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


class RateLimit:
    """Limits how often a page opens windows of other programs: it could fill the screen."""

    def __init__(self) -> None:
        self.done: deque[float] = deque(maxlen=MOST)  # times of the last ones

    def take(self) -> bool:
        """Whether one more is allowed; if so, it counts."""
        now = time.monotonic()
        if len(self.done) == MOST and self.done[0] + PERIOD > now:
            return False
        self.done.append(now)
        return True


links = RateLimit()


def may_open(url: str) -> bool:
    """Whether a page may send this address to the system's browser."""
    try:
        return urlsplit(url).scheme.lower() in SCHEMES
    except ValueError:  # "http://["
        return False


def open_link(url: str) -> None:
    """Open a page's external link. Returns at once; failures are logged."""
    if not may_open(url):
        log.warning("A link to %s was not opened: only web and mail links are", url[:200])
    elif not links.take():
        log.warning("A link to %s was not opened: %s links were opened just now", url[:200], MOST)
    else:
        # Some browsers return only when they are closed.
        threading.Thread(target=open_browser, args=(url,), daemon=True).start()


def may_open_browser() -> bool:
    """Without a display, only if BROWSER names one: a text browser would take over the terminal."""
    return display.has_display() or "BROWSER" in os.environ


def open_browser(url: str) -> bool:
    """Open the system's browser; log and return False if there is none."""
    with system_libraries():
        opened = webbrowser.open(url)
    if not opened:
        log.warning("No browser was found to open %s", url.partition("?")[0])
    return opened


@contextlib.contextmanager
def system_libraries() -> Iterator[None]:
    """Undo PyInstaller's LD_LIBRARY_PATH, by which a browser would load our libraries."""
    if not is_executable():
        yield
        return
    with environment:
        ours = os.environ.get("LD_LIBRARY_PATH")
        set_or_remove("LD_LIBRARY_PATH", os.environ.get("LD_LIBRARY_PATH_ORIG"))
        try:
            yield
        finally:
            set_or_remove("LD_LIBRARY_PATH", ours)


def set_or_remove(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value
