"""What a failing disk does not let us remove is removed later: that, and nothing else."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from core.uploads.engine import Uploads
from core.uploads.errors import UnknownUpload
from core.uploads.removals import Removals
from tests.support import tus
from tests.support.broken_disk import BrokenDisk
from tests.support.tus import create, upload_id


def remount(disk: Path, option: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{option}", str(disk)], check=True)


@pytest.mark.parametrize("where", ["the same disk", "another disk"])
async def test_saved_file_stays_although_the_disk_of_uploads_can_only_be_read(
    mounted: Callable[[str], Path], tmp_path: Path, where: str
) -> None:
    """The handler has saved it; what is removed after the handler is what it did not save."""
    disk = mounted("size=4m")
    uploads = tus.uploads(disk)
    async with tus.client(uploads) as client:
        [file] = uploads.claims.take("me", [upload_id(await create(client, 0))])
    if where == "another disk":
        remount(disk, "ro")
    file.save(f"{disk if where == 'the same disk' else tmp_path}/out/")
    remount(disk, "ro")
    uploads.claims.discard([file])
    remount(disk, "rw")
    uploads.store.prepare()
    assert file.path.exists()
    assert not file.path.is_relative_to(uploads.store.folder)


async def test_file_that_is_removed_later_goes_to_no_other_handler(
    uploads: Uploads, client: httpx.AsyncClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It could go while that one works with it."""
    broken = BrokenDisk(monkeypatch, tmp_path)
    wanted = upload_id(await create(client, 0))
    files = uploads.claims.take("me", [wanted])
    broken.fail(0, 5, lasts=True, failed=lambda name: None)
    uploads.claims.discard(files)
    broken.heal()
    assert files[0].path.exists()
    with pytest.raises(UnknownUpload):
        uploads.claims.take("me", [wanted])
    uploads.store.prepare()
    assert not files[0].path.exists()


def test_one_path_that_can_never_be_removed_keeps_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows removes nothing that another program has open."""
    names = ["in use", "a", "b"]
    for name in names:
        (tmp_path / name).touch()
    broken = BrokenDisk(monkeypatch, tmp_path)
    broken.fail(0, 5, lasts=True, failed=lambda name: None)
    removals = Removals()
    removals.remove(*(tmp_path / name for name in names))
    broken.heal()
    unlink = os.unlink

    def in_use(path: Path, **options: int) -> None:
        if Path(path).name == "in use":
            raise PermissionError(13, "in use")
        unlink(path, **options)

    monkeypatch.setattr(os, "unlink", in_use)
    for _ in names:
        removals.retry()
    assert [path.name for path in tmp_path.iterdir()] == ["in use"]
