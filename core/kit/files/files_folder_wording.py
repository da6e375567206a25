"""What a file list tells people about folders."""

from __future__ import annotations

from collections.abc import Sequence

from core.words import well_formed

EMPTY = "This folder is empty."
FOREIGN = "These files are of another list: they can be moved within their own only."


def vanished(folder: str, place: str) -> str:
    """That the open folder is gone, and which one is open now."""
    return f"The folder “{_name(folder)}” is no longer there. {_place(place)} is open now."


def moved(before: Sequence[str], after: Sequence[str], folder: str) -> str:
    """What was moved where, and which of it has another name now."""
    names = [_name(key) for key in before]
    what = f"“{names[0]}”" if len(names) == 1 else f"{len(names):,} items"
    done = f"Moved {what} to {_place(folder, within=True)}."
    changed = [
        (old, _name(key)) for old, key in zip(names, after, strict=True) if old != _name(key)
    ]
    if not changed:
        return done
    old, new = changed[0]
    if len(changed) == 1:
        return f"{done} The name “{old}” was taken there: it is called “{new}”."
    return f"{done} {len(changed):,} names were taken there and got numbers, as “{new}” did."


def copied(keys: Sequence[str], folder: str) -> str:
    """What was copied where."""
    what = f"“{_name(keys[0])}”" if len(keys) == 1 else f"{len(keys):,} files"
    return f"Copied {what} to {_place(folder, within=True)}."


def not_moved(problems: Sequence[OSError], count: int) -> str:
    """Why some of so many things are where they were."""
    if count == 1:
        return f"It could not be moved: {_reason(problems[0])}."
    return f"{len(problems):,} of {count:,} could not be moved: {_reason(problems[0])}."


def not_copied(problems: Sequence[OSError], count: int) -> str:
    """Why some of so many files were not copied."""
    if count == 1:
        return f"It could not be copied: {_reason(problems[0])}."
    return f"{len(problems):,} of {count:,} could not be copied: {_reason(problems[0])}."


def not_made(error: OSError) -> str:
    """Why there is no new folder."""
    return f"The folder could not be made: {_reason(error)}."


def not_unmade(key: str, error: OSError) -> str:
    """Why a new folder is still there."""
    return f"The folder “{_name(key)}” stays: {_reason(error)}."


def _name(key: str) -> str:
    return well_formed(key.rpartition("/")[2])


def _place(folder: str, within: bool = False) -> str:
    if folder:
        return f"“{_name(folder)}”"
    return "the top folder" if within else "The top folder"


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it is no longer there"
    return str(error.strerror or error).rstrip(".")
