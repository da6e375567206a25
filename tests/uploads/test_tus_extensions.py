"""tus beyond its core: checksum, concatenation, expiration, length told later (tus.io 1.0.0)."""

import base64
import errno
import hashlib
import os
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
import pytest

from core.files import UnknownUpload
from core.uploads.engine import Uploads
from core.uploads.expiry import RESTING
from core.uploads.limits import UploadLimits
from core.uploads.upload import Upload
from tests.support import tus
from tests.support.tus import (
    BODY,
    TUS,
    application,
    create,
    metadata,
    offset,
    patch,
    stored,
    upload_id,
)


def checksum(content: bytes, algorithm: str = "sha1") -> dict[str, str]:
    digest = hashlib.new(algorithm, content).digest()
    return {"Upload-Checksum": f"{algorithm} {base64.b64encode(digest).decode()}"}


async def piece(client: httpx.AsyncClient, content: bytes) -> str:
    headers = {**BODY, "Upload-Length": str(len(content)), "Upload-Concat": "partial"}
    answer = await client.post("/uploads", headers=headers, content=content)
    assert answer.status_code == 201
    return answer.headers["Location"]


async def join(client: httpx.AsyncClient, *urls: str, name: str = "whole.bin") -> httpx.Response:
    concat = {
        "Upload-Concat": f"final;{' '.join(urls)}",
        "Upload-Metadata": metadata(filename=name),
    }
    return await client.post("/uploads", headers={**TUS, **concat})


async def test_addresses_are_relative(client: httpx.AsyncClient) -> None:
    """A proxy in front may speak TLS, and have another name: only the client knows."""
    first, second = await piece(client, b"a"), await piece(client, b"b")
    whole = (await join(client, first, second)).headers["Location"]
    assert all(each.startswith("/uploads/") for each in (first, second, whole))


# Checksums


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


@pytest.mark.must("checksum/verified")
@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
async def test_right_checksums_are_taken(
    uploads: Uploads, client: httpx.AsyncClient, algorithm: str
) -> None:
    url = await create(client, 10)
    for at, content in ((0, b"hello"), (5, b"world")):
        answer = await patch(client, url, at, content, **checksum(content, algorithm))
        assert answer.status_code == 204
    [file] = uploads.take("me", [upload_id(url)])
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
    folder = uploads._storage.folder
    (folder / f"{upload_id(url)}.verified").write_text("5\n")
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
    (uploads._storage.folder / f"{upload_id(url)}.verified").write_text(note)
    assert await offset(client, url) == 11


# Pieces


@pytest.mark.must("concatenation/sum", "concatenation/head-whole")
async def test_pieces_become_one_file(uploads: Uploads, client: httpx.AsyncClient) -> None:
    urls = [await piece(client, content) for content in (b"first", b"", b"second")]
    answer = await join(client, *urls)
    assert answer.status_code == 201
    whole = answer.headers["Location"]
    head = await client.head(whole, headers=TUS)
    assert head.headers["Upload-Length"] == head.headers["Upload-Offset"] == "11"
    assert head.headers["Upload-Concat"] == f"final;{' '.join(urls)}"  # as it was sent
    [file] = uploads.take("me", [upload_id(whole)])
    assert (file.name, file.read()) == ("whole.bin", b"firstsecond")


async def test_addresses_of_pieces_may_be_short(client: httpx.AsyncClient) -> None:
    urls = [await piece(client, content) for content in (b"a", b"b")]
    assert (await join(client, *[f"/uploads/{upload_id(url)}" for url in urls])).status_code == 201


async def test_joining_again_after_a_lost_answer_gives_the_same_file(
    client: httpx.AsyncClient,
) -> None:
    urls = [await piece(client, content) for content in (b"a", b"b")]
    first, second = [await join(client, *urls), await join(client, *urls)]
    assert first.headers["Location"] == second.headers["Location"]


