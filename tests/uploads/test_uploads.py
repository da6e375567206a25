"""The tus protocol as a client sees it, and what it leaves on disk (tus.io, version 1.0.0)."""

import asyncio
import errno
import json
import os
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from core.files import UnknownUpload, disk
from core.uploads.engine import Uploads
from core.uploads.limits import UploadLimits
from core.uploads.store import Storage
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


@pytest.mark.must("core/versions", "core/max-size", "core/options")
async def test_options_say_what_is_possible(client: httpx.AsyncClient) -> None:
    answer = await client.options("/uploads")
    assert answer.status_code == 200
    assert answer.headers["tus-version"] == answer.headers["tus-resumable"] == "1.0.0"
    assert answer.headers["tus-max-size"] == str(1 << 30)
    extensions = answer.headers["tus-extension"].split(",")
    assert {"creation", "creation-with-upload", "termination"} <= set(extensions)


@pytest.mark.must(
    "core/patch-answer", "core/patch-sum", "creation/metadata-head", "creation/location"
)
async def test_upload_in_pieces_reaches_the_handler(
    uploads: Uploads, client: httpx.AsyncClient, tmp_path: Path
) -> None:
    sent = metadata(filename="日本 #1.txt", filetype="text/plain", lastModified="1700000000000")
    headers = {**TUS, "Upload-Length": "11", "Upload-Metadata": sent}
    answer = await client.post("/uploads", headers=headers)
    url = answer.headers["location"]
    assert url.startswith("/uploads/") and len(upload_id(url)) == 32
    assert (await patch(client, url, 0, b"hello ")).headers["upload-offset"] == "6"
    head = await client.head(url, headers=TUS)
    assert head.headers["upload-offset"] == "6" and head.headers["upload-length"] == "11"
    assert head.headers["upload-metadata"] == sent
    assert head.headers["cache-control"] == "no-store"
    last = await patch(client, url, 6, b"world")
    assert (last.status_code, last.headers["upload-offset"]) == (204, "11")
    [file] = uploads.take("me", [upload_id(url)])
    assert (file.name, file.type, file.size) == ("日本 #1.txt", "text/plain", 11)
    assert file.lastModified == 1_700_000_000_000 and file.path.suffix == ".txt"
    assert file.read() == b"hello world"
    inode = file.path.stat().st_ino
    assert file.save(tmp_path / "kept.txt").stat().st_ino == inode
    uploads.discard([file])
    assert (tmp_path / "kept.txt").read_bytes() == b"hello world"
    assert await offset(client, url) == 11  # delivered, and not to be sent again


@pytest.mark.must("with-upload/offset")
async def test_creation_with_upload(uploads: Uploads, client: httpx.AsyncClient) -> None:
    answer = await client.post("/uploads", headers={**BODY, "Upload-Length": "5"}, content=b"hel")
    assert (answer.status_code, answer.headers["upload-offset"]) == (201, "3")
    await patch(client, answer.headers["location"], 3, b"lo")
    [file] = uploads.take("me", [upload_id(answer.headers["location"])])
    assert (file.name, file.read()) == ("unnamed", b"hello")


@pytest.mark.row(38)
async def test_empty_file_is_complete_at_once(uploads: Uploads, client: httpx.AsyncClient) -> None:
    url = await create(client, 0)
    assert await offset(client, url) == 0
    assert uploads.take("me", [upload_id(url)])[0].read() == b""


async def test_larger_than_the_buffers(uploads: Uploads, client: httpx.AsyncClient) -> None:
    content = os.urandom(5_000_001)

    async def pieces() -> AsyncIterator[bytes]:
        for start, size in ((0, 1), (1, 1_048_575), (1_048_576, 3_000_000), (4_048_576, 951_425)):
            yield content[start : start + size]

    url = await create(client, len(content))
    assert (await patch(client, url, 0, pieces())).status_code == 204
    assert uploads.take("me", [upload_id(url)])[0].read() == content


@pytest.mark.row(46)
async def test_termination_leaves_nothing(uploads: Uploads, client: httpx.AsyncClient) -> None:
    urls = [await create(client, 10), await create(client, 10), await create(client, 0)]
    await patch(client, urls[1], 0, b"0123456789")
    for url in urls:
        assert (await client.delete(url, headers=TUS)).status_code == 204
        assert (await client.head(url, headers=TUS)).status_code == 404
        assert (await client.delete(url, headers=TUS)).status_code == 404
    assert stored(uploads) == []


@pytest.mark.row(28)
async def test_everything_on_disk_is_private(uploads: Uploads, client: httpx.AsyncClient) -> None:
    before = os.umask(0)
    try:
        await create(client, 10)
        await create(client, 0)
    finally:
        os.umask(before)
    folder = uploads._storage.folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


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
    assert uploads.take("me", [upload_id(url)])[0].read() == b"abcde"


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


