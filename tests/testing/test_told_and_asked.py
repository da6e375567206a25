"""The simulated user reads notices, answers questions, and knows the values of scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import core as jp
from core.testing import HandlerFailed, NotPossible, Page, serve

HERE: dict[str, Any] = {}


def program() -> jp.WebPage:
    page = jp.WebPage()
    out = jp.P(text="-", a=page)
    HERE["page"] = page

    def say(text: str) -> None:
        out.text = text

    async def remove() -> None:
        if await page.confirm("Remove it?", yes="Remove", details="3 files"):
            page.notify("Removed", action=("Undo", lambda: say("back again")))

    async def name() -> None:
        def taken(text: str) -> str | None:
            return "It is taken." if text == "Holidays" else None

        say(repr(await page.ask("Name?", "Holidays", check=taken, yes="Create")))

    async def work() -> None:
        def cancel(msg: Any) -> None:
            msg.target.update("Cancelled", kind="warning", progress=None)

        page.notify("Working", progress=0.5, action=("Cancel", cancel))

    async def language() -> None:
        try:
            say(str(await page.run_javascript("navigator.language")))
        except jp.ScriptError as error:
            say(f"failed: {error}")

    def failing() -> None:
        raise ValueError("the undo is broken")

    def wrong() -> None:
        page.notify("Removed", action=("Undo", failing))

    for handler in (remove, name, work, language, wrong):
        jp.Button(text=handler.__name__, click=handler, a=page)
    return page


@pytest.fixture
def page() -> Iterator[Page]:
    with serve(program) as user:
        yield user.open()


def test_a_question_is_answered(page: Page) -> None:
    with page.find("remove").clicking():
        assert page.dialog.text == "Remove it? 3 files"
        with pytest.raises(NotPossible, match="behind the dialog 'Remove it"):
            page.find("name").click()
        with pytest.raises(NotPossible, match="no button 'OK', but 'Cancel' and 'Remove'"):
            page.dialog.click("OK")
        page.dialog.click("Remove")
    (notice,) = page.notices
    assert (notice.text, notice.kind, notice.progress) == ("Removed", "info", None)
    notice.click("Undo")
    assert "back again" in page.text and not page.notices
    with page.find("remove").clicking():
        page.dialog.close()
    assert not page.notices


def test_a_text_is_asked_again_until_it_is_right(page: Page) -> None:
    with page.find("name").clicking():
        dialog = page.dialog
        assert dialog.value == "Holidays"
        dialog.click("Create")
        assert dialog.error == "It is taken."
        dialog.type("Trips")
        dialog.click("Create")
        with pytest.raises(NotPossible, match="is closed"):
            dialog.click("Create")
    assert "'Trips'" in page.text
    with page.find("name").clicking():
        page.dialog.click("Cancel")
    assert "None" in page.text


def test_notices_change_and_are_closed(page: Page) -> None:
    page.find("work").click()
    (notice,) = page.notices
    with pytest.raises(NotPossible, match="no button 'Undo'"):
        notice.click("Undo")
    notice.click("Cancel")
    page.wait_for(lambda: notice.text == "Cancelled")
    assert (notice.kind, notice.progress) == ("warning", None)
    notice.close()
    assert page.notices == []
    with pytest.raises(NotPossible, match="is closed"):
        notice.close()


def test_an_action_that_raises_fails_the_test(page: Page) -> None:
    page.find("wrong").click()
    with pytest.raises(HandlerFailed, match="the undo is broken"):
        page.notices[0].click("Undo")


def test_scripts_have_the_values_that_the_test_gives(page: Page) -> None:
    page.find("language").click()
    assert "None" in page.text
    page.answer_scripts({"navigator.language": "fr"}.__getitem__)
    page.find("language").click()
    assert "fr" in page.text

    def fail(script: str) -> None:
        raise ValueError("not here")

    page.answer_scripts(fail)
    page.find("language").click()
    assert "failed: ValueError: not here" in page.text


def test_old_notices_are_not_kept_for_ever(page: Page) -> None:
    for number in range(200):
        HERE["page"].notify(f"Number {number}", seconds=0)
    page.wait_for(lambda: page.notices and page.notices[-1].text == "Number 199")
    assert len(page.notices) <= 32


def test_a_page_that_nobody_has_opened_keeps_few_notices() -> None:
    unseen = jp.WebPage()
    for number in range(100):
        unseen.notify(f"Number {number}")
    assert [notice.text for notice in unseen.take_waiting_notices()][-1] == "Number 99"
    assert unseen.take_waiting_notices() == ()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"text": 5}, "takes text"),
        ({"text": "x", "kind": "loud"}, "one of info, good, warning, bad"),
        ({"text": "x", "progress": "half"}, "a number from 0 to 1"),
        ({"text": "x", "progress": float("nan")}, "not NaN"),
        ({"text": "x", "seconds": -1}, "a number of seconds"),
        ({"text": "x", "action": ("Undo", 5)}, "must be a function"),
    ],
)
def test_mistakes_in_notices_are_told_where_they_are_made(
    options: dict[str, Any], reason: str
) -> None:
    with pytest.raises((TypeError, ValueError), match=reason):
        jp.WebPage().notify(**options)
