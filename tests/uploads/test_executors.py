"""Reading a file hangs sometimes, as on a dead network mount: uploads never wait for that."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.downloads import sources, zip_source
from core.downloads.sources import FileSource
from core.downloads.zip_source import ZipSource
from core.files import copies, received_file
from core.files.received_file import File
from core.thumbnails import cache
from core.thumbnails.cache import Thumbnails
from core.uploads.engine import Uploads
from core.uploads.info import UploadInfo
from core.uploads.local_files import Contents, LocalFile
from tests.support.tus import create, offset, patch, upload_id

MANY = 20
"""More than any pool has threads."""


@pytest.fixture
def hang(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Any, str], None]]:
    """Lets a function of a module or class hang until the test is over."""
    over = threading.Event()

    def hang(owner: Any, name: str) -> None:
        monkeypatch.setattr(owner, name, lambda *arguments, **options: over.wait())

    yield hang
    over.set()


async def thumbnail(path: Path, uploads: Uploads, hang: Callable[[Any, str], None]) -> list[Any]:
    hang(cache, "file_version")
    pictures = Thumbnails(path.parent / "cache")
    return [pictures.get(path) for _ in range(MANY)]


async def archive(path: Path, uploads: Uploads, hang: Callable[[Any, str], None]) -> list[Any]:
    hang(zip_source.ZipSource, "read_now")
    return [ZipSource([("a", path)]).read(0, 10) for _ in range(MANY)]


async def download(path: Path, uploads: Uploads, hang: Callable[[Any, str], None]) -> list[Any]:
    opened = [await FileSource.open(path, os.O_RDONLY) for _ in range(MANY)]
    hang(sources, "read_at")
    return [source.read(0, 10) for source in opened]


async def copy(path: Path, uploads: Uploads, hang: Callable[[Any, str], None]) -> list[Any]:
    hang(copies, "append_range")
    file = LocalFile.at(path)
    return [uploads.copy(UploadInfo("me", "a", file.size, "", 0), file) for _ in range(MANY)]


async def batch(path: Path, uploads: Uploads, hang: Callable[[Any, str], None]) -> list[Any]:
    hang(LocalFile, "read")
    file = LocalFile.at(path)
    new = [UploadInfo("me", "a", file.size, "", 0) for _ in range(MANY)]
    return [uploads.receive_batch([each], Contents([file])) for each in new]


async def save(path: Path, uploads: Uploads, hang: Callable[[Any, str], None]) -> list[Any]:
    hang(received_file.Placement, "add")
    return [File("a", 1, "", 0, path).asave(path.parent) for _ in range(MANY)]


Begin = Callable[[Path, Uploads, Callable[[Any, str], None]], Awaitable[list[Any]]]


@pytest.mark.parametrize("begin", [thumbnail, archive, download, copy, batch, save])
async def test_uploads_go_on_while_others_hang(
    uploads: Uploads,
    client: httpx.AsyncClient,
    tmp_path: Path,
    hang: Callable[[Any, str], None],
    begin: Begin,
) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"x" * 100)
    hanging = [asyncio.ensure_future(work) for work in await begin(path, uploads, hang)]
    await asyncio.wait(hanging, timeout=0.2)  # so that all are where they hang
    async with asyncio.timeout(60):
        assert (await client.put("/uploads/a.txt", content=b"abc")).status_code == 201
        url = await create(client, 3)
        assert await offset(client, url) == 0
        assert (await patch(client, url, 0, b"abc")).status_code == 204
    assert not any(work.done() for work in hanging)
    assert uploads.claims.take("me", [upload_id(url)])[0].read() == b"abc"
    for work in hanging:
        work.add_done_callback(lambda done: done.cancelled() or done.exception())
