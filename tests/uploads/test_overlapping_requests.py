"""Requests for one upload that overlap: the newest one wins, and no byte is lost."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from core.uploads.engine import Uploads
from tests.support.tus import (
    TUS,
    create,
    offset,
    patch,
    stored,
    upload_id,
)


async def endless(pieces: list[bytes], sent: asyncio.Event) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
    sent.set()
    await asyncio.Future()


@pytest.mark.row(44)
@pytest.mark.parametrize("newer", ["HEAD", "PATCH", "DELETE"])
async def test_newer_request_ends_an_older_patch(
    uploads: Uploads, client: httpx.AsyncClient, newer: str
) -> None:
    url, sent = await create(client, 8), asyncio.Event()
    older = asyncio.create_task(patch(client, url, 0, endless([b"ab", b"cd"], sent)))
    await sent.wait()
    assert uploads.active == 1
    if newer == "HEAD":
        assert await offset(client, url) == 4
    elif newer == "PATCH":
        answer = await patch(client, url, 4, b"efgh")
        assert answer.status_code == 204
        assert uploads.claims.take("me", [upload_id(url)])[0].read() == b"abcdefgh"
    else:
        assert (await client.delete(url, headers=TUS)).status_code == 204
        assert stored(uploads) == []
    assert (await older).status_code == 409
    assert uploads.active == 0


@pytest.mark.row(44)
async def test_of_many_patches_at_once_one_wins(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    contents = [bytes([n]) * 3_000_000 for n in range(8)]
    url = await create(client, 3_000_000)
    answers = await asyncio.gather(*(patch(client, url, 0, content) for content in contents))
    codes = sorted(answer.status_code for answer in answers)
    stored = await offset(client, url)
    if stored < 3_000_000:  # the last to arrive found bytes of another one
        assert 204 not in codes
        part = (uploads.store.folder / f"{upload_id(url)}.part").read_bytes()
        assert len(set(part)) <= 1
    else:
        assert uploads.claims.take("me", [upload_id(url)])[0].read() in contents
    assert set(codes) <= {204, 403, 409}


async def test_stop_ends_transfers_and_keeps_what_arrived(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url, sent = await create(client, 8), asyncio.Event()
    older = asyncio.create_task(patch(client, url, 0, endless([b"ab"], sent)))
    await sent.wait()
    uploads.stop()
    assert (await older).status_code == 409
    assert await offset(client, url) == 2
