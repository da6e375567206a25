"""Versions of files on disks whose times are whole seconds apart: FAT, HFS+, some of NFS."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.files import openat
from core.files.openat import OpenFolder
from core.files.session_folder import SessionFolder
from core.kit.files.files_folder_source import FolderSource
from core.kit.files.files_listing import Listing
from desktop.launch.source_files import Watch
from desktop.shelf.several.counts import Counts
from tests.support.coarse_times import CoarseTimes


def test_a_picture_that_is_replaced_by_one_as_large_has_other_addresses(
    coarse_times: CoarseTimes, tmp_path: Path
) -> None:
    folder = SessionFolder(tmp_path)
    coarse_times.write(tmp_path / "a.png", b"red")
    [before] = folder.list()
    coarse_times.write(tmp_path / "a.png", b"sea")
    [after] = folder.list()
    assert before.modified == after.modified and before.size == after.size
    assert before.address != after.address and before.thumbnail != after.thumbnail


def test_a_list_of_files_notices_it(coarse_times: CoarseTimes, tmp_path: Path) -> None:
    source = FolderSource(SessionFolder(tmp_path))
    coarse_times.write(tmp_path / "a.png", b"red")
    before = source.files()
    coarse_times.write(tmp_path / "a.png", b"sea")
    assert source.has_changed() and not source.is_current(before[0])
    assert source.updated(before, {"a.png"}) != before


def test_a_list_that_is_read_again_has_the_new_picture(
    coarse_times: CoarseTimes, tmp_path: Path
) -> None:
    listing = Listing(FolderSource(SessionFolder(tmp_path)))
    coarse_times.write(tmp_path / "a.png", b"red")
    assert listing.read()
    coarse_times.write(tmp_path / "a.png", b"sea")
    assert listing.read()


def test_addresses_stay_when_the_time_can_be_trusted(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"red")
    os.utime(tmp_path / "a.png", (0, 0))
    before = SessionFolder(tmp_path).list()
    assert SessionFolder(tmp_path).list() == before


def test_a_file_is_the_same_in_a_list_and_by_itself_as_windows_lists_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(b"red")
    os.utime(tmp_path / "a.png", (0, 0))  # a time that can be trusted, on every disk
    monkeypatch.setattr(openat, "BY_DESCRIPTOR", False)
    monkeypatch.setattr(OpenFolder, "scan", listed_by_windows)
    source = FolderSource(SessionFolder(tmp_path))
    before = source.files()
    assert source.is_current(before[0])
    assert source.updated(before, {"a.png"}) is before


def listed_by_windows(folder: OpenFolder) -> list[ListedByWindows]:
    return [ListedByWindows(item) for item in folder.path.iterdir()]


class ListedByWindows:
    """An entry of a folder, which does not say where the file is on the disk."""

    def __init__(self, path: Path) -> None:
        self.name, self._path = path.name, path

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        return self._path.is_dir()

    def stat(self, *, follow_symlinks: bool) -> os.stat_result:
        found = self._path.stat(follow_symlinks=follow_symlinks)
        values = [found.st_mode, 0, 0, 0, *found[4:]]
        return os.stat_result(values, {"st_mtime_ns": found.st_mtime_ns})


def test_files_are_counted_that_come_under_the_same_time(
    coarse_times: CoarseTimes, tmp_path: Path
) -> None:
    counts = Counts()
    coarse_times.write(tmp_path / "a.png", b"red")
    assert counts.of(tmp_path) == 1
    coarse_times.write(tmp_path / "b.png", b"red")
    assert counts.of(tmp_path) == 2


def test_a_program_that_is_saved_again_is_loaded_again(
    coarse_times: CoarseTimes, tmp_path: Path
) -> None:
    path = coarse_times.write(tmp_path / "program.py", b"a = 1")
    watch = Watch()
    watch.add([str(path)])
    coarse_times.write(path, b"a = 2")
    assert watch.changed()
    assert not watch.changed()
