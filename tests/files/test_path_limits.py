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
