"""kit.Job as a user of the page meets it, without a browser: states, actions, results, sessions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import kit
from core.testing import JobRow, NotPossible, User, serve
from tests.support.job_desk import Desk, states


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def user(desk: Desk, tmp_path: Path) -> Iterator[User]:
    with serve(desk.page, folder=tmp_path / "data") as user:
        yield user
        desk.may_go_on.set()


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
    monkeypatch.setattr("core.kit.jobs.job_card.UNDO", 0.0)
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
    page.wait_for(lambda: len(page.find_all(role="link")) == 2)
    assert "value1" not in page.text
    labels = [each.element.attributes.get("aria-label") for each in page.find_all(role="link")]
    assert labels == ["Save b", "Save a"]
