"""Removals to the trash: noted as the specification says, taken back, refused in words."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote_to_bytes

import pytest

import core as jp
from core.files import trash_removal
from core.files.cleanup import remove_leftovers
from core.files.clock import DAY, Clock
from tests.support import disks

SESSION = "0123456789abcdef" * 2

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the trash of freedesktop.org")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "Trash"


@pytest.fixture
def folder(tmp_path: Path) -> jp.SessionFolder:
    folder = jp.SessionFolder(tmp_path / SESSION).made()
    (folder.folder / "holiday").mkdir()
    for name in ("a.txt", "b.txt", "holiday/a.txt"):
        (folder.folder / name).write_text(name)
    return folder


def shown(folder: jp.SessionFolder) -> dict[str, str]:
    return {each.path: folder.path(each.path).read_text() for each in folder.list()}


def original(note: Path) -> str:
    head, path, date = note.read_text().splitlines()
    assert (head, date[:13]) == ("[Trash Info]", "DeletionDate=")
    return os.fsdecode(unquote_to_bytes(path.removeprefix("Path=")))


def test_files_are_noted_in_the_trash_and_come_back(folder: jp.SessionFolder, home: Path) -> None:
    before = shown(folder)
    removal = folder.removal(trash=True)
    assert removal.add_all(["a.txt", "holiday/a.txt"]) == []
    assert os.listdir(folder.folder) == ["b.txt"]
    assert {p.name: p.read_text() for p in (home / "files").iterdir()} == {
        "a.txt": "a.txt",
        "a.2.txt": "holiday/a.txt",
    }
    assert original(home / "info" / "a.txt.trashinfo") == str(folder.folder / "a.txt")
    assert original(home / "info" / "a.2.txt.trashinfo") == str(folder.folder / "holiday/a.txt")
    assert disks.is_private(home)
    (folder.folder / "a.txt").write_text("another")
    assert removal.restore() == ["a (2).txt", "holiday/a.txt"]
    assert shown(folder) == {"a (2).txt": "a.txt", "a.txt": "another"} | {
        name: before[name] for name in ("b.txt", "holiday/a.txt")
    }
    assert not list(home.glob("*/*"))


def test_what_the_trash_no_longer_has_is_not_replaced(folder: jp.SessionFolder, home: Path) -> None:
    removal = folder.removal(trash=True)
    removal.add("a.txt")
    os.replace(folder.folder / "b.txt", home / "files" / "a.txt")  # emptied, and used again
    with pytest.raises(FileNotFoundError):
        removal.restore()
    assert (home / "files" / "a.txt").read_text() == "b.txt"


def test_odd_names_and_others_in_the_trash(folder: jp.SessionFolder, home: Path) -> None:
    odd, long = os.fsdecode(b"caf\xe9.txt"), "ü" * 125 + ".txt"
    (home / "files").mkdir(parents=True)
    (home / "files" / odd).write_text("without a note")
    for name in (odd, long):
        (folder.folder / name).write_text(name, errors="surrogateescape")
    removal = folder.removal(trash=True)
    assert removal.add_all([odd, long]) == []
    found = {original(note) for note in (home / "info").iterdir()}
    assert found == {str(folder.folder / name) for name in (odd, long)}
    removal.restore()
    assert (folder.folder / odd).exists() and (folder.folder / long).exists()
    assert (home / "files" / odd).read_text() == "without a note"


@pytest.fixture
def top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The top of a disk, which the home of the person is not on."""
    if os.stat("/dev/shm").st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other disk")
    monkeypatch.setenv("XDG_DATA_HOME", f"/dev/shm/satchel-{os.getpid()}")
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == tmp_path)
    return tmp_path


