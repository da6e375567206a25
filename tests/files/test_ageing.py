"""What is removed by its age: after time that was seen to pass, never at a jump of the clock."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import core as jp
from core.files import copies
from core.files.cleanup import remove_leftovers, remove_unvisited
from core.files.clock import DAY, Clock
from core.files.session_folder import SessionFolder
from core.files.visits import Visits
from core.serving import Program
from core.uploads.engine import Uploads
from core.uploads.info import UploadInfo
from core.uploads.limits import UploadLimits
from core.web.access.sessions import is_session_id
from core.web.app import Application
from core.web.settings import Settings
from tests.support.local import Local, local, session_id
from tests.support.tus import BODY, TUS

HOUR = 3600.0

Jump = Callable[[float], None]


@pytest.fixture
def jump(monkeypatch: pytest.MonkeyPatch) -> Jump:
    """Sets the clock ahead by so many seconds, from where it is."""
    real, ahead = time.time, 0.0

    def jump_by(seconds: float) -> None:
        nonlocal ahead
        ahead += seconds
        monkeypatch.setattr(time, "time", lambda: real() + ahead)

    return jump_by


class Sessions:
    """Folders of sessions, and the programs that look after them."""

    def __init__(self, folder: Path, jump: Jump) -> None:
        self.folder = folder / "sessions"
        self.notes = folder
        self.jump = jump
        self.visits = Visits(folder / "visits")
        self.clock = self.new_clock()

    def new_clock(self) -> Clock:
        return Clock(self.notes / "visits.clock", DAY)

    def add(self, *names: str) -> list[str]:
        for name in names:
            (SessionFolder(self.folder / name).made().folder / "a.txt").write_text("a")
            self.visits.mark(name)
        return list(names)

    def pass_days(self, days: int) -> None:
        for _ in range(days):
            self.jump(DAY)
            self.clock.look()

    def remove_unvisited(self, used: str = "") -> list[str]:
        """By a program that was just started."""
        clock = self.new_clock()
        clock.look()
        is_used = lambda name: name == used  # noqa: E731
        return remove_unvisited([self.folder], 30, is_used, Visits(self.notes / "visits"), clock)


@pytest.fixture
def sessions(tmp_path: Path, jump: Jump) -> Sessions:
    return Sessions(tmp_path, jump)


def test_old_sessions_are_removed_where_nobody_uses_them(
    sessions: Sessions, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    gone, used, _ = sessions.add(session_id(1), session_id(2), "of the program")
    outside = tmp_path / "outside"
    outside.mkdir()
    (sessions.folder / gone / "link").symlink_to(outside)
    sessions.pass_days(29)
    assert sessions.remove_unvisited(used) == []
    sessions.pass_days(2)
    assert sessions.remove_unvisited(used) == [gone]
    left = sorted(path.name for path in sessions.folder.iterdir())
    assert left == [used, "of the program"] and outside.exists()
    assert f"Removed the session folder {sessions.folder / gone}" in caplog.text
    assert "not visited for 30 days" in caplog.text


def test_visit_keeps_a_folder_in_which_nothing_changes(sessions: Sessions) -> None:
    visitor, other = sessions.add(session_id(1), session_id(2))
    sessions.pass_days(29)
    sessions.visits.mark(visitor)  # by whatever program
    sessions.pass_days(2)
    assert sessions.remove_unvisited() == [other]


def test_change_keeps_a_folder_that_nobody_visits(sessions: Sessions) -> None:
    [name] = sessions.add(session_id(1))
    sessions.pass_days(31)
    changed = sessions.folder / name / "a.txt"
    changed.write_text("a program did that")
    os.utime(changed, (time.time(), time.time()))
    assert sessions.remove_unvisited() == []


def test_jump_of_the_clock_removes_no_session(sessions: Sessions) -> None:
    names = sessions.add(*(session_id(number) for number in range(1, 4)))
    sessions.clock.look()
    sessions.jump(400 * DAY)
    assert sessions.remove_unvisited() == []
    sessions.pass_days(28)  # and the day that counts of the jump
    assert sessions.remove_unvisited() == []
    sessions.pass_days(2)
    assert sorted(sessions.remove_unvisited()) == names


def test_clock_that_is_set_back_removes_nothing_either(sessions: Sessions) -> None:
    names = sessions.add(session_id(1))
    sessions.clock.look()
    sessions.jump(400 * DAY)
    assert sessions.remove_unvisited() == []
    sessions.jump(-400 * DAY)
    assert sessions.remove_unvisited() == []
    sessions.pass_days(31)
    assert sessions.remove_unvisited() == names


def test_session_of_which_no_visit_is_known_counts_from_now(sessions: Sessions) -> None:
    [name] = sessions.add(session_id(1))
    sessions.pass_days(31)
    sessions.visits.forget(name)
    assert sessions.remove_unvisited() == []
    sessions.pass_days(31)
    assert sessions.remove_unvisited() == [name]


def test_copy_that_is_under_way_outlives_a_jump_of_the_clock(tmp_path: Path, jump: Jump) -> None:
    copy = tmp_path / session_id(1) / f".{'0' * 16}.part"
    copy.parent.mkdir()
    copy.touch()
    clock = Clock(tmp_path / "clock", DAY)
    jump(10 * DAY)
    assert remove_leftovers(tmp_path, clock) == [] and copy.exists()


def visit(site: Local) -> float | None:
    found = site.app.settings.notes / session_id(1)
    return found.stat().st_mtime if found.exists() else None


def test_download_is_a_visit(tmp_path: Path) -> None:
    """Other programs of the folder see it at once."""
    with local(tmp_path, lambda: jp.WebPage()) as site, site.session() as client:
        address = site.file("a.txt")
        assert visit(site) is None
        client.get(address).raise_for_status()
        assert visit(site) == pytest.approx(time.time(), abs=60)


def test_clients_without_cookies_leave_nothing_on_the_disk(tmp_path: Path) -> None:
    """Such as one that asks every minute whether the program still answers."""
    with local(tmp_path, lambda: jp.PlainTextResponse("here"), token=None) as site:
        for _ in range(3):
            assert site.client().get("/").text == "here"
        notes = site.app.settings.notes
        assert not [path for path in notes.glob("*") if is_session_id(path.name)]
        with site.client() as browser:
            browser.get("/")
            browser.get("/")
        assert len([path for path in notes.glob("*") if is_session_id(path.name)]) == 1


def test_unfinished_uploads_outlive_a_jump_of_the_clock(
    tmp_path: Path, jump: Jump, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    with local(tmp_path, lambda: jp.WebPage()) as site, site.session() as client:
        sent = {**BODY, "Upload-Length": "5"}
        address = client.post("/uploads", headers=sent, content=b"abc").headers["location"]
        uploads = site.app.uploads
        uploads.expiry.remove_expired()
        jump(10 * DAY)
        assert uploads.expiry.remove_expired() == 0
        assert client.head(address, headers=TUS).headers["upload-offset"] == "3"
        restarted = Uploads(site.data / "uploads", clock=site.app.settings.notes / "uploads.clock")
        assert restarted.expiry.remove_expired() == 0
        swept = 0
        for _ in range(5):
            jump(5 * HOUR)
            swept += restarted.expiry.remove_expired()
        assert swept == 1 and "nobody continued or took it in time" in caplog.text


def test_upkeep_goes_on_where_a_job_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Each job fails once with an unexpected error; the others are still done."""
    folders = {name: tmp_path / name for name in ("sessions", "uploads", "cache")}
    app = Application(Program(), Settings(secret=b"secret", remove_old_sessions=0.0, **folders))
    upkeep = app.upkeep
    done: list[str] = []

    def job(name: str, fails: bool) -> Callable[..., list[str]]:
        def run(*arguments: object) -> list[str]:
            done.append(name)
            if fails:
                raise TypeError(f"{name} met something odd")
            return []

        return run

    places = {
        "uploads": (app.uploads.expiry, "remove_expired"),
        "thumbnails": (app.thumbnails, "sweep"),
        "copies": ("core.web.upkeep.remove_leftovers", None),
        "sessions": ("core.web.upkeep.remove_unvisited", None),
    }
    for failing in places:
        done.clear()
        for name, (where, attribute) in places.items():
            run = job(name, name == failing)
            if attribute is None:
                monkeypatch.setattr(str(where), run)
            else:
                monkeypatch.setattr(where, attribute, run)
        upkeep.round()
        assert list(dict.fromkeys(done)) == list(places)
        assert f"{failing} met something odd" in caplog.text


