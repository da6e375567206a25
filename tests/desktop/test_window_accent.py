"""Pages have the desktop's accent colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from desktop.system.programs.accent import Colour
from tests.support.accent_portal import AccentPortal
from tests.support.display import Display
from tests.support.native import NativeApp, until

PLAIN = """
import core as jp
jp.justpy(lambda: jp.WebPage())
"""
SHELF = "from desktop import shelf\nshelf.start()\n"
OWN = """
import core as jp
from core import kit

def home():
    page = kit.Page("Own")
    page.css = ":root { --satchel-accent: #123456; }"
    return page

jp.justpy(home)
"""
ACCENT = "getComputedStyle(document.documentElement).getPropertyValue('--satchel-accent').trim()"
PURPLE, YELLOW, NONE = (0.5, 0.0, 0.5), (1.0, 0.9, 0.0), (-1.0, -1.0, -1.0)


Start = Callable[[str], Page]


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[AccentPortal]:
    portal = AccentPortal(tmp_path, PURPLE)
    yield portal
    portal.close()


@pytest.fixture
def start(
    playwright: Playwright, display: Display, tmp_path: Path, portal: AccentPortal
) -> Iterator[Start]:
    running: list[NativeApp] = []

    def start(source: str) -> Page:
        program = tmp_path / "program.py"
        program.write_text(source)
        bus = {"DBUS_SESSION_BUS_ADDRESS": portal.address}
        app = NativeApp(
            playwright, [str(program)], tmp_path / "data", display=display.name, environment=bus
        )
        running.append(app)
        return app.page()

    yield start
    for app in running:
        app.kill()


@pytest.mark.native
@pytest.mark.parametrize("source", [PLAIN, SHELF], ids=["plain", "shelf"])
def test_a_page_has_it_also_when_it_changes(
    start: Start, portal: AccentPortal, source: str
) -> None:
    page = start(source)
    until(lambda: page.evaluate(ACCENT) == "#800080", "the page has it")
    page.reload()
    until(lambda: page.evaluate(ACCENT) == "#800080", "the next page has it")
    portal.set(NONE)
    until(lambda: page.evaluate(ACCENT) == "#2563eb", "the page has our own")
    portal.set(YELLOW)
    until(lambda: page.evaluate(ACCENT) not in ("#2563eb", "#800080"), "it is another one")
    assert page.evaluate(ACCENT) != "#ffe600"  # which nobody could read on white


@pytest.mark.native
def test_that_of_a_program_wins(start: Start) -> None:
    page = start(OWN)
    until(lambda: page.evaluate("document.adoptedStyleSheets.length") == 1, "the page has it")
    assert page.evaluate(ACCENT) == "#123456"


@pytest.mark.parametrize("colour", [PURPLE, YELLOW, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)])
def test_its_shades_can_be_read(colour: Colour) -> None:
    from desktop.windows.qt.web_view import accent

    light = accent.shade(colour, accent.WHITE, accent.BLACK)
    dark = accent.shade(colour, accent.DARK_SURFACE, accent.WHITE)
    assert accent.contrast(light, (1.0, 1.0, 1.0)) >= 4.5
    assert accent.contrast(dark, accent.DARK_SURFACE) >= 4.5
    assert accent.contrast(dark, (0x0B / 255, 0x12 / 255, 0x20 / 255)) >= 4.5
