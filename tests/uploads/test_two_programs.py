"""Two programs at once in one data folder: they share sessions, and no uploads."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from core.web.access.sessions import Sessions
from tests.support.native import until
from tests.support.served import Served, start

PROGRAM = "import core as jp\njp.justpy(lambda request: jp.WebPage(title=TITLE))\n"
SIZE = 2000
YESTERDAY = time.time() - 2 * 24 * 3600


@pytest.fixture
def programs(tmp_path: Path) -> Iterator[list[Served]]:
    """Two different programs, running in one data folder."""
    running: list[Served] = []
    for title in ("one", "two"):
        path = tmp_path / f"{title}.py"
        path.write_text(PROGRAM.replace("TITLE", repr(title)))
        running.append(start(path, tmp_path / "data"))
    yield running
    for each in running:
        each.stop()


def client(program: Served) -> httpx.Client:
    """The window of a program: all of them share a session."""
    (name,) = httpx.get(program.url).cookies
    sessions = Sessions((program.data / "secret").read_bytes(), name, program.token)
    cookie = sessions.cookie((program.data / "window-session").read_text())
    headers = {"Cookie": cookie, "Origin": program.origin, "Tus-Resumable": "1.0.0"}
    return httpx.Client(base_url=program.origin, headers=headers)


def half_an_upload(program: Served) -> str:
    """Send the first half of a file; its address."""
    with client(program) as sender:
        created = sender.post("/uploads", headers={"Upload-Length": str(SIZE)})
        address = httpx.URL(created.headers["location"]).path
        body = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        assert sender.patch(address, content=b"x" * 1000, headers=body).status_code == 204
    return address


def offset(program: Served, address: str) -> str | None:
    with client(program) as asker:
        return asker.head(address).headers.get("upload-offset")


def test_an_upload_belongs_to_one_of_them(programs: list[Served]) -> None:
    one, two = programs
    address = half_an_upload(one)
    assert offset(two, address) is None  # else both would write to it
    assert offset(one, address) == "1000"


def stored(data: Path) -> list[Path]:
    """All that lies in uploads, also while it is being removed: os.walk() passes over errors."""
    return [Path(place) / name for place, _, names in os.walk(data / "uploads") for name in names]


def grow_old(data: Path) -> list[Path]:
    """Let all that lies in uploads be two days old."""
    found = stored(data)
    for path in found:
        os.utime(path, (YESTERDAY, YESTERDAY))
    return found


def test_what_a_program_left_that_runs_no_more_is_removed_in_time(
    programs: list[Served], tmp_path: Path
) -> None:
    one, two = programs
    fresh = half_an_upload(one)
    one.stop()
    two.stop()
    programs[1] = two = start(tmp_path / "two.py", two.data)
    programs[0] = one = start(tmp_path / "one.py", one.data)
    assert offset(one, fresh) == "1000"  # it may be continued for a day
    one.stop()
    two.stop()
    assert grow_old(one.data)
    programs[1] = two = start(tmp_path / "two.py", two.data)
    until(lambda: not stored(two.data), "the old upload is removed")
    said = "INFO core.uploads.expiry: Removed the upload"
    until(lambda: said in two.log, "the log says so")


def test_what_a_running_program_has_is_its_own_affair(
    programs: list[Served], tmp_path: Path
) -> None:
    one, two = programs
    half_an_upload(one)
    old = grow_old(one.data)
    two.stop()
    with (one.data / "uploads" / "0123456789ab.part").open("w"):
        pass  # no folder: nobody's
    gone = one.data / "uploads" / "gone-program"
    gone.mkdir()
    programs[1] = start(tmp_path / "two.py", two.data)
    until(lambda: not gone.exists(), "what is left of a third one is removed")
    assert all(path.exists() for path in old)
