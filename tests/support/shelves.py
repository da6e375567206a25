"""The list of shelves of the default app in a browser."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from core.files.names import is_transient
from tests.support.served import Served


def entry(page: Page, name: str) -> Locator:
    """The entry of a shelf in the list."""
    return page.get_by_role("navigation").get_by_role("link", name=name)


def do_with_shelf(page: Page, command: str) -> None:
    """Choose a command for the shelf that is shown."""
    page.get_by_role("button", name="This shelf").click()
    page.get_by_role("menu", name="This shelf").get_by_text(command, exact=True).click()


def make(page: Page, name: str) -> None:
    """Make a shelf, which is shown then."""
    do_with_shelf(page, "New shelf…")
    page.get_by_role("textbox", name="Name").fill(name)
    page.keyboard.press("Enter")
    expect(page).to_have_title(name)


def folders(served: Served) -> dict[str, list[str]]:
    """The named folders of the only session, with the files in them."""
    (session,) = (served.data / "shelves").iterdir()
    names = {path.name: [each.name for each in path.iterdir()] for path in session.iterdir()}
    return {path: sorted(n for n in names[path] if not is_transient(n)) for path in names}
