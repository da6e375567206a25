"""A process that moves files between folders until it is killed."""

from __future__ import annotations

import os
import random
from pathlib import Path

from core.files.session_folder import SessionFolder
from tests.support import kills


def move(folder: Path, home: str, seed: float, fatal_step: int) -> None:
    """Move, rename and remove files and folders, until that step of the work on the disk."""
    os.environ["XDG_DATA_HOME"] = home
    files, choose = SessionFolder(folder), random.Random(seed)
    kills.die_at(fatal_step)
    while True:
        target = files.make_folder("New folder")
        found = files.level()
        for entry in choose.sample(found, choose.randint(1, len(found))):
            if entry.name != target.name:
                files.move(entry.path, target.name)
        removal = files.removal(trash=True, folders=True)
        removal.add_all([target.name])
        removal.restore()
        files.rename(target.name, f"{choose.random()}")
        for entry in files.list():
            files.move(entry.path, "")
        for entry in files.list():
            name = Path((folder / entry.path).read_text())  # what it was called at first
            files.rename(entry.path, f"{name.stem} {choose.random()}.txt")
