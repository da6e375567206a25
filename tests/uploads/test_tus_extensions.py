"""tus beyond its core: lengths that come later, and lost addresses (tus.io, version 1.0.0)."""

import httpx
import pytest

from core.uploads.engine import Uploads
from tests.support.tus import (
    TUS,
    metadata,
    patch,
    upload_id,
)


@pytest.mark.must(
    "core/extensions",
    "creation/announced",
    "creation/defer-announced",
    "with-upload/announced",
    "expiration/announced",
    "checksum/announced",
    "termination/announced",
    "concatenation/announced",
)
async def test_what_is_offered(client: httpx.AsyncClient) -> None:
    answer = await client.options("/uploads")
    assert set(answer.headers["Tus-Extension"].split(",")) >= {
        *("creation", "creation-with-upload", "creation-defer-length", "termination"),
        *("checksum", "expiration", "concatenation"),
    }
    assert answer.headers["Tus-Checksum-Algorithm"] == "sha1,sha256"


@pytest.mark.must("creation/defer-head")
async def test_length_told_later(uploads: Uploads, client: httpx.AsyncClient) -> None:
    headers = {**TUS, "Upload-Defer-Length": "1", "Upload-Metadata": metadata(filename="live.log")}
    url = (await client.post("/uploads", headers=headers)).headers["Location"]
    head = await client.head(url, headers=TUS)
    assert head.headers["Upload-Defer-Length"] == "1" and "Upload-Length" not in head.headers
    assert (await patch(client, url, 0, b"hello")).status_code == 204
    assert (await patch(client, url, 5, b"world", **{"Upload-Length": "10"})).status_code == 204
    [file] = uploads.claims.take("me", [upload_id(url)])
    assert (file.name, file.read()) == ("live.log", b"helloworld")


@pytest.mark.must("creation/length-once")
async def test_length_is_told_once_and_not_below_what_arrived(client: httpx.AsyncClient) -> None:
    headers = {**TUS, "Upload-Defer-Length": "1"}
    url = (await client.post("/uploads", headers=headers)).headers["Location"]
    await patch(client, url, 0, b"hello")
    assert (await patch(client, url, 5, b"", **{"Upload-Length": "4"})).status_code == 400
    assert (await patch(client, url, 5, b"w", **{"Upload-Length": "8"})).status_code == 204
    assert (await patch(client, url, 6, b"o", **{"Upload-Length": "9"})).status_code == 400
    assert (await client.head(url, headers=TUS)).headers["Upload-Length"] == "8"


@pytest.mark.must("creation/defer-one", "creation/length")
@pytest.mark.parametrize("sent", [{"Upload-Defer-Length": "2"}, {"Upload-Length": "3"}])
async def test_one_length_or_later(client: httpx.AsyncClient, sent: dict[str, str]) -> None:
    headers = {**TUS, "Upload-Defer-Length": "1", **sent}
    assert (await client.post("/uploads", headers=headers)).status_code == 400


async def test_an_upload_whose_address_is_lost_is_found_again(client: httpx.AsyncClient) -> None:
    sent = metadata(filename="film.mp4", lastModified="77")
    headers = {**TUS, "Upload-Length": "10", "Upload-Metadata": sent}
    url = (await client.post("/uploads", headers=headers)).headers["Location"]
    await patch(client, url, 0, b"hello")
    wanted = {"name": "film.mp4", "size": 10, "lastModified": 77}
    found = (await client.get("/uploads", params=wanted)).json()
    assert found == [{"id": upload_id(url), "offset": 5}]
    for other in ({"name": "x.mp4"}, {"size": 11}, {"lastModified": 78}):
        assert (await client.get("/uploads", params={**wanted, **other})).json() == []
    theirs = await client.get("/uploads", params=wanted, headers={"X-Owner": "somebody"})
    assert theirs.json() == []


async def test_a_complete_upload_that_no_handler_got_is_found_by_its_folder(
    client: httpx.AsyncClient,
) -> None:
    sent = metadata(filename="a.bin", lastModified="77", path="holiday/beach")
    headers = {**TUS, "Upload-Length": "5", "Upload-Metadata": sent}
    url = (await client.post("/uploads", headers=headers)).headers["Location"]
    await patch(client, url, 0, b"hello")
    wanted = {"name": "a.bin", "size": 5, "lastModified": 77, "path": "holiday/beach"}
    found = (await client.get("/uploads", params=wanted)).json()
    assert found == [{"id": upload_id(url), "offset": 5}]
    assert (await client.get("/uploads", params={**wanted, "path": ""})).json() == []
    leading_out = await client.get("/uploads", params={**wanted, "path": "../x"})
    assert leading_out.status_code == 400
