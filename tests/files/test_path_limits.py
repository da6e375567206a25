"""Where Windows allows 259 characters in a path, names are shortened to fit, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.files import path_limits
from core.files.errors import UnsafeName
from core.files.named_folders import NamedFolders
from core.files.session_folder import SessionFolder

LONG = "x" * 251 + ".txt"
ROOM = 100
"""Characters that the folder of these tests leaves for names."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SessionFolder:
    folder = SessionFolder(tmp_path / "session")
    monkeypatch.setattr(path_limits, "LONGEST", len(str(folder.folder)) + 1 + ROOM)
    return folder


def length(path: Path) -> int:
    assert path_limits.LONGEST is not None
    return len(str(path)) - (path_limits.LONGEST - ROOM)


def test_names_are_shortened_before_their_extension(folder: SessionFolder) -> None:
    added = [folder.write(LONG, "content") for _ in range(3)]
    added.append(folder.rename(added[0].name, "é" + LONG))
    added.append(folder.make_folder("y" * 255))
    assert len(set(added)) == 5
    for path in added[1:]:
        assert path.exists() and 80 < length(path) <= ROOM
    assert all(path.suffix == ".txt" for path in added[:4])


def test_a_short_name_stays(folder: SessionFolder) -> None:
    assert folder.write("a.txt", "content").name == "a.txt"


def test_a_folder_without_room_says_so(folder: SessionFolder, tmp_path: Path) -> None:
    deep = "y" * 80
    with pytest.raises(UnsafeName, match="too long: Windows allows"):
        folder.write(f"{deep}/a.txt", "content")
    assert not (folder.folder / deep).exists()
    folder.write("a.txt", "content")
    folder.make_folder(deep)
    with pytest.raises(UnsafeName, match="too long: Windows allows"):
        folder.move("a.txt", deep)
    assert (folder.folder / "a.txt").exists()


def test_so_are_shelves(tmp_path: Path, folder: SessionFolder) -> None:
    shelves = NamedFolders(folder.folder)
    assert length(folder.folder / shelves.make("s" * 200)) <= ROOM


def test_a_folder_gets_no_path_with_which_its_files_cannot_be_opened(folder: SessionFolder) -> None:
    folder.write("in/" + "n" * 80, "content")
    folder.make_folder("w" * 40)
    shelves = NamedFolders(folder.folder)
    for move in (
        lambda: folder.rename("in", "i" * 40),
        lambda: folder.move("in", "w" * 40),
        lambda: shelves.rename("in", "i" * 40),
        lambda: shelves.adopt(folder.folder / "in", "i" * 40),
    ):
        with pytest.raises(UnsafeName, match="paths of files in this folder would be too long"):
            move()
        assert (folder.folder / "in" / ("n" * 80)).read_text("utf-8") == "content"
    assert folder.rename("in", "out").name == "out"


def test_others_are_moved_though_one_has_no_room(folder: SessionFolder) -> None:
    folder.write("a/" + "n" * 80, "content")
    folder.write("b.txt", "content")
    folder.make_folder("w" * 40)
    moved, problems = folder.move_all({"a": "w" * 40, "b.txt": "w" * 40})
    assert list(moved) == ["b.txt"] and isinstance(problems[0], UnsafeName)