async def test_killed_while_joining_the_pieces_are_still_good(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first piece's file already has another name and further bytes."""
    urls = [await piece(client, content) for content in (b"first", b"second")]
    folder = uploads._storage.folder
    [done] = folder.glob(f"{upload_id(urls[0])}.done*")
    left_behind = folder / f"{'9' * 32}.part"
    os.link(done, left_behind)
    with left_behind.open("ab") as part:
        part.write(b"sec")
    answer = await join(client, *urls)
    [file] = uploads.take("me", [upload_id(answer.headers["Location"])])
    assert file.read() == b"firstsecond"
    assert left_behind.read_bytes() == b"firstsec"  # not of this file any more


async def test_killed_while_handing_pieces_over(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is whole, but only some of its pieces know: asked again, it is the same file."""
    urls = [await piece(client, content) for content in (b"first", b"second")]
    change = uploads._storage.change

    def fails_at_the_second(upload: Upload, **fields: object) -> Upload:
        if upload.id == upload_id(urls[1]):
            raise OSError(errno.EIO, "killed here")
        return change(upload, **fields)

    with monkeypatch.context() as broken:
        broken.setattr(uploads._storage, "change", fails_at_the_second)
        first = await join(client, *urls)
    again = await join(client, *urls)
    assert first.status_code == again.status_code == 201
    assert first.headers["Location"] == again.headers["Location"]
    [file] = uploads.take("me", [upload_id(again.headers["Location"])])
    assert file.read() == b"firstsecond"
    assert len([name for name in stored(uploads) if ".done" in name]) == 1


async def test_a_piece_is_no_file(uploads: Uploads, client: httpx.AsyncClient) -> None:
    url = await piece(client, b"abc")
    assert (await client.head(url, headers=TUS)).headers["Upload-Concat"] == "partial"
    with pytest.raises(UnknownUpload):
        uploads.take("me", [upload_id(url)])


@pytest.mark.row(22)
async def test_only_complete_pieces_of_ones_own_are_joined(client: httpx.AsyncClient) -> None:
    good, plain = await piece(client, b"abc"), await create(client, 0)
    headers = {**TUS, "Upload-Length": "5", "Upload-Concat": "partial"}
    half = (await client.post("/uploads", headers=headers)).headers["Location"]
    for wrong in (plain, half, good, "/uploads/nothing"):
        assert (await join(client, good, wrong)).status_code in (400, 404)
    others = {**TUS, "X-Owner": "somebody", "Upload-Concat": f"final;{good}"}
    assert (await client.post("/uploads", headers=others)).status_code == 404
    assert (await join(client, good)).status_code == 201  # nothing was spoilt


@pytest.mark.must("concatenation/no-patch")
@pytest.mark.row(46)
async def test_a_joined_file_takes_no_bytes(client: httpx.AsyncClient) -> None:
    whole = (await join(client, await piece(client, b"abc"))).headers["Location"]
    assert (await patch(client, whole, 3, b"d")).status_code == 403


# Length told later


@pytest.mark.must("creation/defer-head")
async def test_length_told_later(uploads: Uploads, client: httpx.AsyncClient) -> None:
    headers = {**TUS, "Upload-Defer-Length": "1", "Upload-Metadata": metadata(filename="live.log")}
    url = (await client.post("/uploads", headers=headers)).headers["Location"]
    head = await client.head(url, headers=TUS)
    assert head.headers["Upload-Defer-Length"] == "1" and "Upload-Length" not in head.headers
    assert (await patch(client, url, 0, b"hello")).status_code == 204
    assert (await patch(client, url, 5, b"world", **{"Upload-Length": "10"})).status_code == 204
    [file] = uploads.take("me", [upload_id(url)])
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


# Expiration and sweep


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
    assert uploads.sweeper.sweep() == 0
    later(UploadLimits().keep_unfinished + 60)
    assert uploads.sweeper.sweep() == 2
    assert list(uploads._storage.folder.iterdir()) == []
    assert "half.txt" in caplog.text and "5 of 10 bytes" in caplog.text


async def test_sweep_leaves_what_a_handler_uses(
    uploads: Uploads, client: httpx.AsyncClient, later: Callable[[float], None]
) -> None:
    url = await create(client, 5)
    await patch(client, url, 0, b"hello")
    [file] = uploads.take("me", [upload_id(url)])
    later(UploadLimits().keep_finished * 2)
    assert uploads.sweeper.sweep() == 0
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
            part = uploads._storage.folder / f"{upload_id(url)}.part"
            os.utime(part, (0, part.stat().st_mtime + number))
        assert uploads.sweeper.sweep() == 0  # each may still be continued by its client
        later(RESTING + 60)
        assert uploads.sweeper.sweep() == 1
        assert [(await client.head(url, headers=TUS)).status_code for url in urls] == [
            404,
            200,
            200,
        ]
        assert "0.txt" in caplog.text and "took too much of the disk" in caplog.text
        assert uploads.sweeper.sweep() == 0


def test_sweep_removes_what_a_crash_left(
    uploads: Uploads, later: Callable[[float], None], tmp_path: Path
) -> None:
    for name in ("1" * 32 + ".part", "2" * 32 + ".ab12.new"):
        (uploads._storage.folder / name).write_bytes(b"x")
    uploads.sweeper.sweep()
    assert len(list(uploads._storage.folder.iterdir())) == 2  # it may be being written
    later(UploadLimits().keep_unfinished + 60)
    uploads.sweeper.sweep()
    assert list(uploads._storage.folder.iterdir()) == []


# Which unfinished upload


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
