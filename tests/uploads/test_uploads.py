"""The tus protocol as a client sees it, and what it leaves on disk (tus.io, version 1.0.0)."""

import json
import os
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from core.uploads.engine import Uploads
from core.uploads.errors import UnknownUpload
from core.uploads.folder_store import FolderStore
from tests.support import disks
from tests.support.tus import (
    BODY,
    TUS,
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
    [file] = uploads.claims.take("me", [upload_id(url)])
    assert (file.name, file.type, file.size) == ("日本 #1.txt", "text/plain", 11)
    assert file.lastModified == 1_700_000_000_000 and file.path.suffix == ".txt"
    assert file.read() == b"hello world"
    inode = file.path.stat().st_ino
    assert file.save(tmp_path / "kept.txt").stat().st_ino == inode
    uploads.claims.discard([file])
    assert (tmp_path / "kept.txt").read_bytes() == b"hello world"
    assert await offset(client, url) == 11  # delivered, and not to be sent again


@pytest.mark.must("with-upload/offset")
async def test_creation_with_upload(uploads: Uploads, client: httpx.AsyncClient) -> None:
    answer = await client.post("/uploads", headers={**BODY, "Upload-Length": "5"}, content=b"hel")
    assert (answer.status_code, answer.headers["upload-offset"]) == (201, "3")
    await patch(client, answer.headers["location"], 3, b"lo")
    [file] = uploads.claims.take("me", [upload_id(answer.headers["location"])])
    assert (file.name, file.read()) == ("unnamed", b"hello")


@pytest.mark.row(38)
async def test_empty_file_is_complete_at_once(uploads: Uploads, client: httpx.AsyncClient) -> None:
    url = await create(client, 0)
    assert await offset(client, url) == 0
    assert uploads.claims.take("me", [upload_id(url)])[0].read() == b""


async def test_larger_than_the_buffers(uploads: Uploads, client: httpx.AsyncClient) -> None:
    content = os.urandom(5_000_001)

    async def pieces() -> AsyncIterator[bytes]:
        for start, size in ((0, 1), (1, 1_048_575), (1_048_576, 3_000_000), (4_048_576, 951_425)):
            yield content[start : start + size]

    url = await create(client, len(content))
    assert (await patch(client, url, 0, pieces())).status_code == 204
    assert uploads.claims.take("me", [upload_id(url)])[0].read() == content


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
    disks.need_modes(uploads.store.folder)
    before = os.umask(0)
    try:
        await create(client, 10)
        await create(client, 0)
    finally:
        os.umask(before)
    folder = uploads.store.folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


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
        uploads.claims.take("you", [upload_id(url)])


@pytest.mark.row(46)
async def test_handler_gets_complete_uploads_once(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    unfinished, done = await create(client, 2), await create(client, 0)
    for wanted in ([upload_id(unfinished)], ["0" * 32], ["../x"], [upload_id(done), ""]):
        with pytest.raises(UnknownUpload):
            uploads.claims.take("me", wanted)
    files = uploads.claims.take("me", [upload_id(done), upload_id(done)])
    assert len(files) == 1
    assert (await client.delete(done, headers=TUS)).status_code == 409  # it is in use
    with pytest.raises(UnknownUpload):
        uploads.claims.take("me", [upload_id(done)])
    uploads.claims.discard(files)
    assert not files[0].path.exists()
    with pytest.raises(UnknownUpload):
        uploads.claims.take("me", [upload_id(done)])
    assert (await client.delete(done, headers=TUS)).status_code == 204


async def test_names_of_one_selection_are_distinct(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    urls = [await create(client, 0, name) for name in ("p.jpg", "P.jpg", "../p.jpg")]
    files = uploads.claims.take("me", [upload_id(url) for url in urls])
    assert [file.name for file in files] == ["p.jpg", "P (2).jpg", ".._p.jpg"]


async def test_names_are_distinct_within_their_folder(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    paths = ["Album 1", "Album 2", "album 2", ""]
    heads = [{"Upload-Metadata": metadata(filename="cover.jpg", path=path)} for path in paths]
    urls = [await create(client, 0, **head) for head in heads]
    files = uploads.claims.take("me", [upload_id(url) for url in urls])
    assert [(file.folder, file.name) for file in files] == [
        ("Album 1", "cover.jpg"),
        ("Album 2", "cover.jpg"),
        ("album 2", "cover (2).jpg"),  # the same folder on some systems
        ("", "cover.jpg"),
    ]


async def test_description_names_the_upload(uploads: Uploads, client: httpx.AsyncClient) -> None:
    url = await create(client, 8, "b.txt")
    found = json.loads((uploads.store.folder / f"{upload_id(url)}.json").read_text())
    assert (found["owner"], found["name"], found["size"]) == ("me", "b.txt", 8)


def test_storage_without_a_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError):
        FolderStore(tmp_path / "file")
