"""kit.Job and the program: what it is told, what it leaves out, how much is shown and kept."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core import kit
from core.kit.jobs.job_pace import Pace
from core.testing import HandlerFailed, JobRow, NotPossible, User, serve
from tests.support.job_desk import Desk, states


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def user(desk: Desk, tmp_path: Path) -> Iterator[User]:
    with serve(desk.page, folder=tmp_path / "data") as user:
        yield user
        desk.may_go_on.set()


@pytest.mark.parametrize("fails", [False, True])
def test_the_program_is_told(fails: bool) -> None:
    seen: list[Any] = []

    def result(self: kit.Job, msg: jp.Msg) -> None:
        if fails:
            raise jp.FileError("There is no room for it.")
        msg.page.news.text = f"{msg.page.news.text} {msg.result.value}"

    async def done(msg: jp.Msg) -> None:
        seen.append((msg.job.counts.done, msg.target, msg.event_type))
        if fails:
            raise jp.FileError("The mail was not sent.")
        msg.page.news.text += " all"

    desk = Desk(result=result, done=done)
    desk.may_go_on.set()
    with serve(desk.page) as user:
        page = user.open()
        job = desk.start(page, "value1 value2")
        job.wait()
        if fails:
            page.wait_for(lambda: "The mail was not sent." in job.text)
            assert job.rows[0].text == "value of value1 There is no room for it."
        else:
            page.wait_for(lambda: page.text.endswith(" all"))
            assert "value of value1" in page.text.rpartition("Start")[2]
        assert seen == [(2, desk.shown[0], "done")]
        again = user.open()
        again.job()
        assert len(seen) == 1


def test_it_may_close_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.kit.jobs.job_follower.LINGER", 0.0)
    desk = Desk(autoclose=True)
    with serve(desk.page) as user:
        page = user.open()
        desk.start(page, "a")
        desk.may_go_on.set()
        page.wait_for(lambda: "Copying" not in page.text)


def test_one_that_failed_stays_until_it_is_dismissed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.kit.jobs.job_follower.LINGER", 0.0)
    ended: list[jp.Msg] = []
    desk = Desk(autoclose=True, done=ended.append)
    desk.may_go_on.set()
    with serve(desk.page) as user:
        page = user.open()
        job = desk.start(page, "bad a")
        job.wait()
        page.wait_for(lambda: bool(ended))
        page.find("Names").type("more")  # the page answers after what the end brings about
        assert "bad cannot be read" in page.text
        job.dismiss()
        page.wait_for(lambda: "Copying" not in page.text)


def test_actions_are_left_out() -> None:
    desk = Desk(without=("keep", "open", "retry", "save", "dismiss"))
    desk.may_go_on.set()
    with serve(desk.page) as user:
        job = desk.start(user.open(), "a bad")
        job.wait()
        actions: list[Callable[[], object]] = [job.keep, job.retry, job.save, job.dismiss]
        for action in actions:
            with pytest.raises(NotPossible):
                action()
    with pytest.raises(ValueError, match="no action 'keeps'.*Did you mean 'keep'?"):
        Desk(without="keeps").page()


def test_of_thousands_a_window_is_shown(desk: Desk, user: User) -> None:
    desk.options["at_once"] = 3
    page = user.open()
    desk.may_go_on.set()
    page.find("Names").type(" ".join(["bad"] + [f"value{n}" for n in range(1_000)]))
    page.find("Start").click()
    job = page.job()
    job.wait()
    assert len(job.rows) == 100 and job.rows[0] == JobRow("bad", "failed", "bad cannot be read.")
    assert "and 901 more" in job.text
    page.find("Show more").click()
    assert len(job.rows) == 200 and job.rows[-1].label == "value198"


def test_too_much_is_said_to_the_user(desk: Desk, user: User) -> None:
    page = user.open()
    page.find("Names").type("a")
    for _ in range(8):
        page.find("Start").click()
    with pytest.raises(HandlerFailed, match="jobs are running already"):
        page.find("Start").click()


def test_it_keeps_no_page_alive(desk: Desk, tmp_path: Path) -> None:
    with serve(desk.page, page_grace=1.0) as user:
        page = user.open()
        desk.start(page, "a")
        gone = threading.Event()
        weakref.finalize(desk.shown.pop(), gone.set)
        page.close()
        assert any(gc.collect() is not None and gone.wait(0.1) for _ in range(100))
        again = user.open()
        assert states(again.job()) == ["working"]
        desk.may_go_on.set()
        again.job().wait()


def test_the_remaining_time_is_estimated() -> None:
    times = iter([0.0, 1.0, 10.0, 20.0, 30.0, 40.0])
    pace = Pace(lambda: next(times))
    assert [pace.remaining(share) for share in (0.0, 0.1, 0.5, 0.9)] == [
        "",
        "",
        "about 10 s left",
        "a few seconds left",
    ]
    # Some is done again.
    assert [pace.remaining(share) for share in (0.2, 0.4)] == ["", "about 30 s left"]
