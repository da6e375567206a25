"""The sections and examples of examples/gallery.py in a browser."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.served import ROOT

PROGRAM = ROOT / "examples" / "gallery.py"


def show(page: Page, section: str) -> None:
    page.get_by_role("navigation").get_by_role("button", name=section).click()
    expect(page.locator("h1")).to_have_text(section)
    expect(page.locator("summary:visible", has_text="Code")).not_to_have_count(0)


def card(page: Page, heading: str) -> Locator:
    """The example with this heading."""
    return page.locator(".kit-card:visible").filter(
        has=page.get_by_role("heading", level=2, name=heading, exact=True)
    )


def press(part: Locator | Page, *names: str) -> None:
    for name in names:
        part.get_by_role("button", name=name, exact=True).click()


def says(part: Locator | Page, text: str) -> None:
    """A paragraph says it; the code below may say it, too."""
    expect(part.locator("p:visible", has_text=text)).to_have_count(1)
