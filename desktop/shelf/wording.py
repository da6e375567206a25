"""The shelf's texts."""

from collections.abc import Sequence

import core as jp
from core.sizes import size_text

EMPTY = "Nothing here yet"
WELCOME = (
    "Drop files or folders anywhere in this window: copies of them stay here, on this computer, "
    "until you need them."
)
ONLY_COPIES = "Only the copy here: originals are untouched."


def interrupted(upload: jp.UnfinishedUpload) -> str:
    """How far a transfer was when it stopped, and how it can go on."""
    stored, size = size_text(upload.stored), upload.size
    if size:
        stored = f"{upload.stored * 100 // size} % ({stored} of {size_text(size)})"
    said = f"“{upload.name}” stopped at {stored}."
    if upload.can_resume:
        return said
    if upload.source is not None:
        return f"{said} The original was changed or moved."
    return f"{said} Choose the same file again to go on."


def not_kept(name: str, error: Exception) -> str:
    """Why a file is not on the shelf."""
    cause = error.__cause__ or error
    # The system's reason, without its path and number: `No space left on device`.
    reason = cause.strerror if isinstance(cause, OSError) and cause.strerror else cause
    return f"“{name}” could not be kept: {reason}."


def together(problems: Sequence[str], count: int) -> str:
    """One text about the problems of some of so many files."""
    if len(problems) == 1:
        return problems[0]
    return f"{len(problems):,} of {count:,} files could not be kept. {problems[0]}"
