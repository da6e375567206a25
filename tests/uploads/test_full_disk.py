"""Disks that are full, out of inodes or read-only, as the system mounts them."""

from __future__ import annotations

import json
import struct
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import httpx
import pytest

from core.uploads.http.batch import BATCH_TYPE
from tests.support.broken_site import CONTENT, WHOLE, Site, check_words, copy_local, ids_of
from tests.support.served import start, write_program
from tests.support.tus import TUS, create, offset, patch, upload_id

PROGRAM = """
def show(request):
    folder = jp.app.session_folder(request.session_id)
    if name := request.query_params.get("remove"):
        folder.remove(name)
    return jp.PlainTextResponse(" ".join(entry.name for entry in folder.list()) or "nothing")

jp.justpy(show)
"""

Mount = Callable[[str], Path]


def fill(folder: Path) -> Path:
    """A file that leaves no room on its disk."""
    path = folder / "of another program"
    with path.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        while True:
            file.write(bytes(4096))
    return path


def take_inodes(folder: Path, left: int) -> list[Path]:
    """Empty files, so that only so many more can be made."""
    made: list[Path] = []
    try:
        while True:
            path = folder / f"of another program {len(made)}"
            path.touch()
            made.append(path)
    except OSError:
        for _ in range(left):
            made.pop().unlink()
    return made


@pytest.fixture
def read_only(mounted: Mount) -> Iterator[tuple[Path, Callable[[bool], None]]]:
    """A folder that is bound to a disk, and a function that makes it read-only, or writable."""
    disk = mounted("size=64m")
    folder = disk / "uploads"
    folder.mkdir()
    subprocess.run(["mount", "--bind", str(folder), str(folder)], check=True)

    def set_to(is_read_only: bool) -> None:
        option = f"remount,bind,{'ro' if is_read_only else 'rw'}"
        subprocess.run(["mount", "-o", option, str(folder)], check=True)

    yield folder, set_to
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    return path


@pytest.mark.row(25)
@pytest.mark.parametrize("door", [*WHOLE, "copy"])
async def test_a_disk_that_turns_read_only(
    read_only: tuple[Path, Callable[[bool], None]], chosen: Path, door: str
) -> None:
    folder, set_to = read_only
    site = Site(folder, chosen)
    send = {name: send for name, (send, _) in WHOLE.items()} | {"copy": copy_local}
    url = await create(site.client, 6)
    assert (await patch(site.client, url, 0, b"abc")).status_code == 204
    before, promised = site.names, site.reserved
    set_to(True)
    check_words(await send[door](site), door)
    deleted = await site.client.delete(url, headers=TUS)
    assert deleted.status_code == 507 and "can only be read" in deleted.text
    assert (await patch(site.client, url, 3, b"def")).status_code == 507
    assert site.reserved == promised
    set_to(False)
    assert site.names == before
    assert (
        await patch(site.client, url, await offset(site.client, url), b"def")
    ).status_code == 204
    answer = await send[door](site)
    assert answer.status_code == 201
    site.contents(upload_id(url), *ids_of(answer))


@pytest.mark.row(25)
async def test_a_disk_that_turns_read_only_in_the_middle_of_a_batch(
    read_only: tuple[Path, Callable[[bool], None]], chosen: Path
) -> None:
    """Half of it cannot be removed then: it counts for nothing, and goes when it can."""
    folder, set_to = read_only
    site = Site(folder, chosen)
    size, count = 100_000, 24
    names = [{"name": f"a.txt {number}", "size": size} for number in range(count)]
    head = json.dumps(names).encode()

    async def body() -> AsyncIterator[bytes]:
        yield struct.pack(">I", len(head)) + head
        for _ in range(count // 2):
            yield bytes(size)
        set_to(True)
        for _ in range(count // 2):
            yield bytes(size)

    headers = {"Content-Type": BATCH_TYPE, "Content-Length": str(4 + len(head) + count * size)}
    check_words(await site.client.post("/uploads/batch", headers=headers, content=body()), "batch")
    assert site.names != [] and site.reserved == (0, 0)
    set_to(False)
    answer = await site.client.put("/uploads/a.txt", content=CONTENT)
    assert site.contents(*ids_of(answer)) == [CONTENT]
    assert [name for name in site.names if not name.endswith(".json")] == []


@pytest.mark.row(25)
@pytest.mark.parametrize("left", range(4))
@pytest.mark.parametrize("door", WHOLE)
async def test_few_inodes(mounted: Mount, chosen: Path, door: str, left: int) -> None:
    disk = mounted("size=64m,nr_inodes=30")
    site = Site(disk / "uploads", chosen)
    send, contents = WHOLE[door]
    others = take_inodes(disk, left)
    answer = await send(site)
    if answer.status_code != 201:
        check_words(answer, door)
        assert site.names == [] and site.reserved == (0, 0)
        for path in others:
            path.unlink()
        answer = await send(site)
    assert site.contents(*ids_of(answer)) == contents


@pytest.mark.row(25)
async def test_no_inode_for_a_size_that_is_told_later(mounted: Mount, chosen: Path) -> None:
    disk = mounted("size=64m,nr_inodes=30")
    site = Site(disk / "uploads", chosen)
    headers = {**TUS, "Upload-Defer-Length": "1"}
    created = await site.client.post("/uploads", headers=headers)
    url = created.headers["location"]
    others = take_inodes(disk, 0)
    refused = await patch(site.client, url, 0, b"abc", **{"Upload-Length": "3"})
    assert refused.status_code == 507 and "“unnamed” could not be stored" in refused.text
    others.pop().unlink()
    stored = await offset(site.client, url)
    answer = await patch(site.client, url, stored, b"abc", **{"Upload-Length": "3"})
    assert answer.status_code == 204
    assert site.contents(upload_id(url)) == [b"abc"]


def test_on_a_full_disk_a_program_starts_so_that_files_can_be_removed(
    mounted: Mount, tmp_path: Path
) -> None:
    disk = mounted("size=4m")
    program = write_program(tmp_path, PROGRAM)
    served = start(program, disk / "mine")
    with httpx.Client(base_url=served.origin, follow_redirects=True) as client:
        assert client.get(served.url).text == "nothing"
        assert served.stop() == 0
        [session] = served.sessions
        large = session / "large.bin"
        large.write_bytes(bytes(1 << 20))
        fill(disk)
        again = start(program, disk / "mine", f"--port={httpx.URL(served.url).port}")
        try:
            assert client.get("/").text == "large.bin"
            assert client.get("/", params={"remove": "large.bin"}).text == "nothing"
            assert not large.exists()
            answer = client.put("/uploads/a.txt", content=b"abc", headers={"Origin": again.origin})
            assert answer.status_code in (201, 507)
        finally:
            assert again.stop() == 0
    assert [path for path in (disk / "mine").rglob(".*") if path.is_file()] == []
    assert "is full. Remove files" in again.log and "Traceback" not in again.log
