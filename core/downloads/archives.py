"""Downloads of several files as one ZIP."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..executors import DOWNLOADS
from ..files.distinct_names import distinct_paths
from ..files.errors import FileError
from ..files.portable_names import portable_path
from ..files.session_folder import SessionFolder
from .ranges import Part
from .responses import Download, content_disposition
from .sources import FileUnavailable, Source
from .zip_source import ZipSource


class Zip:
    """Files to be downloaded as one ZIP, which is made while it is sent.

    Args:
        files: paths of files, pairs of a name in the archive (with ``/`` between folders) and a
            path, or the folder of a session, whose subfolders are kept.

    Any system can unpack it: what some cannot hold in a name becomes ``_``. A name that is taken in
    its folder of the archive gets a number. A symlink, folder or device
    among them is an error before anything is sent.
    """

    def __init__(
        self, files: SessionFolder | Iterable[str | os.PathLike[str] | tuple[str, Path]]
    ) -> None:
        self.below: Path | None = None  # no step from there to a file may be a symlink
        if isinstance(files, SessionFolder):
            self.below = files.folder
            pairs = [(each.path, files.folder / each.path) for each in files.list()]
        else:
            pairs = [each if isinstance(each, tuple) else _named(each) for each in files]
        names = distinct_paths(portable_path(name) for name, _ in pairs)
        self.files = [(name, path) for name, (_, path) in zip(names, pairs, strict=True)]


def _named(path: str | os.PathLike[str]) -> tuple[str, Path]:
    return Path(path).name, Path(path)


class ZipDownload(Download):
    """A response with files as one ZIP."""

    def __init__(self, archive: Zip, name: str) -> None:
        self._archive = archive
        super().__init__("application/zip", content_disposition(name))

    async def source(self) -> ZipSource:
        try:
            return await DOWNLOADS.run(ZipSource, self._archive.files, self._archive.below)
        except FileError as error:
            raise FileUnavailable(404, str(error)) from error

    def requested(self, headers: Mapping[str, str], source: Source) -> Part | None:
        """The part that is requested; None for all, also if the part would keep clients waiting."""
        part = super().requested(headers, source)
        known = part is None or not isinstance(source, ZipSource) or source.can_begin(part.start)
        return part if known else None
