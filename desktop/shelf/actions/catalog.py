"""Catalog: the actions that there are, and which of them the person has allowed."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.files import disk
from core.files.whole_file import write_whole
from core.language.reasons import reason
from core.language.texts import _
from core.words import well_formed
from desktop.shelf.actions import wording
from desktop.shelf.actions.declaration import ENDINGS, Action, BrokenAction, read

log = logging.getLogger("satchel.desktop.shelf")

SHIPPED = Path(__file__).parent / "shipped"

MOST = 200
"""Actions in a folder; more are not read."""


@dataclass(frozen=True)
class Broken:
    """A file in the folder of actions that is none.

    Attributes:
        name: of the file.
        why: for its author.
    """

    name: str
    why: str


class Catalog:
    """The actions of one program.

    Args:
        folder: people put theirs here.
        allowed: the file of what they allowed.
        icons: the names that an icon may have.
    """

    def __init__(self, folder: Path, allowed: Path, icons: frozenset[str]) -> None:
        self.folder = folder
        self._allowed, self._icons = allowed, icons
        self._writing = threading.Lock()

    def find(self) -> tuple[list[Action], list[Broken]]:
        """Those that ship with Satchel, then those of the person by name. Blocks."""
        actions = list(self._read(SHIPPED, is_shipped=True))
        try:
            disk.private_folder(self.folder)
            actions += self._read(self.folder)
        except OSError as error:
            actions.append(
                Broken(self.folder.name, _("The folder: {reason}.", reason=reason(error)))
            )
        found = [each for each in actions if isinstance(each, Action)]
        found.sort(key=lambda action: (not action.is_shipped, wording.name(action).casefold()))
        return found, [each for each in actions if isinstance(each, Broken)]

    def _read(self, folder: Path, *, is_shipped: bool = False) -> Iterator[Action | Broken]:
        files = sorted(path for path in folder.iterdir() if _may_be_one(path))
        for path in files[:MOST]:
            try:
                action = read(path, is_shipped=is_shipped)
                if action.icon not in self._icons:
                    raise BrokenAction(_("There is no icon {icon}.", icon=f"{action.icon!r:.60}"))
                yield action
            except BrokenAction as error:
                yield Broken(well_formed(path.name), str(error))
        if len(files) > MOST:
            more = len(files) - MOST
            name = _("{count} more", count=more)
            yield Broken(name, _("Only {count} actions are read.", count=MOST))

    def is_allowed(self, action: Action) -> bool:
        """Whether it may run: it is a part of Satchel, or the person allowed this content."""
        return action.is_shipped or action.digest in self._permissions()

    def allow(self, action: Action) -> None:
        """Let it run from now on, until its content changes. Blocks.

        Raises:
            OSError: that could not be written.
        """
        with self._writing:
            permissions = self._permissions()
            permissions[action.digest] = {"name": action.name, "path": str(action.path)}
            write_whole(self._allowed, json.dumps(permissions, indent=2).encode())

    def _permissions(self) -> dict[str, Any]:
        """By digest. What cannot be read allows nothing."""
        try:
            found = json.loads(self._allowed.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            log.warning("%s cannot be read, so that no action is allowed: %s", self._allowed, error)
            return {}
        return found if isinstance(found, dict) else {}


def _may_be_one(path: Path) -> bool:
    is_hidden = path.name.startswith((".", "_"))
    return path.suffix.lower() in ENDINGS and not is_hidden and path.is_file()
