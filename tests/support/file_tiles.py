"""Finding the tiles of a kit.Files in a browser."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from core import kit


def tiles(page: Page) -> Locator:
    """The elements of files that are in the page."""
    return page.get_by_role("listbox").get_by_role("option")


def tile(page: Page, name: str) -> Locator:
    """The element of one file."""
    return tiles(page).and_(page.get_by_title(name, exact=True))


def names(page: Page) -> list[str]:
    """The names of the tiles that a page has, in order, once all have one."""
    expect(tiles(page).and_(page.locator(":not([title])"))).to_have_count(0)
    return list(tiles(page).evaluate_all("tiles => tiles.map(({ title }) => title)"))


def selected(page: Page) -> list[str]:
    """The names of those that look selected."""
    found = page.get_by_role("option", selected=True).and_(tiles(page))
    return list(found.evaluate_all("tiles => tiles.map(({ title }) => title)"))


def chosen(files: kit.Files) -> list[str]:
    """What the program knows to be selected."""
    return [file.name for file in files.selection]


def open_menu(page: Page, name: str) -> Locator:
    """The menu of a file, opened by the right mouse button as soon as its script is loaded."""
    menu = page.get_by_role("menu", name="Files")

    def is_open() -> bool:
        if not menu.is_visible():
            tile(page, name).click(button="right")
        return menu.is_visible()

    wait_for(page, is_open)
    return menu


def wait_for(page: Page, condition: Callable[[], bool]) -> None:
    """Wait until something holds in the program."""
    for _ in range(200):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError("It did not happen.")


def choose(page: Page, name: str, command: str) -> None:
    """Choose a command for a file from its menu, by keyboard."""
    tile(page, name).click()
    page.keyboard.press("Shift+F10")
    expect(page.get_by_role("menu", name="Files")).to_be_visible()
    page.get_by_role("menu").get_by_role("menuitem", name=command, exact=True).press("Enter")
