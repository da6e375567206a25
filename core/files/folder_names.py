"""The names in a folder: choosing a free one and taking it is one step in this process."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakValueDictionary

from . import disk
from .distinct_names import key, numbered

_known: "WeakValueDictionary[str, FolderNames]" = WeakValueDictionary()
_looking_up = threading.Lock()


class FolderNames:
    """The names in one folder, shared by all that put files there at the same time.

    They are listed when a submission begins. If another program takes one later, the disk reports
    EEXIST; if it removes one, `taken` notices.

    Attributes:
        lock: held to choose a free name and take it; a slow disk delays no other folder.
    """

    def __init__(self, folder: Path) -> None:
        self.lock = threading.Lock()
        self._folder = folder
        self._names: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    @staticmethod
    def of(folder: Path) -> "FolderNames":
        """The one object for this folder."""
        path = os.path.abspath(folder)
        with _looking_up:
            found = _known.get(path)
            if found is None:
                found = _known[path] = FolderNames(Path(path))
            return found

    def read(self) -> None:
        """List the folder."""
        with disk.stale_is_missing(self._folder):
            self._names = {key(name): name for name in os.listdir(self._folder)}
        self._numbers = {}

    def add(self, name: str) -> None:
        """The name is taken."""
        self._names[key(name)] = name

    @contextmanager
    def taken(
        self, name: str, may_share: Callable[[Path], bool] = lambda path: False
    ) -> Iterator[str]:
        """`name`, with a number if something in the folder has it; taken if the block succeeds.

        Args:
            may_share: whether the file or folder that has the name may be used instead.
        """
        wanted = key(name)
        number = before = self._numbers.get(wanted, 1)
        free = name
        while (other := self._names.get(key(free))) is not None:
            path = self._folder / other
            if may_share(path):
                free = other
                break
            if not os.path.lexists(path):
                break
            number += 1
            free = numbered(name, number)
        self._numbers[wanted] = number
        self.add(free)
        try:
            yield free
        except BaseException:
            self._numbers[wanted] = before
            raise
