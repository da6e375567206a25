"""Windows refuses to remove, rename and replace files that somebody has open, for that long."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.files import disk
from core.files.session_folder import SessionFolder
from core.files.whole_file import write_whole
from desktop.files.file_writer import write_file
from desktop.system import state_files
from tests.support.tus import TUS, create, patch

SHARING, DENIED = 32, 5


class InUse:
    """Refuses calls as Windows does while a file is open, so many times each.

    Attributes:
        refused: the calls that were refused.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int, number: int) -> None:
        self.refused: list[str] = []
        self._times, self._number = times, number
        for name in ("unlink", "replace", "rename"):
            monkeypatch.setattr(os, name, self._refusing(name, getattr(os, name)))
        monkeypatch.setattr(disk, "PAUSE", 0)

    def _refusing(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if self.refused.count(name) < self._times:
                self.refused.append(name)
                error = PermissionError(errno.EACCES, "The process cannot access the file")
                error.winerror = self._number  # type: ignore[attr-defined, unused-ignore]
                raise error
            return real(*arguments, **options)

        return call


@pytest.fixture(params=[SHARING, DENIED])
def in_use(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> InUse:
    return InUse(monkeypatch, 3, request.param)


async def test_an_upload_is_stored_and_removed(client: httpx.AsyncClient, in_use: InUse) -> None:
    whole, begun = await create(client, 3), await create(client, 3)
    assert (await patch(client, whole, 0, b"abc")).status_code == 204
    assert in_use.refused == ["replace"] * 3
    for url in (whole, begun):
        assert (await client.delete(url, headers=TUS)).status_code == 204
        assert (await client.head(url, headers=TUS)).status_code in (404, 410)
    assert in_use.refused[3:] == ["unlink"] * 3


def test_files_of_a_session_are_replaced_renamed_and_removed(
    tmp_path: Path, in_use: InUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = SessionFolder(tmp_path / "session").made()
    folder.write("a.txt", "old")
    assert folder.write("a.txt", "new", replace=True).read_text() == "new"
    folder.remove("a.txt")
    assert folder.list() == []
    assert {"replace", "unlink"} <= set(in_use.refused)


def test_what_a_program_and_a_person_save_is_written(tmp_path: Path, in_use: InUse) -> None:
    write_whole(tmp_path / "settings", b"kept")
    assert (tmp_path / "settings").read_bytes() == b"kept"
    in_use.refused.clear()
    write_file(tmp_path / "saved", [b"whole"])
    assert (tmp_path / "saved").read_bytes() == b"whole"
    assert in_use.refused[:3] == ["replace"] * 3
    in_use.refused.clear()
    state_files.store(tmp_path / "port", "1234")
    assert state_files.read(tmp_path / "port") == "1234"
    assert in_use.refused == ["replace"] * 3


def test_waiting_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "PATIENCE", 0.05)
    in_use = InUse(monkeypatch, 1_000_000, SHARING)
    (tmp_path / "a").touch()
    with pytest.raises(PermissionError):
        disk.remove(tmp_path / "a")
    assert len(in_use.refused) > 1


def test_other_refusals_are_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "PATIENCE", 1_000_000)
    in_use = InUse(monkeypatch, 1, 1224)  # ERROR_USER_MAPPED_FILE: it is mapped for good
    (tmp_path / "a").touch()
    with pytest.raises(PermissionError):
        disk.remove(tmp_path / "a")
    assert in_use.refused == ["unlink"]


def test_a_file_that_is_read_is_removed_once_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "read"
    path.write_bytes(b"content")
    with path.open("rb") as file:
        removing = threading.Thread(target=disk.remove, args=(path,))
        removing.start()
        assert file.read() == b"content"
    removing.join()
    assert not path.exists()


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EBADF, errno.ENOTSUP])
async def test_uploads_work_where_folders_cannot_be_synced(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):
            raise OSError(number, os.strerror(number))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    url = await create(client, 3)
    assert (await patch(client, url, 0, b"abc")).status_code == 204
