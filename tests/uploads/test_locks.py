"""What a request knows of an upload is what is true when it holds the lock, not when it came."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.uploads.engine import Uploads
from tests.support import tus
from tests.support.tus import BODY, TUS, create, metadata, offset, patch, upload_id

DEFERRED = {
    **TUS,
    "Upload-Defer-Length": "1",
    "Upload-Metadata": metadata(filename="a.txt"),
}


async def deferred(client: httpx.AsyncClient) -> str:
    return str((await client.post("/uploads", headers=DEFERRED)).headers["location"])


async def waiting_for_lock(uploads: Uploads, url: str, request: Any, meanwhile: Any) -> Any:
    """The answer to a request that waits for another's lock."""
    async with uploads.in_use.lock("me", upload_id(url)) as lock:
        asking = asyncio.create_task(request)
        while not lock.superseded:
            await asyncio.sleep(0)
        await asyncio.to_thread(meanwhile)
    return await asking


async def test_head_tells_the_size_that_the_request_before_brought(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url = await deferred(client)
    known = await uploads.described("me", upload_id(url))
    answer = await waiting_for_lock(
        uploads,
        url,
        client.head(url, headers=TUS),
        lambda: uploads.admission.resize(known, 5, 0),
    )
    assert answer.headers.get("Upload-Length") == "5"


async def test_size_that_the_request_before_brought_cannot_change(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url = await deferred(client)
    known = await uploads.described("me", upload_id(url))
    headers = {**BODY, "Upload-Offset": "0", "Upload-Length": "3"}
    answer = await waiting_for_lock(
        uploads,
        url,
        client.patch(url, headers=headers, content=b"abc"),
        lambda: uploads.admission.resize(known, 5, 0),
    )
    assert answer.status_code == 400 and "cannot change" in answer.text
    assert await offset(client, url) == 0


async def piece(client: httpx.AsyncClient, content: bytes) -> str:
    url = await create(client, len(content), **{"Upload-Concat": "partial"})
    assert (await patch(client, url, 0, content)).status_code == 204
    return url


async def join(client: httpx.AsyncClient, pieces: list[str], own: str) -> httpx.Response:
    names = metadata(filename="a.txt", id=own)
    concat = f"final;{' '.join(pieces)}"
    headers = {**TUS, "Upload-Concat": concat, "Upload-Metadata": names}
    return await client.post("/uploads", headers=headers)


async def test_file_of_pieces_takes_the_id_of_no_other_upload(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    """The other one, which nobody has fetched yet, stays whole."""
    other = await create(client, 5)
    assert (await patch(client, other, 0, b"other")).status_code == 204
    pieces = [await piece(client, b"one"), await piece(client, b"two")]
    answer = await join(client, pieces, upload_id(other))
    assert answer.status_code == 409, answer.text
    [file] = uploads.claims.take("me", [upload_id(other)])
    assert file.read() == b"other"
    assert (await join(client, pieces, "0" * 32)).status_code == 201


@pytest.mark.parametrize("step", ["cut", "finish", "change"])
async def test_file_of_pieces_is_asked_for_again_after_a_crash(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Half made, or whole when its pieces did not know of it yet."""
    pieces = [await piece(client, b"one"), await piece(client, b"two")]

    class Killed(BaseException):
        pass

    def killed(*arguments: Any, **fields: Any) -> Any:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(uploads.store, step, killed)
        patched.setattr(uploads.store, "abandon", lambda upload: None)
        with pytest.raises(Killed):
            await join(client, pieces, "0" * 32)
    again = Uploads(uploads.store.folder, uploads.limits)
    async with tus.client(again) as other:
        answer = await join(other, pieces, "0" * 32)
        assert answer.status_code == 201, answer.text
        assert (await join(other, pieces, "0" * 32)).status_code == 201
    [file] = again.claims.take("me", ["0" * 32])
    assert file.read() == b"onetwo"


async def test_list_of_uploads_survives_one_whose_description_is_gone(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url = await create(client, 5)
    Path(uploads.store.folder, f"{upload_id(url)}.json").unlink()
    answer = await client.get("/uploads?name=a.txt&size=5&lastModified=0")
    assert (answer.status_code, answer.json()) == (200, [])


async def test_list_of_uploads_on_a_disk_that_fails_is_refused_in_words(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await create(client, 5)

    def failing(upload: Any) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(uploads.store, "offset", failing)
    answer = await client.get("/uploads?name=a.txt&size=5&lastModified=0")
    assert answer.status_code == 507 and "could not be found" in answer.text
