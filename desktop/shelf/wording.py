"""What the shelf says: sizes, counts and what went wrong, as people write them."""

from collections.abc import Sequence

from core.files.folders import Entry

UNITS = ("bytes", "kB", "MB", "GB", "TB")


def size(count: int) -> str:
    """A number of bytes: `1 byte`, `340 kB`, `2.4 MB`; units of 1000, as file managers have it."""
    if count == 1:
        return "1 byte"
    value, unit = float(count), 0
    while value >= 999.5 and unit < len(UNITS) - 1:
        value /= 1000
        unit += 1
    digits = 1 if unit > 1 and value < 99.95 else 0
    return f"{value:.{digits}f} {UNITS[unit]}"


def files(count: int) -> str:
    """`1 file`, `2 files`."""
    return "1 file" if count == 1 else f"{count:,} files"


def total(entries: Sequence[Entry]) -> str:
    """How many files there are and how large they are together; nothing of none."""
    if not entries:
        return ""
    return f"{files(len(entries))} · {size(sum(entry.size for entry in entries))}"


def not_kept(reasons: Sequence[str], count: int) -> str:
    """Why some of so many files did not get onto the shelf; nothing where all did."""
    if not reasons:
        return ""
    if count == 1:
        return reasons[0]
    return f"{len(reasons)} of {files(count)} could not be kept. {reasons[0]}"


def not_removed(name: str, error: OSError) -> str:
    """Why a file is still there, or that it had gone before."""
    if isinstance(error, FileNotFoundError):
        return f"“{name}” was already gone."
    return f"“{name}” could not be removed: {error.strerror or error}."
