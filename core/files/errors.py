"""The errors of this package: each says what happened, to which file, and what to do."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .received_file import File


class FileError(Exception):
    """The base of every error about files; its text is for the user.

    A handler that raises one marks `file`, one of those that it got, as failed.
    """

    def __init__(self, message: str, file: "File | None" = None) -> None:
        super().__init__(message)
        self.file = file


class UnsafeName(FileError, ValueError):
    """A name of which nothing is left that could name a file."""


class NotLasting(FileError):
    """Files are in place, but the disk failed before they were sure to outlive a power cut.

    Attributes:
        path: the file, or the folder of all of them.
    """

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            f"What was saved as or in {str(path)!r} is in place, but the disk failed before it "
            f"was lasting ({error.strerror or error}), and a power cut may undo it. "
            "Check the disk."
        )
        self.path = path


class FileChanged(FileError):
    """A file became shorter while it was being sent; the transfer is cut, never padded."""


class UploadRefused(FileError):
    """A request that the upload engine does not carry out, with its HTTP status."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})


class UnknownUpload(UploadRefused, LookupError):
    """No such upload of this session; what belongs to another session does not exist either."""

    def __init__(
        self, message: str = "This upload does not exist (any more). Start it again."
    ) -> None:
        super().__init__(404, message)
