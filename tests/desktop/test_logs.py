"""The log file, which several programs of one user share."""

from __future__ import annotations

import logging
from pathlib import Path

from desktop.system.logs import LogFile

LINE = "x" * 90
MOST = 10_000


def record(number: int) -> logging.LogRecord:
    return logging.LogRecord("satchel", logging.INFO, "", 0, f"{number:05} {LINE}", (), None)


def lines(path: Path) -> list[int]:
    older = path.with_name(f"{path.name}.1")
    text = "".join(each.read_text("utf-8") for each in (older, path) if each.exists())
    return [int(line[:5]) for line in text.splitlines()]


def test_two_programs_that_fill_it_lose_no_line(tmp_path: Path) -> None:
    """Three times: what is dropped is the oldest, and nothing of what both wrote last is."""
    path = tmp_path / "satchel.log"
    programs = [LogFile(path, MOST), LogFile(path, MOST)]
    for number in range(3 * MOST // 100):
        programs[number // 7 % 2].emit(record(number))
        kept = lines(path)
        assert sorted(kept) == list(range(kept[0], number + 1))
        assert kept[0] <= max(0, number - MOST // 100 + 2)
    assert path.stat().st_size <= MOST + 200
    for program in programs:
        program.close()


def test_one_that_was_removed_is_made_again(tmp_path: Path) -> None:
    program = LogFile(tmp_path / "satchel.log")
    program.emit(record(1))
    (tmp_path / "satchel.log").unlink()
    program.emit(record(2))
    assert lines(tmp_path / "satchel.log") == [2]
    program.close()
