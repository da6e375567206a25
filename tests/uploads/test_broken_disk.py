"""Every call to the disk fails once, and from then on: the answer is clear and true, nothing is
left behind or promised, others are unharmed, and all is well again with the disk.
"""

from __future__ import annotations

import hashlib
import logging
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.support.broken_disk import BrokenDisk
from tests.support.broken_site import (
    CONTENT,
    WHOLE,
    Site,
    check_words,
    copy_local,
    each_failure,
    ids_of,
)
from tests.support.tus import TUS, create, metadata, offset, patch, upload_id

OTHER = {"X-Owner": "other"}


@pytest.fixture
def site(quick_disk: Path) -> Site:
    chosen = quick_disk / "chosen" / "a.txt"
    chosen.parent.mkdir()
    chosen.write_bytes(CONTENT)
    return Site(quick_disk / "uploads", chosen)


@pytest.fixture
def broken(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[BrokenDisk]:
    logger = logging.getLogger("core")
    logger.setLevel(logging.CRITICAL)  # thousands of lines
    yield BrokenDisk(monkeypatch, site.folder)
    logger.setLevel(logging.NOTSET)


@pytest.mark.parametrize("door", WHOLE)
async def test_what_cannot_be_continued_arrives_or_leaves_nothing(
    site: Site, broken: BrokenDisk, door: str
) -> None:
    send, contents = WHOLE[door]
    others = await create(site.client, 5, **OTHER)
    before, promised = site.names, site.reserved

    async def prepare() -> None:
        site.clear()
        assert site.names == before

    async for case, answer in each_failure(broken, lambda: send(site), prepare):
        if answer.status_code == 201:
            broken.heal()
            assert site.contents(*ids_of(answer)) == contents, case
            continue
        check_words(answer, case)
        assert "continue" not in answer.text, case
        assert site.reserved == promised, case
        broken.heal()
        site.uploads.expiry.remove_expired()
        assert site.names == before, case
    assert (await patch(site.client, others, 0, b"other", **OTHER)).status_code == 204


async def test_a_copy_arrives_or_goes_on(site: Site, broken: BrokenDisk) -> None:
    async def prepare() -> None:
        site.clear()
        assert site.names == []

    async for case, answer in each_failure(broken, lambda: copy_local(site), prepare):
        broken.heal()
        if answer.status_code != 201:
            check_words(answer, case)
            answer = await copy_local(site)
            assert answer.status_code == 201, (case, answer.text)
        assert site.contents(*ids_of(answer)) == [CONTENT], case
        assert site.reserved == (0, 0), case


class Client:
    """A tus client that stops at the first refusal, and goes on with `resume`."""

    def __init__(self, site: Site, *, deferred: bool = False, sums: bool = False) -> None:
        self.client = site.client
        self.deferred, self.sums = deferred, sums
        self.url = ""

    async def send(self) -> httpx.Response:
        headers = {**TUS, "Upload-Metadata": metadata(filename="a.txt", digest="sha256")}
        length = {"Upload-Defer-Length": "1"} if self.deferred else self.length
        self.url = ""
        answer = await self.client.post("/uploads", headers=headers | length)
        if answer.status_code != 201:
            return answer
        self.url = answer.headers["location"]
        answer = await self.patch(0, CONTENT[:1_200_000])
        return answer if answer.status_code != 204 else await self.patch(1_200_000)

    async def patch(self, start: int, content: bytes = b"") -> httpx.Response:
        content = content or CONTENT[start:]
        ends = start + len(content) == len(CONTENT)
        headers = self.length if self.deferred and ends else {}
        if self.sums:
            text = b64encode(hashlib.sha1(content).digest()).decode()
            headers = headers | {"Upload-Checksum": f"sha1 {text}"}
        return await patch(self.client, self.url, start, content, **headers)

    async def resume(self) -> None:
        """What a client does after trouble."""
        if not self.url:
            assert (await self.send()).status_code == 204
            return
        head = await self.client.head(self.url, headers=TUS)
        assert head.status_code == 200, head.text
        start = int(head.headers["upload-offset"])
        if start < len(CONTENT):
            self.deferred = "upload-length" not in head.headers
            answer = await self.patch(start)
            assert answer.status_code == 204, answer.text

    @property
    def length(self) -> dict[str, str]:
        return {"Upload-Length": str(len(CONTENT))}


@pytest.mark.parametrize("kind", ["plain", "deferred", "sums"])
async def test_tus_continues_from_a_true_offset(site: Site, broken: BrokenDisk, kind: str) -> None:
    sender = Client(site)

    async def prepare() -> None:
        site.clear()
        assert site.names == []
        sender.deferred, sender.sums = kind == "deferred", kind == "sums"

    async for case, answer in each_failure(broken, sender.send, prepare):
        broken.heal()
        if answer.status_code != 204:
            check_words(answer, case)
            assert sender.url or "continue" not in answer.text, (case, answer.text)
            await sender.resume()
        ids = upload_id(sender.url)
        [file] = site.uploads.claims.take("me", [ids])
        assert file.read() == CONTENT, case
        assert file.digest("sha256") == hashlib.sha256(CONTENT).hexdigest()
        site.uploads.claims.discard([file])
        assert site.reserved == (0, 0), case


@pytest.mark.parametrize("finished", [False, True])
async def test_delete_removes_all_or_changes_nothing(
    site: Site, broken: BrokenDisk, finished: bool
) -> None:
    url = ""

    async def prepare() -> None:
        nonlocal url
        site.clear()
        assert site.names == [] and site.reserved == (0, 0)
        url = await create(site.client, 6)
        await patch(site.client, url, 0, b"abcdef" if finished else b"abc")

    async def delete() -> httpx.Response:
        return await site.client.delete(url, headers=TUS)

    async for case, answer in each_failure(broken, delete, prepare):
        if answer.status_code == 204:
            assert site.reserved == (0, 0), case
            broken.heal()
            assert (await site.client.head(url, headers=TUS)).status_code == 404
            site.uploads.expiry.remove_expired()
        else:
            assert "could not be removed" in answer.text or "could not be read" in answer.text
            assert answer.status_code == 507 and "try again" in answer.text, case
            broken.heal()
            assert await offset(site.client, url) == (6 if finished else 3)
            assert site.reserved[0] == 6
            assert (await delete()).status_code == 204
        assert site.names == [], case


async def test_pieces_become_one_file_or_stay_pieces(site: Site, broken: BrokenDisk) -> None:
    pieces: list[str] = []

    async def prepare() -> None:
        site.clear()
        assert site.names == [] and site.reserved == (0, 0)
        pieces.clear()
        for content in (b"one ", b"two ", b"three"):
            url = await create(site.client, len(content), **{"Upload-Concat": "partial"})
            assert (await patch(site.client, url, 0, content)).status_code == 204
            pieces.append(url)

    async def join() -> httpx.Response:
        headers = {"Upload-Concat": f"final;{' '.join(pieces)}"}
        named = {"Upload-Metadata": metadata(filename="a.txt")}
        return await site.client.post("/uploads", headers={**TUS, **headers, **named})

    async for case, answer in each_failure(broken, join, prepare):
        broken.heal()
        if answer.status_code != 201:
            check_words(answer, case)
            assert "continue" not in answer.text
            assert site.reserved == (13, 0), case
            answer = await join()
        again = await join()
        url = answer.headers["location"]
        assert again.headers["location"] == url, case
        assert site.contents(upload_id(url)) == [b"one two three"], case
        assert site.reserved == (0, 0), case


async def test_who_asks_again_for_a_joined_file_gets_it_from_a_disk_that_cannot_be_written(
    site: Site, broken: BrokenDisk
) -> None:
    url = await create(site.client, 3, **{"Upload-Concat": "partial"})
    assert (await patch(site.client, url, 0, b"one")).status_code == 204
    headers = {**TUS, "Upload-Concat": f"final;{url}"}
    first = await site.client.post("/uploads", headers=headers)

    async def nothing() -> None: ...

    async def again() -> httpx.Response:
        return await site.client.post("/uploads", headers=headers)

    async for case, answer in each_failure(broken, again, nothing):
        if case.startswith("open"):
            assert answer.status_code in (201, 507), case  # it could not be read
        else:
            assert answer.headers["location"] == first.headers["location"], case


async def test_a_body_that_is_refused_is_refused_as_what_it_is(
    site: Site, broken: BrokenDisk
) -> None:
    """Its bytes cannot be taken back where the disk fails at that; the client is told the truth."""
    url = ""

    async def prepare() -> None:
        nonlocal url
        site.clear()
        url = await create(site.client, 6)

    async def send() -> httpx.Response:
        return await patch(
            site.client, url, 0, b"abc", **{"Upload-Checksum": "sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA="}
        )

    async for case, answer in each_failure(broken, send, prepare):
        assert answer.status_code in (460, 507), case
        broken.heal()
        assert await offset(site.client, url) == 0, case
