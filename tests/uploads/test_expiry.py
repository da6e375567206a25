"""Uploads that nobody continues or takes: when they expire, and what the sweep removes."""

import os
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
import pytest

from core.uploads.engine import Uploads
from core.uploads.expiry import RESTING
from core.uploads.limits import UploadLimits
from tests.support import tus
from tests.support.tus import (
    TUS,
    create,
    patch,
    upload_id,
)


async def test_unfinished_uploads_say_when_they_end(
    client: httpx.AsyncClient, later: Callable[[float], None]
) -> None:
    url = await create(client, 10)
    for answer in (await patch(client, url, 0, b"hello"), await client.head(url, headers=TUS)):
        end = parsedate_to_datetime(answer.headers["Upload-Expires"])
    later(UploadLimits().keep_unfinished + 60)
    assert (await client.head(url, headers=TUS)).status_code == 410
    assert (await patch(client, url, 5, b"world")).status_code == 410
    assert end.tzinfo is not None


async def test_sweep_removes_what_nobody_wants_and_says_so(
    uploads: Uploads,
    client: httpx.AsyncClient,
    later: Callable[[float], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO", "core.uploads.expiry")
    await patch(client, await create(client, 10, "half.txt"), 0, b"hello")
    await patch(client, await create(client, 5, "whole.txt"), 0, b"hello")
    assert uploads.expiry.remove_expired() == 0
    later(UploadLimits().keep_unfinished + 60)
    assert uploads.expiry.remove_expired() == 2
    assert list(uploads.store.folder.iterdir()) == []
    assert "half.txt" in caplog.text and "5 of 10 bytes" in caplog.text


async def test_sweep_leaves_what_a_handler_uses(
    uploads: Uploads, client: httpx.AsyncClient, later: Callable[[float], None]
) -> None:
    url = await create(client, 5)
    await patch(client, url, 0, b"hello")
    [file] = uploads.claims.take("me", [upload_id(url)])
    later(UploadLimits().keep_finished * 2)
    assert uploads.expiry.remove_expired() == 0
    assert file.read() == b"hello"


async def test_sweep_removes_the_oldest_parts_where_they_take_too_much(
    tmp_path: Path, later: Callable[[float], None], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "core.uploads.expiry")
    uploads = Uploads(tmp_path / "few", UploadLimits(keep_free=0, unfinished_bytes=10))
    async with tus.client(uploads) as client:
        urls = [await create(client, 10, f"{n}.txt") for n in range(3)]
        for number, url in enumerate(urls):
            await patch(client, url, 0, b"12345")
            part = uploads.store.folder / f"{upload_id(url)}.part"
            os.utime(part, (0, part.stat().st_mtime + 10 * number))
        assert uploads.expiry.remove_expired() == 0  # each may still be continued by its client
        later(RESTING + 60)
        assert uploads.expiry.remove_expired() == 1
        assert [(await client.head(url, headers=TUS)).status_code for url in urls] == [
            404,
            200,
            200,
        ]
        assert "0.txt" in caplog.text and "took too much of the disk" in caplog.text
        assert uploads.expiry.remove_expired() == 0


def test_sweep_removes_what_a_crash_left(
    uploads: Uploads, later: Callable[[float], None], tmp_path: Path
) -> None:
    for name in ("1" * 32 + ".part", "2" * 32 + ".ab12.new"):
        (uploads.store.folder / name).write_bytes(b"x")
    uploads.expiry.remove_expired()
    assert len(list(uploads.store.folder.iterdir())) == 2  # it may be being written
    later(UploadLimits().keep_unfinished + 60)
    uploads.expiry.remove_expired()
    assert list(uploads.store.folder.iterdir()) == []
