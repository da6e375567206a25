"""The errors of uploads: each says to the client what was refused and what to do."""

import errno
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from ..files.errors import FileError
from .info import UploadInfo

log = logging.getLogger(__name__)

_ADVICE = {
    errno.ENOSPC: "The disk is full. Make room on it",
    errno.EDQUOT: "The disk quota is used up. Make room",
    errno.EFBIG: "The file is too large for this disk's file system. Choose another disk",
    errno.EROFS: "The disk can only be read. Make it writable",
}


class UploadRefused(FileError):
    """A request that the upload engine refuses, with its HTTP status."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})


class UnknownUpload(UploadRefused, LookupError):
    """The session has no such upload; uploads of other sessions count as missing."""

    def __init__(self, message: str = "This upload no longer exists. Start it again.") -> None:
        super().__init__(404, message)


class QuotaReached(UploadRefused):
    """The session has as much as it may keep."""


class DiskRefusal(UploadRefused):
    """The disk failed (507).

    Args:
        what: what could not be done, to which file.
        continues: whether what arrived is kept, so that the next attempt continues there.
    """

    def __init__(self, error: OSError, what: str, *, continues: bool = False) -> None:
        advice = _ADVICE.get(error.errno or 0, f"The disk failed ({error.strerror}). Check it")
        then = "try again: it will continue" if continues else "try again"
        super().__init__(507, f"{what}. {advice} and {then}.")


@contextmanager
def refusing(
    upload: UploadInfo | None, done: str = "stored", *, continues: bool = False
) -> Iterator[None]:
    """Turn an error of the disk into a `DiskRefusal`.

    Args:
        upload: None if its description could not be read.
        done: what could not be done with it.
    """
    try:
        yield
    except OSError as error:
        name = f"“{upload.name}”" if upload else "The upload"
        log.error("%s could not be %s: %s", name, done, error)
        raise DiskRefusal(error, f"{name} could not be {done}", continues=continues) from error
