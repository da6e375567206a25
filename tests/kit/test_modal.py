"""Dialogs in front of the page, with keyboard and mouse, in several browsers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

import core as jp
from core import kit
from core.testing import NotPossible
from core.testing import serve as serve_here
from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit

def fill(wp, **options):
    said = jp.P(text="-", id="said", a=wp)
    modal = kit.Modal("Rename", a=wp, **options)
    jp.Input(value="lake.jpg", aria_label="New name", a=modal)
    kit.Button("Cancel", click=modal.close, a=modal.actions)
    kit.Button("Rename", kind="primary", click=modal.close, a=modal.actions)
    kit.Button("Remove", click=modal.delete, a=modal)

    def closed(self, msg):
        if "fails" in options.get("id", ""):
            raise KeyError("secret")
        said.text = f"{msg.how}, {self.is_open}"

    modal.on("closed", closed)
    kit.Button("Open", click=modal.open, a=wp)
    kit.Button("Say", click=lambda: setattr(said, "text", str(modal.is_open)), a=wp)
    for number in range(60):
        jp.P(text=f"Line {number}", a=wp)
    return wp

@jp.SetRoute("/strict")
def strict():
    return fill(kit.Page("Strict"), closable=False, close_outside=True)

@jp.SetRoute("/fails")
def fails():
    return fill(kit.Page("Fails"), id="fails")

shared = fill(kit.Page("Shared", delete_flag=False))

@jp.SetRoute("/shared")
def all():
    return shared

def page():
    return fill(kit.Page("Modal"), close_outside=True)

jp.justpy(page)
"""


def opened(program: Served, page: Page, path: str = "/") -> Locator:
    """The dialog, which a click on its button has opened."""
    page.goto(program.url)
    if path != "/":
        page.goto(program.origin + path)
    page.get_by_role("button", name="Open").click()
    dialog = page.get_by_role("dialog", name="Rename")
    expect(dialog).to_be_visible()
    return dialog


@pytest.mark.browser
@shows("kit.Modal", "Modal.open", "Modal.is_open", "msg.how")
def test_the_focus_goes_in_stays_there_and_returns(program: Served, page: Page) -> None:
    dialog = opened(program, page)
    expect(dialog.get_by_label("New name")).to_be_focused()
    reached = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('dialog, body').localName"))
        reached.add(page.evaluate("document.activeElement.textContent"))
    assert {"Cancel", "Rename", "Remove"} <= reached
    assert "Open" not in reached
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Open")).to_be_focused()
    expect(page.locator("#said")).to_have_text("escape, False")


@pytest.mark.browser
@shows("Modal.close", "Modal.actions")
def test_a_button_of_the_program_closes_it_without_an_event(program: Served, page: Page) -> None:
    dialog = opened(program, page)
    dialog.get_by_role("button", name="Cancel").press("Enter")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Say").click()
    expect(page.locator("#said")).to_have_text("False")


@pytest.mark.browser
def test_the_cross_and_a_click_outside_close_it(program: Served, page: Page) -> None:
    dialog = opened(program, page)
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    expect(page.locator("#said")).to_have_text("button, False")
    page.get_by_role("button", name="Open").click()
    field = dialog.get_by_label("New name").bounding_box()
    assert field
    page.mouse.move(field["x"] + 20, field["y"] + 10)  # selects text, and ends outside
    page.mouse.down()
    page.mouse.move(5, 5)
    page.mouse.up()
    expect(dialog).to_be_visible()
    page.mouse.click(5, 5)
    expect(dialog).to_be_hidden()
    expect(page.locator("#said")).to_have_text("outside, False")


@pytest.mark.browser
def test_the_page_behind_neither_scrolls_nor_moves(program: Served, page: Page) -> None:
    page.goto(program.url)
    button = page.get_by_role("button", name="Open")
    before = button.bounding_box()
    button.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.mouse.move(10, 10)
    page.mouse.wheel(0, 500)
    page.keyboard.press("Tab")  # an answer after the wheel
    assert page.evaluate("scrollY") == 0
    assert button.bounding_box() == before


@pytest.mark.browser
def test_one_that_is_not_closable_stays_open_whatever_people_press(
    program: Served, page: Page
) -> None:
    dialog = opened(program, page, "/strict")
    for _ in range(3):
        page.keyboard.press("Escape")
    page.mouse.click(5, 5)
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Close")).to_have_count(0)
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_be_hidden()


@pytest.mark.browser
def test_all_browsers_of_a_page_show_it_and_a_reload_does_again(
    program: Served, page: Page
) -> None:
    dialog = opened(program, page, "/shared")
    other = page.context.new_page()
    other.goto(f"{program.origin}/shared")
    others = other.get_by_role("dialog", name="Rename")
    expect(others).to_be_visible()
    page.reload()
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(others).to_be_hidden()
    other.get_by_role("button", name="Open").click()
    expect(dialog).to_be_visible()


@pytest.mark.browser
def test_the_focus_returns_when_an_open_one_is_removed(program: Served, page: Page) -> None:
    dialog = opened(program, page)
    dialog.get_by_role("button", name="Remove").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="Open")).to_be_focused()


@pytest.mark.browser
def test_a_handler_that_raises_is_reported_and_it_closes(program: Served, page: Page) -> None:
    dialog = opened(program, page, "/fails")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("Something went wrong")).to_be_visible()
    expect(page.get_by_text("secret")).to_have_count(0)


@pytest.mark.browser
def test_on_a_small_screen_it_is_at_the_bottom(program: Served, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 640})
    box = opened(program, page).bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 360, 640)


@shows("Modal.heading", "Modal.body")
def test_components_are_in_the_body_and_events_that_a_page_invents_do_nothing() -> None:
    happened = []
    made: list[kit.Modal] = []

    def home() -> jp.WebPage:
        page = kit.Page("Modal")
        modal = kit.Modal(
            "Settings", closable=True, closed=lambda self, msg: happened.append(msg.how)
        )
        made.append(modal)
        with modal:
            inside = jp.P(text="inside")
        modal.add_first(jp.P(text="first"))
        assert [each.text for each in modal.body] == ["first", "inside"]
        modal.remove(inside)
        modal.heading = "All settings"
        modal.open()
        return page.add(modal)

    with serve_here(home) as user:
        control = user.open().find("All settings", role="dialog")
        made[0].close()
        control.send("dismissed", "escape")
        made[0].open()
        control.send("dismissed", "outside")
        control.send("dismissed", "nonsense")
        assert made[0].is_open and not happened
        control.send("dismissed", "button")
        assert not made[0].is_open and happened == ["button"]


def test_the_harness_uses_what_a_person_could() -> None:
    def home() -> jp.WebPage:
        page = kit.Page("Photos")
        modal = kit.Modal("Rename the photo", a=page)
        jp.Input(aria_label="New name", a=modal)
        kit.Button("Done", click=modal.close, a=modal.actions)
        kit.Button("Rename", click=modal.open, a=page)
        return page

    with serve_here(home) as user:
        page = user.open()
        rename = page.find("Rename")
        assert page.text == "Photos Rename"
        assert page.find_all("New name") == []
        rename.click()
        with pytest.raises(NotPossible, match="behind <dialog"):
            rename.click()
        done = page.find("Done")
        done.click()
        with pytest.raises(NotPossible, match="is closed"):
            done.click()
