"""Requests of tus clients that are refused, and what that leaves (tus.io, version 1.0.0)."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from core.uploads.engine import Uploads
from core.uploads.limits import UploadLimits
from tests.support.tus import (
    BODY,
    TUS,
    application,
    create,
    offset,
    patch,
    stored,
    upload_id,
)


@pytest.mark.must(
    "creation/metadata-pairs",
    "creation/metadata-key",
    "creation/metadata-value",
    "creation/metadata-unique",
)
@pytest.mark.row(8, 20)
@pytest.mark.parametrize(
    "header",
    [
        "filename YQ==,filename Yg==", "file name YQ==", "filename YQ", "filename !!!!",
        "filename YQ==,,b YQ==", "filename YQ==,", "é YQ==", "filename /w==",
        "filename Li4=", "filename YQ==\t=",
    ],
)  # fmt: skip
async def test_bad_metadata_is_400(
    uploads: Uploads, client: httpx.AsyncClient, header: str
) -> None:
    headers = {**TUS, "Upload-Length": "1", "Upload-Metadata": header}
    answer = await client.post(
        "/uploads", headers=[(k.encode(), v.encode("latin-1")) for k, v in headers.items()]
    )
    assert answer.status_code == 400 and answer.text
    assert stored(uploads) == []


@pytest.mark.row(20)
async def test_metadata_without_values_and_long_ones(client: httpx.AsyncClient) -> None:
    headers = {**TUS, "Upload-Length": "1", "Upload-Metadata": "is_confidential, other YQ=="}
    assert (await client.post("/uploads", headers=headers)).status_code == 201
    headers["Upload-Metadata"] = "a " + "A" * (1 << 20)
    assert (await client.post("/uploads", headers=headers)).status_code == 431


@pytest.mark.must("core/length-number", "creation/length")
@pytest.mark.row(42)
@pytest.mark.parametrize("length", ["-1", "1e3", "", "+5", "1_0", "٥", str(2**63), "9" * 30, " "])
async def test_bad_length_is_400(client: httpx.AsyncClient, length: str) -> None:
    headers = [(k.encode(), v.encode()) for k, v in {**TUS, "Upload-Length": length}.items()]
    assert (await client.post("/uploads", headers=headers)).status_code == 400
    assert (await client.post("/uploads", headers=TUS)).status_code == 400


@pytest.mark.must("creation/too-large")
async def test_too_large_is_413_before_anything_is_stored(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    headers = {**TUS, "Upload-Length": str((1 << 30) + 1)}
    answer = await client.post("/uploads", headers=headers)
    assert answer.status_code == 413 and "1,073,741,824" in answer.text
    assert stored(uploads) == []


async def test_disk_without_room_is_507_before_anything_is_stored(tmp_path: Path) -> None:
    full = Uploads(tmp_path / "uploads", UploadLimits(keep_free=1 << 60))
    transport = httpx.ASGITransport(application(full))
    async with httpx.AsyncClient(transport=transport, base_url="http://host") as client:
        answer = await client.post("/uploads", headers={**TUS, "Upload-Length": "1"})
    assert answer.status_code == 507 and "Make room" in answer.text
    assert stored(full) == []


@pytest.mark.must("core/offset-number", "core/patch-conflict")
@pytest.mark.row(42)
@pytest.mark.parametrize("start", ["1", "3", "-1", "1e3", "", "9" * 30, str(2**63), str(2**63 - 1)])
async def test_wrong_offset_changes_nothing(client: httpx.AsyncClient, start: str) -> None:
    url = await create(client, 10)
    await patch(client, url, 0, b"ab")
    answer = await patch(client, url, start, b"xyz")
    assert answer.status_code == (409 if start in ("1", "3", str(2**63 - 1)) else 400)
    if answer.status_code == 409:
        assert answer.headers["upload-offset"] == "2"
    assert await offset(client, url) == 2
    missing = await client.patch(url, headers=BODY, content=b"xyz")
    assert missing.status_code == 400


@pytest.mark.row(43)
@pytest.mark.parametrize("chunked", [False, True])
async def test_one_byte_too_many_is_413_and_keeps_none_of_it(
    uploads: Uploads, client: httpx.AsyncClient, chunked: bool
) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"cde"
        yield b"f"

    url = await create(client, 5)
    await patch(client, url, 0, b"ab")
    answer = await patch(client, url, 2, pieces() if chunked else b"cdef")
    assert answer.status_code == 413 and answer.headers["connection"] == "close"
    assert await offset(client, url) == 2
    assert (await patch(client, url, 2, b"cde")).status_code == 204
    assert uploads.claims.take("me", [upload_id(url)])[0].read() == b"abcde"


@pytest.mark.must("core/patch-conflict")
@pytest.mark.row(46)
async def test_complete_upload_takes_no_more(client: httpx.AsyncClient) -> None:
    url = await create(client, 2)
    await patch(client, url, 0, b"ab")
    for start, content, status in ((2, b"", 403), (2, b"c", 403), (0, b"xy", 409)):
        assert (await patch(client, url, start, content)).status_code == status
    assert await offset(client, url) == 2


@pytest.mark.must("core/unsupported")
@pytest.mark.parametrize("version", [None, "0.2.2", "1.0.0, 1.0.0", "1.0"])
@pytest.mark.parametrize("method", ["POST", "HEAD", "PATCH", "DELETE"])
async def test_other_versions_are_412(
    client: httpx.AsyncClient, method: str, version: str | None
) -> None:
    url = await create(client, 2)
    headers = {"Content-Type": BODY["Content-Type"], "Upload-Offset": "0", "Upload-Length": "1"}
    if version:
        headers["Tus-Resumable"] = version
    answer = await client.request(method, "/uploads" if method == "POST" else url, headers=headers)
    assert (answer.status_code, answer.headers["tus-version"]) == (412, "1.0.0")
    assert await offset(client, url) == 0


@pytest.mark.row(37)
async def test_wrong_content_type_and_coding_are_415(client: httpx.AsyncClient) -> None:
    url = await create(client, 2)
    for header in ({"Content-Type": "text/plain"}, {"Content-Encoding": "gzip"}):
        assert (await patch(client, url, 0, b"ab", **header)).status_code == 415
    headers = {**TUS, "Upload-Length": "2", "Content-Type": "text/plain"}
    assert (await client.post("/uploads", headers=headers, content=b"ab")).status_code == 415
    assert await offset(client, url) == 0


@pytest.mark.must("core/override")
async def test_method_override_needs_the_tus_header(client: httpx.AsyncClient) -> None:
    url = await create(client, 2)
    override = {"X-HTTP-Method-Override": "DELETE"}
    assert (await client.post(url, headers=override)).status_code == 405
    assert await offset(client, url) == 0
    as_patch = {**BODY, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    assert (await client.post(url, headers=as_patch, content=b"a")).status_code == 204
    assert (await client.post(url, headers=TUS | override)).status_code == 204
    assert (await client.head(url, headers=TUS)).status_code == 404


async def test_other_methods_are_405(client: httpx.AsyncClient) -> None:
    url = await create(client, 2)
    for method, at in (("GET", "/uploads"), ("PATCH", "/uploads"), ("GET", url), ("PUT", url)):
        answer = await client.request(method, at, headers=TUS)
        assert answer.status_code == 405 and answer.headers["allow"]


@pytest.mark.row(5, 22)
@pytest.mark.parametrize(
    "bad", ["../x", "%2e%2e%2fx", "%252e%252e%252fx", "x%00", "0", "A" * 32, "0" * 32, "é" * 16]
)
async def test_unknown_ids_are_404(client: httpx.AsyncClient, bad: str) -> None:
    url = await create(client, 2)
    for other in (bad, upload_id(url)[:-1], upload_id(url) + "0", upload_id(url).upper() + "%0a"):
        answer = await client.head(f"/uploads/{other}", headers=TUS)
        assert answer.status_code == 404
