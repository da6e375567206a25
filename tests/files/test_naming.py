"""Choosing a free name delays only others that choose one in the same folder."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from core.files import copies
from core.files.received_file import File
from core.files.session_folder import SessionFolder

PATIENCE = 30
"""Seconds after which a test gives up waiting: the work itself takes milliseconds."""


class Hold:
    """A function that waits, when called with some arguments, until it may continue."""

    def __init__(self, function: Callable[..., Any], holds: Callable[..., bool]) -> None:
        self.reached, self.open = threading.Event(), threading.Event()
        self._function, self._holds = function, holds

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        if self._holds(*arguments):
            self.reached.set()
            self.open.wait(PATIENCE)
        return self._function(*arguments, **options)


Start = Callable[..., "Future[Path]"]


@pytest.fixture
def start() -> Iterator[Start]:
    with ThreadPoolExecutor() as threads:
        yield threads.submit


def path_of(place: object) -> str:
    """The path of a folder that may be held by its descriptor."""
    return os.readlink(f"/proc/self/fd/{place}") if isinstance(place, int) else str(place)


def received(folder: Path, name: str = "a.txt") -> File:
    path = folder / f"received-{os.urandom(4).hex()}"
    path.write_text(name)
    return File(name, len(name), "", 0, path)


def test_a_save_to_another_disk_holds_up_no_other(
    tmp_path: Path,
    mounted: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    start: Start,
) -> None:
    usb, session = mounted("size=4m"), SessionFolder(tmp_path / "session")
    slow = Hold(copies.temporary_copy, lambda source, folder: source.parent.name == "slow")
    monkeypatch.setattr(copies, "temporary_copy", slow)
    (tmp_path / "slow").mkdir()
    saving = start(received(tmp_path / "slow").save, usb)
    assert slow.reached.wait(PATIENCE)
    try:
        assert start(received(tmp_path).save, session).result(PATIENCE).name == "a.txt"
        assert start(session.rename, "a.txt", "b.txt").result(PATIENCE).name == "b.txt"
        # Not even in the same folder, whose name it has not taken yet.
        assert start(received(tmp_path).save, usb).result(PATIENCE) == usb / "a.txt"
    finally:
        slow.open.set()
    assert saving.result(PATIENCE) == usb / "a (2).txt"
    assert sorted(os.listdir(usb)) == ["a (2).txt", "a.txt"]
    assert os.listdir(tmp_path / "slow") == []


@pytest.mark.parametrize("what", ["save", "rename"])
def test_a_folder_that_hangs_holds_up_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Start, what: str
) -> None:
    hanging, other = SessionFolder(tmp_path / "hanging"), SessionFolder(tmp_path / "other")
    received(tmp_path).save(hanging)
    hold = Hold(os.listdir, lambda place: "hanging" in path_of(place))
    monkeypatch.setattr(os, "listdir", hold)
    if what == "save":
        held = start(received(tmp_path).save, hanging)
    else:
        held = start(hanging.rename, "a.txt", "a (2).txt")
    assert hold.reached.wait(PATIENCE)
    try:
        assert start(received(tmp_path).save, other).result(PATIENCE).name == "a.txt"
    finally:
        hold.open.set()
    assert held.result(PATIENCE).name == "a (2).txt"


def test_files_that_are_saved_at_once_have_names_of_their_own(tmp_path: Path, start: Start) -> None:
    folder = SessionFolder(tmp_path / "session")
    files = [received(tmp_path, name) for name in ("a.txt", "A.txt") * 10]
    for file in files:
        file.folder = "Album" if file.name == "a.txt" else "album"
    saved = [work.result(PATIENCE) for work in [start(file.save, folder) for file in files]]
    assert len({str(path).casefold() for path in saved}) == len(files)
    assert len(os.listdir(folder.folder)) == 1
