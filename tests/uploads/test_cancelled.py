"""A request may end at any of its awaits, once or twice: nothing goes on behind its back."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from core.files.session_folder import SessionFolder
from core.uploads import local_copy
from core.uploads.append import Body
from core.uploads.engine import Uploads
from core.uploads.hashes import Checksum
from core.uploads.info import UploadInfo
from core.uploads.local_files import Contents, LocalFile
from core.web.transfers import Transfers
from tests.support import tus
from tests.support.cancelling import SlowDisk, cut_at, open_below

CONTENT = os.urandom((1 << 20) + 300_000)
CHUNK = 200_000

Cut = Callable[[Uploads], Coroutine[Any, Any, Any]]
Check = Callable[[Uploads], Awaitable[None]]

pytestmark = pytest.mark.parametrize("times", [1, 3])


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> SlowDisk:
    return SlowDisk(monkeypatch)


async def body(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), CHUNK):
        await asyncio.sleep(0)  # the network is another place to be cancelled at
        yield content[start : start + CHUNK]


async def at_each(slow: SlowDisk, tmp_path: Path, times: int, work: Cut, check: Check) -> None:
    """Cancel at the first await, the second one, ... each time on an engine of its own."""
    for number in itertools.count(1):
        folder = tmp_path / f"{number}"
        folder.mkdir(parents=True)
        uploads = tus.uploads(folder)
        reached = await cut_at(work(uploads), number, times)
        assert slow.busy == 0, f"cancelled at await {number}, work goes on behind its back"
        assert not uploads.in_use
        await check(uploads)
        assert open_below(folder) == [], f"cancelled at await {number}, a file stays open"
        if not reached:
            assert number > 3, "nothing was cancelled"
            return


def new(name: str = "a.bin", size: int | None = len(CONTENT), **fields: Any) -> UploadInfo:
    return UploadInfo("me", name, size, "", 0, **fields)


def left(uploads: Uploads) -> list[str]:
    return tus.stored(uploads)


@pytest.mark.parametrize("kind", ["plain", "hashed", "checked"])
async def test_an_upload_goes_on_where_it_was_told(
    slow: SlowDisk, tmp_path: Path, times: int, kind: str
) -> None:
    upload = new(algorithm="sha256" if kind == "hashed" else "")

    def checksum(content: bytes) -> Checksum | None:
        return Checksum("sha1", hashlib.sha1(content).digest()) if kind == "checked" else None

    async def receive(uploads: Uploads) -> None:
        await uploads.create(upload)
        sent = Body(checksum=checksum(CONTENT))
        await uploads.receive("me", upload.id, sent, body(CONTENT))

    async def check(uploads: Uploads) -> None:
        offset = (await uploads.status("me", upload.id)).offset
        assert offset == uploads.store.offset(upload)
        if offset < len(CONTENT):
            rest = CONTENT[offset:]
            await uploads.receive("me", upload.id, Body(offset), body(rest))
        [file] = uploads.claims.take("me", [upload.id])
        assert file.read() == CONTENT
        assert kind != "hashed" or file.digests == {"sha256": hashlib.sha256(CONTENT).hexdigest()}

    await at_each(slow, tmp_path, times, receive, check)


@pytest.mark.parametrize("size", [len(CONTENT), None])
async def test_a_file_that_cannot_be_continued_leaves_nothing(
    slow: SlowDisk, tmp_path: Path, times: int, size: int | None
) -> None:
    upload = new(size=size)

    async def put(uploads: Uploads) -> None:
        await uploads.store_whole(upload, body(CONTENT), size)

    async def check(uploads: Uploads) -> None:
        if any(".done" in name for name in left(uploads)):  # it was not cut off
            assert uploads.claims.take("me", [upload.id])[0].read() == CONTENT
        else:
            assert left(uploads) == []
            assert uploads.store.index.bytes_of("me") == 0

    await at_each(slow, tmp_path, times, put, check)


async def test_a_batch_is_all_there_or_not_at_all(
    slow: SlowDisk, tmp_path: Path, times: int
) -> None:
    files = []
    for number in range(4):
        path = tmp_path / f"{number}.bin"
        path.write_bytes(CONTENT[:400_000])
        files.append(LocalFile.at(path))
    batch = [new(file.name, file.size) for file in files]
    ids = [upload.id for upload in batch]

    async def send(uploads: Uploads) -> None:
        await uploads.receive_batch(batch, Contents(files))

    async def check(uploads: Uploads) -> None:
        if left(uploads) == []:
            assert uploads.store.index.bytes_of("me") == 0
            return
        taken = uploads.claims.take("me", ids)
        assert all(file.read() == CONTENT[:400_000] for file in taken)

    await at_each(slow, tmp_path / "engines", times, send, check)


async def test_a_copy_goes_on_where_it_was(
    slow: SlowDisk, tmp_path: Path, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_copy, "STEP", 500_000)
    path = tmp_path / "film.mp4"
    path.write_bytes(CONTENT)
    file = LocalFile.at(path)
    upload = new(file.name, file.size)

    async def copy(uploads: Uploads) -> None:
        await uploads.copy(upload, file)

    async def check(uploads: Uploads) -> None:
        await copy(uploads)
        assert uploads.claims.take("me", [upload.id])[0].read() == CONTENT

    await at_each(slow, tmp_path / "engines", times, copy, check)


async def test_a_copy_of_a_file_that_changed_is_never_finished(
    slow: SlowDisk, tmp_path: Path, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "film.mp4"
    upload = new("film.mp4")

    async def copy(uploads: Uploads) -> None:
        path.write_bytes(CONTENT)
        file = LocalFile.at(path)
        real = local_copy.copies.append_range

        def change(*arguments: Any) -> None:
            real(*arguments)
            path.write_bytes(CONTENT[::-1])
            os.utime(path, ns=(0, 1))

        with monkeypatch.context() as patch:
            patch.setattr(local_copy.copies, "append_range", change)
            with pytest.raises((local_copy.FileChanged, asyncio.CancelledError)) as raised:
                await uploads.copy(upload, file)
        if isinstance(raised.value, asyncio.CancelledError):
            raise raised.value

    async def check(uploads: Uploads) -> None:
        if left(uploads):
            offset = (await uploads.status("me", upload.id)).offset
            assert offset == 0

    await at_each(slow, tmp_path / "engines", times, copy, check)


async def test_what_was_sent_is_saved_or_waits_for_the_next_submission(
    slow: SlowDisk, tmp_path: Path, times: int
) -> None:
    upload = new()
    folders: list[Path] = []

    async def submit(uploads: Uploads) -> None:
        await uploads.store_whole(upload, body(CONTENT), len(CONTENT))

    async def handle(uploads: Uploads) -> None:
        transfers = Transfers(uploads, lambda session_id: None)
        files = await transfers.take("me", [upload.id])
        try:
            await files[0].asave(SessionFolder(folders[-1]))
            await transfers.settle(files)
        finally:
            await transfers.discard(files)

    async def check(uploads: Uploads) -> None:
        saved = list(folders[-1].glob("*"))
        if not saved:
            saved = [file.path for file in uploads.claims.take("me", [upload.id])]
        assert [path.read_bytes() for path in saved] == [CONTENT]

    for number in itertools.count(1):
        uploads = tus.uploads(tmp_path / f"{number}")
        folders.append(tmp_path / f"{number}" / "session")
        await submit(uploads)
        reached = await cut_at(handle(uploads), number, times)
        assert slow.busy == 0, f"cancelled at await {number}, work goes on behind its back"
        await check(uploads)
        if not reached:
            break
