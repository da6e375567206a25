"""The errors of uploads: each says to the client what was refused and what to do."""

import errno
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from ..files.errors import FileError
from ..language.reasons import reason
from ..language.texts import N_, _
from .info import UploadInfo

log = logging.getLogger(__name__)

_ADVICE = {
    errno.ENOSPC: (
        N_("The disk is full. Make room on it and try again."),
        N_("The disk is full. Make room on it and try again: it will continue."),
    ),
    errno.EDQUOT: (
        N_("The disk quota is used up. Make room and try again."),
        N_("The disk quota is used up. Make room and try again: it will continue."),
    ),
    errno.EFBIG: (
        N_("The file is too large for this disk's file system. Choose another disk and try again."),
        N_(
            "The file is too large for this disk's file system. Choose another disk and try again: "
            "it will continue."
        ),
    ),
    errno.EROFS: (
        N_("The disk can only be read. Make it writable and try again."),
        N_("The disk can only be read. Make it writable and try again: it will continue."),
    ),
}
"""What to do; the second text if what arrived is kept."""

_FAILED = (
    N_("The disk failed ({reason}). Check it and try again."),
    N_("The disk failed ({reason}). Check it and try again: it will continue."),
)

_UNDONE = {
    "stored": N_("“{name}” could not be stored."),
    "read": N_("“{name}” could not be read."),
    "found": N_("“{name}” could not be found."),
    "removed": N_("“{name}” could not be removed."),
}


class UploadRefused(FileError):
    """A request that the upload engine refuses, with its HTTP status."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})


class UnknownUpload(UploadRefused, LookupError):
    """The session has no such upload; uploads of other sessions count as missing."""

    def __init__(self, message: str = "") -> None:
        super().__init__(404, message or _("This upload no longer exists. Start it again."))


class QuotaReached(UploadRefused):
    """The session has as much as it may keep."""


class DiskRefusal(UploadRefused):
    """The disk failed (507).

    Args:
        what: a sentence that says what could not be done, to which file.
        continues: whether what arrived is kept, so that the next attempt continues there.
    """

    def __init__(self, error: OSError, what: str, *, continues: bool = False) -> None:
        advice = _ADVICE.get(error.errno or 0, _FAILED)[continues]
        super().__init__(507, f"{what} {_(advice, reason=reason(error))}")


@contextmanager
def refusing(
    upload: UploadInfo | None, done: str = "stored", *, continues: bool = False
) -> Iterator[None]:
    """Turn an error of the disk into a `DiskRefusal`.

    Args:
        upload: None if its description could not be read.
        done: what could not be done with it: one of `_UNDONE`.
    """
    try:
        yield
    except OSError as error:
        what = _(_UNDONE[done], name=upload.name if upload else _("The upload"))
        log.error("%s: %s", what, error)
        raise DiskRefusal(error, what, continues=continues) from error
