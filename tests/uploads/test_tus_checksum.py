"""The checksum extension of tus (tus.io, version 1.0.0)."""

import base64
import hashlib

import httpx
import pytest

from core.uploads.engine import Uploads
from core.uploads.limits import UploadLimits
from tests.support.tus import (
    BODY,
    application,
    create,
    offset,
    patch,
    upload_id,
)


def checksum(content: bytes, algorithm: str = "sha1") -> dict[str, str]:
    digest = hashlib.new(algorithm, content).digest()
    return {"Upload-Checksum": f"{algorithm} {base64.b64encode(digest).decode()}"}


@pytest.mark.must("checksum/verified")
@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
async def test_right_checksums_are_taken(
    uploads: Uploads, client: httpx.AsyncClient, algorithm: str
) -> None:
    url = await create(client, 10)
    for at, content in ((0, b"hello"), (5, b"world")):
        answer = await patch(client, url, at, content, **checksum(content, algorithm))
        assert answer.status_code == 204
    [file] = uploads.claims.take("me", [upload_id(url)])
    assert file.read() == b"helloworld"


@pytest.mark.must("checksum/verified", "checksum/discarded")
@pytest.mark.row(45)
async def test_wrong_checksum_is_460_and_nothing_of_it_stays(client: httpx.AsyncClient) -> None:
    url = await create(client, 10)
    await patch(client, url, 0, b"hello")
    answer = await patch(client, url, 5, b"w0rld", **checksum(b"world"))
    assert answer.status_code == 460
    assert await offset(client, url) == 5
    assert (await patch(client, url, 5, b"world", **checksum(b"world"))).status_code == 204


@pytest.mark.must("checksum/header", "checksum/discarded")
@pytest.mark.row(45)
@pytest.mark.parametrize("sent", ["md4 AAAA", "sha1", "sha1 ???", "", "sha1 é"])
async def test_no_checksum_is_400(client: httpx.AsyncClient, sent: str) -> None:
    url = await create(client, 10)
    headers = {**BODY, "Upload-Offset": "0", "Upload-Checksum": sent.encode()}
    answer = await client.patch(url, headers=headers, content=b"hello")  # type: ignore[arg-type]
    assert answer.status_code in (400, 460)
    assert await offset(client, url) == 0


@pytest.mark.row(26, 45)
async def test_bytes_whose_checksum_never_came_are_cut_off(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    """Killed in the middle of a request with a checksum."""
    url = await create(client, 10)
    await patch(client, url, 0, b"hello", **checksum(b"hello"))
    folder = uploads.store.folder
    (folder / f"{upload_id(url)}.verified").write_bytes(b"5\n")
    with (folder / f"{upload_id(url)}.part").open("ab") as part:
        part.write(b"wor")
    again = httpx.AsyncClient(
        transport=httpx.ASGITransport(application(Uploads(folder, UploadLimits(keep_free=0)))),
        base_url="http://host:81",
    )
    assert await offset(again, url) == 5
    assert not (folder / f"{upload_id(url)}.verified").exists()


@pytest.mark.parametrize("note", ["", "1"])
async def test_killed_before_the_doubt_was_noted(
    uploads: Uploads, client: httpx.AsyncClient, note: str
) -> None:
    """The note is there and has no end: no byte has come since, and those before it are good."""
    url = await create(client, 20)
    await patch(client, url, 0, b"hello world", **checksum(b"hello world"))
    (uploads.store.folder / f"{upload_id(url)}.verified").write_text(note)
    assert await offset(client, url) == 11
