"""What people read about shelves."""

from __future__ import annotations

from collections.abc import Sequence

from core.files.names import shown
from core.language.reasons import reason
from core.language.texts import N_, _, ngettext

FIRST = N_("Your files")
"""The shelf that every session has at first."""

NO_NAME = N_("Enter a name.")
GONE = N_("It was renamed or removed.")
SHOW_OTHERS = N_("Show the other shelves")
MOVE_TO = N_("Move to shelf")
SHELF, MOVE, COPY = N_("Shelf"), N_("Move there"), N_("Copy there")
NO_OTHER = N_("There is no other shelf yet: make one with “New shelf”.")
NEW_NAME = N_("What should the new shelf be called?")


def shelf_name(key: str) -> str:
    """The name of a shelf, with `�` for what would disguise it."""
    return shown(key) if key else _(FIRST)


def name_is_taken(name: str) -> str:
    """That there is a shelf of this name."""
    return _("There is a shelf “{name}” already. Choose another name.", name=name.strip())


def rename_question(name: str) -> str:
    """Asks for another name of a shelf."""
    return _("How is “{name}” to be called?", name=name)


def shelf_is_gone(name: str) -> str:
    """That a shelf is no longer there."""
    return _("The shelf “{name}” no longer exists.", name=name)


def shelf_failed(name: str, error: Exception) -> str:
    """Why something could not be done with a shelf."""
    return _("“{name}” could not be changed: {reason}.", name=name, reason=reason(error))


def not_sorted(error: Exception) -> str:
    """Why the order of the shelves is as it was."""
    return _("The order could not be kept: {reason}.", reason=reason(error))


def shelf_removed(name: str, count: int) -> str:
    """That a shelf is in the trash."""
    return ngettext(
        "Moved the shelf “{name}” with {count} file to the trash.",
        "Moved the shelf “{name}” with {count} files to the trash.",
        count,
        name=name,
    )


def archived(name: str) -> str:
    """That a shelf is hidden from the list."""
    return _("“{name}” is archived. It is still here: open “Archived” below the list.", name=name)


def moved(names: Sequence[str], shelf: str, is_copy: bool) -> str:
    """That files are on another shelf now."""
    if len(names) == 1:
        one = N_("Copied “{name}” to “{shelf}”.") if is_copy else N_("Moved “{name}” to “{shelf}”.")
        return _(one, name=names[0], shelf=shelf)
    count = len(names)
    if is_copy:
        return ngettext(
            "Copied {count} file to “{shelf}”.",
            "Copied {count} files to “{shelf}”.",
            count,
            shelf=shelf,
        )
    return ngettext(
        "Moved {count} file to “{shelf}”.", "Moved {count} files to “{shelf}”.", count, shelf=shelf
    )


def not_moved(problems: Sequence[Exception], count: int, shelf: str) -> str:
    """Why some of so many files did not get to another shelf."""
    return ngettext(
        "The file could not be put on “{shelf}”: {reason}. Nothing was lost.",
        "{failed} of {count} files could not be put on “{shelf}”: {reason}. Nothing was lost.",
        count,
        failed=len(problems),
        shelf=shelf,
        reason=reason(problems[0]),
    )
