"""kit.Job as a user of the page meets it, without a browser: states, actions, results, sessions."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core import kit
from core.testing import HandlerFailed, Job, JobRow, NotPossible, Page, User, serve


class Desk:
    """A page with a job on threads, whose work waits until it is told to go on."""

    def __init__(self, **options: Any) -> None:
        self.may_go_on = threading.Event()
        self.has_begun = threading.Semaphore(0)
        self.options: dict[str, Any] = {"executor": "threads", "title": "Copying", **options}
        self.shown: list[kit.Job] = []

    def work(self, item: Any) -> str:
        name = item.name if isinstance(item, Path) else str(item)
        kit.report(0.25, f"Reading {name}")
        self.has_begun.release()
        while not self.may_go_on.wait(0.01):
            kit.report()
        if name.startswith("bad"):
            raise ValueError(f"{name} cannot be read")
        if name.startswith("value"):
            return f"value of {name}"
        for number in range(2 if name.startswith("two") else 1):
            kit.output(name).write_text(f"{number} {name}")
        return name

    def page(self) -> jp.WebPage:
        wp = kit.Page("Desk")
        form = jp.Form(a=wp)
        jp.Input(type="file", multiple=True, aria_label="Files", a=form)
        job = kit.Job(self.work, a=wp, **self.options)
        self.shown.append(job)

        def submit(msg: jp.Msg) -> None:
            job.start(msg.files)

        form.on("submit", submit)
        names = jp.Input(placeholder="Names", a=wp)
        jp.Button(text="Start", click=lambda: job.start(names.value.split()), a=wp)
        wp.news = jp.P(a=wp)
        return wp

    def start(self, page: Page, names: str) -> Job:
        page.find("Names").type(names)
        page.find("Start").click()
        return page.job()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def user(desk: Desk, tmp_path: Path) -> Iterator[User]:
    with serve(desk.page, folder=tmp_path / "data") as user:
        yield user
        desk.may_go_on.set()


def states(job: Job) -> list[str]:
    return [row.state for row in job.rows]


def test_it_shows_nothing_until_there_is_work(user: User) -> None:
    page = user.open()
    assert "Copying" not in page.text
    page.find("Start").click()  # with nothing to work on
    assert "Copying" not in page.text and page.find_all(role="list") == []


def test_from_files_to_results(desk: Desk, user: User, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("content")
    (tmp_path / "bad.txt").write_text("")
    page = user.open()
    page.find("Files").choose(tmp_path / "a.txt", tmp_path / "bad.txt")
    page.find("Files").submit()
    job = page.job("Copying")
    page.wait_for(lambda: states(job) == ["working", "working"])
    page.wait_for(lambda: job.rows[0] == JobRow("a.txt", "working", "Reading a.txt"))
    assert job.title == "Copying" and job.state == "working"
    page.wait_for(lambda: "0 of 2 done · 25%" in job.text)
    desk.may_go_on.set()
    job.wait()
    assert job.state == "failed" and "1 of 2 done, 1 failed" in job.text
    assert job.rows == [
        JobRow("bad.txt", "failed", "bad.txt cannot be read."),
        JobRow("a.txt", "done", "7 bytes → 7 bytes"),
    ]
    assert job.save("a.txt").content == b"0 a.txt" == job.save().content


def test_values_are_shown_and_known_to_the_program(desk: Desk, user: User) -> None:
    page = user.open()
    desk.may_go_on.set()
    job = desk.start(page, "value1 value2")
    job.wait()
    assert job.rows[1] == JobRow("value2", "done", "value of value2")
    assert "All 2 done" in job.text
    assert desk.shown[0].results[0] == kit.Result("value1", "value of value1", ())
    with pytest.raises(NotPossible, match="Save all"):
        job.save()


def test_several_files_are_saved_as_a_zip(desk: Desk, user: User) -> None:
    page = user.open()
    desk.may_go_on.set()
    job = desk.start(page, "one.txt two.txt")
    job.wait()
    assert job.rows[1].text == "2 files · 18 bytes"
    with zipfile.ZipFile(io.BytesIO(job.save().content)) as archive:
        assert archive.namelist() == ["one.txt", "two.txt", "two (2).txt"]
        assert archive.read("two (2).txt") == b"1 two.txt"
    with zipfile.ZipFile(io.BytesIO(job.save("two.txt").content)) as archive:
        assert archive.namelist() == ["two.txt", "two (2).txt"]


def test_cancelling_one_and_all(desk: Desk, user: User) -> None:
    desk.options["at_once"] = 2
    page = user.open()
    job = desk.start(page, "a b c d")
    page.wait_for(lambda: states(job) == ["working", "working", "waiting", "waiting"])
    job.cancel("d")
    page.wait_for(lambda: states(job)[3] == "cancelled")
    job.cancel("a")
    page.wait_for(lambda: states(job) == ["cancelled", "working", "working", "cancelled"])
    job.cancel()
    job.wait()
    assert job.state == "cancelled" and "0 of 4 done, cancelled" in job.text
    desk.may_go_on.set()
    job.retry("b")
    page.wait_for(lambda: states(job) == ["cancelled", "done", "cancelled", "cancelled"])
    job.retry()
    page.wait_for(lambda: states(job) == ["done"] * 4)
    assert "All 4 done" in job.text


def test_it_belongs_to_the_session(desk: Desk, user: User) -> None:
    page, second, other = user.open(), user.open(), User(user.url).open()
    desk.start(page, "a")
    page.close()
    again = user.open()
    for each in (second, again):
        each.wait_for(lambda each=each: states(each.job()) == ["working"])
    desk.may_go_on.set()
    for each in (second, again):
        each.job().wait()
        assert each.job().save("a").content == b"0 a"
    assert "Copying" not in other.text
    link = second.find("Save a", role="link").element.attributes["href"]
    assert User(user.url).get(link).status_code == 404
    again.job().dismiss()
    assert "The results are removed." in again.text


def test_results_can_be_brought_back(
    desk: Desk, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, second = user.open(), user.open()
    desk.may_go_on.set()
    desk.start(page, "a").wait()
    page.job().dismiss()
    page.find("Undo").click()
    page.wait_for(lambda: "Undo" not in page.text)
    assert page.job().save("a").content == b"0 a"
    monkeypatch.setattr("core.kit.job_card.UNDO", 0.0)
    page.job().dismiss()
    for each in (page, second):
        each.wait_for(lambda each=each: "Copying" not in each.text)
    assert user.open().find_all(role="list") == []


def test_files_are_kept_in_the_folder_of_the_session(
    desk: Desk, user: User, tmp_path: Path
) -> None:
    page = user.open()
    desk.may_go_on.set()
    job = desk.start(page, "a.txt bad.txt two.txt")
    job.wait()
    job.keep()
    assert "3 files put into your folder" in job.text
    (folder,) = (tmp_path / "data" / "sessions").iterdir()
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "two (2).txt", "two.txt"]
    assert job.save("a.txt").content == b"0 a.txt"


def test_a_later_job_leaves_results_alone(desk: Desk, user: User) -> None:
    page = user.open()
    desk.may_go_on.set()
    for name in ("value1", "a", "b"):
        page.find("Names").type(name)
        page.find("Start").click()
        page.wait_for(lambda name=name: name in page.text and "Work" not in page.text)
    page.wait_for(lambda: len(page.find_all(role="link")) == 4)
    assert "value1" not in page.text
    labels = [each.element.attributes.get("aria-label") for each in page.find_all(role="link")]
    assert [label for label in labels if label] == ["Save b", "Save a"]


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
    monkeypatch.setattr("core.kit.job_follower.LINGER", 0.0)
    desk = Desk(autoclose=True)
    with serve(desk.page) as user:
        page = user.open()
        desk.start(page, "a")
        desk.may_go_on.set()
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
