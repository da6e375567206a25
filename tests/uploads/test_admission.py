"""What is taken before the first byte: nobody can lock others out, nor make it slow for them."""

import shutil
import sys
from collections import namedtuple
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.files.usage import FolderSizes
from core.uploads import reservations
from core.uploads.engine import Uploads
from core.uploads.errors import UploadRefused
from core.uploads.info import UploadInfo
from core.uploads.limits import UploadLimits
from tests.support.tus import TUS, application, create

GB = 10**9


def nothing(owner: str) -> int:
    return 0


def engine(tmp_path: Path, measure: Callable[[str], int] = nothing, **limits: Any) -> Uploads:
    return Uploads(tmp_path / "uploads", UploadLimits(keep_free=0, **limits), measure=measure)


def upload(owner: str, size: int = 10, name: str = "a.bin") -> UploadInfo:
    return UploadInfo(owner, name, size, "", 0)


async def body(content: bytes) -> AsyncIterator[bytes]:
    yield content


def calls(function: Callable[[], object]) -> int:
    """How many functions are called by one."""
    count = 0

    def profile(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        function()
    finally:
        sys.setprofile(None)
    return count


def test_no_upload_costs_more_where_others_have_many(tmp_path: Path) -> None:
    """Creating, asking for one that can be continued, and whether a session has any."""
    uploads = engine(tmp_path, session_bytes=GB)
    mine = upload("me", name="mine")
    uploads.admission.create(mine)
    counts = []
    for others in (1, 299):
        for number in range(others):
            uploads.admission.create(upload(f"other {number}", name=f"{number}"))
        work = (
            lambda: uploads.store.index.alike(upload("me", name="mine")),
            lambda: uploads.admission.create(upload("me", name="next")),
            lambda: uploads.has_owner("nobody"),
        )
        counts.append([calls(each) for each in work])
    few, many = counts
    assert all(now <= before * 1.5 for before, now in zip(few, many, strict=True)), counts
    assert [found.id for found in uploads.store.index.alike(upload("me", name="mine"))] == [mine.id]


def test_quota_is_not_measured_for_each_file_and_never_refuses_by_an_old_number(
    tmp_path: Path,
) -> None:
    sizes = {"me": 500}
    measured: list[str] = []
    others = ThreadPoolExecutor(1)

    def measure(owner: str) -> int:
        if owner == "me":
            measured.append(owner)
            # Others do not wait for that.
            others.submit(uploads.admission.create, upload("you", 10)).result(timeout=60)
        return sizes.get(owner, 0)

    uploads = engine(tmp_path, measure, session_bytes=1000)
    for _ in range(40):
        uploads.admission.create(upload("me", 10))
    assert len(measured) == 1
    with pytest.raises(UploadRefused, match="only 100 bytes are left"):
        uploads.admission.create(upload("me", 200))
    sizes["me"] = 100  # files were removed: at once there is room
    uploads.admission.create(upload("me", 200))
    assert len(measured) == 3


async def test_pieces_and_the_file_made_of_them_count_once(tmp_path: Path) -> None:
    uploads = engine(tmp_path, session_bytes=100)
    pieces = [replace(upload("me", 40), concat="partial") for _ in range(2)]
    for piece in pieces:
        await uploads.store_whole(piece, body(bytes(40)), 40)
    made = await uploads.join(replace(upload("me"), size=None), [piece.id for piece in pieces])
    [file] = uploads.claims.take("me", [made.id])
    assert file.size == 80


async def test_size_of_a_folder_that_changed_while_it_was_measured_is_not_believed(
    tmp_path: Path,
) -> None:
    sizes = [10, 20]

    def measure(owner: str) -> int:
        if len(sizes) == 2:
            kept.forget(owner)  # a handler saved a file that was passed by already
        return sizes.pop(0)

    kept = FolderSizes(measure)
    assert kept.fresh("me") == 10
    assert kept.known("me") is None
    assert (kept.fresh("me"), kept.known("me")) == (20, 20)


async def test_what_a_handler_kept_counts_at_once(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()

    def measure(owner: str) -> int:
        return sum(path.stat().st_size for path in kept.iterdir())

    uploads = engine(tmp_path, measure, session_bytes=100)
    transport = httpx.ASGITransport(application(uploads))
    async with httpx.AsyncClient(transport=transport, base_url="http://host") as client:
        put = await client.put("/uploads/a.bin", content=bytes(80))
        files = uploads.claims.take("me", [put.json()["id"]])
        files[0].save(kept / "a.bin")
        uploads.claims.discard(files)
        assert (await client.put("/uploads/b.bin", content=bytes(80))).status_code == 413


async def test_a_session_can_have_so_many_unfinished_uploads(tmp_path: Path) -> None:
    uploads = engine(tmp_path, max_unfinished=3)
    transport = httpx.ASGITransport(application(uploads))
    async with httpx.AsyncClient(transport=transport, base_url="http://host") as client:
        urls = [await create(client, 5) for _ in range(3)]
        refused = await client.post("/uploads", headers={**TUS, "Upload-Length": "5"})
        assert refused.status_code == 429
        assert "3 of your uploads are not finished. Finish or remove some" in refused.text
        await create(client, 5, **{"X-Owner": "you"})  # everybody has their own
        await client.delete(urls[0], headers=TUS)
        await create(client, 5)


async def test_a_session_can_have_so_many_files_that_wait(tmp_path: Path) -> None:
    uploads = engine(tmp_path, max_waiting=2)
    transport = httpx.ASGITransport(application(uploads))
    async with httpx.AsyncClient(transport=transport, base_url="http://host") as client:
        for _ in range(2):
            await create(client, 0)
        assert (await client.put("/uploads/a", content=b"a")).status_code == 429


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk with 100 GB, all free."""
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(100 * GB, 0, 100 * GB))


def test_reservations_of_one_session_leave_room_for_others(tmp_path: Path, disk: None) -> None:
    admission = engine(tmp_path).admission
    admission.create(upload("greedy", 100 * GB))
    with pytest.raises(UploadRefused, match="for files on their way"):
        admission.create(upload("greedy", 1))  # its own reservations count in full
    for number in range(20):
        greedy = upload(f"greedy {number}", 25 * GB)
        admission.create(greedy)
    admission.create(upload("me", 50 * GB))


def test_reservation_without_bytes_ends_soon(
    tmp_path: Path, disk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    uploads = engine(tmp_path)
    admission, now = uploads.admission, reservations.time.monotonic()
    silent, sending = upload("me", 40 * GB), upload("me", 40 * GB)
    admission.create(silent)
    admission.create(sending)
    later = now + reservations.LASTS * 0.9
    monkeypatch.setattr(reservations.time, "monotonic", lambda: later)
    uploads.store.index.reserve(sending, 10 * GB)
    with pytest.raises(UploadRefused):
        admission.create(upload("me", 60 * GB))
    later = now + reservations.LASTS * 1.1
    with pytest.raises(UploadRefused):
        admission.create(upload("me", 71 * GB))  # 30 GB of the one that is sent are to come
    admission.create(upload("me", 60 * GB))
