"""What the disk says -> what a client is told."""

import errno
import logging
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from ..files.errors import UploadRefused
from .upload import Upload

log = logging.getLogger(__name__)

T = TypeVar("T")

_ADVICE = {
    errno.ENOSPC: "The disk is full. Make room on it",
    errno.EDQUOT: "The disk quota is used up. Make room",
    errno.EFBIG: "The file is too large for this disk's file system. Choose another disk",
    errno.EROFS: "The disk can only be read. Make it writable",
}


class DiskRefusal(UploadRefused):
    """The disk failed (507).

    Args:
        what: what could not be done, to which file.
        continues: whether what arrived is kept, so that trying again goes on there.
    """

    def __init__(self, error: OSError, what: str, *, continues: bool = False) -> None:
        advice = _ADVICE.get(error.errno or 0, f"The disk failed ({error.strerror}). Check it")
        then = "try again: it will continue" if continues else "try again"
        super().__init__(507, f"{what}. {advice} and {then}.")
        self.error = error

    def of_whole(self, upload: Upload) -> "DiskRefusal":
        """The same for a file of which nothing was kept."""
        return DiskRefusal(self.error, f"“{upload.name}” could not be stored")


@contextmanager
def refusing(
    upload: Upload | None, done: str = "stored", *, continues: bool = False
) -> Iterator[None]:
    """UploadLock an error of the disk into an answer that says what to do (`DiskRefusal`).

    Args:
        upload: None where it could not be read which one it is.
        done: what could not be done with it.
    """
    try:
        yield
    except OSError as error:
        name = f"“{upload.name}”" if upload else "The upload"
        log.error("%s could not be %s: %s", name, done, error)
        what = f"{name} could not be {done}"
        raise DiskRefusal(error, what, continues=continues) from error


async def or_refuse(
    work: Awaitable[T], upload: Upload | None, done: str = "stored", *, continues: bool = False
) -> T:
    """The same for something that is awaited."""
    with refusing(upload, done, continues=continues):
        return await work
