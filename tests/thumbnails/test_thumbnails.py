"""Thumbnails: a cache by content, and workers that may die without harm."""

from __future__ import annotations

import asyncio
import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from core.thumbnails import cache, versions
from core.thumbnails.cache import Thumbnails
from core.workers.process import COMMAND
from tests.support import disks, samples
from tests.support.coarse_times import CoarseTimes
from tests.support.windows import not_on_windows

# Does what a file's name says, and notes each of its starts.
FAKE_WORKER = """
import json, os, pathlib, sys, time
with open("starts", "a") as starts: starts.write("x")
for number, line in enumerate(sys.stdin):
    question = json.loads(line)
    source = pathlib.Path(question["source"])
    if "die" in source.name or "tired" in source.name and number: os._exit(3)
    if "hang" in source.name: source.with_name("hanging").touch(); time.sleep(3600)
    if "swap" in source.name: source.write_text("changed")
    if "babble" in source.name: print("[1, 2"); sys.stdout.flush(); continue
    pathlib.Path(question["target"]).touch()
    print(json.dumps({"error": None})); sys.stdout.flush()
"""

# The real one with other limits, which uses up the processor for what would be a photo.
BUSY_WORKER = f"""
import itertools, sys
sys.path.insert(0, {COMMAND[-1]!r})
from program import drawing, service
service.MAX_SECONDS = 0  # the second that has begun
drawing.photo = lambda file, size: sum(itertools.repeat(0))
service.main()
"""
SMALL_WORKER = f"""
import sys
sys.path.insert(0, {COMMAND[-1]!r})
from program import service
service.MAX_MEMORY = 200 << 20
service.main()
"""

