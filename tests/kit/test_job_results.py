"""What becomes of the results of a job: dismissed, brought back and kept, in several windows."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.files.placement import Placement
from core.kit.jobs import job_results
from core.testing import Page, User, serve
from tests.support.job_desk import Desk

GONE = "The results are removed."


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.may_go_on.set()
    return desk


@pytest.fixture
def user(desk: Desk, tmp_path: Path) -> Iterator[User]:
    with serve(desk.page, folder=tmp_path / "data") as user:
        yield user


def kept(tmp_path: Path) -> list[str]:
    return sorted(each.name for each in (tmp_path / "data" / "sessions").glob("*/*.txt"))


def _shows(page: Page, text: str) -> bool:
    return text in page.text


def both(*pages: Page, shows: str) -> None:
    for page in pages:
        page.wait_for(partial(_shows, page, shows))


def test_results_are_dismissed_and_brought_back_in_any_window(desk: Desk, user: User) -> None:
    page, second = user.open(), user.open()
    desk.start(page, "a.txt").wait()
    second.job().wait()
    page.job().dismiss()
    both(page, second, user.open(), shows=GONE)
    second.find("Undo").click()
    both(page, second, shows="Save all")
    assert page.job().save("a.txt").content == b"0 a.txt"


def test_one_undo_is_enough_for_all_who_dismissed(
    desk: Desk, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.kit.jobs.job_card.UNDO", 0.3)
    page = user.open()
    desk.start(page, "a.txt").wait()
    buttons = [page.find("Dismiss"), page.find("Dismiss")]
    threads = [threading.Thread(target=each.click) for each in buttons]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    page.find("Undo").click()
    (job,) = desk.shown[0].jobs
    removed = threading.Event()
    job._loop.call_soon_threadsafe(job._loop.call_later, 0.6, removed.set)
    assert removed.wait(20)
    assert desk.shown[0].jobs == [job]


def test_keep_pressed_twice_makes_one_copy(
    desk: Desk, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = user.open()
    desk.start(page, "a.txt b.txt").wait()
    may_copy, begun, copy = threading.Event(), threading.Event(), job_results.keep

    def slow(*arguments: Any) -> int:
        begun.set()
        may_copy.wait(20)
        return copy(*arguments)

    monkeypatch.setattr(job_results, "keep", slow)
    keep = page.find("Keep")
    first = threading.Thread(target=keep.click)
    first.start()
    assert begun.wait(20)
    keep.click()
    may_copy.set()
    first.join()
    assert "2 files put into your folder" in page.job().text
    assert kept(tmp_path) == ["a.txt", "b.txt"]


def test_a_full_disk_keeps_all_or_nothing(
    desk: Desk, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = user.open()
    job = desk.start(page, "a.txt b.txt")
    job.wait()
    add, left = Placement.add, [1]

    def full(*arguments: Any, **options: Any) -> Path:
        if not left:
            raise OSError(errno.ENOSPC, "No space left on device")
        left.pop()
        return add(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Placement, "add", full)
        job.keep()
    assert "could not be put into your folder: No space left on device." in job.text
    assert kept(tmp_path) == []
    job.keep()
    assert kept(tmp_path) == ["a.txt", "b.txt"]
