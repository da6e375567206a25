"""Batches on disk: one description for all files, and each file still an upload like any other."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.files import disk
from core.uploads.engine import Uploads
from core.uploads.errors import UnknownUpload
from core.uploads.limits import UploadLimits
from tests.support import tus
from tests.support.tus import TUS, offset, stored
from tests.uploads.test_direct import batch, framed

Later = Callable[[float], None]


async def sent(client: httpx.AsyncClient, *contents: bytes) -> list[str]:
    files = [{"name": f"{n}.txt", "size": len(each)} for n, each in enumerate(contents)]
    answer = await batch(client, framed(files, *contents))
    assert answer.status_code == 201
    return list(answer.json()["ids"])


def again(uploads: Uploads) -> Uploads:
    """The engine after a restart."""
    return Uploads(uploads.store.folder, uploads.limits)


async def status(client: httpx.AsyncClient, upload_id: str) -> int:
    return (await client.head(f"/uploads/{upload_id}", headers=TUS)).status_code


async def test_a_batch_makes_one_file_more_than_it_has(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    opened: Any = os.open

    def counted(path: Path, flags: int, *arguments: Any, **options: Any) -> int:
        if flags & os.O_CREAT:
            made.append(path)
        return int(opened(path, flags, *arguments, **options))

    monkeypatch.setattr(os, "open", counted)
    await sent(client, *[b"x"] * 50)
    assert len(made) == 51


async def test_restart_finds_every_file_of_a_batch(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    contents = [b"first", b"", b"third"]
    ids = await sent(client, *contents)
    restarted = again(uploads)
    like = await restarted.described("me", ids[2])
    assert [(found.id, at) for found, at in await restarted.resumable(like)] == [(ids[2], 5)]
    assert restarted.has_owner("me")
    files = restarted.claims.take("me", ids)
    assert [file.read() for file in files] == contents
    assert [file.name for file in files] == ["0.txt", "1.txt", "2.txt"]


async def test_another_session_gets_none_of_it(uploads: Uploads, client: httpx.AsyncClient) -> None:
    for upload_id in await sent(client, b"x", b"y"):
        with pytest.raises(UnknownUpload):
            uploads.claims.take("somebody else", [upload_id])


async def test_delivered_files_answer_until_they_expire(
    uploads: Uploads, client: httpx.AsyncClient, tmp_path: Path, later: Later
) -> None:
    ids = await sent(client, b"kept", b"dropped")
    files = uploads.claims.take("me", ids)
    files[0].save(tmp_path / "kept.txt")
    uploads.claims.discard(files)
    restarted = again(uploads)
    async with tus.client(restarted) as other:
        for asked in (client, other):
            assert [await offset(asked, f"/uploads/{each}") for each in ids] == [4, 7]
        assert not restarted.has_owner("me")
        later(UploadLimits().keep_delivered + 60)
        assert await status(other, ids[0]) == 410
        assert restarted.expiry.remove_expired() == 2
        assert [await status(other, each) for each in ids] == [404, 404]
    assert stored(restarted) == []


async def test_nobody_takes_them_in_time(
    uploads: Uploads, client: httpx.AsyncClient, later: Later
) -> None:
    await sent(client, b"x", b"y")
    assert uploads.expiry.remove_expired() == 0
    later(UploadLimits().keep_finished + 60)
    assert again(uploads).expiry.remove_expired() == 2
    assert stored(uploads) == []


async def test_one_is_removed_and_the_others_stay(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    ids = await sent(client, b"first", b"second", b"third")
    assert (await client.delete(f"/uploads/{ids[1]}", headers=TUS)).status_code == 204
    restarted = again(uploads)
    async with tus.client(restarted) as other:
        assert [await status(other, each) for each in ids] == [200, 404, 200]
        assert [file.read() for file in restarted.claims.take("me", [ids[0], ids[2]])] == [
            b"first",
            b"third",
        ]
    for upload_id in (ids[0], ids[2]):
        assert (await client.delete(f"/uploads/{upload_id}", headers=TUS)).status_code == 204
    assert stored(uploads) == []


async def test_a_description_that_is_half_removed_is_none(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    ids = await sent(client, b"first", b"second")
    [descriptions] = uploads.store.folder.glob("*/descriptions")
    with descriptions.open("r+b") as file:
        file.write(b" " * 20)
    async with tus.client(again(uploads)) as other:
        assert [await status(other, each) for each in ids] == [404, 200]


@pytest.mark.parametrize("suffix", ["part", "batch"])
async def test_what_a_crash_left_is_swept(
    uploads: Uploads,
    client: httpx.AsyncClient,
    later: Later,
    caplog: pytest.LogCaptureFixture,
    suffix: str,
) -> None:
    caplog.set_level("INFO", "core.uploads.expiry")
    left = uploads.store.folder / f"{'1' * 32}.{suffix}"
    left.mkdir()
    (left / "x.done").touch()
    restarted = again(uploads)
    restarted.expiry.remove_expired()
    assert left.exists()  # it may be being written
    later(UploadLimits().keep_unfinished + 60)
    restarted.expiry.remove_expired()
    assert stored(restarted) == [] and left.name in caplog.text


@pytest.mark.parametrize("call", ["sync_files", "sync_folder"])
async def test_a_disk_that_fails_leaves_nothing(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fails(_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as broken:
        broken.setattr(disk, call, fails)
        answer = await batch(client, framed([{"name": "a", "size": 1}], b"x"))
        assert answer.status_code == 507
    assert stored(uploads) == [] and not uploads.has_owner("me")
    assert await sent(client, b"x")
