"""Removals that can be undone: files out of sight, back again, or gone; nothing lost in a crash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import core as jp
from core.files.cleanup import remove_leftovers
from core.files.clock import DAY, Clock
from tests.support.windows import not_on_windows

SESSION = "0123456789abcdef" * 2


@pytest.fixture
def folder(tmp_path: Path) -> jp.SessionFolder:
    folder = jp.SessionFolder(tmp_path / SESSION).made()
    (folder.folder / "holiday").mkdir()
    for name in ("a.txt", "b.txt", "holiday/a.txt"):
        (folder.folder / name).write_text(name)
    return folder


def shown(folder: jp.SessionFolder) -> dict[str, str]:
    return {each.path: folder.path(each.path).read_text() for each in folder.list()}


def test_removed_files_are_out_of_sight_and_come_back(folder: jp.SessionFolder) -> None:
    before = shown(folder)
    removal = folder.removal()
    removal.add("a.txt")
    removal.add("holiday/a.txt")
    assert shown(folder) == {"b.txt": "b.txt"}
    with pytest.raises(FileNotFoundError):
        folder.path("a.txt")
    assert removal.restore() == ["a.txt", "holiday/a.txt"]
    assert shown(folder) == before
    assert sorted(os.listdir(folder.folder)) == ["a.txt", "b.txt", "holiday"]


def test_a_name_that_is_taken_meanwhile_gets_a_number(folder: jp.SessionFolder) -> None:
    removal = folder.removal()
    removal.add("a.txt")
    (folder.folder / "a.txt").write_text("another")
    assert removal.restore() == ["a (2).txt"]
    assert shown(folder)["a.txt"] == "another"
    assert shown(folder)["a (2).txt"] == "a.txt"


def test_what_could_not_be_put_back_is_put_back_later(folder: jp.SessionFolder) -> None:
    before = shown(folder)
    removal = folder.removal()
    for name in ("holiday/a.txt", "a.txt", "b.txt"):
        removal.add(name)
    [hidden] = (folder.folder / "holiday").iterdir()
    hidden.rename(folder.folder / "elsewhere")
    with pytest.raises(FileNotFoundError):
        removal.restore()
    assert removal.names == ["holiday/a.txt"]
    (folder.folder / "elsewhere").rename(hidden)
    assert removal.restore() == ["a.txt", "b.txt", "holiday/a.txt"]
    assert shown(folder) == before


def test_discarded_files_are_gone_with_their_empty_folder(folder: jp.SessionFolder) -> None:
    removal = folder.removal()
    removal.add("holiday/a.txt")
    removal.add("b.txt")
    removal.discard()
    assert os.listdir(folder.folder) == ["a.txt"]
    assert removal.restore() == []


@pytest.mark.parametrize("name", ["missing", "../x", "holiday", ".", ""])
def test_only_files_that_are_listed_are_removed(folder: jp.SessionFolder, name: str) -> None:
    removal = folder.removal()
    with pytest.raises(FileNotFoundError):
        removal.add(name)
    assert removal.names == []


@not_on_windows("names are text")
def test_a_name_that_is_not_utf8_comes_back_byte_for_byte(folder: jp.SessionFolder) -> None:
    raw = os.fsencode(folder.folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(raw)).write_text("coffee")
    removal = folder.removal()
    removal.add(os.fsdecode(b"caf\xe9.txt"))
    removal.restore()
    assert os.path.exists(raw)


def test_what_a_killed_program_left_is_deleted_two_days_later(folder: jp.SessionFolder) -> None:
    folder.removal().add("a.txt")
    [hidden] = [path for path in folder.folder.iterdir() if path.name.startswith(".")]
    sessions, clock = folder.folder.parent, Clock(folder.folder.parent / "clock", DAY)
    assert remove_leftovers(sessions, clock) == []
    assert (hidden / "a.txt").read_text() == "a.txt"
    old = hidden.stat().st_mtime - 3 * DAY
    os.utime(hidden, (old, old))
    assert remove_leftovers(sessions, clock) == [hidden]
    assert not hidden.exists()
