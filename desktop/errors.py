"""Errors of the window. Each message says what happened and what to do."""

from core.live.errors import HostError, PageLeft
from desktop.system.errors import DesktopError


class WindowError(DesktopError, HostError):
    """Base of errors of calls to the window.

    If a handler does not catch one, its user sees the message.
    """


class NoPage(WindowError):
    """A function of `desktop.window` was called while no page's event was being handled."""


class NotInBrowser(WindowError):
    """A browser cannot do this: only the program's own window can."""


class WindowGone(WindowError, PageLeft):
    """The window, or the page in it, was closed before it answered."""


class TooManyWindows(WindowError):
    """As many windows as possible are open: a page must not fill the screen and the memory."""


class WindowTimeout(WindowError, TimeoutError):
    """Nobody answered in time; the dialog was closed."""


class OpenRefused(WindowError):
    """A file is a program or a script, or no program on this computer opens it."""


class SaveError(WindowError):
    """A file could not be saved."""


class SaveCancelled(SaveError):
    """The person cancelled a save; nothing is left behind."""


class FetchError(WindowError):
    """The program's own server did not deliver the file."""
