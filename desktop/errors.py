"""What can go wrong around the window. Each message says what happened and what to do."""

from core.live.errors import HostError, PageLeft
from desktop.system.errors import DesktopError


class WindowError(DesktopError, HostError):
    """Base of what goes wrong when a page or a handler asks something of the window.

    Where a handler lets it pass, its user is shown the message.
    """


class NoPage(WindowError):
    """A function of `desktop.window` was called where no page's event is being handled."""


class NotInBrowser(WindowError):
    """A browser cannot do this: only the program's own window can."""


class WindowGone(WindowError, PageLeft):
    """The window, or the page in it, was closed before it answered."""


class TooManyWindows(WindowError):
    """No further window is opened: a page may not fill the screen and the memory with them."""


class WindowTimeout(WindowError, TimeoutError):
    """Nobody answered in time; the question was taken back."""


class OpenRefused(WindowError):
    """A file is a program or a script, or nothing on this computer opens it."""


class SaveError(WindowError):
    """A file could not be written where the person wanted it."""


class SaveCancelled(SaveError):
    """The person stopped it; nothing was left behind."""


class FetchError(WindowError):
    """Our own server did not deliver what was to be saved."""
