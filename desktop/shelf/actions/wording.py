"""The texts of actions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from core.language.texts import N_, _, ngettext
from core.words import well_formed
from desktop.shelf.actions.declaration import Action

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NONE = N_("No action is for these files.")
MAY = N_(
    "It can do whatever you can do on this computer: read, change, delete and send files. Allow it "
    "only if you know what it does. When the file changes, you are asked again."
)
MOST_NAMES = 3

OF_SHIPPED = (
    N_("Pictures to PDF"),
    N_("Shrink pictures"),
    N_("Longest side, in pixels"),
    N_("Unpack ZIP"),
)
"""What the actions that ship with Satchel declare: their files are read as text, so that nothing in
them is marked. Their answers are numbers."""


def name(action: Action) -> str:
    """The name of an action for people; only those that ship with Satchel are translated."""
    return _(action.name) if action.is_shipped else action.name


def question(action: Action) -> str:
    """What people choose before an action starts."""
    return _(action.question) if action.is_shipped else action.question


def folder(path: Path) -> str:
    """Where people put actions of their own."""
    return _(
        "Own actions are Python files or commands in {path}. “Actions” in the guide says how they "
        "are written.",
        path=path,
    )


def heading(count: int) -> str:
    """What the list of actions is about."""
    return ngettext("Do something with {count} file", "Do something with {count} files", count)


def broken(name: str, why: str) -> str:
    """Why a file is no action."""
    return _("“{name}” cannot be used. {why}", name=name, why=why)


def plain(code: str) -> str:
    """Code as it will run: marks that would show it in another order are `�` (CVE-2021-42574)."""
    return TURNING.sub("�", code)


def label(action: str, names: Sequence[str]) -> str:
    """What a run is called among the jobs."""
    first, more = names[0], len(names) - 1
    if not more:
        return _("{action}: {name}", action=action, name=first)
    return ngettext(
        "{action}: {name} and {count} more",
        "{action}: {name} and {count} more",
        more,
        action=action,
        name=first,
    )


def made(names: Sequence[str], notes: Iterable[str]) -> str:
    """What came of the actions of a job."""
    said = [_new(names)] if names else []
    said += list(notes)[:MOST_NAMES]
    return " ".join(said) or _("The action ended, and made nothing.")


def _new(names: Sequence[str]) -> str:
    each = [_("“{name}”", name=well_formed(name)) for name in names[:MOST_NAMES]]
    # Translators: between two names of a list.
    shown, more = _(", ").join(each), len(names) - MOST_NAMES
    if more <= 0:
        return _("New here: {names}.", names=shown)
    return ngettext(
        "New here: {names} and {count} more.",
        "New here: {names} and {count} more.",
        more,
        names=shown,
    )


def not_allowed(reason: object) -> str:
    """Why a permission was not kept."""
    return _(
        "The permission could not be kept: {reason}. Make room on the disk and try again.",
        reason=reason,
    )
