"""What the disk says -> what a client is told."""

import errno
import logging
from collections.abc import Awaitable
from typing import TypeVar

from .errors import UploadRefused
from .upload import Upload

log = logging.getLogger(__name__)

T = TypeVar("T")

_ADVICE = {
    errno.ENOSPC: "The disk is full. Make room on it",
    errno.EDQUOT: "The disk quota is used up. Make room",
    errno.EFBIG: "The file is too large for this disk's file system. Choose another disk",
    errno.EROFS: "The disk can only be read. Make it writable",
}


async def or_refuse(work: Awaitable[T], upload: Upload) -> T:
    """Turn an error of the disk into an answer that says what to do."""
    try:
        return await work
    except OSError as error:
        raise _refusal(error, upload) from error


def _refusal(error: OSError, upload: Upload) -> UploadRefused:
    log.error("“%s” (%s) could not be stored: %s", upload.name, upload.id, error)
    advice = _ADVICE.get(error.errno or 0, f"The disk failed ({error.strerror}). Check it")
    message = f"“{upload.name}” could not be stored. {advice} and try again: it will continue."
    return UploadRefused(507, message)
