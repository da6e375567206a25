"""The limits of the upload engine, and how long it keeps what nobody continues or claims."""

from dataclasses import dataclass

from ..files.clock import DAY


@dataclass(frozen=True)
class UploadLimits:
    """What is refused before the first byte, sizes in bytes, times in seconds; None: no limit."""

    max_size: int | None = None
    """The largest file; else 413."""

    keep_free: int = 64 << 20
    """What must stay free on the disk after all files that were begun; else 507."""

    session_bytes: int | None = None
    """What one session may have, in its folder and in uploads; else 413."""

    max_unfinished: int = 1000
    """How many uploads of a session may be without all their bytes; else 429."""

    max_waiting: int = 100_000
    """How many uploads a session may have; else 429."""

    max_metadata: int = 16 << 10
    """The longest Upload-Metadata header; else 431."""

    max_pieces: int = 1000
    """The most pieces that one file is made of, and the most files in one batch; else 413."""

    max_batch: int = 64 << 20
    """The largest batch, which is held in memory in pieces of 1 MiB and more; else 413."""

    max_batched: int = 4 << 20
    """The largest file in a batch, which is held in memory whole; else 413."""

    keep_unfinished: float = DAY
    """How long a part is kept after its last byte."""

    unfinished_bytes: int | None = None
    """What parts that nobody is sending may have together: the oldest are removed first."""

    keep_finished: float = DAY
    """How long a complete file waits for a handler."""

    keep_delivered: float = 3600.0
    """How long a client that missed our answer may ask whether its file was taken."""
