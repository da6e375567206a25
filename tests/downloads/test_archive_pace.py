"""A ZIP keeps coming: each byte of its files is read once, when it is sent."""

from __future__ import annotations

import io
import os
import threading
import zipfile
from pathlib import Path

import pytest

import core as jp
from core.downloads import generated, zip_source
from core.downloads.zip_checksums import STEP, ChecksumCache, Checksums
from core.downloads.zip_source import ZipSource
from core.files.disk import BLOCK
from tests.support.asgi import get

MIB = 1 << 20


class Reads:
    """What is read of files on the disk."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bytes = self.opened = 0
        read_at, open_file = zip_source.read_at, zip_source.open_file

        def counted(descriptor: int, start: int, count: int) -> bytes:
            self.bytes += count
            return read_at(descriptor, start, count)

        def opened(*arguments: object, **options: object) -> tuple[int, os.stat_result]:
            self.opened += 1
            return open_file(*arguments, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(zip_source, "read_at", counted)
        monkeypatch.setattr(zip_source, "open_file", opened)
        zip_source.checksum_cache.clear()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    return Reads(monkeypatch)


def sparse(path: Path, size: int) -> Path:
    path.touch()
    os.truncate(path, size)
    return path


def in_blocks(archive: ZipSource, reads: Reads, start: int = 0) -> tuple[bytes, list[int]]:
    """All of an archive from a position on, and how much of the files each block took."""
    found, taken = [], []
    while start < archive.size:
        before = reads.bytes
        block = archive.read_now(start, min(BLOCK, archive.size - start))
        found.append(block)
        taken.append(reads.bytes - before)
        start += len(block)
    return b"".join(found), taken


@pytest.mark.parametrize("size", [3 * MIB, 2 * STEP + 5 * MIB])
def test_no_block_waits_for_more_than_its_own_bytes(
    tmp_path: Path, reads: Reads, size: int
) -> None:
    archive = ZipSource([("large", sparse(tmp_path / "large", size)), ("b", tmp_path / "large")])
    content, taken = in_blocks(archive, reads)
    assert max(taken) <= BLOCK and reads.bytes == 2 * size
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


@pytest.mark.parametrize("count", [100, 5_000])
def test_each_of_many_files_is_read_once(tmp_path: Path, reads: Reads, count: int) -> None:
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text(f"{number}")
    paths = sorted(tmp_path.iterdir())
    answer = get(jp.Download(jp.Zip(paths)))
    assert reads.opened == count
    assert reads.bytes == sum(path.stat().st_size for path in paths)
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None and len(archive.namelist()) == count


@pytest.mark.parametrize("position", [STEP - 1, STEP, 2 * STEP + 7, 2 * STEP + 4 * MIB])
def test_a_download_that_broke_off_goes_on_without_reading_all_of_it_again(
    tmp_path: Path, reads: Reads, position: int
) -> None:
    files = [("large", sparse(tmp_path / "large", 2 * STEP + 5 * MIB))]
    whole = in_blocks(ZipSource(files), reads)[0]
    zip_source.checksum_cache.clear()
    first, start = ZipSource(files), 0
    while start < position:  # the client had this much
        start += len(first.read_now(start, BLOCK))
    again = ZipSource(files)
    assert again.can_begin(position)
    rest, taken = in_blocks(again, reads, position)
    assert whole[position:] == rest
    assert taken[0] <= STEP + BLOCK and max(taken[1:]) <= BLOCK


def test_what_nobody_was_sent_is_not_skipped(tmp_path: Path, reads: Reads) -> None:
    """All of it would have to be read before the first byte, so it is sent from the beginning."""
    download = jp.Zip([sparse(tmp_path / name, 2 * STEP) for name in ("a", "b")])
    for start in (STEP + 1000, 3 * STEP, -22):
        asked = f"bytes={start}-" if start > 0 else f"bytes={start}"
        answer = get(jp.Download(download), Range=asked)
        assert answer.status_code == 200 and "Content-Range" not in answer.headers
        zip_source.checksum_cache.clear()
    near = get(jp.Download(download), Range="bytes=1000-1999")  # that is quickly read
    assert near.status_code == 206 and len(near.content) == 1000


def test_a_checksum_that_is_known_is_not_made_again(tmp_path: Path, reads: Reads) -> None:
    files = [("a", sparse(tmp_path / "a", 3 * MIB))]
    in_blocks(ZipSource(files), reads)
    before = reads.bytes
    tail = ZipSource(files)
    tail.read_now(tail.size - 60, 60)
    assert reads.bytes == before
    with (tmp_path / "a").open("ab") as file:
        file.write(b"more")
    assert not ZipSource([("a", tmp_path / "a")]).can_begin(4 * MIB)


async def test_bytes_are_hashed_off_the_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[str] = []
    hashed = generated.xxhash.xxh3_128_hexdigest

    def noted(content: bytes) -> str:
        threads.append(threading.current_thread().name)
        return hashed(content)

    monkeypatch.setattr(generated.xxhash, "xxh3_128_hexdigest", noted)
    await generated.BytesDownload(b"content", "a.bin").source()
    assert threads and threading.current_thread().name not in threads


def test_the_cache_of_checksums_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.downloads.zip_checksums.MOST", 10_000)
    cache = ChecksumCache()
    first = cache.get("first", [1] * 3000)
    for number in range(30):
        cache.get(f"{number}", [1] * 3000)
        assert len(cache) <= 2
    assert cache.get("first", [1] * 3000) is not first


def test_steps_of_a_file_are_dropped_when_it_is_whole() -> None:
    checksums = Checksums([3 * STEP])
    for number in (1, 2):
        checksums.note(0, number * STEP, number, 3 * STEP)
    assert checksums.knows(0, 2 * STEP + 5) and not checksums.knows_all_before(1)
    checksums.note(0, 3 * STEP, 7, 3 * STEP)
    assert checksums.whole(0) == 7 and checksums.knows_all_before(1) and not checksums.steps
