"""In which order things become lasting: whenever the power is cut, nothing reported is lost."""

from __future__ import annotations

import errno
import hashlib
import os
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.files import copies, disk, moves
from core.files.received_file import File
from tests.support.broken_disk import BrokenDisk
from tests.support.broken_site import Site
from tests.support.tus import TUS, create, patch
from tests.support.windows import not_on_windows

Order = Callable[[str, str], int]


@pytest.fixture
def broken(quick_disk: Path, monkeypatch: pytest.MonkeyPatch) -> BrokenDisk:
    return BrokenDisk(monkeypatch, quick_disk)


@pytest.fixture
def site(quick_disk: Path, broken: BrokenDisk) -> Site:
    return Site(quick_disk / "uploads", quick_disk)


def places(broken: BrokenDisk, call: str, end: str) -> list[int]:
    """When a call was made for a path with this end."""
    both = zip(broken.calls, broken.paths, strict=True)
    return [index for index, (name, path) in enumerate(both) if name == call and path.endswith(end)]


@pytest.mark.row(27)
@pytest.mark.parametrize("target", ["out/", "b.txt"])
@not_on_windows("it has no call that syncs a folder")
def test_across_disks_the_source_goes_after_the_targets_folder_was_synced(
    quick_disk: Path, broken: BrokenDisk, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    def across(call: Callable[..., object]) -> Callable[..., object]:
        def move(source: Path, *rest: object, **options: object) -> object:
            if Path(source).name == "0.done":
                raise OSError(errno.EXDEV, "another disk")
            return call(source, *rest, **options)

        return move

    monkeypatch.setattr(os, "replace", across(os.replace))
    monkeypatch.setattr(moves, "move_new", across(moves.move_new))
    source = quick_disk / "0.done"
    source.write_bytes(b"abc")
    File("a.txt", 3, "text/plain", 0, source).save(f"{quick_disk}/{target}")
    folder = "/out" if target == "out/" else quick_disk.name
    assert places(broken, "fsync", folder)[0] < places(broken, "unlink", "0.done")[0]


@pytest.mark.row(27)
async def test_the_note_of_what_is_verified_is_lasting_before_other_bytes_come(
    site: Site, broken: BrokenDisk
) -> None:
    url = await create(site.client, 6)
    broken.forget()
    checksum = b64encode(hashlib.sha1(b"abc").digest()).decode()
    answer = await patch(site.client, url, 0, b"abc", **{"Upload-Checksum": f"sha1 {checksum}"})
    assert answer.status_code == 204
    [noted], [written] = places(broken, "fsync", ".verified"), places(broken, "write", ".part")
    assert noted < written
    if os.name == "posix":
        assert noted < places(broken, "fsync", "/uploads")[0] < written


@pytest.mark.row(27)
async def test_a_description_is_synced_before_it_gets_its_name(
    site: Site, broken: BrokenDisk
) -> None:
    created = await site.client.post("/uploads", headers={**TUS, "Upload-Defer-Length": "1"})
    broken.forget()
    url = created.headers["location"]
    assert (await patch(site.client, url, 0, b"abc", **{"Upload-Length": "6"})).status_code == 204
    [renamed], [synced] = places(broken, "replace", ".new"), places(broken, "fsync", ".new")
    assert synced < renamed


@pytest.mark.row(27)
async def test_pieces_go_after_it_is_lasting_what_they_became(
    site: Site, broken: BrokenDisk
) -> None:
    urls = []
    for content in (b"one", b"two"):
        urls.append(await create(site.client, 3, **{"Upload-Concat": "partial"}))
        assert (await patch(site.client, urls[-1], 0, content)).status_code == 204
    broken.forget()
    headers = {**TUS, "Upload-Concat": f"final;{' '.join(urls)}"}
    assert (await site.client.post("/uploads", headers=headers)).status_code == 201
    renamed = places(broken, "replace", ".new")
    assert places(broken, "fsync", ".new")[0] < renamed[0]
    removed = [*places(broken, "unlink", ".done"), *places(broken, "unlink", ".done.txt")]
    assert renamed[-1] < min(removed)
    if os.name == "posix":
        folder = [at for at in places(broken, "fsync", "/uploads") if at > renamed[-1]]
        assert folder and folder[0] < min(removed)


@pytest.mark.parametrize("error", [None, errno.ENOTTY, errno.EIO])
@not_on_windows("it has no call that syncs a folder")
def test_on_macos_the_drive_itself_is_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: int | None
) -> None:
    """By a copy of its constants: fsync(2) leaves the bytes in the memory of the drive there."""
    asked: list[str] = []

    def control(descriptor: int, command: int) -> None:
        asked.append({51: "F_FULLFSYNC"}[command])
        if error is not None:
            raise OSError(error, "refused")

    monkeypatch.setattr(disk, "sys", SimpleNamespace(platform="darwin"))
    macos = SimpleNamespace(F_FULLFSYNC=51, fcntl=control)
    monkeypatch.setattr(disk, "fcntl", macos, raising=False)
    monkeypatch.setattr(os, "fsync", lambda descriptor: asked.append("fsync"))
    (tmp_path / "source").write_bytes(b"whole")
    if error == errno.EIO:
        with pytest.raises(OSError, match="refused"):
            copies.temporary_copy(tmp_path / "source", tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["source"]
        return
    copies.temporary_copy(tmp_path / "source", tmp_path)
    disk.sync_folder(tmp_path)
    once = ["F_FULLFSYNC"] if error is None else ["F_FULLFSYNC", "fsync"]
    assert asked == [*once, *once]
