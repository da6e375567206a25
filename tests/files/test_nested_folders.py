"""Session folders with folders in them, and new names for their files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.files import disk
from core.files.errors import UnsafeName
from core.files.received_file import File
from core.files.session_folder import SessionFolder
from tests.support import disks
from tests.support.session_files import contents, incoming, paths


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path / "sessions" / "abc")


def test_folders_are_kept_and_listed(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "top.txt")
    kept = folder.add(incoming(folder), "sea.jpg", "Holiday/beach")
    assert kept == folder.folder / "Holiday" / "beach" / "sea.jpg"
    assert disks.is_private(kept.parent) and disks.is_private(kept.parent.parent)
    [inner, top] = folder.list()
    assert (inner.name, inner.folder, inner.path) == (
        "sea.jpg",
        "Holiday/beach",
        "Holiday/beach/sea.jpg",
    )
    assert (inner.size, inner.type) == (7, "image/jpeg")
    assert (top.folder, top.path) == ("", "top.txt")
    assert folder.path(inner.path) == kept
    assert folder.size() == 14


def test_folder_in_another_case_is_the_same(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "a.txt", "Holiday")
    folder.add(incoming(folder), "A.txt", "holiday")
    assert paths(folder) == ["Holiday/A (2).txt", "Holiday/a.txt"]


def test_folder_whose_name_a_file_has_gets_a_number(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "holiday")
    folder.add(incoming(folder), "a.txt", "holiday")
    folder.add(incoming(folder), "b.txt", "holiday")
    assert paths(folder) == ["holiday", "holiday (2)/a.txt", "holiday (2)/b.txt"]


@pytest.mark.row(23)
def test_folder_is_not_reached_through_a_symlink(folder: SessionFolder, tmp_path: Path) -> None:
    disks.need_symlinks(tmp_path)
    elsewhere = disk.private_folder(tmp_path / "elsewhere")
    disk.private_folder(folder.folder)
    (folder.folder / "holiday").symlink_to(elsewhere)
    folder.add(incoming(folder), "a.txt", "holiday")
    assert list(elsewhere.iterdir()) == []
    assert paths(folder) == ["holiday (2)/a.txt"]


@pytest.mark.row(19)
@pytest.mark.parametrize("parts", ["../x", "a/../../x", "/".join(["x"] * 40)])
def test_folder_that_leads_out_or_too_deep_is_refused(folder: SessionFolder, parts: str) -> None:
    source = incoming(folder)
    with pytest.raises(UnsafeName):
        folder.add(source, "a.txt", parts)
    assert source.exists() and paths(folder) == []


def test_links_and_too_deep_ones_are_not_listed(folder: SessionFolder, tmp_path: Path) -> None:
    folder.add(incoming(folder), "a.txt", "x")
    (folder.folder / ".git").mkdir()
    (folder.folder / ".git" / "config").touch()
    if disks.has_symlinks(tmp_path):
        (folder.folder / "linked").symlink_to(tmp_path)
    deep = folder.folder.joinpath(*["d"] * 34)
    deep.mkdir(parents=True)
    (deep / "deep.txt").touch()
    assert paths(folder) == [".git/config", "x/a.txt"]


def test_what_others_put_in_or_take_away_is_seen(folder: SessionFolder) -> None:
    kept = folder.add(incoming(folder), "a.txt")
    kept.unlink()
    (folder.folder / "by hand").mkdir()
    (folder.folder / "by hand" / "b.txt").write_text("12345")
    assert [(e.path, e.size) for e in folder.list()] == [("by hand/b.txt", 5)]


def test_last_file_takes_its_empty_folders_along(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "a.txt", "x/y/z")
    folder.add(incoming(folder), "b.txt", "x")
    folder.remove("x/y/z/a.txt")
    assert [path.name for path in (folder.folder / "x").iterdir()] == ["b.txt"]
    folder.remove("x/b.txt")
    assert list(folder.folder.iterdir()) == []  # and the session's own folder stays


def test_saving_into_a_session_folder_keeps_the_folders(folder: SessionFolder) -> None:
    file = File("a.txt", 7, "text/plain", 0, incoming(folder), folder="x/y")
    assert file.save(folder) == folder.folder / "x" / "y" / "a.txt" == file.path
    assert file.save(folder).name == "a (2).txt"  # a further one is a copy
    assert contents(folder) == [b"content", b"content"]


async def test_files_have_twins_that_do_not_block(folder: SessionFolder) -> None:
    file = File("a.txt", 7, "text/plain", 0, incoming(folder))
    assert await file.aread() == b"content"
    assert (await file.adigest("sha1")) == "040f06fd774092478d450774f5ba30c5da78acc8"
    assert (await file.asave(folder)).name == "a.txt" and file.saved


def test_renamed_file_keeps_its_folder(folder: SessionFolder) -> None:
    folder.add(incoming(folder), "a.txt", "x")
    assert folder.rename("x/a.txt", "sub/b\0.txt").name == "sub_b_.txt"
    assert paths(folder) == ["x/sub_b_.txt"]


def test_renaming_never_replaces(folder: SessionFolder) -> None:
    folder.add(incoming(folder, b"first"), "a.txt")
    folder.add(incoming(folder, b"second"), "b.txt")
    for taken in ("b.txt", "B.TXT"):
        with pytest.raises(FileExistsError, match="already. Choose another"):
            folder.rename("a.txt", taken)
    assert folder.rename("a.txt", "A.txt").name == "A.txt"
    assert folder.rename("A.txt", "A.txt").name == "A.txt"
    assert [(e.name, folder.path(e.name).read_bytes()) for e in folder.list()] == [
        ("A.txt", b"first"),
        ("b.txt", b"second"),
    ]
    with pytest.raises(FileNotFoundError):
        folder.rename("missing", "c.txt")
    with pytest.raises(UnsafeName):
        folder.rename("b.txt", "..")


def test_a_second_name_of_the_same_file_in_another_case_is_taken(folder: SessionFolder) -> None:
    path = folder.add(incoming(folder), "a.txt")
    try:
        os.link(path, path.with_name("A.txt"))
    except OSError:
        pytest.skip("this disk has no second names, or ignores cases")
    with pytest.raises(FileExistsError, match="“A.txt” exists already"):
        folder.rename("a.txt", "A.txt")
