"""Errors from before there is a window. Each message says what happened and what to do.

Imports nothing of `core`, which a second start does not load.
"""


class DesktopError(Exception):
    """Base of this package's errors; `exit_code` becomes that of the process."""

    exit_code = 1
    details = ""  # shown above the message; ends with a line end


class FolderError(DesktopError):
    """A data folder cannot be made or written."""


class PortError(DesktopError):
    """The requested port is not available."""


class ProgramNotFound(DesktopError):
    """The command line names something that is not a program."""

    exit_code = 2


class UnknownShelf(DesktopError):
    """The command line names a shelf that does not exist."""

    exit_code = 2


class Shadowed(DesktopError):
    """A file of the program has the name of a package of Satchel."""

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
