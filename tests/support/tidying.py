"""A process that tidies a folder until it is killed."""

from __future__ import annotations

import os
import random
from pathlib import Path

from core.files.session_folder import SessionFolder
from tests.support import kills


def tidy(folder: Path, home: str, seed: float, fatal_step: int) -> None:
    """Remove, undo and rename files, until that step of the work on the disk."""
    os.environ["XDG_DATA_HOME"] = home
    files, choose = SessionFolder(folder), random.Random(seed)
    kills.die_at(fatal_step)
    while True:
        names = [entry.path for entry in files.list()]
        removal = files.removal(trash=True)
        removal.add_all(choose.sample(names, choose.randint(1, len(names))))
        for entry in files.list():
            name = Path((folder / entry.path).read_text())  # what it was called at first
            files.rename(entry.path, f"{name.stem} {choose.random()}.txt")
        removal.restore()
