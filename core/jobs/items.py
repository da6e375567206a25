"""Items: what a program gives a job to work on -> what its function gets for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from ..files import disk, moves
from ..files.entries import Entry
from ..files.received_file import File
from ..language.texts import _
from .errors import TooMuch
from .limits import shortened_name


@dataclass(frozen=True)
class Item:
    """One item.

    Attributes:
        label: what it is, for people.
        argument: what the function gets; for a file that is to be moved, its `File`.
        size: bytes of a received file, or of one in the session's folder.
    """

    label: str
    argument: Any

    size: int | None = None

    @property
    def file(self) -> File | None:
        """A received file that the job has to move to a folder of its own."""
        return self.argument if isinstance(self.argument, File) else None


def prepared(
    items: Iterable[Any],
    most: int,
    path_of: Callable[[Entry], Path],
    labels: Sequence[str] | None = None,
) -> list[Item]:
    """The items, with received files taken over, so that their handler no longer removes them.

    Args:
        most: how many a job may have.
        path_of: the path of an entry of the session's folder.
        labels: what they are, for people; else their own names.

    Raises:
        TooMuch: there are more.
        ValueError: there are not as many labels.
    """
    found = list(islice(items, most + 1))
    if len(found) > most:
        raise TooMuch(
            _("A job may have {count} things to work on. Start it with fewer.", count=most)
        )
    if labels is not None and len(labels) != len(found):
        raise ValueError(f"There are {len(found)} items and {len(labels)} labels.")
    return [
        Item(
            shortened_name(label_of(item, number) if labels is None else labels[number]),
            _argument(item, path_of),
            item.size if isinstance(item, File | Entry) else None,
        )
        for number, item in enumerate(found)
    ]


def label_of(item: Any, number: int) -> str:
    """What an item is, for people."""
    if isinstance(item, Entry):
        return item.label
    if isinstance(item, str):
        return item
    if isinstance(item, os.PathLike):
        return os.path.basename(os.fsdecode(item))
    if item is None or isinstance(item, int | float):
        return str(item)
    name = getattr(item, "name", None)
    return name if isinstance(name, str) and name else _("Item {number}", number=str(number + 1))


def moved(file: File, folder: Path) -> Path:
    """Move a received file into a folder of the job; returns its path. Blocks.

    Raises:
        OSError: it could not be moved.
    """
    folder = disk.private_folder(folder)
    target = folder / file.name
    moves.move_over(file.path, target)
    file.path = target
    return target


def _argument(item: Any, path_of: Callable[[Entry], Path]) -> Any:
    if isinstance(item, File):
        if item.saved:  # it is somewhere else already, and stays there
            return item.path.absolute()
        item.entrust()
        return item
    if isinstance(item, Entry):
        return path_of(item)
    if isinstance(item, os.PathLike):
        return Path(item).absolute()
    return item
