"""The errors of this package: each says what happened, to which file, and what to do."""

from pathlib import Path
from typing import Protocol

from ..language.reasons import reason
from ..language.texts import _
from ..words import well_formed


class SupportsFail(Protocol):
    """A received file, which shows the user what went wrong with it (`File.fail`)."""

    def fail(self, reason: str) -> None: ...


class FileError(Exception):
    """The base of every error about files; its text is for the user.

    When a handler raises one about a file it received, `file`, that file is marked as failed.
    """

    def __init__(self, message: str, file: SupportsFail | None = None) -> None:
        super().__init__(message)
        self.file = file


Problem = OSError | FileError
"""Why something was not done with a file."""


class UnsafeName(FileError, ValueError):
    """A name that contains nothing usable as a file name."""


class NotDurable(FileError):
    """Files are in place, but the disk failed before they could survive a power cut.

    Attributes:
        path: the file, or the folder that holds all of them.
    """

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            _(
                "What was saved as or in “{path}” is in place, but the disk failed before it was "
                "durable ({reason}): a power cut may undo it. Check the disk.",
                path=well_formed(str(path)),
                reason=reason(error),
            )
        )
        self.path = path


class FileChanged(FileError):
    """A file became shorter while it was being sent; the transfer is cut, never padded."""
