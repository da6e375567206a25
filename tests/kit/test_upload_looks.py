"""How kit.Upload looks: empty, while files are dragged, low, small, and to axe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit, testing
from tests.conftest import Live
from tests.support.api import shows
from tests.support.axe import faults, look_for_faults
from tests.support.dragging import drag

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


def keep() -> None:
    """Files are not looked at here."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("content")
    return path


def test_it_shows_where_files_would_go(live: Show, path: Path) -> None:
    page = live(kit.Upload(keep), kit.Upload(keep, compact=True)).page
    area, button = page.locator(".kit-upload-area"), page.locator(".kit-upload-button")
    calm = area.evaluate("area => getComputedStyle(area).borderColor")
    drag(page, "dragEnter", "#live-do", path)
    drag(page, "dragOver", "#live-do", path)
    expect(area).not_to_have_css("border-color", calm)  # here it could be dropped
    expect(area).to_have_css("border-style", "dashed")
    drag(page, "dragOver", ".kit-upload-area", path)
    expect(area).to_have_css("border-style", "solid")
    drag(page, "dragOver", ".kit-upload-button", path)
    expect(area).to_have_css("border-style", "dashed")
    expect(button).to_have_css("border-color", "rgb(37, 99, 235)")  # the accent
    drag(page, "drop", ".kit-upload-button", path)
    expect(area).to_have_css("border-color", calm)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, scheme: Literal["light", "dark"], path: Path) -> None:
    def show() -> jp.WebPage:
        shown = jp.WebPage(title="Files", body_classes="kit-page")
        with jp.Main(a=shown):
            jp.H1(text="Files")
            kit.Upload(keep, accept="image/*", max_size="20 MB")
            kit.Upload(keep, text="Photos", filled=True, folders=True)
            kit.Upload(keep, compact=True, text="Add files", accept=".pdf")
            kit.Upload(keep, disabled=True, text="Not now")
        return shown

    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    look_for_faults(page)
    with testing.serve(show) as user:
        page.goto(user.url)
        page.set_input_files(".kit-upload-input >> nth=0", path)
        expect(page.get_by_role("region", name="Upload")).to_contain_text("is not accepted here")
        assert faults(page) == []


@shows("Upload.filled")
def test_it_becomes_low_when_the_page_has_files(live: Show) -> None:
    upload = kit.Upload(keep, accept="image/*")
    shown = live(upload)
    area = shown.page.locator(".kit-upload-area")
    height = area.evaluate("area => area.offsetHeight")
    shown.do(lambda: setattr(upload, "filled", True))
    assert area.evaluate("area => area.offsetHeight") < height / 2
    shown.do(lambda: setattr(upload, "filled", False))
    assert area.evaluate("area => area.offsetHeight") == height


def test_it_fits_into_280_pixels(page: Page, live: Show) -> None:
    page.set_viewport_size({"width": 280, "height": 700})
    rules: dict[str, Any] = {"accept": ".png,.jpg,.webp", "max_size": "2 GB", "folders": True}
    live(*(kit.Upload(keep, **rules, **more) for more in ({}, {"filled": True}, {"compact": True})))
    assert page.evaluate("document.documentElement.scrollWidth") <= 280
