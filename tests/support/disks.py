"""What the disk of a test can do. A test of what it cannot do is skipped, with the reason."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

import pytest


def has_symlinks(folder: Path) -> bool:
    """FAT has none; Windows allows them to administrators."""
    with tempfile.TemporaryDirectory(dir=folder) as work:
        try:
            os.symlink("nowhere", Path(work) / "link")
        except OSError:
            return False
    return True


def need_symlinks(folder: Path) -> None:
    """Skip the test where there are none."""
    if not has_symlinks(folder):
        pytest.skip("this disk has no symbolic links")


def make_pipe(path: Path) -> None:
    """Make a named pipe, or skip the test where there are none."""
    try:
        os.mkfifo(path)
    except (AttributeError, OSError):
        pytest.skip("this disk has no named pipes")


def keeps_modes(folder: Path) -> bool:
    """FAT keeps none, nor does NTFS where it is mounted for everybody."""
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        return mode_of(Path(file.name)) == 0o600


def mode_of(path: Path) -> int:
    """Who may read and write it."""
    return stat.S_IMODE(path.stat().st_mode)


def is_private(path: Path) -> bool:
    """Whether nobody else may read it, as far as its disk keeps anybody out."""
    return mode_of(path) in (0o600, 0o700) or not keeps_modes(path.parent)


def need_modes(folder: Path) -> None:
    """Skip the test where the disk keeps nobody out."""
    if not keeps_modes(folder):
        pytest.skip("this disk keeps nobody out")
