"""What a file list tells people about their files."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from core.files.duplicates import Duplicate
from core.files.errors import FileError
from core.language.reasons import reason
from core.language.texts import N_, _, ngettext

from .files_kinds import AMONG


def removed(names: Sequence[str], note: str = "", to_trash: bool = False) -> str:
    """What was removed, and a note on it."""
    count, first = len(names), names[0]
    if to_trash:
        done = ngettext(
            "Moved “{name}” to the trash.", "Moved {count} files to the trash.", count, name=first
        )
    else:
        done = ngettext("Removed “{name}”.", "Removed {count} files.", count, name=first)
    return f"{done} {note}".strip()


def not_removed(problems: Sequence[OSError], count: int) -> str:
    """Why some of so many files are still there."""
    why = f"{_reason(problems[0])}."
    if count == 1:
        return _("The file could not be removed: {reason}", reason=why)
    return _(
        "{failed} of {count} files could not be removed: {reason}",
        failed=len(problems),
        count=count,
        reason=why,
    )


def gone(names: Sequence[str]) -> str:
    """Why files are not saved."""
    if len(names) == 1:
        return _("“{name}” is no longer there.", name=names[0])
    return _("Some of the files are no longer there. Select the others.")


def not_restored(error: OSError, in_trash: bool = False) -> str:
    """Why removed files did not come back, and that they are not lost."""
    if in_trash and isinstance(error, FileNotFoundError):
        return _("Some files could not be put back: the trash no longer has them.")
    kept = _("They are in the trash.") if in_trash else _("They are kept for two days.")
    failed = _("Some files could not be put back: {reason}.", reason=_reason(error))
    return f"{failed} {kept}"


def not_trashed(error: OSError) -> str:
    """Why removed files are there again."""
    return _(
        "The trash did not take the removed files, so they are here again: {reason}.",
        reason=_reason(error),
    )


def not_renamed(error: OSError | FileError) -> str:
    """Why a file has its old name still."""
    if isinstance(error, FileNotFoundError):
        return _("This file is no longer there.")
    if isinstance(error, FileExistsError | FileError):
        return str(error)
    return _("The file could not be renamed: {reason}.", reason=_reason(error))


def nothing_found(text: str, kind: str) -> str:
    """Why no file is shown, although there are some."""
    if text and kind:
        return _(
            "No file among the {kind} has “{text}” in its name.", kind=_(AMONG[kind]), text=text
        )
    if text:
        return _("No file has “{text}” in its name.", text=text)
    if kind:
        return _("There is nothing among the {kind}.", kind=_(AMONG[kind]))
    return _("There is nothing.")


def made_safe(wanted: str, given: str) -> str:
    """That a file did not get the name that people wanted; "" if it did."""
    # Spaces around a name and the normal form of its letters are nothing that people see.
    if unicodedata.normalize("NFC", wanted).strip() == unicodedata.normalize("NFC", given):
        return ""
    return _(
        "The file is called “{given}”: not all of “{wanted}” can be part of a file's name.",
        given=given,
        wanted=wanted,
    )


DUPLICATES_GONE = N_("No file is here twice now.")

MOST_NAMED = 3
"""Duplicates that are named; of more, the number is given."""


def already_here(duplicates: Sequence[Duplicate]) -> str:
    """Which files that arrived are there already. Nothing has become of them yet."""
    first = duplicates[0]
    if len(duplicates) == 1:
        return _(
            "“{new}” is already here as “{old}”. Both are kept.",
            new=first.file.label,
            old=first.original.label,
        )
    named = ", ".join(
        _("“{new}” as “{old}”", new=each.file.label, old=each.original.label)
        for each in duplicates[:MOST_NAMED]
    )
    more = len(duplicates) - MOST_NAMED
    if more > 0:
        named = ngettext("{names} and {count} more", "{names} and {count} more", more, names=named)
    return ngettext(
        "{count} file is already here: {names}. All are kept.",
        "{count} files are already here: {names}. All are kept.",
        len(duplicates),
        names=named,
    )


def not_listed(error: OSError) -> str:
    """Why no files are shown."""
    return _("The folder cannot be read: {reason}.", reason=_reason(error))


def not_kept(error: OSError) -> str:
    """That the next visit shows the files as they were shown before."""
    return _(
        "The files are shown so until the page is loaded again: {reason}.", reason=_reason(error)
    )


def _reason(error: Exception) -> str:
    """The system's reason, without its path and number: `No space left on device`."""
    if isinstance(error, FileNotFoundError):
        return _("it is no longer there")
    return reason(error)
