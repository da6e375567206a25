"""What a kill in the middle of a move leaves, and paths that no system would find again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.files import atomic_rename, moves
from core.files.errors import UnsafeName
from core.files.received_file import File
from core.files.session_folder import SessionFolder
from core.uploads.errors import UploadRefused
from core.uploads.metadata import describe
from tests.support.windows import not_on_windows


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path / "sessions" / "abc").made()


def incoming(tmp_path: Path, content: bytes = b"content") -> Path:
    path = tmp_path / f"incoming-{os.urandom(4).hex()}"
    path.write_bytes(content)
    return path


def edit(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b" edited")


@pytest.mark.parametrize("step", ["add", "save", "replace"])
def test_a_file_that_was_killed_between_two_names_is_two_files_when_moved_again(
    folder: SessionFolder, tmp_path: Path, step: str
) -> None:
    source = incoming(tmp_path)
    kept = folder.folder / "a.txt"
    os.link(source, kept)  # killed here, before the first name was removed
    file = File("a.txt", 7, "text/plain", 0, source)
    if step == "add":
        again = folder.add(source, "a.txt")
    else:
        again = file.save(folder if step == "save" else folder.folder / "b.txt")
    edit(kept)
    assert (kept.read_bytes(), again.read_bytes()) == (b"content edited", b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["sessions"]
    assert len(os.listdir(folder.folder)) == 2


def test_a_move_is_one_step(
    folder: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not atomic_rename.rename_new(incoming(tmp_path), tmp_path / "moved"):
        pytest.skip("this system or disk has no such call")
    for name in ("link", "unlink"):
        monkeypatch.setattr(os, name, None)  # two steps would need them
    assert folder.add(incoming(tmp_path), "a.txt").name == "a.txt"
    assert folder.add(incoming(tmp_path), "a.txt").name == "a (2).txt"


def test_a_move_to_a_taken_name_and_of_nothing(tmp_path: Path) -> None:
    taken, source = incoming(tmp_path, b"theirs"), incoming(tmp_path)
    with pytest.raises(FileExistsError):
        moves.move_new(source, taken)
    with pytest.raises(FileNotFoundError):
        moves.move_new(tmp_path / "missing", tmp_path / "free")
    assert (taken.read_bytes(), source.read_bytes()) == (b"theirs", b"content")


LONG = "/".join(["d" * 200] * 32)


def test_a_path_that_is_too_long_is_refused_before_it_is_sent() -> None:
    with pytest.raises(UploadRefused, match="too long names: .*Shorten them") as refused:
        describe("me", {"name": "a.txt", "path": LONG}, 1)
    assert refused.value.status == 400
    assert describe("me", {"name": "a.txt", "path": "/".join(["d" * 20] * 30)}, 1).path


def test_a_path_that_is_too_long_leaves_no_folders(folder: SessionFolder, tmp_path: Path) -> None:
    source = incoming(tmp_path)
    with pytest.raises(UnsafeName, match="too long names"):
        folder.add(source, "a.txt", LONG)
    assert source.exists() and os.listdir(folder.folder) == []


@not_on_windows("paths have 259 characters: test_path_limits.py")
def test_the_longest_path_that_is_taken_can_be_saved(folder: SessionFolder, tmp_path: Path) -> None:
    part = "ü" * 100
    count = describe_as_many(part)
    upload = describe("me", {"name": "a.txt", "path": "/".join([part] * count)}, 1)
    kept = folder.add(incoming(tmp_path), upload.name, upload.path)
    assert kept.read_bytes() == b"content" and [e.path for e in folder.list()] == [
        f"{upload.path}/a.txt"
    ]


def describe_as_many(part: str) -> int:
    """How deep folders of this name can be nested."""
    for count in range(1, 33):
        try:
            describe("me", {"name": "a.txt", "path": "/".join([part] * count)}, 1)
        except UploadRefused:
            return count - 1
    return 32
