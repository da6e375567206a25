"""Files of this computer that the window, not a page, vouches for: copied, never sent."""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..downloads.sources import FileUnavailable, open_file, read_at
from ..executors import LOCAL_COPIES
from ..files.errors import FileChanged
from ..language.reasons import reason
from ..language.texts import _
from ..words import well_formed
from .info import UploadInfo


@dataclass(frozen=True)
class LocalFile:
    """A regular file as it was when a person chose it.

    Attributes:
        path: with symbolic links resolved.
        name: as the person saw it; a link may have another name than its file.
        size: in bytes.
        modified: in nanoseconds since 1970.
        place: device and inode, which tell the chosen file from another one at the same path.
        folder: the path of its folder within what was chosen, as in ``trip/day 1``.
    """

    path: Path
    name: str
    size: int
    modified: int
    place: tuple[int, int]
    folder: str = ""

    @classmethod
    def at(cls, path: Path) -> "LocalFile":
        """The file at a path, following links. Blocks.

        Raises:
            FileUnavailable: it is not a regular, readable file; the message says why.
        """
        name = well_formed(path.name)
        try:
            if stat.S_ISDIR(path.stat().st_mode):
                raise FileUnavailable(400, _("“{name}” is a folder.", name=name))
            resolved = Path(os.path.realpath(path))
            if not resolved.is_file():  # opening a device may have side effects
                raise FileUnavailable(404, _("“{name}” is not a file.", name=name))
            descriptor, found = open_file(resolved)
        except FileUnavailable as error:
            if error.status != 403:
                raise
            raise FileUnavailable(
                403, _("“{name}” may not be read by this program.", name=name)
            ) from error
        except FileNotFoundError as error:
            raise FileUnavailable(
                404, _("There is no file “{name}”.", name=well_formed(str(path)))
            ) from error
        except (OSError, ValueError) as error:
            why = _("“{name}” cannot be read: {reason}.", name=name, reason=reason(error))
            raise FileUnavailable(403, why) from error
        os.close(descriptor)
        return cls(resolved, name, found.st_size, found.st_mtime_ns, _place(found))

    @classmethod
    def source_of(cls, upload: UploadInfo) -> "LocalFile | None":
        """The file that an upload is copied from, if it is still the same. Blocks."""
        try:
            found = cls.at(Path(upload.source)) if upload.source else None
        except FileUnavailable:
            return None
        if found is None or (found.size, found.modified) != (upload.size, upload.modified):
            return None
        return replace(found, name=upload.name, folder=upload.path)

    def is_source_of(self, upload: UploadInfo) -> bool:
        """Whether an upload is copied from this file, as it is now."""
        ours = self.source, self.size, self.modified
        return ours == (upload.source, upload.size, upload.modified) and bool(self.source)

    @property
    def source(self) -> str:
        """The path for `UploadInfo.source`; "" if it is no text."""
        path = str(self.path)
        return path if path == well_formed(path) else ""

    @property
    def lastModified(self) -> int:  # noqa: N802, as browsers call it
        """In milliseconds since 1970."""
        return self.modified // 1_000_000

    def open(self) -> int:
        """A descriptor; FileChanged if the file is no longer the chosen one. Blocks."""
        try:
            descriptor, found = open_file(self.path)
        except FileUnavailable as error:
            raise self._changed() from error
        if not self._is(found):
            os.close(descriptor)
            raise self._changed()
        return descriptor

    def check(self, descriptor: int) -> None:
        """FileChanged if the open file has changed since it was chosen."""
        if not self._is(os.fstat(descriptor)):
            raise self._changed()

    def read(self) -> bytes:
        """All of its bytes; FileChanged if it has changed since it was chosen. Blocks."""
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
            _(
                "“{name}” was changed or removed since it was chosen. Choose it again.",
                name=self.name,
            )
        )


@dataclass(frozen=True)
class Opened:
    """Files that were opened with the program together.

    Attributes:
        number: identifies them; pages send it back once they show them.
        problems: a sentence for each file that cannot be opened.
        destination: where they go, as the page sends it back with them; "" leaves it to the page.
    """

    number: int
    files: tuple[LocalFile, ...]
    problems: tuple[str, ...]
    destination: str = ""


class Contents:
    """The contents of files as the body of a batch (`Uploads.receive_batch`)."""

    def __init__(self, files: Sequence[LocalFile]) -> None:
        self._files = iter(files)

    async def take(self, size: int) -> bytes:
        """The content of the next file."""
        return await LOCAL_COPIES.run(next(self._files).read)

    async def skip(self, size: int) -> None:
        """Skip the next file."""
        next(self._files)

    async def end(self) -> None:
        """Do nothing: there is nothing after the last file."""


def _place(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
