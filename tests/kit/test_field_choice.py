"""Controls of fields in a browser: the combobox, tokens, boxes, the slider and the password."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.served import Served

PROGRAM = """
from core import kit

PLACES = ["Argentina", "Brazil", "Canada", "Denmark", "Egypt", "France", "Perú", "Kenya"]

def page():
    wp = kit.Page("Choices")
    said = jp.P(text="-", id="said", a=wp)

    def changed(self, msg):
        said.text = f"{self.label}: {msg.value!r}"

    country = kit.Field("Country", kit.Choice(PLACES), hint="You live there.", change=changed, a=wp)
    places = kit.Field("Places", kit.Choices(PLACES, ["Kenya"]), change=changed, a=wp)
    kit.Field("Sizes", kit.Choices(["small", "large"]), change=changed, a=wp)
    kit.Field("Quality", kit.Slider(80, min=1, max=100, unit="%"), change=changed, a=wp)
    kit.Field("Password", kit.Password(), a=wp)

    def change():
        country.value, places.value = "France", ["Egypt", "Brazil"]
        country.error = "Not there."

    kit.Button("Change", click=change, a=wp)
    return wp

jp.justpy(page)
"""


def opened(program: Served, page: Page) -> None:
    """Open the page, and wait until its scripts are at work."""
    page.goto(program.url)
    expect(page.locator("input[role=combobox]")).to_have_count(2)
    expect(page.get_by_role("button", name="Show Password")).to_be_visible()
    expect(page.get_by_role("group", name="Sizes")).to_be_visible()


@pytest.mark.browser
def test_the_keyboard_finds_an_option(program: Served, page: Page) -> None:
    opened(program, page)
    country, said = page.get_by_role("combobox", name="Country"), page.locator("#said")
    expect(country).to_have_accessible_description("You live there.")
    country.focus()
    page.keyboard.type("per")  # without the accent
    expect(country).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("option")).to_have_text(["Perú"])
    page.keyboard.press("Enter")
    expect(said).to_have_text("Country: 'Perú'")
    expect(country).to_have_value("Perú")
    expect(page.get_by_role("listbox")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(said).to_have_text("Country: 'France'")
    page.keyboard.type("nowhere")
    expect(page.get_by_text("Nothing found")).to_be_visible()
    page.keyboard.press("Escape")
    expect(country).to_have_value("France")


@pytest.mark.browser
def test_the_mouse_finds_an_option(program: Served, page: Page) -> None:
    opened(program, page)
    country = page.get_by_role("combobox", name="Country")
    country.click()
    page.get_by_role("option", name="Denmark").click()
    expect(page.locator("#said")).to_have_text("Country: 'Denmark'")
    expect(country).to_have_value("Denmark")
    label = page.locator("label", has_text="Country").bounding_box()
    assert label
    page.mouse.click(label["x"] + 5, label["y"] + 5)
    expect(country).to_be_focused()
    country.click()
    page.mouse.click(5, 5)
    expect(page.get_by_role("listbox")).to_have_count(0)


@pytest.mark.browser
def test_several_are_tokens_and_the_program_changes_them(program: Served, page: Page) -> None:
    opened(program, page)
    places, said = page.get_by_role("combobox", name="Places"), page.locator("#said")
    places.focus()
    page.keyboard.type("bra")
    page.keyboard.press("Enter")
    expect(said).to_have_text("Places: ['Brazil', 'Kenya']")
    expect(page.get_by_role("button", name="Remove Brazil")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Backspace")
    expect(said).to_have_text("Places: ['Brazil']")
    page.get_by_role("button", name="Remove Brazil").click()
    expect(said).to_have_text("Places: []")
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_role("button", name="Remove Egypt")).to_be_visible()
    country = page.get_by_role("combobox", name="Country")
    expect(country).to_have_value("France")
    expect(country).to_have_attribute("aria-invalid", "true")
    expect(country).to_have_accessible_description("Not there. You live there.")


@pytest.mark.browser
def test_a_few_are_boxes(program: Served, page: Page) -> None:
    opened(program, page)
    group = page.get_by_role("group", name="Sizes")
    group.get_by_label("large").check()
    expect(page.locator("#said")).to_have_text("Sizes: ['large']")
    group.get_by_label("large").press("Space")
    expect(page.locator("#said")).to_have_text("Sizes: []")


@pytest.mark.browser
def test_a_slider_shows_its_value_and_a_password_is_shown(program: Served, page: Page) -> None:
    opened(program, page)
    slider = page.get_by_role("slider", name="Quality")
    slider.press("ArrowLeft")
    expect(page.get_by_text("79 %")).to_be_visible()
    expect(page.locator("#said")).to_have_text("Quality: 79")
    password = page.get_by_role("textbox", name="Password")
    password.fill("swordfish")
    expect(password).to_have_attribute("type", "password")
    page.get_by_role("button", name="Show Password").click()
    expect(password).to_have_attribute("type", "text")
    expect(password).to_have_value("swordfish")
    page.get_by_role("button", name="Hide Password").click()
    expect(password).to_have_attribute("type", "password")
