"""Fields: their errors, their typed values, and the forms that wait for them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import core as jp
from core import kit
from core.testing import serve as serve_here
from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit

def check(value):
    if value == "boom":
        raise KeyError("secret")
    return "Root is taken." if value == "root" else None

def page():
    wp = kit.Page("Fields")
    form = jp.Form(a=wp)
    said = jp.P(text="-", id="said", a=wp)

    def changed(self, msg):
        said.text = f"{self.label}: {msg.value!r}"

    kit.Field("Name", kit.Text(required=True), hint="As in your passport.", check=check,
              change=changed, a=form)
    kit.Field("Longest side", kit.Number(1600, min=1, max=8000), change=changed, a=form)
    kit.Field("Plain", jp.Input(required=True), a=form)
    jp.Button(type="submit", text="Save", a=form)
    form.on("submit", lambda msg: setattr(said, "text", "saved"))
    return wp

jp.justpy(page)
"""


def field(page: Page, label: str) -> Locator:
    return page.get_by_role("textbox", name=label)


@pytest.mark.browser
@shows("kit.Field", "kit.Text", "Field(check)", "Field(change)")
def test_an_error_appears_when_a_changed_field_is_left_and_goes_when_it_is_right(
    program: Served, page: Page
) -> None:
    page.goto(program.url)
    name = field(page, "Name")
    expect(name).to_have_accessible_description("As in your passport.")
    expect(name).to_have_attribute("aria-required", "true")
    name.focus()
    page.keyboard.press("Tab")  # left as it was
    number = field(page, "Longest side")
    number.press("ArrowUp")
    expect(page.locator("#said")).to_have_text("Longest side: 1601")
    expect(name).not_to_have_attribute("aria-invalid", "true")
    name.press_sequentially("root")
    number.press("ArrowDown")  # an answer behind what was typed
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description("Root is taken. As in your passport.")
    expect(page.locator("#said")).to_have_text("Longest side: 1600")
    name.press("End")
    name.press_sequentially("s")  # still in the field
    expect(name).not_to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Root is taken.")).to_have_count(0)
    expect(page.locator("#said")).to_have_text("Name: 'roots'")


@pytest.mark.browser
def test_nothing_is_said_while_somebody_types_for_the_first_time(
    program: Served, page: Page
) -> None:
    page.goto(program.url)
    number = field(page, "Longest side")
    number.fill("9999")
    name = field(page, "Name")
    field(page, "Plain").dispatch_event("change")  # an answer behind what was typed
    expect(field(page, "Plain")).to_have_accessible_description("This cannot be empty.")
    expect(number).not_to_have_attribute("aria-invalid", "true")
    name.click()
    expect(number).to_have_accessible_description("Enter a number from 1 to 8000.")


@pytest.mark.browser
def test_a_form_waits_until_all_fields_are_right_and_the_first_wrong_one_has_the_focus(
    program: Served, page: Page
) -> None:
    page.goto(program.url)
    name, plain = field(page, "Name"), field(page, "Plain")
    page.get_by_role("button", name="Save").click()
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(plain).to_have_accessible_description("This cannot be empty.")
    expect(page.locator("#said")).to_have_text("-")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    expect(plain).to_be_focused()
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("saved")


@pytest.mark.browser
def test_a_check_that_fails_is_said_at_the_field(program: Served, page: Page) -> None:
    page.goto(program.url)
    name = field(page, "Name")
    name.fill("boom")
    name.press("Tab")
    expect(name).to_have_accessible_description(
        "This could not be checked. Try again. As in your passport."
    )
    expect(page.get_by_text("secret")).to_have_count(0)
    assert "KeyError" in program.log


