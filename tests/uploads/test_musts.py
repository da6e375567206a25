"""Every demand (MUST, MUST NOT, SHALL NOT) that the text of tus 1.0.0 makes of a server, and the
tests that show that it is met: ``@pytest.mark.must("core/head-offset")`` names one.

What the text demands of clients only, and of servers with extensions that we do not have
(checksum-trailer, concatenation-unfinished), is not here; that we do not announce those, is.
"""

from __future__ import annotations

from email.utils import format_datetime, parsedate_to_datetime

import httpx
import pytest

from core.uploads.engine import Uploads
from tests.support import tus
from tests.support.marks import marked
from tests.support.tus import BODY, TUS, create, metadata, offset, patch, upload_id

MUSTS = {
    "core/offset-number": "Upload-Offset is a non-negative integer",
    "core/length-number": "Upload-Length is a non-negative integer",
    "core/versions": "Tus-Version is a list of versions, the preferred one first",
    "core/resumable": "Tus-Resumable is in every response, and is the version",
    "core/unsupported": "another version: 412 with Tus-Version, and nothing is done",
    "core/extensions": "Tus-Extension is a list of the extensions",
    "core/max-size": "Tus-Max-Size is a non-negative integer",
    "core/override": "X-HTTP-Method-Override is the method; the actual one is ignored",
    "core/head-offset": "HEAD always tells Upload-Offset, also 0 and of a complete upload",
    "core/head-length": "HEAD tells Upload-Length where it is known",
    "core/head-cache": "HEAD has Cache-Control: no-store",
    "core/patch-conflict": "a PATCH at another offset: 409, and nothing is changed",
    "core/patch-answer": "a PATCH that succeeds: 204 with Upload-Offset",
    "core/patch-sum": "the new offset is the old one and the bytes that were stored",
    "core/options": "OPTIONS tells Tus-Version",
    "core/options-ignores": "OPTIONS ignores Tus-Resumable",
    "creation/announced": "creation is in Tus-Extension",
    "creation/defer-one": "Upload-Defer-Length is 1",
    "creation/defer-omitted": "Upload-Defer-Length is left out where the length is known",
    "creation/metadata-pairs": "Upload-Metadata: pairs with commas between; key, space, value",
    "creation/metadata-key": "a key has no space and no comma, and is not empty",
    "creation/metadata-value": "a value is base64",
    "creation/metadata-unique": "no key comes twice",
    "creation/length": "a creation has Upload-Length or Upload-Defer-Length: 1",
    "creation/length-once": "a length that is set is not changed",
    "creation/defer-head": "HEAD tells Upload-Defer-Length: 1 as long as the length is not known",
    "creation/defer-announced": "creation-defer-length is in Tus-Extension",
    "creation/metadata-head": "HEAD gives Upload-Metadata back as it was sent",
    "creation/too-large": "a length over Tus-Max-Size: 413",
    "creation/created": "a creation: 201",
    "creation/location": "a creation tells the Location",
    "with-upload/announced": "creation-with-upload is in Tus-Extension, and so is creation",
    "with-upload/type": "the body of a creation is application/offset+octet-stream",
    "with-upload/offset": "the answer to a creation tells how much of the body was taken",
    "expiration/announced": "expiration is in Tus-Extension",
    "expiration/patch": "Upload-Expires is in every answer to a PATCH, if the upload expires",
    "expiration/post": "Upload-Expires is in the answer to the creation",
    "expiration/format": "Upload-Expires is a date of RFC 7231",
    "checksum/announced": "checksum is in Tus-Extension",
    "checksum/verified": "the bytes are compared with the checksum when all have come",
    "checksum/discarded": "wrong bytes, or an unknown algorithm: discarded, the offset stays",
    "checksum/sha1": "sha1 is there",
    "checksum/names": "names of algorithms are ASCII, without capitals",
    "checksum/options": "OPTIONS tells Tus-Checksum-Algorithm, a list",
    "checksum/header": "Upload-Checksum: algorithm and base64 with a space between",
    "checksum/no-trailer": "checksum-trailer, which we do not handle, is not announced",
    "termination/announced": "termination is in Tus-Extension",
    "termination/answer": "DELETE of an upload: 204",
    "concatenation/announced": "concatenation is in Tus-Extension",
    "concatenation/sum": "the length of the whole is the sum of the pieces'",
    "concatenation/order": "the pieces are joined in the order of the list",
    "concatenation/form": "Upload-Concat is partial, or final; and addresses with spaces between",
    "concatenation/unfinished": "concatenation-unfinished is not announced; unfinished pieces: 400",
    "concatenation/metadata": "metadata of the pieces is not that of the whole",
    "concatenation/no-patch": "PATCH of the whole: 403; it and its pieces stay as they are",
    "concatenation/head-whole": "HEAD of the whole: Upload-Offset and Upload-Length, equal",
    "concatenation/head-piece": "HEAD of a piece tells Upload-Offset, and Upload-Length",
    "concatenation/head-concat": "HEAD of a piece or whole gives Upload-Concat back as it was sent",
}


