"""What can go wrong around the window. Each message says what happened and what to do."""

from core.web.app import HostError


class DesktopError(Exception):
    """Base of this package's errors. `exit_code` is the process's."""

    exit_code = 1
    details = ""  # shown above the message; ends with a line end


class FolderError(DesktopError):
    """A data folder cannot be made or written."""


class PortError(DesktopError):
    """The port asked for cannot be had."""


class ProgramNotFound(DesktopError):
    """What was named on the command line is no program."""

    exit_code = 2


class ProgramFailed(DesktopError):
    """The program raised while it was loaded. `details` is its own traceback."""

    def __init__(self, message: str, details: str) -> None:
        super().__init__(message)
        self.details = details


class NothingToShow(DesktopError):
    """The program ended without calling jp.justpy()."""


class StartupFailed(DesktopError):
    """The program's startup function raised."""


class NoWindow(DesktopError):
    """No native window can be opened here."""


class WindowError(DesktopError, HostError):
    """Base of what goes wrong when a page or a handler asks something of the window.

    Where a handler lets it pass, its user is shown the message.
    """


class NoPage(WindowError):
    """A function of `desktop.window` was called where no page's event is being handled."""


class NotInBrowser(WindowError):
    """A browser cannot do this: only the program's own window can."""


class WindowGone(WindowError):
    """The window, or the page in it, was closed before it answered."""


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
