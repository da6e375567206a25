"""UploadInfo: the facts of an upload, and how they are read from the disk."""

import json
import math
import re
import secrets
import time
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple

from ..files import digests
from ..files.errors import UnsafeName
from ..files.names import legal_name

ID = re.compile(r"[0-9a-f]{32}")
"""What the ids of uploads look like."""

MAX_NUMBER = 2**63 - 1
"""The largest size or offset: what a file system can count (off_t)."""

MAX_DESCRIPTION = 1 << 20
"""The longest description, in bytes; clients may send `UploadLimits.max_metadata` of it."""


@dataclass(frozen=True)
class UploadInfo:
    """One upload, as the client described it; sizes in bytes, times as in `File`.

    Attributes:
        size: None until the client knows it.
        metadata: as the client sent it: HEAD gives it back.
        path: the folder that the file lay in, below what was dropped: ``holiday/beach``.
        target: what it is sent for, as the client says: one text for all files sent at once.
        destination: where it goes, as the page says when people drop it (`data-destination`).
        concat: what the client said of pieces (tus, Upload-Concat): HEAD gives it back.
        parts: the ids of the pieces that it is made of.
        joined: the id of the file that this piece became part of.
        algorithm, digest: a hash of the content, and its hex form once it is complete.
        source, modified: the file of this computer that it is copied from, and when that was last
            modified, in nanoseconds since 1970.
    """

    owner: str
    name: str
    size: int | None
    type: str
    lastModified: int
    metadata: str = ""
    path: str = ""
    target: str = ""
    destination: str = ""
    concat: str = ""
    parts: tuple[str, ...] = ()
    joined: str = ""
    algorithm: str = ""
    digest: str = ""
    source: str = ""
    modified: int = 0
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


_TEXTS = [each.name for each in fields(UploadInfo) if each.type is str or each.type == "str"]


def from_json(description: bytes) -> UploadInfo | None:
    """The upload; None for a description that was cut off by a crash, or damaged."""
    if len(description) > MAX_DESCRIPTION:
        return None
    try:
        found = json.loads(description)
        upload = UploadInfo(**{**found, "parts": tuple(found.get("parts", ()))})
        return replace(upload, name=legal_name(upload.name)) if _is_whole(upload) else None
    except (ValueError, TypeError, AttributeError, RecursionError, UnsafeName):
        return None


def _is_whole(upload: UploadInfo) -> bool:
    return (
        all(_is_text(getattr(upload, name)) for name in _TEXTS)
        and all(map(_is_text, upload.parts))
        and (upload.size is None or _is_number(upload.size))
        and _is_number(upload.lastModified)
        and type(upload.modified) is int
        and isinstance(upload.created, int | float)
        and math.isfinite(upload.created)
        and f"{upload.metadata}{upload.concat}{upload.type}".isascii()
        and upload.algorithm in ("", *digests.CONTENT)
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not any(0xD800 <= ord(each) < 0xE000 for each in value)


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MAX_NUMBER
