"""Buttons: what a user sees of them, and that they work with mouse and keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from core import kit
from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
import asyncio
from core import kit

waiting = []

def page():
    wp = kit.Page("Buttons")
    count = jp.P(text="0", id="count", a=wp)

    def add():
        count.text = str(int(count.text) + 1)

    async def wait():
        waiting.append(asyncio.Event())
        await waiting[-1].wait()
        add()

    def fail():
        raise KeyError("no such thing")

    def finish():
        waiting.pop(0).set()

    kit.Button("Add", icon="plus", kind="primary", click=add, a=wp)
    kit.Button("Wait", click=wait, a=wp)
    kit.Button("Finish", click=finish, size="small", a=wp)
    kit.Button("Fail", kind="danger", click=fail, a=wp)
    kit.Button("Never", disabled=True, click=add, a=wp)
    kit.Button(icon="x", kind="quiet", aria_label="Close", click=add, a=wp)
    return wp

jp.justpy(page)
"""

pytestmark = pytest.mark.browser


@shows("kit.Button")
def test_buttons_work_with_mouse_and_keyboard(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.get_by_role("button", name="Add").click()
    expect(page.locator("#count")).to_have_text("1")
    page.get_by_role("button", name="Close").press("Enter")
    expect(page.locator("#count")).to_have_text("2")
    page.get_by_role("button", name="Add").press(" ")
    expect(page.locator("#count")).to_have_text("3")
    never = page.get_by_role("button", name="Never")
    expect(never).to_be_disabled()
    expect(never).to_have_css("cursor", "not-allowed")


def test_a_button_is_busy_until_the_last_of_its_handlers_has_ended(
    program: Served, page: Page
) -> None:
    page.goto(program.url)
    wait, finish = (
        page.get_by_role("button", name="Wait"),
        page.get_by_role("button", name="Finish"),
    )
    width = wait.bounding_box()
    wait.click()
    expect(wait).to_have_attribute("aria-busy", "true")
    expect(wait).to_have_css("color", "rgba(0, 0, 0, 0)")  # the spinner is in place of the text
    assert wait.bounding_box() == width
    wait.click()
    finish.click()
    expect(page.locator("#count")).to_have_text("1")
    expect(wait).to_have_attribute("aria-busy", "true")
    finish.click()
    expect(wait).to_have_attribute("aria-busy", "false")


def test_a_button_whose_handler_raises_is_ready_again(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.get_by_role("button", name="Fail").click()
    expect(page.get_by_role("status").or_(page.get_by_role("alert")).first).to_be_visible()
    expect(page.get_by_role("button", name="Fail")).to_have_attribute("aria-busy", "false")
    expect(page.get_by_text("no such thing")).to_have_count(0)


def test_a_button_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="aria_label"):
        kit.Button(icon="x")
