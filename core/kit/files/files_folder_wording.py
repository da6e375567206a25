"""What a file list tells people about folders."""

from __future__ import annotations

from collections.abc import Sequence

from core.files.errors import Problem
from core.language.reasons import reason
from core.language.texts import N_, _, ngettext
from core.words import well_formed

EMPTY = N_("This folder is empty.")
FOREIGN = N_("These files are of another list: they can be moved within their own only.")


def vanished(folder: str, place: str) -> str:
    """That the open folder is gone, and which one is open now."""
    gone = _name(folder)
    if not place:
        return _("The folder “{name}” is no longer there. The top folder is open now.", name=gone)
    return _(
        "The folder “{name}” is no longer there. “{place}” is open now.",
        name=gone,
        place=_name(place),
    )


def moved(before: Sequence[str], after: Sequence[str], folder: str) -> str:
    """What was moved where, and which of it has another name now."""
    names = [_name(key) for key in before]
    done = _moved(names, folder)
    changed = [
        (old, _name(key)) for old, key in zip(names, after, strict=True) if old != _name(key)
    ]
    if not changed:
        return done
    old, new = changed[0]
    if len(changed) == 1:
        taken = _("The name “{old}” was taken there: it is called “{new}”.", old=old, new=new)
    else:
        taken = ngettext(
            "{count} name was taken there and got a number, as “{new}” did.",
            "{count} names were taken there and got numbers, as “{new}” did.",
            len(changed),
            new=new,
        )
    return f"{done} {taken}"


def _moved(names: Sequence[str], folder: str) -> str:
    place, count = _name(folder), len(names)
    if count == 1 and not folder:
        return _("Moved “{name}” to the top folder.", name=names[0])
    if count == 1:
        return _("Moved “{name}” to “{folder}”.", name=names[0], folder=place)
    if not folder:
        return ngettext(
            "Moved {count} item to the top folder.", "Moved {count} items to the top folder.", count
        )
    return ngettext(
        "Moved {count} item to “{folder}”.",
        "Moved {count} items to “{folder}”.",
        count,
        folder=place,
    )


def copied(keys: Sequence[str], folder: str) -> str:
    """What was copied where."""
    place, count = _name(folder), len(keys)
    if count == 1 and not folder:
        return _("Copied “{name}” to the top folder.", name=_name(keys[0]))
    if count == 1:
        return _("Copied “{name}” to “{folder}”.", name=_name(keys[0]), folder=place)
    if not folder:
        return ngettext(
            "Copied {count} item to the top folder.",
            "Copied {count} items to the top folder.",
            count,
        )
    return ngettext(
        "Copied {count} item to “{folder}”.",
        "Copied {count} items to “{folder}”.",
        count,
        folder=place,
    )


def not_moved(problems: Sequence[Problem], count: int) -> str:
    """Why some of so many things are where they were."""
    return ngettext(
        "It could not be moved: {reason}.",
        "{failed} of {count} could not be moved: {reason}.",
        count,
        failed=len(problems),
        reason=_reason(problems[0]),
    )


def not_copied(problems: Sequence[Problem], count: int) -> str:
    """Why some of so many files were not copied."""
    return ngettext(
        "It could not be copied: {reason}.",
        "{failed} of {count} could not be copied: {reason}.",
        count,
        failed=len(problems),
        reason=_reason(problems[0]),
    )


def not_made(error: OSError) -> str:
    """Why there is no new folder."""
    return _("The folder could not be made: {reason}.", reason=_reason(error))


def not_unmade(key: str, error: OSError) -> str:
    """Why a new folder is still there."""
    return _("The folder “{name}” stays: {reason}.", name=_name(key), reason=_reason(error))


def _name(key: str) -> str:
    return well_formed(key.rpartition("/")[2])


def _reason(error: Problem) -> str:
    return _("it is no longer there") if isinstance(error, FileNotFoundError) else reason(error)