def test_every_demand_has_a_test() -> None:
    assert sorted(marked("must")) == sorted(MUSTS)


async def piece(client: httpx.AsyncClient, content: bytes, **more: str) -> str:
    headers = {**BODY, "Upload-Length": str(len(content)), "Upload-Concat": "partial", **more}
    answer = await client.post("/uploads", headers=headers, content=content)
    return answer.headers["Location"]


@pytest.mark.must("core/resumable")
async def test_every_answer_tells_the_version(client: httpx.AsyncClient) -> None:
    url = await create(client, 3)
    gone = "/uploads/" + "0" * 32
    answers = [
        await client.post("/uploads", headers={**TUS, "Upload-Length": "1"}),
        await client.post("/uploads", headers=TUS),
        await client.post("/uploads", headers={**TUS, "Upload-Length": str(1 << 40)}),
        await client.head(url, headers=TUS),
        await client.head(gone, headers=TUS),
        await client.head(url),
        await patch(client, url, 1, b"a"),
        await patch(client, url, 0, b"abcd"),
        await patch(client, url, 0, b"a", **{"Content-Type": "text/plain"}),
        await patch(client, url, 0, b"abc"),
        await patch(client, url, 3, b""),
        await client.put(url, headers=TUS),
        await client.get(url, headers=TUS),
        await client.options("/uploads"),
        await client.delete(url, headers=TUS),
        await client.delete(url, headers=TUS),
    ]
    codes = [201, 400, 413, 200, 404, 412, 409, 413, 415, 204, 403, 405, 405, 200, 204, 404]
    assert [answer.status_code for answer in answers] == codes
    assert {answer.headers.get("Tus-Resumable") for answer in answers} == {"1.0.0"}


@pytest.mark.must("core/override")
@pytest.mark.parametrize("actual", ["POST", "GET", "PUT", "DELETE", "PATCH", "HEAD"])
async def test_only_the_method_in_the_header_counts(client: httpx.AsyncClient, actual: str) -> None:
    url = await create(client, 3)
    headers = {**BODY, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    answer = await client.request(actual, url, headers=headers, content=b"abc")
    assert (answer.status_code, await offset(client, url)) == (204, 3)


@pytest.mark.must("core/options", "core/options-ignores")
@pytest.mark.parametrize("version", [None, "1.0.0", "0.2.2", "x"])
async def test_options_answer_any_version(client: httpx.AsyncClient, version: str | None) -> None:
    for at in ("/uploads", await create(client, 1)):
        headers = {"Tus-Resumable": version} if version else {}
        answer = await client.options(at, headers=headers)
        assert (answer.status_code, answer.headers["Tus-Version"]) == (200, "1.0.0")


@pytest.mark.must("core/head-offset", "core/head-length", "core/head-cache")
async def test_head_tells_how_far_it_is(client: httpx.AsyncClient) -> None:
    url = await create(client, 3)
    for stored in range(4):
        head = await client.head(url, headers=TUS)
        assert (head.headers["Upload-Offset"], head.headers["Upload-Length"]) == (f"{stored}", "3")
        assert head.headers["Cache-Control"] == "no-store"
        await patch(client, url, stored, b"x" if stored < 3 else b"")
    gone = await client.head("/uploads/" + "0" * 32, headers=TUS)
    assert "Upload-Offset" not in gone.headers


@pytest.mark.must("creation/defer-omitted", "creation/created", "creation/location")
async def test_a_creation_is_where_it_says(client: httpx.AsyncClient) -> None:
    answer = await client.post("/uploads", headers={**TUS, "Upload-Length": "3"})
    assert answer.status_code == 201
    head = await client.head(answer.headers["Location"], headers=TUS)
    assert head.status_code == 200
    assert "Upload-Defer-Length" not in {**head.headers, **answer.headers}


@pytest.mark.must("with-upload/type", "with-upload/offset")
async def test_the_body_of_a_creation(uploads: Uploads, client: httpx.AsyncClient) -> None:
    headers = {**BODY, "Upload-Length": "5"}
    answer = await client.post("/uploads", headers=headers, content=b"hel")
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "3")
    await client.delete(answer.headers["Location"], headers=TUS)
    wrong = {**headers, "Content-Type": "application/octet-stream"}
    too_much = {**headers, "Upload-Length": "2"}
    unequal = {**headers, "Upload-Checksum": "sha1 AAAA"}
    unknown = {**headers, "Upload-Checksum": "md4 AAAA"}
    for refused, status in ((wrong, 415), (too_much, 413), (unequal, 460), (unknown, 400)):
        answer = await client.post("/uploads", headers=refused, content=b"hel")
        assert answer.status_code == status
        assert tus.stored(uploads) == []  # whose address nobody would know


