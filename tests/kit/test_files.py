"""kit.Files in a real browser: what people see of a folder, and select with mouse and keyboard."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit
from tests.support.api import shows
from tests.support.file_tiles import chosen, names, selected, tile, tiles, wait_for

pytestmark = pytest.mark.browser

NAMES = ["a 1.txt", "a 2.txt", "a 10.txt", "b.jpg", "c.pdf"]

Live = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> jp.SessionFolder:
    folder = jp.SessionFolder(tmp_path / "holiday").made()
    for name in NAMES:
        (folder.folder / name).write_text(name)
    return folder


@shows("kit.Files")
def test_files_in_natural_order_with_sizes(live: Live, page: Page, folder: Any) -> None:
    live(kit.Files(folder))
    expect(tiles(page)).to_have_count(5)
    assert names(page) == NAMES
    expect(page.get_by_role("status")).to_have_text("5 files · 32 bytes")
    expect(tile(page, "a 10.txt")).to_have_accessible_name(re.compile("^a 10.txt, 8 bytes, "))
    image = tile(page, "c.pdf").locator("img")
    page.wait_for_function(
        "image => image.complete && image.naturalWidth > 0", arg=image.element_handle()
    )


def test_clicks_select_as_in_file_managers(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder)
    events: list[list[str]] = []
    files.on("selected", lambda: events.append(chosen(files)))
    live(files)
    tile(page, "a 2.txt").click()
    expect(page.get_by_role("status")).to_have_text("1 of 5 files selected · 7 bytes")
    tile(page, "b.jpg").click(modifiers=["Control"])
    wait_for(page, lambda: selected(page) == ["a 2.txt", "b.jpg"])
    tile(page, "c.pdf").click(modifiers=["Shift"])
    wait_for(page, lambda: selected(page) == ["b.jpg", "c.pdf"])
    tile(page, "c.pdf").click(modifiers=["Control"])
    expect(page.get_by_role("status")).to_contain_text("1 of 5 files selected")
    assert events == [["a 2.txt"], ["a 2.txt", "b.jpg"], ["b.jpg", "c.pdf"], ["b.jpg"]]
    page.locator(".kit-files-view").click(position={"x": 1100, "y": 100})
    wait_for(page, lambda: files.selection == [])


@pytest.mark.parametrize("width", [320, 500])
def test_files_stay_where_they_are_when_one_is_selected(
    live: Live, page: Page, folder: Any, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    live(kit.Files(folder))
    expect(tiles(page)).to_have_count(5)
    before = tile(page, "a 2.txt").bounding_box()
    tile(page, "a 2.txt").click()
    expect(page.get_by_role("button", name="Rename")).to_be_visible()
    assert tile(page, "a 2.txt").bounding_box() == before
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name="Sort by")).to_be_visible()


def test_keys_select_as_in_file_managers(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder, view="list")
    live(files)
    expect(tiles(page)).to_have_count(5)
    page.get_by_role("listbox").focus()
    for key, then in (
        ("ArrowDown", ["a 2.txt"]),
        ("Shift+ArrowDown", ["a 2.txt", "a 10.txt"]),
        ("End", ["c.pdf"]),
        ("Shift+Home", NAMES),
        ("Escape", []),
        ("b", ["b.jpg"]),
        ("ArrowUp", ["a 10.txt"]),
        ("Control+ArrowDown", ["a 10.txt"]),
        ("Control+Space", ["a 10.txt", "b.jpg"]),
        ("Control+a", NAMES),
    ):
        page.keyboard.press(key)
        wait_for(page, lambda then=then: chosen(files) == then)
        wait_for(page, lambda then=then: selected(page) == then)
    active = page.get_by_role("listbox").get_attribute("aria-activedescendant")
    expect(tile(page, "b.jpg")).to_have_id(str(active))


def test_arrows_go_through_the_rows_of_a_grid(live: Live, page: Page, folder: Any) -> None:
    page.set_viewport_size({"width": 330, "height": 900})  # two columns
    files = kit.Files(folder)
    live(files)
    tile(page, "a 1.txt").click()
    for key, then in (
        ("ArrowDown", "a 10.txt"),
        ("ArrowRight", "b.jpg"),
        ("ArrowDown", "c.pdf"),  # the last row is shorter
        ("ArrowUp", "a 10.txt"),
        ("ArrowLeft", "a 2.txt"),
        ("ArrowUp", "a 2.txt"),
    ):
        page.keyboard.press(key)
        wait_for(page, lambda then=then: chosen(files) == [then])


def test_right_to_left_the_next_file_is_on_the_left(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder)
    live(files, dir="rtl")
    first, second = tile(page, "a 1.txt").bounding_box(), tile(page, "a 2.txt").bounding_box()
    assert first is not None and second is not None and second["x"] < first["x"]
    tile(page, "a 1.txt").click()
    page.keyboard.press("ArrowLeft")
    wait_for(page, lambda: chosen(files) == ["a 2.txt"])
    page.mouse.move(first["x"] + 20, first["y"] + first["height"] + 15)
    page.mouse.down()
    page.mouse.move(second["x"] + 20, second["y"] + 100, steps=4)
    wait_for(page, lambda: selected(page) == ["a 1.txt", "a 2.txt"])
    page.mouse.up()


def test_a_list_that_scrolls_by_itself(live: Live, page: Page, folder: Any) -> None:
    for number in range(300):
        (folder.folder / f"more {number}.txt").touch()
    live(jp.Div(classes="h-64 overflow-auto").add(kit.Files(folder, view="list")))
    tile(page, "a 1.txt").click()
    page.keyboard.press("End")
    expect(tile(page, "more 299.txt")).to_be_in_viewport()
    assert tiles(page).count() < 40
    assert page.evaluate("scrollY") == 0


def test_letters_go_to_the_next_name_that_begins_with_them(
    live: Live, page: Page, folder: Any
) -> None:
    files = kit.Files(folder)
    live(files)
    tile(page, "a 1.txt").click()
    page.keyboard.type("a 10")
    wait_for(page, lambda: chosen(files) == ["a 10.txt"])


def test_a_rubber_band_selects_what_it_touches(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder)
    live(files)
    first, last = tile(page, "a 1.txt").bounding_box(), tile(page, "a 10.txt").bounding_box()
    assert first is not None and last is not None
    page.mouse.move(first["x"] + 20, first["y"] + first["height"] + 15)
    page.mouse.down()
    page.mouse.move(last["x"] + 20, last["y"] + 100, steps=4)
    wait_for(page, lambda: selected(page) == ["a 1.txt", "a 2.txt", "a 10.txt"])
    page.mouse.up()
    wait_for(page, lambda: chosen(files) == ["a 1.txt", "a 2.txt", "a 10.txt"])
    expect(page.locator(".kit-files-band")).to_have_count(0)


def test_a_program_selects_and_all_browsers_show_it(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder)
    shown = live(files)
    other = page.context.new_page()
    other.goto(page.url)
    expect(tiles(other)).to_have_count(5)
    shown.do(lambda: setattr(files, "selection", files.files[1:3]) or True)
    expect(tile(other, "a 2.txt")).to_have_attribute("aria-selected", "true")
    tile(other, "c.pdf").click()
    expect(tile(page, "c.pdf")).to_have_attribute("aria-selected", "true")
    wait_for(page, lambda: selected(page) == ["c.pdf"])


def test_enter_double_click_and_the_button_open(live: Live, page: Page, folder: Any) -> None:
    opened: list[tuple[str, str]] = []
    files = kit.Files(folder, on_open=lambda msg: opened.append((msg.file.name, msg.how)))
    live(files)
    tile(page, "a 2.txt").dblclick()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    wait_for(page, lambda: len(opened) == 2)
    page.get_by_role("button", name="Open").click()
    how = [("a 2.txt", "double click"), ("a 10.txt", "enter"), ("a 10.txt", "command")]
    wait_for(page, lambda: opened == how)
    page.get_by_role("listbox").press("Space")  # looks, whatever opens
    expect(page.get_by_role("dialog", name="a 10.txt")).to_be_visible()


def test_files_are_previewed_one_after_the_other(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder)
    live(files)
    tile(page, "a 2.txt").click()
    page.keyboard.press("Space")
    preview = page.get_by_role("dialog", name="a 2.txt")
    # In the heading, and as the content of the file.
    expect(preview.get_by_text("a 2.txt", exact=True).filter(visible=True)).to_have_count(2)
    page.get_by_role("button", name="Next file").click()
    expect(page.get_by_role("dialog", name="a 10.txt")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("dialog", name="b.jpg")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("dialog", name="a 10.txt")).to_be_visible()
    wait_for(page, lambda: selected(page) == ["a 10.txt"])
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("listbox")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="c.pdf")).to_be_visible()
    expect(page.get_by_role("button", name="Next file")).to_be_disabled()


def test_sorted_by_what_people_choose(live: Live, page: Page, folder: Any) -> None:
    (folder.folder / "b.jpg").write_bytes(bytes(500))
    os.utime(folder.folder / "a 10.txt", (1, 1))
    files = kit.Files(folder, sort="modified")
    live(files)
    expect(tiles(page).first).to_have_attribute("title", "a 10.txt")
    page.get_by_label("Sort by").select_option("Largest first")
    expect(tiles(page).first).to_have_attribute("title", "b.jpg")
    assert files.sort == "-size"
    page.get_by_role("button", name="View").click()
    page.get_by_role("menuitemcheckbox", name="List").click()
    expect(page.locator(".kit-files-view")).to_have_attribute("data-layout", "list")
    assert files.view == "list"


def test_nothing_to_show_is_said(live: Live, page: Page, tmp_path: Path, folder: Any) -> None:
    files = kit.Files(tmp_path / "nothing", empty="Drop photos here.")
    shown = live(files)
    expect(page.get_by_text("Drop photos here.")).to_be_visible()
    shown.do(lambda: setattr(files, "source", folder) or True)
    expect(tiles(page)).to_have_count(5)
    expect(page.get_by_text("Drop photos here.")).to_have_count(0)
    shown.do(lambda: setattr(files, "filter", "A 1") or True)
    expect(tiles(page)).to_have_count(2)
    shown.do(lambda: setattr(files, "filter", "zzz") or True)
    expect(page.get_by_text("No file has “zzz” in its name.")).to_be_visible()


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"source": 5}, TypeError),
        ({"source": [5]}, TypeError),
        ({"view": "tree"}, ValueError),
        ({"sort": "colour"}, ValueError),
    ],
)
def test_what_is_wrong_in_a_program_is_said(wrong: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match="Files"):
        kit.Files(**{"source": [], **wrong})
