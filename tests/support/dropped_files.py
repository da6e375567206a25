"""Files that were dropped, taken into a folder as a file manager does."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit


def taken(addresses: bytes, folder: Path, moves: bool) -> list[str]:
    """Take those files of a text/uri-list that are there; their names."""
    paths = [path_of(line) for line in addresses.decode("ascii").split("\r\n") if line]
    return [take(path, folder, moves) for path in paths if path.exists()]


def path_of(address: str) -> Path:
    return Path(os.fsdecode(unquote_to_bytes(urlsplit(address).path)))


def take(path: Path, folder: Path, moves: bool) -> str:
    """Take a file or folder; one that is there already is not replaced."""
    target = folder / path.name
    assert not target.exists(), f"two are named {path.name}"
    if moves:
        shutil.move(path, target)
    elif path.is_dir():
        shutil.copytree(path, target)
    else:
        shutil.copyfile(path, target)
    return path.name
