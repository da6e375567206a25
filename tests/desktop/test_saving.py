"""Writing where the person wants it: whole or not at all, and with a reason."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.files import path_limits
from desktop.errors import FetchError, SaveError
from desktop.files.file_writer import explain, write_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_file(tmp_path / "a.txt", iter([b"one ", b"", b"two"]))
    assert (tmp_path / "a.txt").read_bytes() == b"one two"
    assert names(tmp_path) == ["a.txt"]


def test_a_broken_download_leaves_the_old_file(tmp_path: Path) -> None:
    def breaks() -> Iterator[bytes]:
        yield b"half"
        raise FetchError("The download broke off.")

    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(FetchError):
        write_file(tmp_path / "a.txt", breaks())
    assert (tmp_path / "a.txt").read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(SaveError, match="is a folder. Choose another name"):
        write_file(tmp_path / "folder", iter([b"x"]))
    assert names(tmp_path) == ["folder"]


@pytest.mark.skipif(os.name != "posix", reason="devices are files on Unix only")
def test_a_device_is_not_replaced() -> None:
    with pytest.raises(SaveError, match="is a device"):
        write_file(Path(os.devnull), iter([b"x"]))
    assert Path(os.devnull).is_char_device()


def test_a_folder_that_vanished_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="“a.txt” was not saved in .*gone.*Choose another one"):
        write_file(tmp_path / "gone" / "a.txt", iter([b"x"]))


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int, _data: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(SaveError, match="The disk is full"):
        write_file(tmp_path / "a.txt", iter([b"x"]))
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="symlinks need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", iter([b"new"]))
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("n" * 300, "The name is too long"), ("a\0b", "no file can have that name")],
)
def test_a_name_that_no_disk_accepts_is_explained(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(SaveError, match=reason):
        write_file(tmp_path / name, iter([b"x"]))
    assert names(tmp_path) == []


def test_a_path_that_is_too_long_for_windows_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(path_limits, "LONGEST", len(str(tmp_path)) + 40)
    write_file(tmp_path / "a.txt", iter([b"x"]))
    with pytest.raises(SaveError, match="The name is too long"):
        write_file(tmp_path / ("n" * 40), iter([b"x"]))
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_that_may_not_be_entered_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: object, **_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "stat", refused)  # tests may run as root, who may enter all
    with pytest.raises(SaveError, match="You may not write there. Choose another folder"):
        write_file(tmp_path / "a.txt", iter([b"x"]))


def test_an_unknown_error_has_advice_too() -> None:
    folder = Path("/folder")
    message = explain(folder / "a.txt", OSError(errno.EIO, "Input/output error"))
    assert message == (
        f"“a.txt” was not saved in {folder}: Input/output error. "
        "Try again, or choose another folder."
    )
