"""Uploads that a crash or a failing disk interrupts: what stays, and how they go on."""

import errno
import os

import httpx
import pytest

from core.files import disk
from core.uploads.engine import Uploads
from core.uploads.errors import UnknownUpload
from tests.support.tus import (
    TUS,
    application,
    create,
    offset,
    patch,
    upload_id,
)


@pytest.mark.row(26)
async def test_upload_survives_a_restart(uploads: Uploads, client: httpx.AsyncClient) -> None:
    url = await create(client, 5, "é.txt")
    await patch(client, url, 0, b"ab")
    # What a crash may leave: more bytes than were ever reported, and a torn description.
    with (uploads.store.folder / f"{upload_id(url)}.part").open("ab") as part:
        part.write(b"c")
    (uploads.store.folder / f"{'1' * 32}.json").write_text('{"owner": "me", "na')
    again = Uploads(uploads.store.folder)
    transport = httpx.ASGITransport(application(again))
    async with httpx.AsyncClient(transport=transport, base_url="http://host") as other:
        assert await offset(other, url) == 3
        assert (await patch(other, url, 3, b"de")).status_code == 204
        assert (await other.head(f"/uploads/{'1' * 32}", headers=TUS)).status_code == 404
    [file] = again.claims.take("me", [upload_id(url)])
    assert (file.name, file.read()) == ("é.txt", b"abcde")


@pytest.mark.row(26)
async def test_killed_between_last_byte_and_rename(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url = await create(client, 3)
    (uploads.store.folder / f"{upload_id(url)}.part").write_bytes(b"abc")
    with pytest.raises(UnknownUpload):
        uploads.claims.take("me", [upload_id(url)])
    assert await offset(client, url) == 3
    assert uploads.claims.take("me", [upload_id(url)])[0].read() == b"abc"


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
            uploads.claims.take("me", [upload_id(url)])
    assert await offset(client, url) == 3
    assert uploads.claims.take("me", [upload_id(url)])[0].read() == b"abc"


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
    assert uploads.claims.take("me", [upload_id(url)])[0].read() == content
