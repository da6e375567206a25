"""A client vanishes while the disk still writes its last block: what it learns next is true."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.requests import ClientDisconnect

from core.files import disk
from core.uploads.engine import Uploads
from tests.support.tus import TUS, create, metadata, offset, patch, upload_id

MIB = 1 << 20
CONTENT = os.urandom(3 * MIB)


class Gate:
    """Holds up each write until it is open.

    Attributes:
        reached: a write waits there.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached = threading.Event()
        self.open = threading.Event()
        self._write = disk.write_all
        monkeypatch.setattr(disk, "write_all", self._wait)

    def _wait(self, descriptor: int, data: bytes) -> None:
        self.reached.set()
        assert self.open.wait(60)
        self._write(descriptor, data)


@pytest.mark.parametrize("leaves", ["vanishes", "stalls"])
async def test_nobody_learns_an_offset_before_all_is_written(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, leaves: str
) -> None:
    url = await create(client, len(CONTENT))
    gate = Gate(monkeypatch)

    async def broken() -> AsyncIterator[bytes]:
        yield CONTENT[: MIB + 1000]  # one block is being written, 1,000 bytes are gathered
        await asyncio.to_thread(gate.reached.wait)
        if leaves == "vanishes":
            raise ClientDisconnect
        await asyncio.Future()

    older = asyncio.create_task(patch(client, url, 0, broken()))
    await asyncio.to_thread(gate.reached.wait)
    # The first asker gives up waiting, and asks again.
    asking = [asyncio.create_task(offset(client, url)) for _ in range(3)]
    answered, _ = await asyncio.wait([*asking, older], timeout=0.2)
    assert not answered, "an offset was told while a block was still being written"
    asking.pop().cancel()
    gate.open.set()
    told = {await each for each in asking}
    await asyncio.wait([older])
    assert told == {MIB + 1000}
    upload = uploads.store.load("me", upload_id(url))
    assert uploads.store.part(upload).stat().st_size == MIB + 1000
    assert (await patch(client, url, MIB + 1000, CONTENT[MIB + 1000 :])).status_code == 204
    assert uploads.claims.take("me", [upload_id(url)])[0].read() == CONTENT


async def test_what_a_page_has_paused_is_removed_with_what_it_sends(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    """It belongs to the page that continues it: `Satchel-For` says so."""
    for name in ("paused.bin", "interrupted.bin"):
        described = metadata(filename=name, destination="Work/", **{"for": "old/3/1"})
        url = await create(client, 10, **{"Upload-Metadata": described})
        assert (await patch(client, url, 0, b"half.")).status_code == 204
        if name == "paused.bin":
            await client.head(url, headers={**TUS, "Satchel-For": "new/3/1"})
    left = uploads.left("me", lambda upload: upload.target == "new/3/1")
    assert [(each.name, each.destination, at) for each, at in left] == [
        ("interrupted.bin", "Work/", 5)
    ]
    await uploads.stop_for_good(lambda upload: upload.target == "new/3/1")
    assert [each.name for each, _ in uploads.left("me", lambda upload: False)] == [
        "interrupted.bin"
    ]
    assert len(list(uploads.store.folder.glob("*.part"))) == 1
