"""kit.Files with folders in a real browser, by keyboard and by mouse."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from core import kit
from tests.support.file_tiles import names, selected, tile, tiles, wait_for

pytestmark = pytest.mark.browser

Live = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "shown"
    for name in ("a.txt", "b.txt", "holiday/sea.txt", "work/notes.md"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(name)
    return top


DROPPING = re.compile(r"\bsatchel-dropping\b")


def drag(page: Page, source: Locator, target: Locator) -> None:
    """Drag one element onto another, which shows that it would take it."""
    source.hover()
    page.mouse.down()
    target.hover()
    target.hover()  # Chromium needs two moves to begin a drag, and one over the target
    expect(target).to_have_class(DROPPING)
    page.mouse.up()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_the_keyboard_does_all_with_folders(live: Live, page: Page, folder: Path) -> None:
    live(kit.Files(folder, folders=True))
    expect(tiles(page)).to_have_count(4)
    listbox = page.get_by_role("listbox")
    listbox.focus()
    expect(tile(page, "holiday")).to_have_accessible_name(re.compile("^holiday, folder, "))
    press(page, "Home", "Enter")
    expect(tile(page, "sea.txt")).to_be_visible()
    expect(listbox).to_be_focused()
    path = page.get_by_role("navigation", name="Open folder")
    expect(path.locator("[aria-current=page]")).to_have_text("holiday")

    press(page, "Control+Shift+N")
    expect(page.get_by_role("textbox", name="New name of New folder")).to_be_focused()
    page.keyboard.type("Sand")
    press(page, "Enter")
    expect(tile(page, "Sand")).to_be_visible()
    press(page, "End", "Control+x")
    expect(page.locator("[data-cut]")).to_have_attribute("title", "sea.txt")
    press(page, "Home", "Enter")
    expect(page.get_by_text("This folder is empty.")).to_be_visible()
    press(page, "Control+v")  # nothing has the focus, but there is one list only
    expect(tile(page, "sea.txt")).to_be_visible()
    assert (folder / "holiday" / "Sand" / "sea.txt").is_file()

    press(page, "Backspace")
    expect(path.locator("[aria-current=page]")).to_have_text("holiday")
    expect(tile(page, "Sand")).to_have_attribute("aria-selected", "true")
    press(page, "Alt+ArrowUp")
    expect(tile(page, "holiday")).to_have_attribute("aria-selected", "true")
    press(page, "Control+z")
    expect(page.get_by_text("Moved “sea.txt” to “Sand”.")).to_have_count(0)
    wait_for(page, lambda: (folder / "holiday" / "sea.txt").is_file())
    press(page, "?")
    expect(page.get_by_text("Backspace, Alt + ↑")).to_be_visible()


def test_files_are_dragged_onto_folders_and_onto_the_line_above(
    live: Live, page: Page, folder: Path
) -> None:
    live(kit.Files(folder, folders=True, view="list"))
    expect(tiles(page)).to_have_count(4)
    tile(page, "a.txt").click()
    tile(page, "b.txt").click(modifiers=["Control"])
    drag(page, tile(page, "b.txt"), tile(page, "work"))
    expect(page.get_by_text("Moved 2 items to “work”.")).to_be_visible()
    assert names(page) == ["holiday", "work"]
    tile(page, "work").dblclick()
    expect(tile(page, "notes.md")).to_be_visible()
    drag(page, tile(page, "notes.md"), page.get_by_role("button", name="Files", exact=True))
    expect(page.get_by_text("Moved “notes.md” to the top folder.")).to_be_visible()
    assert (folder / "notes.md").is_file()
    page.get_by_role("button", name="Files", exact=True).click()
    expect(tile(page, "work")).to_have_attribute("aria-selected", "true")
    assert names(page) == ["holiday", "work", "notes.md"]
    assert selected(page) == ["work"]
    # A file is no place for others.
    tile(page, "notes.md").hover()
    page.mouse.down()
    tile(page, "holiday").hover()
    tile(page, "holiday").hover()
    expect(page.locator(".satchel-dropping")).to_have_count(1)
    tile(page, "notes.md").hover()
    expect(page.locator(".satchel-dropping")).to_have_count(0)
    page.mouse.up()
