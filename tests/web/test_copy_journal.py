"""What was about to be copied outlives the program, and nothing else does."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path

import pytest

from core.uploads.engine import Uploads
from core.uploads.info import UploadInfo
from core.uploads.limits import UploadLimits
from core.web.copy_journal import CopyJournal
from core.web.queued_copies import QueuedCopies
from tests.support.windows import not_on_windows

TODAY = time.time()


def upload(number: int, size: int = 5) -> UploadInfo:
    name, id = f"{number}.txt", f"{number:032x}"
    return UploadInfo("me", name, size, "text/plain", 0, created=TODAY, id=id)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".uploads.copies"


def test_only_what_is_due_is_left(path: Path) -> None:
    journal = CopyJournal(path)
    journal.add([upload(1), upload(2)])
    journal.add([upload(3)])
    journal.settle([upload(2).id, "of another kind"])
    assert CopyJournal(path).left() == [upload(1), upload(3)]


def test_no_file_remains_when_all_is_copied(path: Path) -> None:
    journal = CopyJournal(path)
    journal.add([])
    assert not path.exists()
    journal.add([upload(1), upload(2)])
    journal.settle([upload(1).id])
    journal.settle([upload(2).id])
    assert not path.exists() and journal.left() == []
    journal.settle([upload(2).id])
    assert not path.exists()


def test_a_line_that_a_kill_cut_off_is_passed_over(path: Path) -> None:
    CopyJournal(path).add([upload(1), upload(2)])
    path.write_bytes(path.read_bytes()[:-10])
    assert CopyJournal(path).left() == [upload(1)]


def test_what_follows_a_line_that_was_cut_off_is_read(path: Path) -> None:
    CopyJournal(path).add([upload(1)])
    path.write_bytes(path.read_bytes()[:-10])
    CopyJournal(path).add([upload(2)])
    assert CopyJournal(path).left() == [upload(2)]


@not_on_windows("it has access lists")
def test_only_the_person_can_read_it(path: Path) -> None:
    CopyJournal(path).add([upload(1)])
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_next_program_has_them_as_uploads_of_which_nothing_is_here(tmp_path: Path) -> None:
    path, uploads = tmp_path / ".copies", Uploads(tmp_path / "uploads")
    CopyJournal(path).add([upload(1), upload(2)])
    asyncio.run(QueuedCopies(uploads, path).restore())
    assert sorted((each.name, at) for each, at in uploads.unfinished("me")) == [
        ("1.txt", 0),
        ("2.txt", 0),
    ]
    assert not path.exists()
    asyncio.run(QueuedCopies(uploads, path).restore())
    assert len(uploads.unfinished("me")) == 2


def test_what_finds_no_room_any_longer_is_named_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path, limits = tmp_path / ".copies", UploadLimits(session_bytes=10, keep_free=0)
    uploads = Uploads(tmp_path / "uploads", limits)
    CopyJournal(path).add([upload(1, 50), upload(2)])
    with caplog.at_level(logging.WARNING):
        asyncio.run(QueuedCopies(uploads, path).restore())
    assert [each.name for each, _ in uploads.unfinished("me")] == ["2.txt"]
    assert "1.txt" in caplog.text
