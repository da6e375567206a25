"""What people read about shelves."""

from __future__ import annotations

from collections.abc import Sequence

from core.files.names import shown

FIRST = "Your files"
"""The shelf that every session has at first."""

NO_NAME = "Enter a name."
GONE = "It was renamed or removed."
SHOW_OTHERS = "Show the other shelves"
MOVE_TO = "Move to shelf"
SHELF, MOVE, COPY = "Shelf", "Move there", "Copy there"
NO_OTHER = "There is no other shelf yet: make one with “New shelf”."
NEW_NAME = "How is the new shelf called?"


def shelf_name(key: str) -> str:
    """The name of a shelf, with `�` for what would disguise it."""
    return shown(key) if key else FIRST


def name_is_taken(name: str) -> str:
    """That there is a shelf of this name."""
    return f"There is a shelf “{name.strip()}” already. Choose another name."


def rename_question(name: str) -> str:
    """Asks for another name of a shelf."""
    return f"How is “{name}” to be called?"


def shelf_is_gone(name: str) -> str:
    """That a shelf is no longer there."""
    return f"There is no shelf “{name}” any more."


def shelf_failed(name: str, error: Exception) -> str:
    """Why something could not be done with a shelf."""
    return f"“{name}” could not be changed: {reason(error)}."


def shelf_removed(name: str, count: int) -> str:
    """That a shelf is in the trash."""
    files = "1 file" if count == 1 else f"{count:,} files"
    return f"Moved the shelf “{name}” with {files} to the trash."


def archived(name: str) -> str:
    """That a shelf is hidden from the list."""
    return f"“{name}” is archived. It is still here: open “Archived” below the list."


def moved(names: Sequence[str], shelf: str, is_copy: bool) -> str:
    """That files are on another shelf now."""
    what = f"“{names[0]}”" if len(names) == 1 else f"{len(names):,} files"
    return f"{'Copied' if is_copy else 'Moved'} {what} to “{shelf}”."


def not_moved(problems: Sequence[Exception], count: int, shelf: str) -> str:
    """Why some of so many files did not get to another shelf."""
    what = "The file" if count == 1 else f"{len(problems):,} of {count:,} files"
    return f"{what} could not be put on “{shelf}”: {reason(problems[0])}. Nothing was lost."


def reason(error: Exception) -> str:
    """The system's reason, without its path and number: `No space left on device`."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text.removesuffix(".")
