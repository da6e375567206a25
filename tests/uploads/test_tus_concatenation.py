"""The concatenation extension of tus: pieces that become one file (tus.io, version 1.0.0)."""

import errno
import os

import httpx
import pytest

from core.uploads.engine import Uploads
from core.uploads.errors import UnknownUpload
from core.uploads.info import UploadInfo
from tests.support.tus import (
    BODY,
    TUS,
    create,
    metadata,
    patch,
    stored,
    upload_id,
)


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


@pytest.mark.must("concatenation/sum", "concatenation/head-whole")
async def test_pieces_become_one_file(uploads: Uploads, client: httpx.AsyncClient) -> None:
    urls = [await piece(client, content) for content in (b"first", b"", b"second")]
    answer = await join(client, *urls)
    assert answer.status_code == 201
    whole = answer.headers["Location"]
    head = await client.head(whole, headers=TUS)
    assert head.headers["Upload-Length"] == head.headers["Upload-Offset"] == "11"
    assert head.headers["Upload-Concat"] == f"final;{' '.join(urls)}"  # as it was sent
    [file] = uploads.claims.take("me", [upload_id(whole)])
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
    folder = uploads.store.folder
    [done] = folder.glob(f"{upload_id(urls[0])}.done*")
    left_behind = folder / f"{'9' * 32}.part"
    os.link(done, left_behind)
    with left_behind.open("ab") as part:
        part.write(b"sec")
    answer = await join(client, *urls)
    [file] = uploads.claims.take("me", [upload_id(answer.headers["Location"])])
    assert file.read() == b"firstsecond"
    assert left_behind.read_bytes() == b"firstsec"  # not of this file any more


async def test_killed_while_handing_pieces_over(
    uploads: Uploads, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is whole, but only some of its pieces know: asked again, it is the same file."""
    urls = [await piece(client, content) for content in (b"first", b"second")]
    change = uploads.store.change

    def fails_at_the_second(upload: UploadInfo, **fields: object) -> UploadInfo:
        if upload.id == upload_id(urls[1]):
            raise OSError(errno.EIO, "killed here")
        return change(upload, **fields)

    with monkeypatch.context() as broken:
        broken.setattr(uploads.store, "change", fails_at_the_second)
        first = await join(client, *urls)
    again = await join(client, *urls)
    assert first.status_code == again.status_code == 201
    assert first.headers["Location"] == again.headers["Location"]
    [file] = uploads.claims.take("me", [upload_id(again.headers["Location"])])
    assert file.read() == b"firstsecond"
    assert len([name for name in stored(uploads) if ".done" in name]) == 1


async def test_a_piece_is_no_file(uploads: Uploads, client: httpx.AsyncClient) -> None:
    url = await piece(client, b"abc")
    assert (await client.head(url, headers=TUS)).headers["Upload-Concat"] == "partial"
    with pytest.raises(UnknownUpload):
        uploads.claims.take("me", [upload_id(url)])


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
