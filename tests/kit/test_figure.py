"""kit.Figure: figures of Matplotlib are shown, drawn again and saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib import figure as matplotlib_figure
from playwright.sync_api import expect

import core as jp
from core import kit, testing
from tests.conftest import Live
from tests.support.api import shows
from tests.support.native import until

Show = Callable[..., Live]

browser = pytest.mark.browser


def line(title: str = "", color: str = "white") -> Any:
    made = matplotlib_figure.Figure(figsize=(4, 3), facecolor=color)
    axes = made.subplots()
    axes.plot([1, 3, 2])
    axes.set_title(title)
    return made


@browser
@shows("kit.Figure", "Figure.figure")
@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_figure_is_shown_and_drawn_again(live: Show, form: str) -> None:
    part = kit.Figure(line(), format=form, aria_label="Growth")
    shown = live(part)
    image = shown.page.get_by_role("img", name="Growth")
    until(lambda: image.evaluate("(image) => image.naturalWidth") > 0, "it is loaded")
    old = image.get_attribute("src")
    shown.do(lambda: setattr(part, "figure", line("More")))
    assert image.get_attribute("src") != old
    until(lambda: image.evaluate("(image) => image.naturalWidth") > 0, "it is loaded")


@browser
def test_it_follows_dark_mode_unless_it_has_a_background(live: Show) -> None:
    page = live(kit.Figure(line()), kit.Figure(line(color="navy"))).page
    page.emulate_media(color_scheme="dark")
    plain, navy = page.locator(".kit-figure-image").all()
    expect(plain).to_have_css("filter", "invert(0.92) hue-rotate(180deg)")
    expect(navy).to_have_css("filter", "none")


@browser
@pytest.mark.parametrize("form", ["PNG", "SVG"])
def test_it_is_saved(live: Show, form: str) -> None:
    page = live(kit.Figure(line(), file_name="growth")).page
    page.locator(".kit-figure-image").hover()
    page.get_by_role("button", name="Save as a picture").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=form).click()
    assert download.value.suggested_filename == f"growth.{form.lower()}"
    content = download.value.path().read_bytes()
    assert content.startswith(b"\x89PNG" if form == "PNG" else b"<?xml")


@browser
def test_what_cannot_be_drawn_ends_in_words(live: Show) -> None:
    part = kit.Figure(line())
    shown = live(part)
    shown.do(lambda: setattr(part, "figure", line(r"$\nonsense$")))
    expect(shown.page.get_by_role("alert")).to_contain_text("This figure cannot be drawn.")
    shown.do(lambda: setattr(part, "figure", line()))
    expect(shown.page.get_by_role("alert")).to_have_count(0)
    expect(shown.page.locator(".kit-figure-image")).to_be_visible()


def test_only_figures_are_shown() -> None:
    with pytest.raises(TypeError, match="figure of Matplotlib"):
        kit.Figure("figure")
    with pytest.raises(ValueError, match="svg or png"):
        kit.Figure(format="gif")
    part = kit.Figure(line(), aria_label="Figure")
    with testing.serve(lambda: jp.WebPage().add(part)) as user:
        user.open().find("Figure", role="group").send("picture", {"format": "exe", "data": ""})
