"""UploadInfo: what is known of a file that is on its way to us."""

import secrets
import time
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True)
class UploadInfo:
    """One upload, as the client described it; sizes in bytes, times as in `File`.

    Attributes:
        size: None until the client knows it.
        metadata: as the client sent it: HEAD gives it back.
        path: the folder that the file lay in, below what was dropped: ``holiday/beach``.
        target: what it is sent for, as the client says: one text for all files sent at once.
        concat: what the client said of pieces (tus, Upload-Concat): HEAD gives it back.
        parts: the ids of the pieces that it is made of.
        joined: the id of the file that this piece became part of.
        algorithm, digest: a hash of the content, and its hex form once it is complete.
    """

    owner: str
    name: str
    size: int | None
    type: str
    lastModified: int
    metadata: str = ""
    path: str = ""
    target: str = ""
    concat: str = ""
    parts: tuple[str, ...] = ()
    joined: str = ""
    algorithm: str = ""
    digest: str = ""
    created: float = field(default_factory=time.time)
    id: str = field(default_factory=lambda: secrets.token_hex(16))  # 128 random bits

    @property
    def partial(self) -> bool:
        """Whether it is a piece of a file, and no file."""
        return self.concat == "partial"


class Status(NamedTuple):
    """What was true of an upload while its lock was held.

    Attributes:
        offset: how many of its bytes are stored.
        expires: when it will be removed if nothing more comes, in seconds since 1970; None for a
            complete one.
    """

    upload: UploadInfo
    offset: int
    expires: float | None
