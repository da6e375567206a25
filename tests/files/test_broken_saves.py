"""Saves and changes of folders on a disk that fails at each call: what is said is true, nothing is
lost, and nothing is left behind.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.files import disk, moves
from core.files.errors import FileError, NotDurable
from core.files.placement import Placement
from core.files.received_file import File
from core.files.session_folder import SessionFolder
from tests.support.broken_disk import BrokenDisk, clear, tree
from tests.support.windows import not_on_windows

CONTENT = b"x" * 100_000


def files(folder: Path) -> dict[str, bytes]:
    """The files among them."""
    return {name: content for name, content in tree(folder).items() if content}


def received(folder: Path) -> File:
    folder.mkdir()
    path = folder / "0.done"
    path.write_bytes(CONTENT)
    return File("a.txt", len(CONTENT), "text/plain", 0, path, folder="holiday/beach")


Target = Callable[[Path], "Path | SessionFolder | str"]


TARGETS: dict[str, tuple[Target, str]] = {
    "session": (lambda place: SessionFolder(place / "s"), "s/holiday/beach/a.txt"),
    "new folder": (lambda place: f"{place}/out/", "out/a.txt"),
    "new file": (lambda place: place / "b.txt", "b.txt"),
    "other file": (lambda place: place / "old.txt", "old.txt"),
}


@pytest.mark.parametrize("links", [False, True])
@pytest.mark.parametrize("kind", TARGETS)
def test_a_file_is_saved_or_not_and_which_is_said(
    place: Path, broken: BrokenDisk, kind: str, links: bool
) -> None:
    target, name = TARGETS[kind]
    broken.links = links
    for failure in broken.failures():
        clear(place)
        (place / "old.txt").write_bytes(b"old")
        file = received(place / "uploads")
        before = tree(place)
        failure.begin()
        try:
            file.save(target(place))
        except NotDurable as error:
            assert "in place" in str(error) and error.file is file, failure
            is_saved = True
        except FileError as error:
            assert "was not saved" in str(error), failure
            is_saved = False
        else:
            is_saved = True
        failure.end()
        assert file.saved == is_saved, failure
        if is_saved:
            assert (place / name).read_bytes() == CONTENT, failure
            assert file.path == place / name, failure
        else:
            assert files(place) == {name: content for name, content in before.items() if content}, (
                failure
            )
            assert failure.lasts or tree(place) == before, failure
            file.save(target(place))
            assert (place / name).read_bytes() == CONTENT, failure
        file.discard()
        assert not (place / "uploads" / "0.done").exists(), failure


def test_a_second_save_leaves_the_first_and_no_copy(place: Path, broken: BrokenDisk) -> None:
    for failure in broken.failures():
        clear(place)
        file = received(place / "uploads")
        file.save(place / "first.txt")
        before = tree(place)
        failure.begin()
        try:
            file.save(f"{place}/out/")
        except NotDurable:
            failure.end()
            assert file.path.read_bytes() == CONTENT
        except FileError as error:
            failure.end()
            assert "was not saved" in str(error)
            if not failure.lasts:
                assert tree(place) == before, failure
        failure.end()
        assert (place / "first.txt").read_bytes() == CONTENT


def test_a_file_of_another_disk_is_there_before_it_goes_here(
    place: Path, quick_disk: Path, broken: BrokenDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its source is removed last, after the folder of the target was synced."""
    other = quick_disk / "other"
    other.mkdir()

    def across(call: Callable[..., object]) -> Callable[..., object]:
        def move(source: Path, target: Path, *rest: object, **held: object) -> object:
            if other in Path(source).parents:
                raise OSError(errno.EXDEV, "another disk")
            return call(source, target, *rest, **held)

        return move

    monkeypatch.setattr(os, "replace", across(os.replace))
    monkeypatch.setattr(moves, "move_new", across(moves.move_new))
    for failure in broken.failures():
        clear(place)
        clear(other)
        file = received(other / "uploads")
        failure.begin()
        try:
            file.save(f"{place}/out/")
        except NotDurable:
            pass
        except FileError:
            failure.end()
            assert (other / "uploads" / "0.done").exists(), failure
            if not failure.lasts:
                assert tree(place) == {}, failure
        failure.end()
        assert file.saved == (place / "out" / "a.txt").exists(), failure
        if file.saved:
            file.discard()
            assert file.path.read_bytes() == CONTENT
            assert not (other / "uploads" / "0.done").exists()


@not_on_windows("it has no call that syncs a folder")
def test_files_of_a_form_are_in_place_where_only_syncing_fails(
    place: Path, broken: BrokenDisk
) -> None:
    for failure in broken.failures():
        clear(place)
        file = received(place / "uploads")
        file.placement = Placement()
        file.save(SessionFolder(place / "s"))
        failure.begin()
        with pytest.raises(NotDurable, match=r"is in place, but .* a power cut may undo it"):
            file.placement.sync()
            if not failure.happened:
                raise NotDurable(place, OSError())  # all calls had their turn
        failure.end()
        assert file.path.read_bytes() == CONTENT


def test_a_name_is_changed_or_not(place: Path, broken: BrokenDisk) -> None:
    folder = SessionFolder(place / "s")
    for failure in broken.failures():
        clear(place)
        folder.add(received(place / "uploads").path, "a.txt", "deep")
        failure.begin()
        try:
            folder.rename("deep/a.txt", "b.txt")
        except OSError:
            name = "deep/a.txt"
        else:
            name = "deep/b.txt"
        failure.end()
        assert [entry.path for entry in folder.list()] == [name], failure


def test_a_file_is_removed_or_not(place: Path, broken: BrokenDisk) -> None:
    folder = SessionFolder(place / "s")
    for failure in broken.failures():
        clear(place)
        folder.add(received(place / "uploads").path, "a.txt", "deep")
        failure.begin()
        try:
            folder.remove("deep/a.txt")
        except OSError:
            left = 1
        else:
            left = 0
        failure.end()
        assert len(folder.list()) == left, failure


def test_a_folder_that_cannot_be_synced_is_no_failure() -> None:
    """As on disks that know no fsync of folders."""
    disk.sync_folder(Path("/proc"))
