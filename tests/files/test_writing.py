"""SessionFolder.write: content of a program becomes a file, whole or not at all, over no other."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core.files.errors import NotDurable
from tests.support import disks
from tests.support.api import shows
from tests.support.broken_disk import BrokenDisk, clear, tree

CONTENT = b"new" * 1000


@pytest.fixture
def folder(tmp_path: Path) -> jp.SessionFolder:
    return jp.SessionFolder(tmp_path / "session")


def contents(folder: jp.SessionFolder) -> dict[str, bytes]:
    return {entry.path: folder.path(entry.path).read_bytes() for entry in folder.list()}


@shows("SessionFolder.write")
def test_texts_bytes_files_and_streams_become_files(
    folder: jp.SessionFolder, tmp_path: Path
) -> None:
    source = tmp_path / "source.bin"
    source.write_bytes(CONTENT)
    for name, content in {
        "text.txt": "één\n",
        "bytes": CONTENT,
        "view": memoryview(CONTENT),
        "below/copy.bin": source,
        "stream": io.BytesIO(CONTENT),
        "text stream": io.StringIO("één"),
    }.items():
        assert folder.write(name, content) == folder.folder / name
    with source.open("rb") as stream:
        folder.write("below/deeper/open", stream)
    assert contents(folder) == {
        "below/copy.bin": CONTENT,
        "below/deeper/open": CONTENT,
        "bytes": CONTENT,
        "stream": CONTENT,
        "text stream": "één".encode(),
        "text.txt": "één\n".encode(),
        "view": CONTENT,
    }
    assert source.read_bytes() == CONTENT


def test_a_file_is_replaced_only_if_that_is_said(folder: jp.SessionFolder) -> None:
    assert folder.write("a.txt", "1").name == "a.txt"
    assert folder.write("a.txt", "2").name == "a (2).txt"
    assert folder.write("a.txt", "3", replace=True).name == "a.txt"
    assert folder.write("b/c.txt", "4", replace=True).name == "c.txt"
    assert folder.write("b", "5", replace=True).name == "b (2)"  # a folder stays
    expected = {"a.txt": b"3", "a (2).txt": b"2", "b/c.txt": b"4", "b (2)": b"5"}
    if disks.has_symlinks(folder.folder):
        (folder.folder / "link").symlink_to(folder.folder / "a.txt")
        assert folder.write("link", "6", replace=True).name == "link (2)"
        expected["link (2)"] = b"6"
    assert contents(folder) == expected
    assert [name for name in os.listdir(folder.folder) if name[0] == "."] == []


@pytest.mark.parametrize("name", ["../../up.txt", "/etc/passwd", "a:b?.txt", ".hidden"])
def test_nothing_is_written_outside_or_hidden(
    folder: jp.SessionFolder, tmp_path: Path, name: str
) -> None:
    try:
        written = folder.write(name, "text")
    except jp.FileError:
        assert not folder.folder.exists()
    else:
        assert written.is_relative_to(folder.folder)
        assert list(contents(folder).values()) == [b"text"]
    assert set(os.listdir(tmp_path)) <= {"session"}


class Camera(io.RawIOBase):
    def read(self, size: int = -1) -> bytes:
        raise RuntimeError("The camera was unplugged.")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: 5, TypeError),
        (lambda: None, TypeError),
        (lambda: ["a"], TypeError),
        (lambda: "\ud800", UnicodeEncodeError),
        (Camera, RuntimeError),
        (lambda: Path("/nowhere/at/all"), FileNotFoundError),
    ],
)
def test_what_cannot_be_written_leaves_nothing(
    folder: jp.SessionFolder, make: Callable[[], Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        folder.write("below/a.txt", make())
    assert not folder.folder.exists()


@pytest.mark.parametrize("replace", [False, True])
def test_on_a_disk_that_fails_it_is_written_or_not_and_which_is_said(
    place: Path, broken: BrokenDisk, replace: bool
) -> None:
    folder, name = jp.SessionFolder(place / "session"), "a.txt" if replace else "a (2).txt"
    for failure in broken.failures():
        clear(place)
        folder.made()
        (folder.folder / "a.txt").write_bytes(b"old")
        before = tree(place)
        failure.begin()
        try:
            written = folder.write("a.txt", CONTENT, replace=replace)
        except NotDurable:
            written = folder.folder / name
        except OSError:
            written = None
        failure.end()
        if written is not None:
            assert written.read_bytes() == CONTENT, failure
            assert written == folder.folder / name, failure
        else:
            parts = [name for name in tree(place) if name.endswith(".part")]
            assert not parts or failure.lasts, failure  # which `cleanup` removes
            left = {name: found for name, found in tree(place).items() if name not in parts}
            assert left == before, failure
        if not replace:
            assert (folder.folder / "a.txt").read_bytes() == b"old", failure