@pytest.mark.row(22)
async def test_only_the_owner_may_touch_an_upload(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url = await create(client, 2)
    other = {"X-Owner": "you"}
    assert (await client.head(url, headers=TUS | other)).status_code == 404
    assert (await patch(client, url, 0, b"ab", **other)).status_code == 404
    assert (await client.delete(url, headers=TUS | other)).status_code == 404
    assert await offset(client, url) == 0
    await patch(client, url, 0, b"ab")
    with pytest.raises(UnknownUpload):
        uploads.take("you", [upload_id(url)])


@pytest.mark.row(46)
async def test_handler_gets_complete_uploads_once(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    unfinished, done = await create(client, 2), await create(client, 0)
    for wanted in ([upload_id(unfinished)], ["0" * 32], ["../x"], [upload_id(done), ""]):
        with pytest.raises(UnknownUpload):
            uploads.take("me", wanted)
    files = uploads.take("me", [upload_id(done), upload_id(done)])
    assert len(files) == 1
    assert (await client.delete(done, headers=TUS)).status_code == 409  # it is in use
    with pytest.raises(UnknownUpload):
        uploads.take("me", [upload_id(done)])
    uploads.discard(files)
    assert not files[0].path.exists()
    with pytest.raises(UnknownUpload):
        uploads.take("me", [upload_id(done)])
    assert (await client.delete(done, headers=TUS)).status_code == 204


async def test_names_of_one_selection_are_distinct(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    urls = [await create(client, 0, name) for name in ("p.jpg", "P.jpg", "../p.jpg")]
    files = uploads.take("me", [upload_id(url) for url in urls])
    assert [file.name for file in files] == ["p.jpg", "P (2).jpg", "_.._p.jpg"]


async def test_names_are_distinct_within_their_folder(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    paths = ["Album 1", "Album 2", "album 2", ""]
    heads = [{"Upload-Metadata": metadata(filename="cover.jpg", path=path)} for path in paths]
    urls = [await create(client, 0, **head) for head in heads]
    files = uploads.take("me", [upload_id(url) for url in urls])
    assert [(file.folder, file.name) for file in files] == [
        ("Album 1", "cover.jpg"),
        ("Album 2", "cover.jpg"),
        ("album 2", "cover (2).jpg"),  # the same folder on some systems
        ("", "cover.jpg"),
    ]


@pytest.mark.row(26)
async def test_upload_survives_a_restart(uploads: Uploads, client: httpx.AsyncClient) -> None:
    url = await create(client, 5, "é.txt")
    await patch(client, url, 0, b"ab")
    # What a crash may leave: more bytes than were ever reported, and a torn description.
    with (uploads._storage.folder / f"{upload_id(url)}.part").open("ab") as part:
        part.write(b"c")
    (uploads._storage.folder / f"{'1' * 32}.json").write_text('{"owner": "me", "na')
    again = Uploads(uploads._storage.folder)
    transport = httpx.ASGITransport(application(again))
    async with httpx.AsyncClient(transport=transport, base_url="http://host") as other:
        assert await offset(other, url) == 3
        assert (await patch(other, url, 3, b"de")).status_code == 204
        assert (await other.head(f"/uploads/{'1' * 32}", headers=TUS)).status_code == 404
    [file] = again.take("me", [upload_id(url)])
    assert (file.name, file.read()) == ("é.txt", b"abcde")


@pytest.mark.row(26)
async def test_killed_between_last_byte_and_rename(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url = await create(client, 3)
    (uploads._storage.folder / f"{upload_id(url)}.part").write_bytes(b"abc")
    with pytest.raises(UnknownUpload):
        uploads.take("me", [upload_id(url)])
    assert await offset(client, url) == 3
    assert uploads.take("me", [upload_id(url)])[0].read() == b"abc"


@pytest.mark.row(25, 27)
@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "Make room"),
        (errno.EDQUOT, "quota"),
        (errno.EFBIG, "too large"),
        (errno.EROFS, "only be read"),
        (errno.EIO, "disk failed"),
    ],
)
async def test_failing_fsync_is_507_and_trusts_no_byte(
    uploads: Uploads,
    client: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    advice: str,
) -> None:
    def failing(_: int) -> None:
        raise OSError(number, os.strerror(number))

    url = await create(client, 3)
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", failing)
        answer = await patch(client, url, 0, b"abc")
    assert answer.status_code == 507 and advice in answer.text and "a.txt" in answer.text
    assert await offset(client, url) == 0
    assert (await patch(client, url, 0, b"abc")).status_code == 204


@pytest.mark.row(25)
async def test_failing_rename_is_507_and_made_good_later(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    url = await create(client, 3)
    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", failing)
        assert (await patch(client, url, 0, b"abc")).status_code == 507
        with pytest.raises(UnknownUpload):
            uploads.take("me", [upload_id(url)])
    assert await offset(client, url) == 3
    assert uploads.take("me", [upload_id(url)])[0].read() == b"abc"


@pytest.mark.row(25)
async def test_failing_write_keeps_what_is_stored(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, real = 0, disk.write_all

    def full_after_two_blocks(descriptor: int, data: bytes | memoryview) -> None:
        nonlocal written
        written += 1
        if written > 2:
            real(descriptor, memoryview(data)[:1000])
            raise OSError(errno.ENOSPC, "full")
        real(descriptor, data)

    content = os.urandom(6 << 20)
    url = await create(client, len(content))
    with monkeypatch.context() as broken:
        broken.setattr(disk, "write_all", full_after_two_blocks)
        assert (await patch(client, url, 0, content)).status_code == 507
    stored = await offset(client, url)
    assert stored == (2 << 20) + 1000
    assert (await patch(client, url, stored, content[stored:])).status_code == 204
    assert uploads.take("me", [upload_id(url)])[0].read() == content


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
        assert uploads.take("me", [upload_id(url)])[0].read() == b"abcdefgh"
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
        part = (uploads._storage.folder / f"{upload_id(url)}.part").read_bytes()
        assert len(set(part)) <= 1
    else:
        assert uploads.take("me", [upload_id(url)])[0].read() in contents
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


async def test_description_names_the_upload(uploads: Uploads, client: httpx.AsyncClient) -> None:
    url = await create(client, 8, "b.txt")
    found = json.loads((uploads._storage.folder / f"{upload_id(url)}.json").read_text())
    assert (found["owner"], found["name"], found["size"]) == ("me", "b.txt", 8)


def test_storage_without_a_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError):
        Storage(tmp_path / "file")
