"""Many files that are saved together: each folder is listed once and synced once, and no index."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import core as jp
from core import testing
from core.files import disk, distinct_names, moves
from core.files.placement import Placement
from core.files.received_file import File
from core.files.session_folder import SessionFolder

Put = Callable[[str], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "folder"
    path.mkdir()
    return path


@pytest.fixture
def put(tmp_path: Path, folder: Path) -> Put:
    """Saves a file of this name into the folder, together with all others."""
    placement = Placement()

    def put(name: str) -> Path:
        path = tmp_path / f"incoming-{os.urandom(4).hex()}"
        path.write_text(name)
        return File(name, len(name), "", 0, path, placement=placement).save(folder)

    return put


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, Path]]:
    """How often folders are listed and synced."""
    counted: Counter[tuple[str, Path]] = Counter()
    listed, synced = os.listdir, disk.sync_folder

    def list_folder(path: Path) -> list[str]:
        counted["list", Path(path)] += 1
        return listed(path)

    def sync_folder(path: Path) -> None:
        counted["sync", path] += 1
        synced(path)

    monkeypatch.setattr(os, "listdir", list_folder)
    monkeypatch.setattr(disk, "sync_folder", sync_folder)
    return counted


class Keeping:
    """A page that keeps what it is sent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def page(self) -> jp.WebPage:
        page = jp.WebPage()
        form = jp.Form(submit=self.submit, a=page)
        jp.Input(type="file", multiple=True, a=form)
        self.said = jp.P(a=page)
        return page

    def submit(self, msg: jp.Msg) -> None:
        for file in msg.files:
            file.save(SessionFolder(self.folder))
        self.said.text = "kept"


def sent(page: testing.Page, folder: Path, count: int) -> None:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(path.name)
    page.find_all(tag="input")[0].choose(*paths)
    page.find(tag="form").submit()


def test_a_folder_is_listed_and_synced_once_per_submission(
    folder: Path, tmp_path: Path, work: Counter[tuple[str, Path]]
) -> None:
    for number in range(300):
        (folder / f"there {number}").touch()
    with testing.serve(Keeping(folder).page) as user:
        sent(user.open(), tmp_path, 40)
    assert len(list(folder.glob("*.txt"))) == 40
    assert work["list", folder] == 1
    assert work["sync", folder] == 1


def test_kept_files_are_durable_before_the_page_says_so(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping, said, synced = Keeping(folder), [], disk.sync_folder
    with testing.serve(keeping.page) as user:
        page = user.open()
        shown = page.find(tag="p")

        def sync_folder(path: Path) -> None:
            if path == folder:
                said.append((keeping.said.text, shown.text, len(list(folder.iterdir()))))
            synced(path)

        monkeypatch.setattr(disk, "sync_folder", sync_folder)
        sent(page, tmp_path, 3)
        assert said == [("kept", "", 3)]
        assert shown.text == "kept"


def test_user_is_told_when_the_disk_cannot_make_them_durable(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = disk.sync_folder

    def sync_folder(path: Path) -> None:
        if path == folder:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        synced(path)

    with testing.serve(Keeping(folder).page) as user:
        page = user.open()
        monkeypatch.setattr(disk, "sync_folder", sync_folder)
        with pytest.raises(testing.HandlerFailed, match="is in place, but the disk failed"):
            sent(page, tmp_path, 2)


def test_what_others_do_in_the_folder_is_seen_at_once(folder: Path, put: Put) -> None:
    for number in range(50):  # often: such changes come within one tick of the disk's clock
        put(f"{number}.txt")
        (folder / f"other {number}.txt").touch()
        assert put(f"other {number}.txt").name == f"other {number} (2).txt"
        (folder / f"other {number}.txt").unlink()
        assert put(f"other {number}.txt").name == f"other {number}.txt"


def test_names_in_another_case_are_seen_that_other_windows_take_meanwhile(
    folder: Path, put: Put, tmp_path: Path
) -> None:
    put("a.txt")
    other = tmp_path / "of another window"
    other.touch()
    session = SessionFolder(folder)
    session.add(other, "B.txt")
    assert put("b.txt").name == "b (2).txt"
    session.rename("a.txt", "C.txt")
    assert [put("c.txt").name, put("a.txt").name] == ["c (2).txt", "a.txt"]


def test_a_handler_may_remove_what_a_file_replaces(folder: Path, put: Put) -> None:
    for name in ("A.txt", "b.txt"):
        (folder / name).touch()
    put("first.txt")
    (folder / "A.txt").unlink()
    SessionFolder(folder).remove("b.txt")
    assert [put("a.txt").name, put("b.txt").name] == ["a.txt", "b.txt"]


def test_a_name_that_is_taken_at_the_last_moment_is_not_overwritten(
    folder: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = moves.move_new

    def late(source: Path, target: Path, **held: int) -> None:
        monkeypatch.setattr(moves, "move_new", moved)
        target.write_text("theirs")
        moved(source, target, **held)

    put("first")
    monkeypatch.setattr(moves, "move_new", late)
    assert put("a.txt").name == "a (2).txt"
    assert (folder / "a.txt").read_text() == "theirs"


def test_a_folder_that_is_replaced_meanwhile_is_filled_as_it_is(folder: Path, put: Put) -> None:
    put("a.txt")
    folder.rename(folder.with_name("moved"))
    folder.mkdir()
    (folder / "b.txt").touch()
    assert [put("a.txt").name, put("b.txt").name] == ["a.txt", "b (2).txt"]


def test_folders_of_a_dropped_folder_are_listed_once_too(
    folder: Path, tmp_path: Path, work: Counter[tuple[str, Path]]
) -> None:
    placement = Placement()
    for number in range(20):
        source = tmp_path / f"incoming {number}"
        source.touch()
        placement.add(folder, source, f"{number}.txt", f"holiday/{'Beach' if number else 'beach'}")
    placement.sync()
    inside = folder / "holiday" / "beach"
    assert len(list(inside.glob("*.txt"))) == 20
    for each in (folder, folder / "holiday", inside):
        assert (work["list", each], work["sync", each]) == (1, 1)


def test_many_files_of_one_name_are_numbered_without_counting_anew(
    folder: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    numbered = distinct_names.numbered

    def counted(name: str, number: int) -> str:
        tried.append(name)
        return numbered(name, number)

    monkeypatch.setattr("core.files.folder_names.numbered", counted)
    found = [put("a.txt").name for _ in range(30)]
    assert found == ["a.txt", *(f"a ({number}).txt" for number in range(2, 31))]
    assert len(tried) == 29
