"""Files of this machine that somebody else than a page has vouched for: copied, never sent."""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..downloads.sources import FileUnavailable, open_file, read_at
from ..executors import LOCAL_COPIES
from ..files.errors import FileChanged
from ..words import well_formed


@dataclass(frozen=True)
class LocalFile:
    """A regular file as it was when a person chose it.

    Attributes:
        path: without symbolic links.
        name: what it was called there, as text; a link to it may have another one.
        size: in bytes.
        modified: in nanoseconds since 1970.
        place: device and number of the file: another one in its place is not the one chosen.
    """

    path: Path
    name: str
    size: int
    modified: int
    place: tuple[int, int]

    @classmethod
    def at(cls, path: Path) -> "LocalFile":
        """What lies at a path, links followed. Blocks.

        Raises:
            FileUnavailable: no regular file can be read there; the message says why.
        """
        name = well_formed(path.name)
        try:
            if stat.S_ISDIR(path.stat().st_mode):
                raise FileUnavailable(400, f"“{name}” is a folder.")
            resolved = Path(os.path.realpath(path))
            if not resolved.is_file():  # a device may do something when it is opened
                raise FileUnavailable(404, f"“{name}” is not a file.")
            descriptor, found = open_file(resolved)
        except FileUnavailable as error:
            if error.status != 403:
                raise
            raise FileUnavailable(403, f"“{name}” may not be read by this program.") from error
        except FileNotFoundError as error:
            raise FileUnavailable(404, f"There is no file “{well_formed(str(path))}”.") from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise FileUnavailable(403, f"“{name}” cannot be read: {reason}.") from error
        os.close(descriptor)
        return cls(resolved, name, found.st_size, found.st_mtime_ns, _place(found))

    @property
    def lastModified(self) -> int:  # noqa: N802, as browsers call it
        """In milliseconds since 1970."""
        return self.modified // 1_000_000

    def open(self) -> int:
        """A descriptor; FileChanged where it is no longer the file that was chosen. Blocks."""
        try:
            descriptor, found = open_file(self.path)
        except FileUnavailable as error:
            raise self._changed() from error
        if not self._is(found):
            os.close(descriptor)
            raise self._changed()
        return descriptor

    def check(self, descriptor: int) -> None:
        """FileChanged where the open file is not what it was."""
        if not self._is(os.fstat(descriptor)):
            raise self._changed()

    def read(self) -> bytes:
        """All of it; FileChanged where it is not what it was. Blocks."""
        descriptor = self.open()
        try:
            content = read_at(descriptor, 0, self.size)
            self.check(descriptor)
        finally:
            os.close(descriptor)
        return content

    def _is(self, found: os.stat_result) -> bool:
        now = found.st_size, found.st_mtime_ns, _place(found)
        return now == (self.size, self.modified, self.place)

    def _changed(self) -> FileChanged:
        return FileChanged(
            f"“{self.name}” was changed or removed since it was chosen. Choose it again."
        )


@dataclass(frozen=True)
class Opened:
    """Files that were opened with the program at one time.

    Attributes:
        number: identifies them; pages report it back when they show them.
        problems: a sentence for each file that cannot be opened.
    """

    number: int
    files: tuple[LocalFile, ...]
    problems: tuple[str, ...]


class Contents:
    """The contents of files one after the other, as `Uploads.receive_batch` takes them."""

    def __init__(self, files: Sequence[LocalFile]) -> None:
        self._files = iter(files)

    async def take(self, size: int) -> bytes:
        """The next file, which has this size."""
        return await LOCAL_COPIES.run(next(self._files).read)

    async def skip(self, size: int) -> None:
        """Pass over the next file."""
        next(self._files)

    async def end(self) -> None:
        """Nothing follows."""


def _place(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
