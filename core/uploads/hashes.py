"""Hashes of uploads on their way: checksums of requests, and of the content so far."""

import base64
import binascii
import threading
from dataclasses import dataclass

from ..files.digests import Hash
from .errors import UploadRefused

CHECKSUMS = ("sha1", "sha256")
"""The algorithms that a client may use for a request (tus, checksum)."""

MOST_KEPT = 1_000
"""Hashes of unfinished uploads that are kept in memory, about 1 KB each."""


@dataclass(frozen=True)
class Checksum:
    """The hash of a request's bytes, as the client states it."""

    algorithm: str
    expected: bytes


def parse_checksum(header: str) -> Checksum:
    """The header Upload-Checksum, `sha1 BASE64`; UploadRefused (400) for anything else."""
    algorithm, _, value = header.partition(" ")
    if algorithm not in CHECKSUMS:
        known = ", ".join(CHECKSUMS)
        raise UploadRefused(400, f"The checksum {algorithm[:40]!r} is not one of {known}.")
    try:
        expected = base64.b64decode(value.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeError):
        raise UploadRefused(400, "The value of Upload-Checksum is not base64.") from None
    return Checksum(algorithm, expected)


class KeptHashes:
    """Hashes of unfinished uploads with their offsets, so that nothing is read twice.

    Any thread may call it. Above `MOST_KEPT` the oldest is dropped: it can be computed again.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[int, Hash]] = {}
        self._changing = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def keep(self, upload_id: str, offset: int, content: Hash) -> None:
        """Keep the hash of the first `offset` bytes."""
        with self._changing:
            self._kept[upload_id] = offset, content
            if len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]

    def take(self, upload_id: str) -> tuple[int, Hash | None]:
        """The offset and hash that were kept; they are removed."""
        with self._changing:
            return self._kept.pop(upload_id, (0, None))
