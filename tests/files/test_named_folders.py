"""Named folders of a session, and moves of files between folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import core as jp
from core.files import disk, moves
from core.files.errors import UnsafeName
from core.files.folder_moves import IntoItself
from core.files.named_folders import NamedFolders
from core.files.relocation import Relocation, copy_all
from core.files.session_folder import SessionFolder
from core.testing import serve
from tests.support import disks
from tests.support.api import shows


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NamedFolders:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return NamedFolders(tmp_path / "shelves" / "session")


@pytest.fixture
def two(folders: NamedFolders) -> Iterator[tuple[SessionFolder, SessionFolder]]:
    yield folders.find(folders.make("One")), folders.find(folders.make("Two"))


def contents(folder: SessionFolder) -> dict[str, str]:
    return {entry.path: folder.path(entry.path).read_text() for entry in folder.list()}


def test_a_folder_has_the_name_that_people_gave_it(folders: NamedFolders) -> None:
    assert folders.names() == []
    assert [folders.make(name) for name in ("b", "A", "a")] == ["b", "A", "a (2)"]
    assert folders.names() == ["A", "a (2)", "b"]
    assert sorted(path.name for path in folders.folder.iterdir()) == ["A", "a (2)", "b"]
    folders.find("b").write("x.txt", "x")
    assert folders.rename("b", "c") == "c"
    assert contents(folders.find("c")) == {"x.txt": "x"}
    assert folders.rename("c", "C") == "C"
    with pytest.raises(FileExistsError, match="“a” already"):
        folders.rename("C", "a")
    for gone in ("b", "..", "", "x/y", ".", "\0"):
        with pytest.raises(FileNotFoundError):
            folders.find(gone)
        with pytest.raises(FileNotFoundError):
            folders.rename(gone, "new")
    for name in ("", "..", "  "):
        with pytest.raises(UnsafeName):
            folders.make(name)


def test_links_lead_nowhere(folders: NamedFolders, tmp_path: Path) -> None:
    disks.need_symlinks(tmp_path)
    folders.make("A")
    (tmp_path / "outside").mkdir()
    (folders.folder / "link").symlink_to(tmp_path / "outside")
    (folders.folder / "file").touch()
    assert folders.names() == ["A"]
    with pytest.raises(FileNotFoundError):
        folders.find("link")


def test_another_folder_becomes_one_with_all_that_is_in_it(
    folders: NamedFolders, tmp_path: Path
) -> None:
    own = SessionFolder(tmp_path / "own")
    own.write("beach/sea.txt", "waves")
    folders.make("Files")
    assert folders.adopt(own.folder, "Files") == "Files (2)"
    assert contents(folders.find("Files (2)")) == {"beach/sea.txt": "waves"}
    assert not own.folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="the trash of freedesktop.org")
def test_it_is_put_back_from_the_trash(folders: NamedFolders, tmp_path: Path) -> None:
    folders.make("A")
    folders.find("A").write("x.txt", "x")
    removal = folders.removal()
    removal.add("A")
    assert folders.names() == []
    assert (tmp_path / "home" / "Trash" / "files" / "A" / "x.txt").read_text() == "x"
    folders.make("A")
    assert removal.restore() == ["A (2)"]
    assert contents(folders.find("A (2)")) == {"x.txt": "x"}


def test_files_are_moved_and_never_over_others(two: tuple[SessionFolder, SessionFolder]) -> None:
    one, other = two
    for name in ("a.txt", "beach/b.txt", "hills/c.txt", "stays.txt"):
        one.write(name, name)
    other.write("A.txt", "other")
    relocation = Relocation(one, other)
    problems = relocation.add_all(["a.txt", "beach/b.txt", "hills", "missing.txt", "../Two/A.txt"])
    assert [type(problem) for problem in problems] == [FileNotFoundError, FileNotFoundError]
    assert contents(one) == {"stays.txt": "stays.txt"}
    moved = {"a (2).txt": "a.txt", "b.txt": "beach/b.txt", "hills/c.txt": "hills/c.txt"}
    assert contents(other) == {"A.txt": "other", **moved}
    one.write("a.txt", "new")
    assert relocation.restore() == ["a (2).txt", "beach/b.txt", "hills"]
    assert contents(other) == {"A.txt": "other"}
    assert contents(one) == {
        "a.txt": "new",
        "a (2).txt": "a.txt",
        "beach/b.txt": "beach/b.txt",
        "hills/c.txt": "hills/c.txt",
        "stays.txt": "stays.txt",
    }


@shows("SessionFolder.move_all")
def test_many_files_are_synced_together(
    two: tuple[SessionFolder, SessionFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    names = [f"{number}.txt" for number in range(50)]
    for folder, name in zip(["", "beach"] * 25, names, strict=True):
        one.write(f"{folder}/{name}".lstrip("/"), name)
    one.make_folder("hills")
    synced: list[Path] = []
    monkeypatch.setattr(disk, "sync_folder", synced.append)
    moved, problems = one.move_all({entry.path: "hills" for entry in one.list()})
    assert len(moved) == 50 and not problems
    assert synced[0] == one.folder / "hills"  # the new names before the old ones go
    assert set(synced[1:]) == {one.folder, one.folder / "beach"} and len(synced) == 3
    synced.clear()
    relocation = Relocation(one, other)
    assert relocation.add_all([f"hills/{name}" for name in names]) == []
    assert synced == [other.folder, one.folder / "hills"]
    assert sorted(entry.name for entry in other.list()) == sorted(names)


def test_what_could_not_be_moved_back_can_be_tried_again(
    two: tuple[SessionFolder, SessionFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = two
    one.write("beach/a.txt", "a")
    other.write("a.txt", "other")
    relocation = Relocation(one, other)
    assert relocation.add_all(["beach/a.txt"]) == []
    with monkeypatch.context() as patched:
        patched.setattr(moves, "move_new", _refuse)
        with pytest.raises(PermissionError):
            relocation.restore()
    assert contents(other) == {"a (2).txt": "a", "a.txt": "other"}
    (one.folder / "beach").rmdir()
    assert relocation.restore() == ["a.txt"]
    assert contents(one) == {"a.txt": "a"}


def _refuse(*arguments: object, **options: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_files_and_folders_are_copied(two: tuple[SessionFolder, SessionFolder]) -> None:
    one, other = two
    one.write("a.txt", "a")
    one.write("beach/hut/b.txt", "b")
    one.make_folder("beach/empty")
    assert copy_all(one, other, ["a.txt", "beach"]) == (["a.txt", "beach"], [])
    assert (other.folder / "beach" / "empty").is_dir()
    assert copy_all(one, other, ["a.txt"]) == (["a (2).txt"], [])
    _, [problem] = copy_all(one, SessionFolder(one.folder / "beach" / "hut"), ["beach"])
    assert isinstance(problem, IntoItself)
    assert contents(one) == {"a.txt": "a", "beach/hut/b.txt": "b"}
    assert contents(other) == {"a.txt": "a", "a (2).txt": "a", "beach/hut/b.txt": "b"}
    _, [problem] = copy_all(one, other, ["missing.txt"])
    assert isinstance(problem, OSError)


@shows("app.named_folders")
def test_each_session_has_its_own() -> None:
    app = jp.App()

    def page(request: jp.Request) -> jp.WebPage:
        folders = app.named_folders(request.session_id)
        wp = jp.WebPage()
        jp.P(text=f"Before: {folders.names()}", a=wp)
        folders.make("Work")
        return wp

    app.program.function = page
    with serve(app) as user:
        assert user.open("/").find(tag="p").text == "Before: []"
        assert user.open("/").find(tag="p").text == "Before: ['Work']"
