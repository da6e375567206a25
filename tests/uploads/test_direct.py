"""PUT of one file, batches of small ones, and hashes of what arrives."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.files import disk
from core.uploads.engine import Uploads
from core.uploads.file_rules import FileRules
from core.uploads.limits import UploadLimits
from tests.support import tus
from tests.support.tus import BODY, TUS, metadata, stored, upload_id


def framed(files: list[dict[str, Any]], *contents: bytes) -> bytes:
    head = json.dumps(files).encode()
    return len(head).to_bytes(4, "big") + head + b"".join(contents)


async def batch(client: httpx.AsyncClient, body: bytes) -> httpx.Response:
    headers = {"Content-Type": "application/vnd.satchel.batch"}
    return await client.post("/uploads/batch", headers=headers, content=body)


async def in_chunks(*chunks: bytes) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


# PUT


@pytest.mark.row(38)
@pytest.mark.parametrize("content", [b"", b"put it", b"x" * (disk.BLOCK + 1)])
async def test_put_of_one_file(uploads: Uploads, client: httpx.AsyncClient, content: bytes) -> None:
    answer = await client.put("/uploads/caf%C3%A9.txt", content=content)
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/uploads/{answer.json()['id']}"
    [file] = uploads.claims.take("me", [answer.json()["id"]])
    assert (file.name, file.read()) == ("café.txt", content)


async def test_put_of_unknown_length(uploads: Uploads, client: httpx.AsyncClient) -> None:
    answer = await client.put("/uploads/a.txt", content=in_chunks(b"ab", b"cd"))
    [file] = uploads.claims.take("me", [answer.json()["id"]])
    assert file.read() == b"abcd"


async def test_put_that_is_too_large_leaves_nothing(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    answer = await client.put("/uploads/a.txt", headers={"Content-Length": str(2 << 30)})
    assert answer.status_code == 413
    assert stored(uploads) == []


@pytest.mark.row(37)
async def test_put_is_never_unpacked(uploads: Uploads, client: httpx.AsyncClient) -> None:
    packed = {"Content-Encoding": "gzip"}
    assert (await client.put("/uploads/a", headers=packed, content=b"x")).status_code == 415
    assert stored(uploads) == []


@pytest.mark.parametrize("chunked", [False, True])
async def test_put_where_there_is_no_room_leaves_nothing(tmp_path: Path, chunked: bool) -> None:
    """Also where its size is only seen when it comes: not a byte more than there is room for."""
    for limits, status, why in (
        (UploadLimits(keep_free=0, session_bytes=100), 413, "only 100 bytes are left"),
        (UploadLimits(keep_free=1 << 60), 507, "Make room"),
    ):
        uploads = Uploads(tmp_path / str(status), limits)
        body = in_chunks(b"x" * 90, b"x" * 20, b"never" * 10**6) if chunked else b"x" * 110
        answer = await tus.client(uploads).put("/uploads/a.txt", content=body)
        assert answer.status_code == status and why in answer.text
        assert stored(uploads) == []


# Batches


async def test_batch_of_small_files(uploads: Uploads, client: httpx.AsyncClient) -> None:
    sizes = [0, 1, 20_000, disk.BLOCK, 3]
    files = [{"name": f"{n}.txt", "size": size, "path": "a/b"} for n, size in enumerate(sizes)]
    contents = [bytes([65 + n]) * size for n, size in enumerate(sizes)]
    answer = await batch(client, framed(files, *contents))
    assert answer.status_code == 201
    taken = uploads.claims.take("me", answer.json()["ids"])
    assert [file.read() for file in taken] == contents
    assert [file.name for file in taken] == [file["name"] for file in files]
    assert {file.folder for file in taken} == {"a/b"}


@pytest.mark.row(1, 8, 19)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0\0",
        b"\0\0\0\5[]",
        b"\0\0\0\2{}",
        b"\xff\xff\xff\xff",
        framed([]),
        framed([{"name": "a"}]),
        framed([{"name": "a", "size": -1}]),
        framed([{"name": "a", "size": True}]),
        framed([{"name": "..", "size": 1}], b"x"),
        framed([{"name": "a", "size": 1, "path": "../b"}], b"x"),
        framed([{"name": "a", "size": 1, "path": "/".join("a" * 40)}], b"x"),
        framed([{"name": "a", "size": 1}, {"name": "b", "size": 2}], b"xy"),
        framed([{"name": "a", "size": 1}], b"xy"),
        framed([{"name": "a", "size": 5 << 20}], b"x" * (5 << 20)),
        framed([{"name": "a", "size": 0}] * 1001),
    ],
)
async def test_batch_that_is_wrong_is_refused_and_leaves_nothing(
    uploads: Uploads, client: httpx.AsyncClient, body: bytes
) -> None:
    answer = await batch(client, body)
    assert answer.status_code in (400, 413), answer.text
    assert stored(uploads) == []


async def test_batch_on_a_full_disk_leaves_nothing(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "write_all", full)
    answer = await batch(client, framed([{"name": "a", "size": 1}], b"x"))
    assert answer.status_code == 507 and "disk is full" in answer.text
    assert stored(uploads) == []


# Hashes


@pytest.mark.parametrize("algorithm", ["sha256", "xxh3"])
async def test_hash_is_computed_beside_the_writing(
    uploads: Uploads, client: httpx.AsyncClient, algorithm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = metadata(filename="a.bin", digest=algorithm)
    headers = {**TUS, "Upload-Length": "10", "Upload-Metadata": sent}
    url = (await client.post("/uploads", headers=headers)).headers["Location"]
    for at, part in ((0, b"hello"), (5, b"world")):
        await client.patch(url, headers={**BODY, "Upload-Offset": str(at)}, content=part)
    [file] = uploads.claims.take("me", [upload_id(url)])
    known = file.digest(algorithm)
    monkeypatch.setattr(type(file), "path", property(lambda _: "not read"), raising=False)
    assert file.digest(algorithm) == known
    if algorithm == "sha256":
        assert known == hashlib.sha256(b"helloworld").hexdigest()


async def test_hash_is_right_after_a_restart(uploads: Uploads, client: httpx.AsyncClient) -> None:
    sent = metadata(filename="a.bin", digest="sha256")
    headers = {**TUS, "Upload-Length": "10", "Upload-Metadata": sent}
    url = (await client.post("/uploads", headers=headers)).headers["Location"]
    await client.patch(url, headers={**BODY, "Upload-Offset": "0"}, content=b"hello")
    uploads = Uploads(uploads.store.folder, uploads.limits)
    client = tus.client(uploads)
    await client.patch(url, headers={**BODY, "Upload-Offset": "5"}, content=b"world")
    [file] = uploads.claims.take("me", [upload_id(url)])
    assert file.digests == {"sha256": hashlib.sha256(b"helloworld").hexdigest()}


# A batch whose answer got lost


def chosen(*names: str) -> list[dict[str, Any]]:
    return [
        {"name": name, "size": 1, "for": "form", "id": f"{number:032x}"}
        for number, name in enumerate(names)
    ]


async def test_batch_that_is_sent_again_is_stored_and_counted_once(
    tmp_path: Path, uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        uploads.admission, "rules", lambda owner, target: FileRules(max_files=3, max_total=3)
    )
    files = chosen("a", "b", "c")
    first = await batch(client, framed(files[:2], b"a", b"b"))
    assert first.status_code == 201
    again = await batch(client, framed(files[:2], b"a", b"b"))
    assert (again.status_code, again.json()) == (201, first.json())
    more = await batch(client, framed(files, b"a", b"b", b"c"))  # one joined it meanwhile
    assert more.json()["ids"] == [file["id"] for file in files]
    assert len(list((tmp_path / "uploads").rglob("*.done"))) == 3
    taken = uploads.claims.take("me", more.json()["ids"])
    assert [file.read() for file in taken] == [b"a", b"b", b"c"]
    uploads.claims.discard(taken)
    assert (await batch(client, framed(files, b"a", b"b", b"c"))).status_code == 201
    assert list((tmp_path / "uploads").rglob("*.done")) == []  # a handler has had them


async def test_batch_that_is_still_coming_gives_way_to_its_repetition(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    """As after a cable was pulled: the server does not know yet that nobody is there."""
    files, begun, never = chosen("a", "b"), asyncio.Event(), asyncio.Event()

    async def breaking_off() -> AsyncIterator[bytes]:
        yield framed(files, b"a")
        begun.set()
        await never.wait()

    headers = {"Content-Type": "application/vnd.satchel.batch", "Content-Length": "9999"}
    old = asyncio.create_task(
        client.post("/uploads/batch", headers=headers, content=breaking_off())
    )
    await begun.wait()
    async with asyncio.timeout(10):
        while files[0]["id"] not in uploads.in_use:
            await asyncio.sleep(0)
        again = await batch(client, framed(files, b"a", b"b"))
    assert again.status_code == 201 and (await old).status_code == 409
    assert [file.read() for file in uploads.claims.take("me", again.json()["ids"])] == [b"a", b"b"]


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        ({"id": "../../x"}, 400),
        ({"id": "A" * 32}, 400),
        ({"id": 7}, 400),
        ({"id": f"{0:032x}", "name": "other"}, 409),
    ],
)
async def test_ids_that_cannot_be(
    uploads: Uploads, client: httpx.AsyncClient, claim: dict[str, Any], status: int
) -> None:
    [known] = chosen("a")
    assert (await batch(client, framed([known], b"a"))).status_code == 201
    refused = await batch(client, framed([known | claim], b"x"))
    assert refused.status_code == status, refused.text
    assert [file.read() for file in uploads.claims.take("me", [known["id"]])] == [b"a"]


async def test_id_of_another_session_is_taken(uploads: Uploads, client: httpx.AsyncClient) -> None:
    [known] = chosen("a")
    assert (await batch(client, framed([known], b"a"))).status_code == 201
    client.headers["X-Owner"] = "you"
    assert (await batch(client, framed([known], b"x"))).status_code == 404
    assert [file.read() for file in uploads.claims.take("me", [known["id"]])] == [b"a"]
    twice = [{"name": "b", "size": 1, "id": "b" * 32}] * 2
    assert (await batch(client, framed(twice, b"x", b"y"))).status_code == 400


async def test_creation_that_is_repeated_is_one_upload(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads.admission, "rules", lambda owner, target: FileRules(max_files=1))
    described = {"filename": "a.txt", "for": "form", "id": "a" * 32}
    sent = {"Upload-Length": "5", "Upload-Metadata": metadata(**described)}
    first = await client.post("/uploads", headers={**BODY, **sent}, content=b"abc")
    again = await client.post("/uploads", headers={**BODY, **sent}, content=b"abc")
    assert (again.status_code, again.headers["upload-offset"]) == (201, "3")
    assert again.headers["location"] == first.headers["location"]
    await client.patch(
        first.headers["location"], headers={**BODY, "Upload-Offset": "3"}, content=b"de"
    )
    again = await client.post("/uploads", headers={**BODY, **sent}, content=b"abc")
    assert again.headers["upload-offset"] == "5"
    assert [file.read() for file in uploads.claims.take("me", ["a" * 32])] == [b"abcde"]
