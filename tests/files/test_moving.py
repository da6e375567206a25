"""Folders of a session: made, listed, and what is moved between them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.files import atomic_rename
from core.files.session_folder import SessionFolder
from tests.support import disks
from tests.support.api import shows


@pytest.fixture
def files(tmp_path: Path) -> SessionFolder:
    files = SessionFolder(tmp_path / "session").made()
    for name in ("a.txt", "holiday/a.txt", "holiday/beach/sea.jpg"):
        files.write(name, name)
    return files


def contents(files: SessionFolder) -> dict[str, str]:
    return {entry.path: (files.folder / entry.path).read_text() for entry in files.list()}


@shows("SessionFolder.level", "Entry.is_folder")
def test_one_level_is_listed_with_its_folders(files: SessionFolder) -> None:
    files.make_folder("Empty")
    if disks.has_symlinks(files.folder):
        os.symlink(files.folder / "holiday", files.folder / "link")
    (files.folder / ".0123456789abcdef.removed").mkdir()
    assert [(each.path, each.is_folder) for each in files.level()] == [
        ("a.txt", False),
        ("Empty", True),
        ("holiday", True),
    ]
    assert [each.path for each in files.level("holiday")] == ["holiday/a.txt", "holiday/beach"]
    for gone in ("missing", "a.txt", "link", "..", "holiday/..", "/", "a\0b"):
        with pytest.raises(FileNotFoundError, match="There is no folder"):
            files.level(gone)


@shows("SessionFolder.make_folder")
def test_a_new_folder_is_never_one_that_is_there(files: SessionFolder) -> None:
    made = [files.make_folder(name).name for name in ("New", "New", "new", "holiday/New")]
    assert made == ["New", "New (2)", "new (3)", "New"]
    assert (files.folder / "holiday" / "New").is_dir()
    with pytest.raises(FileNotFoundError):
        files.make_folder("missing/New")


@shows("SessionFolder.move")
def test_files_and_folders_are_moved_over_nothing(files: SessionFolder) -> None:
    moved = [files.move("a.txt", "holiday"), files.move("holiday/beach", "")]
    names = [path.relative_to(files.folder).as_posix() for path in moved]
    assert names == ["holiday/a (2).txt", "beach"]
    assert contents(files) == {
        "beach/sea.jpg": "holiday/beach/sea.jpg",
        "holiday/a (2).txt": "a.txt",
        "holiday/a.txt": "holiday/a.txt",
    }
    assert files.move("beach", "").name == "beach"  # it is there


@pytest.mark.parametrize("target", ["holiday", "holiday/beach"])
def test_a_folder_is_not_moved_into_itself(files: SessionFolder, target: str) -> None:
    before = contents(files)
    with pytest.raises(OSError, match="“holiday” cannot be moved into itself"):
        files.move("holiday", target)
    assert contents(files) == before


def test_nothing_is_moved_out_of_the_session_or_through_symlinks(
    files: SessionFolder, tmp_path: Path
) -> None:
    disks.need_symlinks(tmp_path)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "b.txt").write_text("outside")
    os.symlink(tmp_path / "outside", files.folder / "link")
    before = contents(files)
    for name, folder in [
        ("a.txt", ".."),
        ("a.txt", "link"),
        ("link/b.txt", ""),
        ("../outside/b.txt", ""),
        ("link", "holiday"),
        ("missing", "holiday"),
        ("", "holiday"),
        ("a.txt", "a.txt"),
    ]:
        with pytest.raises(FileNotFoundError):
            files.move(name, folder)
    assert contents(files) == before


def test_folders_are_moved_on_disks_without_an_atomic_rename(
    files: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic_rename, "_library", lambda: None)
    files.write("beach/keep.txt", "keep")
    assert files.move("holiday/beach", "").name == "beach (2)"
    assert files.rename("beach (2)", "Sea").name == "Sea"
    with pytest.raises(FileExistsError):
        files.rename("Sea", "beach")
    assert contents(files)["Sea/sea.jpg"] == "holiday/beach/sea.jpg"
    assert contents(files)["beach/keep.txt"] == "keep"


@pytest.mark.parametrize("trash", [False, True])
def test_a_folder_is_removed_with_what_is_in_it_and_comes_back(
    files: SessionFolder, trash: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    before = contents(files)
    removal = files.removal(trash=trash, folders=True)
    assert removal.add_all(["holiday/beach", "holiday/a.txt"]) == []
    assert list(contents(files)) == ["a.txt"]
    assert (files.folder / "holiday").is_dir()
    removal.restore()
    assert contents(files) == before
