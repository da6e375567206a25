"""--data-dir: which folders a program takes for its own."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from desktop.start.commandline import parse
from desktop.start.plan import Plan
from desktop.system import paths
from desktop.system.errors import FolderError

on_posix = pytest.mark.skipif(os.name != "posix", reason="other systems have no such permissions")


@on_posix
def test_a_folder_of_somebody_is_refused_and_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "uploads").mkdir(mode=0o755)
    (tmp_path / "letter.txt").write_text("dear")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FolderError, match="--data-dir DIR"):
        Plan.of(parse(["--data-dir", "."]))
    assert {path.name for path in tmp_path.iterdir()} == {"uploads", "letter.txt"}
    for folder in (tmp_path, tmp_path / "uploads"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o755


@pytest.mark.parametrize("there", [[], ["lost+found"], ["sessions", "uploads"]])
def test_one_that_is_empty_or_was_begun_is_taken_again_and_again(
    tmp_path: Path, there: list[str]
) -> None:
    for name in there:
        (tmp_path / "data" / name).mkdir(parents=True)
    for _ in range(2):
        Plan.of(parse(["--data-dir", str(tmp_path / "data")]))
        (tmp_path / "data" / "note of the owner.txt").write_text("mine by now")


def test_a_folder_that_another_start_is_making_is_taken(tmp_path: Path) -> None:
    """Between its first file and the secret there are files that look like somebody's."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "tmp-probe").touch()
    looked = threading.Event()

    def make() -> None:
        looked.wait()
        (data / "sessions").mkdir()
        (data / "secret").write_text("x" * 64)

    other = threading.Thread(target=make)
    other.start()
    real = paths.looks_free

    def looks_free(folder: Path) -> bool:
        found = real(folder)
        looked.set()
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "looks_free", looks_free)
        assert paths.is_free(data)
    other.join()


@on_posix
@pytest.mark.parametrize("is_allowed", [True, False])
def test_a_disk_without_rights_is_warned_of(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    is_allowed: bool,
) -> None:
    """FAT and exFAT show folders as open to all; chmod does nothing there, or is refused."""

    def chmod(path: Path, mode: int) -> None:
        if not is_allowed:
            raise PermissionError(errno.EPERM, "Operation not permitted")

    (tmp_path / "data").mkdir(mode=0o755)
    (tmp_path / "data").chmod(0o755)
    monkeypatch.setattr(Path, "chmod", chmod)
    folders = Plan.of(parse(["--data-dir", str(tmp_path / "data")])).folders
    [warning] = [each for each in caplog.records if each.levelname == "WARNING"]
    assert str(folders.data) in warning.getMessage() and "--data-dir" in warning.getMessage()


@on_posix
def test_a_private_folder_is_not(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Plan.of(parse(["--data-dir", str(tmp_path / "data")]))
    assert caplog.records == []