def test_another_disk_has_a_trash_of_its_own(folder: jp.SessionFolder, top: Path) -> None:
    own, shared = top / f".Trash-{os.getuid()}", top / ".Trash"
    folder.removal(trash=True).add("holiday/a.txt")
    assert original(own / "info" / "a.txt.trashinfo") == f"{SESSION}/holiday/a.txt"
    shared.mkdir()  # not sticky: anybody could have made it
    folder.removal(trash=True).add("b.txt")
    assert (own / "files" / "b.txt").exists()
    disks.need_modes(top)  # to be sticky
    shared.chmod(0o1777)
    removal = folder.removal(trash=True)
    removal.add("a.txt")
    assert (shared / str(os.getuid()) / "files" / "a.txt").read_text() == "a.txt"
    assert removal.restore() == ["a.txt"]


def test_a_trash_that_others_may_read_is_refused(folder: jp.SessionFolder, top: Path) -> None:
    disks.need_symlinks(top)
    (top / f".Trash-{os.getuid()}").symlink_to(folder.folder / "holiday")
    (top / ".Trash").symlink_to(folder.folder / "holiday")
    with pytest.raises(OSError, match="its disk has no trash that can be used"):
        folder.removal(trash=True).add("a.txt")
    assert (folder.folder / "a.txt").read_text() == "a.txt"
    assert os.listdir(folder.folder / "holiday") == ["a.txt"]


def test_files_are_not_copied_to_a_trash_elsewhere(
    folder: jp.SessionFolder, home: Path, top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with a folder that is mounted twice: one disk, but no renaming."""
    monkeypatch.setenv("XDG_DATA_HOME", str(home.parent))

    def refuse(*arguments: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr("core.files.moves.move_new", refuse)
    with pytest.raises(OSError, match="its disk has no trash that can be used"):
        folder.removal(trash=True).add("a.txt")
    assert (folder.folder / "a.txt").read_text() == "a.txt"
    assert not list(home.glob("*/*"))


def test_a_trash_that_cannot_be_used_is_said(
    folder: jp.SessionFolder, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nor one at the top of the disk, which only disks have that are not the system's.
    monkeypatch.setattr("core.files.trash._is_ours", lambda folder: False)
    home.parent.mkdir()
    home.write_text("not a folder")
    before = shown(folder)
    [first, _] = folder.removal(trash=True).add_all(["a.txt", "b.txt"])
    assert "the trash cannot be used" in str(first)
    assert shown(folder) == before


def test_a_full_disk_leaves_files_and_no_notes(
    folder: jp.SessionFolder, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    before = shown(folder)
    for name in ("write_all", "sync_files"):
        with monkeypatch.context() as patch:
            patch.setattr(f"core.files.disk.{name}", full)
            problems = folder.removal(trash=True).add_all(["a.txt", "b.txt"])
        assert len(problems) == 2 and "No space left on device" in str(problems[0])
        assert shown(folder) == before
        assert not list(home.glob("*/*"))


def test_systems_that_give_nothing_back_get_files_late(
    folder: jp.SessionFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sent: list[str] = []

    def send2trash(path: str) -> None:
        sent.append(Path(path).name)
        os.unlink(path)

    module = ModuleType("send2trash")
    module.send2trash = send2trash  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "send2trash", module)
    removal = trash_removal.LateTrashRemoval(folder.folder, folder._found)
    removal.add("holiday/a.txt")
    assert sent == []
    removal.discard()
    assert sent == ["a.txt"] and sorted(os.listdir(folder.folder)) == ["a.txt", "b.txt"]
    trash_removal.LateTrashRemoval(folder.folder, folder._found).add("b.txt")  # and it is killed
    [hidden] = (path for path in folder.folder.iterdir() if path.name.startswith("."))
    old = hidden.stat().st_mtime - 3 * DAY
    os.utime(hidden, (old, old))
    assert remove_leftovers(tmp_path, Clock(tmp_path / "clock", DAY)) == [hidden]
    assert sent == ["a.txt", "b.txt"] and os.listdir(folder.folder) == ["a.txt"]
