"""Kills at random moments of what people do to files: each file is there exactly once."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.moving import move
from tests.support.processes import KILL, ready_to_fork
from tests.support.shelving import shelve
from tests.support.tidying import tidy

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the trash of freedesktop.org")

KILLS = 50
NAMES = ("a.txt", "b.txt", "holiday/a.txt")
PROCESSES = ready_to_fork("tests.support.tidying", "tests.support.moving", "tests.support.shelving")


@pytest.mark.parametrize("work", [tidy, move, shelve])
def test_each_file_is_there_once_after_any_kill(
    tmp_path: Path, work: Callable[[Path, str, float, int], None]
) -> None:
    choose = random.Random()
    started = []
    for number in range(KILLS):
        folder, home = tmp_path / str(number) / "shelf", tmp_path / str(number) / "home"
        (folder / "holiday").mkdir(parents=True)
        for name in NAMES:
            (folder / name).write_text(name)
        seed, step = choose.random(), choose.randint(1, 90)
        process = PROCESSES.Process(target=work, args=(folder, str(home), seed, step))
        process.start()
        started.append((process, folder, home, (seed, step)))
    for process, folder, home, chosen in started:
        process.join()
        assert process.exitcode == -KILL, chosen
        kept = [path for path in folder.rglob("*") if path.is_file()]
        trashed = [path for path in (home / "Trash" / "files").rglob("*") if path.is_file()]
        assert Counter(path.read_text() for path in kept + trashed) == Counter(NAMES), chosen
        for path in kept + trashed:  # under its first name, or the one that it was given
            assert path.name.startswith(Path(path.read_text()).stem), chosen
        for path in (home / "Trash" / "files").glob("*"):
            assert (home / "Trash" / "info" / f"{path.name}.trashinfo").stat().st_size, chosen
        assert not [path for path in kept if path.name.startswith(".")], chosen
