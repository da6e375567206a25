"""A process that moves files between a session's folder and named ones until it is killed."""

from __future__ import annotations

import os
import random
from pathlib import Path

from core.files.named_folders import NamedFolders
from core.files.relocation import Relocation
from core.files.session_folder import SessionFolder
from tests.support import kills


def shelve(folder: Path, home: str, seed: float, fatal_step: int) -> None:
    """Move files there and back, rename and remove shelves, until that step of the work."""
    os.environ["XDG_DATA_HOME"] = home
    files, shelves = SessionFolder(folder), NamedFolders(folder / "shelves")
    choose = random.Random(seed)
    kills.die_at(fatal_step)
    while True:
        shelf = shelves.make("Work")
        found = [entry.path for entry in files.level() if entry.name != "shelves"]
        moved = Relocation(files, shelves.find(shelf))
        moved.add_all(choose.sample(found, choose.randint(1, len(found))))
        if choose.random() < 0.5:
            moved.restore()
        removal = shelves.removal()
        removal.add(shelf)
        [shelf] = removal.restore()
        shelf = shelves.rename(shelf, f"{choose.random()}")
        back = shelves.find(shelf)
        Relocation(back, files).add_all([entry.path for entry in back.level()])