Start = Callable[..., Thumbnails]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts thumbnails, with another worker if need be."""
    monkeypatch.chdir(tmp_path)
    started = []

    def start(code: str = "", **options: float) -> Thumbnails:
        command = (sys.executable, "-c", code) if code else COMMAND
        started.append(Thumbnails(tmp_path / "cache", command, **options))
        return started[-1]

    yield start
    for thumbnails in started:
        thumbnails.close()


def picture(path: Path, kind: str = "PNG", turned: float = 0) -> Path:
    samples.image().rotate(turned).save(path, kind)
    return path


def named(folder: Path, *names: str) -> list[Path]:
    """Small files, each with a content of its own."""
    for name in names:
        (folder / name).write_text(name)
    return [folder / name for name in names]


def processes(thumbnails: Thumbnails) -> list[subprocess.Popen[str]]:
    return [worker.process for worker in thumbnails.workers if worker.process is not None]


def verdicts(folder: Path) -> list[Path]:
    return [path for path in (folder / "cache").glob("*") if path.suffix != ".webp"]


# --- the cache ---


async def test_cached_by_content(start: Start, tmp_path: Path, coarse_times: CoarseTimes) -> None:
    thumbnails = start()
    path = picture(tmp_path / "a")
    first = await thumbnails.get(path)
    assert first is not None and first.parent == tmp_path / "cache"
    (tmp_path / "copy").write_bytes(path.read_bytes())
    kept = first.stat()
    assert await thumbnails.get(path.rename(tmp_path / "renamed")) == first
    assert await start().get(tmp_path / "copy") == first
    assert first.stat().st_ino == kept.st_ino

    content = bytearray((tmp_path / "renamed").read_bytes())
    coarse_times.write(tmp_path / "renamed", content)
    assert await thumbnails.get(tmp_path / "renamed") == first
    content[-20] ^= 1  # as large as before, and as old
    coarse_times.write(tmp_path / "renamed", content)
    assert await thumbnails.get(tmp_path / "renamed") != first


async def test_large_files_differ_by_their_ends(start: Start, tmp_path: Path) -> None:
    thumbnails = start(FAKE_WORKER)
    one, two, other = (tmp_path / name for name in ("one", "two", "other"))
    for path, end in (one, b"1"), (two, b"1"), (other, b"2"):
        with path.open("wb") as file:
            file.seek(3 * versions.HASHED)
            file.write(end)
    found = [await thumbnails.get(path) for path in (one, two, other)]
    assert found[0] == found[1] != found[2] != None  # noqa: E711


async def test_many_at_once_are_drawn_once_each(start: Start, tmp_path: Path) -> None:
    thumbnails = start()
    paths = [picture(tmp_path / f"{n}", turned=n % 5) for n in range(20)]
    found = await asyncio.gather(*(thumbnails.get(path) for path in paths))
    assert None not in found and len(set(found)) == 5
    assert len(list((tmp_path / "cache").iterdir())) == 5


async def test_what_nobody_uses_is_swept(start: Start, tmp_path: Path) -> None:
    thumbnails = start(FAKE_WORKER)
    thumbnails.sweep()  # no cache yet
    used, unused = [await thumbnails.get(path) for path in named(tmp_path, "used", "unused")]
    assert used is not None and unused is not None
    leftover = tmp_path / "cache" / ".123.part"
    leftover.touch()
    long_ago = time.time() - cache.KEPT - cache.DAY
    for path in used, unused, leftover:
        os.utime(path, (long_ago, long_ago))
    await thumbnails.get(tmp_path / "used")
    thumbnails.sweep()
    assert list((tmp_path / "cache").iterdir()) == [used]


async def test_on_a_disk_that_can_only_be_read_pictures_are_shown(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    source = tmp_path / "a.png"
    source.write_bytes(b"a")
    thumbnails = start(FAKE_WORKER)
    picture = await thumbnails.get(source)
    assert picture is not None
    os.utime(picture, (0, 0))
    monkeypatch.setattr(os, "utime", read_only)
    assert await thumbnails.get(source) == picture


async def test_what_is_no_regular_file_has_no_picture(start: Start, tmp_path: Path) -> None:
    disks.need_symlinks(tmp_path)
    thumbnails = start()
    (tmp_path / "link").symlink_to(picture(tmp_path / "a"))
    disks.make_pipe(tmp_path / "pipe")
    for name in ("link", "pipe", "missing", "", "x\0"):
        assert await thumbnails.get(tmp_path / name) is None


async def test_file_that_changes_meanwhile_has_no_picture_of_another_content(
    start: Start, tmp_path: Path
) -> None:
    (path,) = named(tmp_path, "swap")
    assert await start(FAKE_WORKER).get(path) is None
    assert list((tmp_path / "cache").iterdir()) == []


# --- the workers ---


async def test_killed_worker_is_started_again(start: Start, tmp_path: Path) -> None:
    thumbnails = start()
    assert await thumbnails.get(picture(tmp_path / "a")) is not None
    (process,) = processes(thumbnails)
    process.kill()
    assert await thumbnails.get(picture(tmp_path / "b", turned=90)) is not None


async def test_file_is_not_blamed_for_a_worker_that_was_worn_out(
    start: Start, tmp_path: Path
) -> None:
    thumbnails = start(FAKE_WORKER)
    for path in named(tmp_path, "tired1", "tired2", "tired3"):
        assert await thumbnails.get(path) is not None


@pytest.mark.parametrize("kind", ["die", "babble"])
async def test_file_that_kills_workers_is_not_tried_for_ever(
    start: Start, tmp_path: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    thumbnails = start(FAKE_WORKER)
    before, bad, after = named(tmp_path, "before", kind, "after")
    assert await thumbnails.get(before) is not None
    for _ in range(3):
        assert await thumbnails.get(bad) is None
    assert await thumbnails.get(after) is not None
    assert (tmp_path / "starts").read_text() == "xxx"  # before, once more for it, after
    (line,) = [r.getMessage() for r in caplog.records if repr(str(bad)) in r.getMessage()]
    assert "the worker died of it" in line
    assert len(verdicts(tmp_path)) == 1


async def test_file_that_takes_too_long(
    start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    thumbnails = start(FAKE_WORKER, timeout=2)
    bad, good = named(tmp_path, "hang", "good")
    assert await thumbnails.get(bad) is None
    assert "took longer than 2 s" in caplog.text
    assert await thumbnails.get(good) is not None


async def test_others_need_not_wait_for_a_file_that_hangs(start: Start, tmp_path: Path) -> None:
    thumbnails = start(FAKE_WORKER)
    hanging, *others = named(tmp_path, "hang", "good", "better")
    waiting = asyncio.create_task(thumbnails.get(hanging))
    while not (tmp_path / "hanging").exists():
        await asyncio.sleep(0.01)
    for path in others:
        assert await thumbnails.get(path) is not None
    assert not waiting.done()
    thumbnails.close()
    assert await waiting is None
    assert verdicts(tmp_path) == []  # it is not the file's fault that the program ended


@not_on_windows("a process has no limit of its processor time")
async def test_too_much_processor_time(
    start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert await start(BUSY_WORKER).get(picture(tmp_path / "busy")) is None
    assert "took too much processor time" in caplog.text


@not_on_windows("a process has no limit of its memory")
async def test_too_much_memory(
    start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    thumbnails = start(SMALL_WORKER)
    Image.new("1", (9_000, 9_000)).save(tmp_path / "large", "PNG")
    assert await thumbnails.get(tmp_path / "large") is None
    assert "needs too much memory" in caplog.text
    assert await thumbnails.get(picture(tmp_path / "good")) is not None


async def test_worker_that_cannot_start_is_an_error_but_no_verdict(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    thumbnails = Thumbnails(tmp_path / "cache", ("/does/not/exist",))
    (path,) = named(tmp_path, "x")
    assert await thumbnails.get(path) is None
    assert "could not be made" in caplog.text
    assert list((tmp_path / "cache").iterdir()) == []
    thumbnails.close()


async def test_close_ends_the_workers(start: Start, tmp_path: Path) -> None:
    thumbnails = start()
    await thumbnails.get(picture(tmp_path / "a"))
    running = processes(thumbnails)
    thumbnails.close()
    assert running and all(process.poll() is not None for process in running)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_worker_has_limits(start: Start, tmp_path: Path) -> None:
    thumbnails = start()
    await thumbnails.get(picture(tmp_path / "a"))
    (process,) = processes(thumbnails)
    limits = Path(f"/proc/{process.pid}/limits").read_text()
    values = {line[:25].strip(): line[25:].split()[0] for line in limits.splitlines()}
    assert values["Max address space"] == str(1 << 30)
    assert values["Max core file size"] == "0"
    assert 10 <= int(values["Max cpu time"]) <= 15
