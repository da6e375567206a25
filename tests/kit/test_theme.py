"""The theme: programs change it, and it follows what the user's system asks for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit

def fill(wp):
    kit.Button("Primary", kind="primary", a=wp)
    kit.Button("Plain", a=wp)
    kit.Button("Dark", a=wp, click=lambda: setattr(wp, "dark", True))
    form = jp.Form(submit=lambda: None, a=wp)
    jp.Input(type="file", multiple=True, aria_label="Files", a=form)
    kit.Button("Send", type="submit", a=form)
    return wp

@jp.SetRoute("/own")
def own():
    wp = fill(kit.Page("Own"))
    wp.css = ":root { --satchel-accent: #800080; --satchel-radius: 3px }"
    return wp

@jp.SetRoute("/arabic")
def arabic():
    wp = kit.Page("مرحبا", lang="ar", dir="rtl", wide=True)
    kit.Button("حفظ", icon="save", a=wp)
    return wp

def page():
    return fill(kit.Page("Theme"))

jp.justpy(page)
"""

LIGHT, DARK = "rgb(37, 99, 235)", "rgb(110, 160, 255)"

pytestmark = pytest.mark.browser


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


@shows("kit.Page", "WebPage.body_role")
def test_the_theme_is_that_of_the_system_unless_the_page_is_dark(
    program: Served, page: Page
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(program.url)
    expect(page.get_by_role("main").get_by_role("heading")).to_have_text("Theme")
    expect(button(page, "Primary")).to_have_css("background-color", DARK)
    expect(page.locator("html")).to_have_css("background-color", "rgb(18, 21, 27)")
    page.emulate_media(color_scheme="light")
    expect(button(page, "Primary")).to_have_css("background-color", LIGHT)
    button(page, "Dark").click()
    expect(button(page, "Primary")).to_have_css("background-color", DARK)
    expect(page.locator("html")).to_have_css("background-color", "rgb(18, 21, 27)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_program_changes_the_theme_of_parts_and_of_the_upload_panel(
    program: Served, page: Page, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(program.url)
    page.goto(f"{program.origin}/own")
    expect(button(page, "Primary")).to_have_css("background-color", "rgb(128, 0, 128)")
    expect(button(page, "Primary")).to_have_css("border-radius", "3px")
    page.set_input_files("input", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"})
    panel = page.get_by_role("region", name="Files to be sent")
    remove = panel.get_by_role("button").first
    expect(remove).to_have_css("border-radius", "3px")
    remove.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(remove).to_have_css("outline-color", "rgb(128, 0, 128)")


def test_more_contrast_and_chosen_colours(program: Served, page: Page) -> None:
    page.goto(program.url)
    expect(page.locator("link[href$='satchel.css']")).to_be_attached()
    page.emulate_media(contrast="more")
    expect(button(page, "Plain")).to_have_css("border-top-color", "rgb(93, 102, 122)")
    expect(button(page, "Primary")).to_have_css("background-color", "rgb(29, 78, 216)")
    page.emulate_media(contrast="no-preference", forced_colors="active")
    for name in ("Primary", "Plain"):
        expect(button(page, name)).to_have_css("border-top-color", "rgb(0, 0, 0)")  # ButtonText


@shows("WebPage.lang", "WebPage.dir")
def test_a_page_from_right_to_left(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.goto(f"{program.origin}/arabic")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    save = page.get_by_role("button", name="حفظ")
    box, icon = save.bounding_box(), save.locator("svg").bounding_box()
    assert box and icon
    assert icon["x"] > box["x"] + box["width"] / 2  # before the text
    assert box["x"] > 640  # of 1280 pixels


def test_nothing_moves_for_who_asked_for_less_motion(program: Served, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(program.url)
    expect(button(page, "Plain")).to_have_css("transition-duration", "0s, 0s")
