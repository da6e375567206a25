"""The shelf's texts: sizes, counts and problems."""

from collections.abc import Sequence

from core.files.entries import Entry
from core.sizes import size_text


def files(count: int) -> str:
    """`1 file`, `2 files`."""
    return "1 file" if count == 1 else f"{count:,} files"


def total(entries: Sequence[Entry]) -> str:
    """The number of files and their total size; empty without files."""
    if not entries:
        return ""
    return f"{files(len(entries))} · {size_text(sum(entry.size for entry in entries))}"


def not_kept(name: str, error: Exception) -> str:
    """Why a file is not on the shelf."""
    return f"“{name}” could not be kept: {_reason(error)}."


def together(problems: Sequence[str], count: int) -> str:
    """One text about the problems of some of so many files; empty without problems."""
    if len(problems) < 2:
        return "".join(problems)
    return f"{len(problems)} of {files(count)} could not be kept. {problems[0]}"


def not_removed(name: str, error: OSError) -> str:
    """Why a file is still there, or that it was already gone."""
    if isinstance(error, FileNotFoundError):
        return f"“{name}” was already gone."
    return f"“{name}” could not be removed: {_reason(error)}."


def not_listed(error: OSError) -> str:
    """Why no files are shown."""
    return f"The folder of your files cannot be read: {_reason(error)}. Nothing in it was changed."


def _reason(error: Exception) -> str:
    """The system's reason, without its path and number: `No space left on device`."""
    cause = error.__cause__ or error
    return str(cause.strerror if isinstance(cause, OSError) and cause.strerror else cause)
