"""Upload folders that somebody changed by hand: single uploads fail in words, never the start."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.uploads.engine import Uploads
from core.uploads.errors import UnknownUpload
from tests.support import tus
from tests.support.broken_site import CONTENT, Site, copy_local, send_batch
from tests.support.tus import TUS, create, offset, patch, upload_id
from tests.support.windows import not_on_windows

WRONG: dict[str, Any] = {
    "owner": 5,
    "name": ["a", "b"],
    "size": -1,
    "type": "text/\udce9",
    "lastModified": "today",
    "metadata": "filename \u20ac",
    "path": {},
    "target": None,
    "concat": 1.5,
    "parts": [1],
    "created": float("nan"),
    "algorithm": "md5",
    "id": "../../etc/passwd",
    "unknown": True,
}


def descriptions() -> dict[str, bytes]:
    """Damaged descriptions, by what is wrong with them."""
    whole = {"owner": "me", "name": "a.txt", "size": 3, "type": "text/plain", "lastModified": 0}
    whole |= {"id": "0" * 32, "created": 1.0}
    found = {key: json.dumps(whole | {key: value}).encode() for key, value in WRONG.items()}
    found["size that no file has"] = json.dumps(whole | {"size": 1 << 80}).encode()
    found["name of nothing"] = json.dumps(whole | {"name": "/"}).encode()
    found["surrogate"] = json.dumps(whole | {"name": "\ud800.txt"}).encode()
    found["nested"] = b"[" * 200_000
    found["number"] = b"9" * 5000
    found["list"] = b"[1, 2]"
    found["not UTF-8"] = b"\xff\xfe\xff"
    return found


@pytest.mark.row(26)
@pytest.mark.parametrize("wrong", descriptions())
@pytest.mark.parametrize("in_batch", [False, True])
async def test_a_damaged_description_fails_alone(
    tmp_path: Path, wrong: str, in_batch: bool
) -> None:
    folder = tmp_path / "uploads"
    before = tus.uploads(tmp_path)
    async with tus.client(before) as client:
        whole = await create(client, 3)
        assert (await patch(client, whole, 0, b"abc")).status_code == 204
    content = descriptions()[wrong]
    if in_batch:
        batch = folder / f"{'1' * 32}.batch"
        batch.mkdir()
        (batch / "descriptions").write_bytes(content + b"\n")
        (batch / f"{'0' * 32}.done").write_bytes(b"abc")
    else:
        (folder / f"{'0' * 32}.json").write_bytes(content)
        (folder / f"{'0' * 32}.part").write_bytes(b"abc")
    uploads = tus.uploads(tmp_path)
    async with tus.client(uploads) as client:
        url = f"http://host:81/uploads/{'0' * 32}"
        for method in ("HEAD", "DELETE"):
            assert (await client.request(method, url, headers=TUS)).status_code in (200, 204, 404)
        assert (await patch(client, url, 3, b"x")).status_code in (403, 404, 409)
        listed = await client.get("/uploads?name=a.txt&size=3&lastModified=0")
        assert listed.status_code == 200
        uploads.expiry.remove_expired()
        assert [file.read() for file in uploads.claims.take("me", [upload_id(whole)])] == [b"abc"]


async def test_a_description_that_is_a_folder_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "uploads" / f"{'0' * 32}.json").mkdir(parents=True)
    (tmp_path / "uploads" / f"{'1' * 32}.batch" / "descriptions").mkdir(parents=True)
    uploads = tus.uploads(tmp_path)
    async with tus.client(uploads) as client:
        url = f"http://host:81/uploads/{'0' * 32}"
        answer = await client.head(url, headers=TUS)
        assert answer.status_code == 507
        assert (await patch(client, await create(client, 3), 0, b"abc")).status_code == 204
        uploads.expiry.remove_expired()


async def test_more_bytes_than_the_file_has_are_said_and_never_delivered(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url = await create(client, 3)
    part = uploads.store.part(uploads.store.load("me", upload_id(url)))
    part.write_bytes(b"longer")
    for answer in (await client.head(url, headers=TUS), await patch(client, url, 6, b"x")):
        assert answer.status_code == 410
    assert "“a.txt” has" in (await patch(client, url, 0, b"abc")).text
    assert (await client.get("/uploads?name=a.txt&size=3&lastModified=0")).json() == []
    assert (await client.delete(url, headers=TUS)).status_code == 204
    assert tus.stored(uploads) == []


async def test_a_complete_file_of_another_size_is_no_file(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url = await create(client, 3)
    await patch(client, url, 0, b"abc")
    uploads.store.done(uploads.store.load("me", upload_id(url))).write_bytes(b"ab")
    with pytest.raises(UnknownUpload, match=r"“a.txt” is not complete"):
        uploads.claims.take("me", [upload_id(url)])


async def test_a_damaged_note_of_what_is_verified_trusts_nothing(
    uploads: Uploads, client: httpx.AsyncClient
) -> None:
    url = await create(client, 3)
    await patch(client, url, 0, b"ab")
    (uploads.store.folder / f"{upload_id(url)}.verified").write_bytes(b"two")
    assert await offset(client, url) == 0


@pytest.fixture
def site(tmp_path: Path) -> Site:
    chosen = tmp_path / "a.txt"
    chosen.write_bytes(CONTENT)
    return Site(tmp_path / "uploads", chosen)


async def test_a_copy_of_which_too_much_lies_here_begins_anew(site: Site) -> None:
    upload_path = site.folder / f"{'f' * 32}.part"
    assert (await copy_local(site)).status_code == 201
    site.contents("f" * 32)
    site.clear()
    upload = await _copied_halfway(site)
    upload_path.write_bytes(b"x" * (len(CONTENT) + 1))
    assert (await copy_local(site)).status_code == 201
    assert site.contents(upload) == [CONTENT]


async def _copied_halfway(site: Site) -> str:
    from core.uploads.info import UploadInfo

    upload = UploadInfo("me", "a.txt", len(CONTENT), "text/plain", 0, id="f" * 32)
    await site.uploads.create(upload)
    return upload.id


async def test_an_upload_folder_that_is_deleted_is_made_anew(site: Site) -> None:
    """What lay in it is unknown, and counts for no quota."""
    url = await create(site.client, 9_000_000)
    assert (await patch(site.client, url, 0, b"abc")).status_code == 204
    assert (await send_batch(site)).status_code == 201
    shutil.rmtree(site.folder)
    head = await site.client.head(url, headers=TUS)
    assert head.status_code == 404 and (await patch(site.client, url, 3, b"d")).status_code == 404
    assert (await send_batch(site)).status_code == 201
    assert site.reserved == (7, 0)
    shutil.rmtree(site.folder)
    answer = await site.client.put("/uploads/a.txt", content=b"x" * 9_500_000)
    assert answer.status_code == 201
    assert len(site.contents(answer.json()["id"])[0]) == 9_500_000
    shutil.rmtree(site.folder)
    site.uploads.expiry.remove_expired()
    assert site.folder.is_dir() and site.reserved == (0, 0)
    assert (await copy_local(site)).status_code == 201


@not_on_windows("no folder goes while a file in it is open")
async def test_a_folder_that_is_deleted_while_bytes_come_is_said_in_words(site: Site) -> None:
    url = await create(site.client, 6)

    async def body() -> Any:
        yield b"abc"
        shutil.rmtree(site.folder)
        yield b"def"

    answer = await patch(site.client, url, 0, body())
    assert answer.status_code == 404 and "Start it again" in answer.text
