"""The parts in examples/gallery.py answer to people, section by section."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.gallery_sections import PROGRAM, card, press, says, show

pytestmark = pytest.mark.browser


def test_buttons_and_icons(gallery: Page) -> None:
    show(gallery, "Buttons")
    example = card(gallery, "Buttons")
    press(example, "Send")
    says(example, "Sent.")
    press(example, "Settings")
    says(example, "You pressed Settings.")
    press(card(gallery, "Icons"), "Another one")
    expect(card(gallery, "Icons").locator("p [data-icon=star]")).to_be_visible()


def test_fields(gallery: Page) -> None:
    show(gallery, "Fields")
    gallery.get_by_label("Name").fill("a/b")
    gallery.get_by_label("E-mail").fill("ada@example.com")
    gallery.keyboard.press("Tab")
    says(gallery, "A name has no slashes.")
    says(card(gallery, "Texts"), "The value is 'ada@example.com'.")
    gallery.get_by_label("Quality").fill("30")
    says(card(gallery, "Numbers"), "The value is 30.")
    gallery.get_by_role("combobox", name="Camera", exact=True).fill("lei")
    gallery.get_by_role("option", name="Leica").click()
    says(card(gallery, "Choices"), "The value is 'Leica'.")
    gallery.get_by_label("Tuesday").check()
    says(card(gallery, "Choices"), "The value is [1, 2, 3].")
    gallery.get_by_label("Starts at").fill("10:15")
    says(gallery, "datetime.time(10, 15)")
    gallery.get_by_label("Album").fill("Holidays")
    press(gallery, "Create")
    says(gallery, "There is an album of this name.")
    gallery.get_by_label("Album").fill("Lakes")
    press(gallery, "Create")
    says(gallery, "Created Lakes for 100 photos.")


def test_settings_last(gallery: Page) -> None:
    show(gallery, "Settings")
    gallery.get_by_label("Longest side").fill("800")
    gallery.keyboard.press("Tab")
    says(gallery, "Photos become 800 pixels wide, as JPEG.")
    gallery.reload()
    show(gallery, "Settings")
    expect(gallery.get_by_label("Longest side")).to_have_value("800")


def test_status(gallery: Page) -> None:
    show(gallery, "Status")
    press(gallery, "Add a photo")
    expect(gallery.get_by_text("4,121")).to_be_visible()
    press(gallery, "Next", "Next", "Next")
    expect(card(gallery, "Steps").get_by_role("img", name="Done")).to_have_count(3)
    gallery.get_by_label("How far").fill("70")
    expect(gallery.get_by_role("progressbar", name="Copying lake.jpg").first).to_have_attribute(
        "value", "0.7"
    )
    press(gallery, "Make an album")
    expect(card(gallery, "Nothing yet").get_by_text("Holidays", exact=True)).to_be_visible()


def test_layout(gallery: Page) -> None:
    show(gallery, "Layout")
    gallery.get_by_role("tab", name="Log").click()
    says(gallery, "This was made at")
    gallery.locator("summary", has_text="Privacy").click()
    says(gallery, "Location and camera are left out.")
    expect(gallery.get_by_text("Photos keep their size.", exact=True)).to_be_hidden()
    press(gallery, "Again")
    expect(gallery.get_by_role("heading", name="Today, again")).to_be_visible()
    gallery.get_by_role("link", name="A page without a frame").click()
    expect(gallery.get_by_role("heading", name="Invoices")).to_be_visible()
    gallery.get_by_role("link", name="Back to the gallery").click()
    expect(gallery.locator("h1")).to_have_text("Overview")


def test_menus_and_tooltips(gallery: Page) -> None:
    show(gallery, "Menus")
    press(gallery, "Photo")
    gallery.get_by_role("menuitemcheckbox", name="Details").click()
    says(gallery, "Details are shown.")
    gallery.get_by_role("img", name="A kite").click(button="right")
    gallery.get_by_role("menuitem", name="Copy").click()
    says(gallery, "You chose “Copy”.")
    gallery.get_by_role("button", name="Start again").hover()
    expect(gallery.get_by_role("tooltip")).to_be_visible()


def test_dialogs(gallery: Page) -> None:
    show(gallery, "Dialogs")
    press(gallery, "Rename…")
    gallery.get_by_label("New name").fill("Lake.jpg")
    press(gallery.get_by_role("dialog"), "Rename")
    says(gallery, "Lake.jpg")
    press(gallery, "Remove all…")
    press(gallery.get_by_role("alertdialog"), "Remove")
    says(gallery, "They are gone.")
    press(gallery, "New folder…")
    gallery.get_by_role("dialog").get_by_role("textbox").fill("Trips")
    press(gallery.get_by_role("dialog"), "Create")
    says(gallery, "Created Trips.")
    press(gallery, "Good", "Undo")
    messages = gallery.get_by_role("region", name="Messages")
    expect(messages).to_contain_text("This is good news.")
    press(messages, "Undo")
    expect(messages).to_contain_text("They are back.")


def test_words(gallery: Page) -> None:
    show(gallery, "Words")
    gallery.get_by_label("Write").fill("~~wrong~~")
    gallery.keyboard.press("Tab")
    expect(card(gallery, "Markdown").locator("s")).to_have_text("wrong")
    gallery.get_by_label("Language").select_option("python")
    code = gallery.get_by_role("region", name="Sample")
    expect(code).to_contain_text('print(f"Hello, {name}")')
    log = gallery.get_by_role("log", name="What happened")
    press(gallery, "Write 100 lines", "Warn")
    expect(log).to_contain_text("WARNING The disk is nearly full")


def test_charts(gallery: Page) -> None:
    show(gallery, "Charts")
    example = card(gallery, "Charts")
    expect(example.locator("canvas")).to_be_visible()
    press(example, "Sell more")
    example.locator(".kit-chart-drawing").focus()
    gallery.keyboard.press("ArrowRight")
    gallery.keyboard.press("Enter")
    says(example, "17 sold")
    sine = gallery.get_by_role("img", name="A sine")
    before = sine.get_attribute("src")
    assert before is not None
    gallery.get_by_label("Speed").fill("3")
    expect(sine).not_to_have_attribute("src", before)
    expect(card(gallery, "Figures of Plotly").locator(".point")).to_have_count(6)


def test_tables(gallery: Page) -> None:
    show(gallery, "Tables")
    stock = gallery.get_by_role("grid", name="Stock")
    stock.get_by_role("gridcell", name="26.50 €").dblclick()
    gallery.keyboard.press("Control+A")
    gallery.keyboard.type("-1")
    gallery.keyboard.press("Enter")
    expect(gallery.get_by_text("A price is zero or more.", exact=True)).to_be_visible()
    gallery.keyboard.press("Control+A")
    gallery.keyboard.type("30")
    gallery.keyboard.press("Enter")
    says(gallery, "Bell: Price is 30")
    example = card(gallery, "A million rows")
    example.get_by_role("columnheader", name="Number").click()
    example.get_by_role("columnheader", name="Number").click()
    expect(example.get_by_role("gridcell", name="999,999", exact=True)).to_be_visible()
    gallery.get_by_role("grid", name="Towns").get_by_role("gridcell", name="Graz").dblclick()
    says(gallery, "You opened Graz.")


def test_files(gallery: Page) -> None:
    show(gallery, "Files")
    kite = PROGRAM.with_name("kite.svg")
    gallery.locator(".kit-upload input[type=file]").first.set_input_files(kite)
    gallery.get_by_role("option", name="kite.svg").click()
    press(card(gallery, "Uploads, and files"), "Add up")
    says(gallery, f"{kite.stat().st_size:,} bytes are selected.")
    gallery.get_by_label("Measure").set_input_files(kite)
    says(gallery, f"kite.svg has {kite.stat().st_size:,} bytes.")
    gallery.get_by_label("Show", exact=True).select_option("Markdown")
    expect(gallery.get_by_role("heading", name="Lake")).to_be_visible()


def test_order(gallery: Page) -> None:
    show(gallery, "Order")
    handle = gallery.get_by_role("button", name="Move terms.pdf")
    handle.focus()
    expect(handle).to_have_accessible_description(re.compile("Press Space to pick it up"))
    gallery.keyboard.press("Space")
    gallery.keyboard.press("Home")
    gallery.keyboard.press("Space")
    says(gallery, "terms.pdf is number 1 now.")


def test_work(gallery: Page) -> None:
    show(gallery, "Work")
    press(gallery, "Count primes")
    rows = gallery.get_by_role("listitem")
    expect(rows.filter(has_text="None")).to_contain_text("There are no primes below 2.")
    expect(rows.filter(has_text="Few").get_by_role("link", name="Save")).to_be_visible()
    press(gallery.locator(".kit-job-card"), "Cancel")
    expect(gallery.locator(".kit-job-card")).to_contain_text(re.compile("1 failed, cancelled"))
    press(gallery, "Count below 100,000")
    expect(gallery.get_by_text("9,592 primes")).to_be_visible()