def test_one_odd_upload_does_not_keep_the_others(tmp_path: Path) -> None:
    limits = UploadLimits(keep_finished=-1.0, keep_unfinished=-1.0, keep_free=0)
    uploads = Uploads(tmp_path / "uploads", limits)
    for name in ("odd", "old"):
        uploads.admission.create(UploadInfo("me", name, 5, "", 0))
    look = uploads.expiry.is_expired

    def failing(upload: UploadInfo) -> bool:
        if upload.name == "odd":
            raise TypeError("a size that is no number")
        return look(upload)

    uploads.expiry.is_expired = failing  # type: ignore[method-assign]
    assert uploads.expiry.remove_expired() == 1


def test_copies_that_a_crash_broke_off_are_removed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """They are hidden, and nothing else would ever remove them."""
    caplog.set_level("INFO")
    inside = tmp_path / session_id(1) / "holiday"
    inside.mkdir(parents=True)
    source = tmp_path / "source"
    source.write_bytes(b"content")
    left, fresh = copies.temporary_copy(source, inside), copies.temporary_copy(source, inside)
    kept = [inside / "a.part", inside / ".hidden", tmp_path / ".0123456789abcdef.part"]
    for path in (left, *kept):
        path.touch()
        os.utime(path, (0, 0))
    assert remove_leftovers(tmp_path, Clock(tmp_path / "clock", DAY)) == [left]
    assert not left.exists() and fresh.exists() and all(path.exists() for path in kept)
    assert str(left) in caplog.text


@pytest.mark.parametrize("days", [None, 0.0])
def test_sessions_are_kept_unless_a_setting_says_otherwise(
    tmp_path: Path, days: float | None
) -> None:
    gone = tmp_path / "sessions" / session_id(1)
    gone.mkdir(parents=True)
    (gone / "a.txt").touch()
    with local(tmp_path, lambda: jp.WebPage(), remove_old_sessions=days) as served:
        deadline = time.monotonic() + 10
        while days is not None and gone.exists() and time.monotonic() < deadline:
            with served.client() as client:
                client.get("/")
        served.app.pages.close()
    assert gone.exists() is (days is None)