@pytest.mark.must("expiration/patch", "expiration/post", "expiration/format")
async def test_every_answer_says_when_an_upload_ends(client: httpx.AsyncClient) -> None:
    created = await client.post("/uploads", headers={**TUS, "Upload-Length": "3"})
    url = created.headers["Location"]
    answers = [
        created,
        await patch(client, url, 0, b"a"),
        await patch(client, url, 0, b"a"),
        await patch(client, url, 1, b"bcd"),
        await patch(client, url, 1, b"b", **{"Upload-Checksum": "sha1 AAAA"}),
        await client.head(url, headers=TUS),
    ]
    assert [answer.status_code for answer in answers] == [201, 204, 409, 413, 460, 200]
    for answer in answers:
        end = answer.headers["Upload-Expires"]
        assert format_datetime(parsedate_to_datetime(end), usegmt=True) == end
    last = await patch(client, url, 1, b"bc")  # what is complete does not expire so
    assert "Upload-Expires" not in last.headers


@pytest.mark.must("checksum/names", "checksum/options", "checksum/sha1", "checksum/no-trailer")
async def test_algorithms(client: httpx.AsyncClient) -> None:
    answer = await client.options("/uploads")
    names = answer.headers["Tus-Checksum-Algorithm"].split(",")
    assert "sha1" in names
    assert all(name.isascii() and name == name.lower() and name.isalnum() for name in names)
    assert "checksum-trailer" not in answer.headers["Tus-Extension"]


@pytest.mark.must("termination/answer")
@pytest.mark.parametrize("content", [b"", b"ab", b"abc"])
async def test_termination(client: httpx.AsyncClient, content: bytes) -> None:
    url = await create(client, 3)
    await patch(client, url, 0, content)
    assert (await client.delete(url, headers=TUS)).status_code == 204
    assert (await client.head(url, headers=TUS)).status_code == 404


@pytest.mark.must("concatenation/sum", "concatenation/order", "concatenation/form")
@pytest.mark.must("concatenation/metadata", "concatenation/head-whole", "concatenation/head-concat")
@pytest.mark.must("concatenation/head-piece", "concatenation/no-patch")
async def test_pieces_and_the_whole(uploads: Uploads, client: httpx.AsyncClient) -> None:
    sent = {"Upload-Metadata": metadata(filename="piece.txt")}
    urls = [await piece(client, content, **sent) for content in (b"one, ", b"two, ", b"three")]
    head = await client.head(urls[2], headers=TUS)
    assert head.headers["Upload-Concat"] == "partial"
    assert head.headers["Upload-Offset"] == head.headers["Upload-Length"] == "5"
    order = [urls[1], f"/uploads/{upload_id(urls[2])}", urls[0]]
    concat = {"Upload-Concat": "final;" + " ".join(order)}
    whole = (await client.post("/uploads", headers={**TUS, **concat})).headers["Location"]
    head = await client.head(whole, headers=TUS)
    assert head.headers["Upload-Concat"] == concat["Upload-Concat"]
    assert head.headers["Upload-Offset"] == head.headers["Upload-Length"] == "15"
    assert "Upload-Metadata" not in head.headers
    for start in (0, 15):
        assert (await patch(client, whole, start, b"x")).status_code == 403
    assert (await client.head(urls[0], headers=TUS)).headers["Upload-Offset"] == "5"
    [file] = uploads.claims.take("me", [upload_id(whole)])
    assert (file.name, file.read()) == ("unnamed", b"two, threeone, ")


@pytest.mark.must("concatenation/form", "concatenation/unfinished")
async def test_wrong_ways_to_join(client: httpx.AsyncClient) -> None:
    done = await piece(client, b"abc")
    half = {**TUS, "Upload-Length": "5", "Upload-Concat": "partial"}
    unfinished = (await client.post("/uploads", headers=half)).headers["Location"]
    for concat in ("final", f"final {done}", f"Final;{done}", "final;", "part", "partial;"):
        headers = {**TUS, "Upload-Concat": concat, "Upload-Length": "3"}
        assert (await client.post("/uploads", headers=headers)).status_code == 400, concat
    for concat in (f"final;{done},{done}", f"final;{done} {unfinished}"):
        headers = {**TUS, "Upload-Concat": concat}
        assert (await client.post("/uploads", headers=headers)).status_code in (400, 404), concat
    answer = await client.options("/uploads")
    assert "concatenation-unfinished" not in answer.headers["Tus-Extension"]
