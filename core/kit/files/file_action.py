"""FileAction: something to do with the files that are selected."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class FileAction:
    """Something to do with the files that are selected in a `Files`.

    It is in the list's menu and, unless `menu_only`, a button above the files. One with the label
    of a command of the list (Open, Preview, Save, Copy, Rename, Remove) takes its place.

    Attributes:
        label: what it says.
        handler: called with the click; ``files.selection`` is what is selected.
        icon: the name of an `Icon`; without one, the button has the label.
        for_one: it is for one file only, not for several.
        menu_only: it is in the menu only.
    """

    label: str
    handler: Callable[..., Any]
    icon: str = ""
    for_one: bool = False
    menu_only: bool = False


Actions = Mapping[str, Callable[..., Any]] | Sequence[FileAction]


def together(own: Sequence[FileAction], given: Actions) -> list[FileAction]:
    """The commands of a list with the actions of its program, before those that change files."""
    if isinstance(given, Mapping):
        given = [FileAction(label, handler) for label, handler in given.items()]
    named = {action.label: action for action in given}
    known = {command.label for command in own}
    found = [named.get(command.label, command) for command in own]
    at = [command.label for command in own].index("Rename")
    found[at:at] = [action for action in given if action.label not in known]
    return found
