"""Pages have the desktop's accent colour."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from desktop.system.programs.accent import Colour
from tests.support.accent_portal import AccentPortal
from tests.support.display import Display
from tests.support.native import NativeApp, until
from tests.support.served import ROOT

PROGRAM = ROOT / "tests" / "support" / "window_program.py"
ACCENT = "getComputedStyle(document.documentElement).getPropertyValue('--satchel-accent').trim()"
PURPLE, YELLOW, NONE = (0.5, 0.0, 0.5), (1.0, 0.9, 0.0), (-1.0, -1.0, -1.0)


@pytest.mark.native
def test_a_page_has_it_also_when_it_changes(
    playwright: Playwright, display: Display, tmp_path: Path
) -> None:
    portal = AccentPortal(tmp_path, PURPLE)
    surroundings = {"DBUS_SESSION_BUS_ADDRESS": portal.address}
    app = NativeApp(
        playwright,
        [str(PROGRAM)],
        tmp_path / "data",
        display=display.name,
        environment=surroundings,
    )
    try:
        page = app.page()
        until(lambda: page.evaluate(ACCENT) == "#800080", "the page has it")
        page.reload()
        until(lambda: page.evaluate(ACCENT) == "#800080", "the next page has it")
        portal.set(NONE)
        until(lambda: page.evaluate(ACCENT) == "#2563eb", "the page has our own")
        portal.set(YELLOW)
        until(lambda: page.evaluate(ACCENT) not in ("#2563eb", "#800080"), "it is another one")
        assert page.evaluate(ACCENT) != "#ffe600"  # which nobody could read on white
    finally:
        app.kill()
        portal.close()


@pytest.mark.parametrize("colour", [PURPLE, YELLOW, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)])
def test_its_shades_can_be_read(colour: Colour) -> None:
    from desktop.windows.qt.web_view import accent

    light = accent.shade(colour, accent.WHITE, accent.BLACK)
    dark = accent.shade(colour, accent.DARK_SURFACE, accent.WHITE)
    assert accent.contrast(light, (1.0, 1.0, 1.0)) >= 4.5
    assert accent.contrast(dark, accent.DARK_SURFACE) >= 4.5
    assert accent.contrast(dark, (0x0B / 255, 0x12 / 255, 0x20 / 255)) >= 4.5
