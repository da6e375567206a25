"""The files of a folder that was opened with the program, as those of a folder that is dropped."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from core.downloads.sources import FileUnavailable
from core.language.reasons import reason
from core.language.texts import _
from core.uploads.local_files import LocalFile
from core.words import well_formed

# As assets/client/uploads/dropped-files.js has them.
MAX_FILES = 10_000
MAX_DEPTH = 32
JUNK = {".ds_store", "thumbs.db", "desktop.ini"}


def files_in(folder: Path, report: Callable[[FileUnavailable], None]) -> list[LocalFile]:
    """The files below a folder, sorted, with the names of their folders. Blocks.

    Links are left out: they may lead anywhere. So are pipes, sockets and devices.

    Args:
        report: gets the reason why a file is left out that cannot be read.

    Raises:
        FileUnavailable: a folder cannot be read, or there are too many files, or none.
    """
    found: list[LocalFile] = []
    for path, inside in walk(Path(os.path.realpath(folder))):
        if len(found) == MAX_FILES:
            most = _(
                "“{name}” has more than {count} files.",
                name=well_formed(folder.name),
                count=MAX_FILES,
            )
            raise FileUnavailable(413, most)
        try:
            found.append(replace(LocalFile.at(path), folder=inside))
        except FileUnavailable as error:
            report(error)
    if not found:
        raise FileUnavailable(
            404, _("There is no file in the folder “{name}”.", name=well_formed(folder.name))
        )
    return found


def walk(root: Path) -> Iterator[tuple[Path, str]]:
    """Each regular file below a folder, and the path of its folder."""
    for name, folders, files in os.walk(root, onerror=refuse):
        folders.sort()
        within = Path(name).relative_to(root).parts
        if len(within) >= MAX_DEPTH:
            raise FileUnavailable(
                413,
                _(
                    "“{name}” is nested more than {count} folders deep.",
                    name=well_formed(root.name),
                    count=MAX_DEPTH,
                ),
            )
        inside = "/".join(well_formed(part) for part in (root.name, *within) if part)
        for file in sorted(files):
            path = Path(name, file)
            if file.lower() not in JUNK and stat.S_ISREG(path.lstat().st_mode):
                yield path, inside


def refuse(error: OSError) -> None:
    """Report a folder that cannot be read: a part of it would look like all of it."""
    name = well_formed(str(error.filename))
    raise FileUnavailable(
        403, _("The folder “{name}” cannot be read: {reason}.", name=name, reason=reason(error))
    )
