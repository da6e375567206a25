"""Results: what an action made -> files beside those that it was made of, over nothing."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from core.files import atomic_rename, disk
from core.files.distinct_names import numbered
from core.files.errors import UnsafeName
from core.files.names import legal_name
from core.files.placement import Placement
from core.language.texts import _

MOST = 100_000
"""Files of one result."""


class NothingMade(Exception):
    """An action ended without a result that could be used; the text is for the person."""


def placed(folder: Path, target: Path) -> list[str]:
    """Move what is in a folder into another one; the names there. Blocks.

    A name that is taken gets a number. Links and hidden files are no results.

    Raises:
        NothingMade: there is too much.
        OSError: the disk failed; what was moved is removed again.
    """
    made = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
    if sum(1 for _each in _cleaned(made)) > MOST:
        raise NothingMade(
            _("It made more than {count} files: nothing of them is kept.", count=MOST)
        )
    placement, found = Placement(), list[Path]()
    try:
        for path in made:
            if path.is_dir():
                found.append(_moved_folder(path, target, placement))
            elif path.is_file():
                found.append(placement.add(target, path, path.name, follow=False))
        placement.sync()
    except BaseException:
        for path in found:
            disk.remove(path)
        raise
    return [path.name for path in found]


def _cleaned(paths: list[Path]) -> Iterator[Path]:
    """The regular files below these paths, synced; what is neither file nor folder is removed."""
    for path in paths:
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            yield from _cleaned(sorted(path.iterdir()))
            disk.try_to_sync(path)
        elif stat.S_ISREG(mode):
            path.chmod(0o600)
            disk.sync_file(path)
            yield path
        else:
            path.unlink()


def _moved_folder(source: Path, target: Path, placement: Placement) -> Path:
    """Move a folder whole; across disks file by file."""
    name, number = _safe(source.name), 1
    free = name
    while True:
        path = target / free
        try:
            if os.path.lexists(path):
                raise FileExistsError
            if not atomic_rename.rename_new(source, path):
                disk.patiently(os.rename, source, path)
            disk.try_to_sync(target)
            return path
        except FileExistsError:
            number += 1
            free = numbered(name, number)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            path.mkdir(mode=0o700)
            return _copied(source, path, placement)


def _copied(source: Path, path: Path, placement: Placement) -> Path:
    try:
        for file in sorted(each for each in source.rglob("*") if each.is_file()):
            below = file.parent.relative_to(source).as_posix().removeprefix(".")
            placement.add(path, file, file.name, below, follow=False)
    except BaseException:
        disk.remove(path)
        raise
    return path


def _safe(name: str) -> str:
    try:
        return legal_name(name)
    except UnsafeName:
        return _("Result")
