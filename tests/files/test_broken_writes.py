"""What the window writes on a disk that fails at each call: it is there or not, as reported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.errors import SaveError
from desktop.files.file_writer import write_beside, write_file
from desktop.files.save import Saves
from desktop.system import state_files
from tests.support.broken_disk import BrokenDisk, clear, tree

CONTENT = b"x" * 100_000


@pytest.mark.parametrize("beside", [False, True])
def test_what_the_window_writes_is_there_or_not(
    place: Path, broken: BrokenDisk, beside: bool
) -> None:
    for failure in broken.failures():
        clear(place)
        if not beside:
            (place / "a.txt").write_bytes(b"old")
        before = tree(place)
        failure.begin()
        message = ""
        try:
            if beside:
                write_beside(place, "a.txt", iter([CONTENT]))
            else:
                write_file(place / "a.txt", iter([CONTENT]))
        except SaveError as error:
            message = str(error)
        failure.end()
        if "was not saved" in message:
            if not failure.lasts:
                assert tree(place) == before, failure
            else:
                assert tree(place).get("a.txt") == before.get("a.txt"), failure
        else:
            assert not message or "is in place, but the disk failed" in message, failure
            assert (place / "a.txt").read_bytes() == CONTENT, failure


def test_small_facts_are_stored_or_leave_nothing(place: Path, broken: BrokenDisk) -> None:
    for failure in broken.failures():
        clear(place)
        failure.begin()
        try:
            state_files.store(place / "port", "1234")
        except OSError:
            stored = {}
        else:
            stored = {"port": b"1234"}
        failure.end()
        assert failure.lasts or tree(place) == stored, failure


def test_a_file_that_a_web_view_made_goes_though_the_disk_fails_at_that(
    place: Path, broken: BrokenDisk
) -> None:
    """The failure to remove it does not hide that it was saved."""
    chooses = Chooses(place / "b.txt")
    settings: Any = (None, chooses, lambda caller: None, lambda caller, news: None)
    saves = Saves(*settings)
    for failure in broken.failures():
        clear(place)
        (place / "a.txt").write_bytes(CONTENT)
        chooses.remembered.clear()
        failure.begin()
        try:
            saved = saves.keep(place / "a.txt", "a.txt", None)  # type: ignore[arg-type]
        except SaveError:
            saved = None
        failure.end()
        assert saved is None or (place / "b.txt").read_bytes() == CONTENT, failure
        # The next dialog does not begin where saving failed.
        assert chooses.remembered == ([] if saved is None else [place]), failure


class Chooses:
    """A dialog in which a person chooses this path."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.remembered: list[Path] = []

    def remember(self, folder: Path) -> None:
        self.remembered.append(folder)

    def save_as(self, *_: object) -> Path:
        return self.path