@shows("Field.value", "Field.error", "kit.Number", "kit.Switch", "kit.Choice", "kit.Choices")
@shows("kit.Date", "kit.Time", "kit.Color", "kit.Password", "kit.Slider", "kit.LocalPath")
def test_values_are_typed_and_the_harness_uses_all_controls(tmp_path: Path) -> None:
    controls = {
        "Side": kit.Number(1600, min=1, max=8000),
        "Rate": kit.Number(0.5),
        "Quality": kit.Slider(80, min=1, max=100),
        "On": kit.Switch(),
        "Size": kit.Choice({1: "one", 2: "two"}, 1),
        "Several": kit.Choices(["a", "b", "c"]),
        "Day": kit.Date(min=datetime.date(2026, 1, 1)),
        "Time": kit.Time(),
        "Colour": kit.Color(),
        "Secret": kit.Password(),
        "Folder": kit.LocalPath(kind="folder"),
    }
    fields: dict[str, kit.Field] = {}

    def home() -> jp.WebPage:
        page = kit.Page("Fields")
        for label, control in controls.items():
            fields[label] = kit.Field(label, control, a=page)
        return page

    def typed(label: str, text: str) -> object:
        page.find(label).type(text)
        return fields[label].error or fields[label].value

    with serve_here(home) as user:
        page = user.open()
        assert typed("Side", "800") == 800
        assert typed("Side", "9999") == "Enter a number from 1 to 8000."
        assert fields["Side"].value == 800  # the latest that was right
        assert typed("Side", "1,600") == 1600
        assert typed("Side", "1.5") == typed("Side", "९") == "Enter a whole number."
        assert typed("Side", "9" * 5000) == "Enter a whole number."
        assert typed("Side", "") is None
        assert typed("Rate", "1,5") == 1.5
        assert typed("Rate", "1,600") == "Enter 1600 or 1.600."
        assert typed("Rate", "nan") == typed("Rate", "inf") == "Enter a number."
        assert typed("Quality", "30") == 30
        page.find("On").click()
        assert fields["On"].value is True
        page.find("Size").select("2")
        assert fields["Size"].value == 2
        page.find("Several").select(["c", "a"])
        assert fields["Several"].value == ["a", "c"]
        assert typed("Day", "2026-11-29") == datetime.date(2026, 11, 29)
        assert typed("Day", "2025-11-29") == "Enter 1 January 2026 or a later day."
        assert typed("Time", "18:30") == datetime.time(18, 30)
        assert typed("Colour", "#0F766E") == "#0f766e"
        assert typed("Secret", " x ") == " x "
        assert typed("Folder", str(tmp_path)) == tmp_path
        assert typed("Folder", "tmp") == "Enter the whole path, from the top folder on."
        assert typed("Folder", str(tmp_path / "gone")) == "There is no such folder."
        (tmp_path / "file").touch()
        assert typed("Folder", str(tmp_path / "file")) == "This is not a folder."
        fields["Folder"].value = tmp_path
        assert fields["Folder"].error == ""


def test_what_a_page_invents_is_refused() -> None:
    fields: list[kit.Field] = []
    heard: list[object] = []

    def home() -> jp.WebPage:
        page = kit.Page("Fields")
        for label, control in {
            "Size": kit.Choice(["a", "b"], "a"),
            "Several": kit.Choices(["a", "b"]),
            "Quality": kit.Slider(50, min=0, max=100),
            "Off": kit.Switch(disabled=True),
        }.items():
            change = {"change": lambda msg: heard.append(msg.value)}
            fields.append(kit.Field(label, control, a=page, **change))
        return page

    with serve_here(home) as user:
        page = user.open()
        inputs = [field.control.input for field in fields]
        tab = page.find("Size")._tab
        for control, value in zip(inputs, ("nonsense", ["a", "x"], "1e999", "on"), strict=True):
            element = next(
                e
                for e in page.find("Size").element.root.elements()
                if e.component_id == control.component_id
            )
            tab.send(element, "change", {"value": value, "checked": True})
        assert [field.value for field in fields] == ["a", [], 50, False]
        assert [field.error for field in fields] == [
            "Choose one of the list.",
            "Choose from the list.",
            "Enter a whole number.",
            "",
        ]
        assert heard == []


def test_mistakes_of_the_author_are_named() -> None:
    async def check(value: object) -> str:
        return ""

    with pytest.raises(TypeError, match="plain function"):
        kit.Field("Name", check=check)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="none of the options"):
        kit.Choice(["a"], "b")
    with pytest.raises(ValueError, match="no numbers"):
        kit.Slider(1, min=2, max=2)
    with pytest.raises(ValueError, match="#0f766e"):
        kit.Color("red")
