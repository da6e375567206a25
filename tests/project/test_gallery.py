"""examples/gallery.py: every part of the kit is in it, and axe finds nothing."""

from __future__ import annotations

import importlib.util
import re
import sys
from types import ModuleType

import pytest
from playwright.sync_api import Page, expect

import core.serving
from core import kit
from core.serving import App
from core.testing import serve
from tests.support.axe import faults
from tests.support.gallery_sections import PROGRAM, card, press, show

NAMELESS = ".kit-sortable-handle:not([aria-label])"
LOADING = ".kit-table:not(:has([role=gridcell])), .kit-chart:not(:has(canvas, .point))"
"""Tables and charts whose scripts have not drawn them yet."""

browser = pytest.mark.browser


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The program as a module, which serves nothing."""
    monkeypatch.setattr(core.serving.app, "program", App().program)
    spec = importlib.util.spec_from_file_location("gallery", PROGRAM)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "gallery", module)
    with core.serving.launched_by(lambda app: None):
        spec.loader.exec_module(module)
    return module


def test_no_part_of_the_kit_is_forgotten(module: ModuleType) -> None:
    code = "\n".join(each.code for each in module.EXAMPLES)
    parts = set(kit.__all__) - {"read_number"}  # which shows nothing
    assert [name for name in parts if not re.search(rf"\bkit\.{name}\b", code)] == []


def test_a_library_that_is_not_installed_is_named(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with serve(module.home) as user:
        page = user.open("/")
        page.find("Charts", role="button").click()
        page.find("matplotlib is not installed")
        page.find("plotly is not installed")


@browser
def test_axe_finds_nothing_in_any_section(gallery: Page) -> None:
    sections = gallery.locator(".kit-shell-entry").all_text_contents()[1:]
    assert len(sections) > 10
    for section in sections:
        gallery.emulate_media(color_scheme="light")
        press(gallery, f"Show {section}")
        expect(gallery.locator("h1")).to_have_text(section)
        gallery.locator("summary:visible", has_text="Code").first.click()
        expect(gallery.locator(".kit-code-text:visible")).to_have_count(1 + (section == "Words"))
        expect(gallery.locator(LOADING)).to_have_count(0)
        expect(gallery.locator(NAMELESS)).to_have_count(0)  # until their script has come
        assert faults(gallery) == [], section
        gallery.emulate_media(color_scheme="dark")
        assert faults(gallery, "color-contrast") == [], section
        gallery.reload()  # each section alone: axe looks at hidden ones, too


@browser
def test_pages_are_no_wider_than_a_narrow_window(gallery: Page) -> None:
    gallery.set_viewport_size({"width": 400, "height": 800})
    for section in gallery.locator(".kit-shell-entry").all_text_contents():
        press(gallery, "Navigation")
        show(gallery, section) if section != "Overview" else press(gallery, "Overview")
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert gallery.evaluate(wider) == 0, section


@browser
def test_code_is_that_of_the_program(gallery: Page) -> None:
    show(gallery, "Settings")
    example = card(gallery, "Settings")
    example.locator("summary").click()
    code = example.locator(".kit-code")
    expect(code).to_contain_text("@dataclass\nclass Shrinking:")
    expect(code).to_contain_text("kit.Settings(Shrinking, changed=changed, a=page)")
