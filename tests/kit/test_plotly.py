"""kit.Plotly: figures of Plotly are drawn under the page's policy, clicked and saved."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit, testing
from tests.conftest import Live
from tests.support.api import shows
from tests.support.native import until

Show = Callable[..., Live]

browser = pytest.mark.browser


def bars(*values: float) -> Any:
    return go.Figure(go.Bar(x=["Mon", "Tue"], y=list(values), name="Sold"))


@browser
@shows("kit.Plotly", "Plotly.figure", "Plotly(clicked)")
def test_a_figure_is_drawn_and_clicked(live: Show) -> None:
    points: list[kit.Point] = []
    part = kit.Plotly(bars(3, 5), clicked=lambda msg: points.append(msg.point))
    shown = live(part)
    page = shown.page
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.reload()
    bar = page.locator(".kit-plotly .point")
    expect(bar).to_have_count(2)
    assert [text for text in said if "Security Policy" in text or "CSP" in text] == []
    box = bar.nth(1).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(box["x"] + box["width"] / 2 + 3, box["y"] + box["height"] / 2)
    expect(page.locator(".hoverlayer .hovertext")).to_be_visible()
    page.mouse.down()
    page.mouse.up()
    until(lambda: points == [kit.Point(0, 1, "Tue", ["Tue", 5], "Sold")], "Python hears of it")
    shown.do(lambda: setattr(part, "figure", go.Figure(go.Pie(labels=["a"], values=[1]))))
    expect(page.locator(".kit-plotly .slice")).to_have_count(1)


@browser
def test_it_follows_the_theme_and_its_size(live: Show) -> None:
    part = kit.Plotly(bars(3, 5))
    shown = live(part)
    page = shown.page
    words = page.locator(".kit-plotly .xtick text").first
    expect(words).to_be_visible()
    light = color(words)
    page.emulate_media(color_scheme="dark")
    until(lambda: color(words) != light, "its words are light")
    shown.do(lambda: part.set_classes("w-96 h-64"))
    expect(page.locator(".kit-plotly .main-svg").first).to_have_css("width", "384px")


def color(words: Any) -> str:
    with contextlib.suppress(Exception):  # it is being drawn again
        return str(words.evaluate("(text) => getComputedStyle(text).fill"))
    return ""


@browser
@pytest.mark.parametrize("form", ["PNG", "SVG"])
def test_it_is_saved(live: Show, page: Page, form: str) -> None:
    live(kit.Plotly(bars(3, 5), file_name="week"))
    expect(page.locator(".kit-plotly .point")).to_have_count(2)
    page.locator(".kit-plotly").hover()
    page.get_by_role("button", name="Save as a picture").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=form).click()
    assert download.value.suggested_filename == f"week.{form.lower()}"
    content = download.value.path().read_bytes()
    assert content.startswith(b"\x89PNG" if form == "PNG" else b"<svg")


@pytest.mark.parametrize(
    ("event", "detail"),
    [
        ("point_clicked", {"series": 9, "index": 0, "name": "x"}),
        ("point_clicked", {"series": 0, "index": 9, "name": "x"}),
        ("point_clicked", {"series": 0, "index": -1, "name": "x"}),
        ("points_selected", {"points": [[0, 9, "x"], [None], "x"]}),
        ("clicked", {}),
    ],
)
def test_pages_that_lie_mean_nothing(event: str, detail: Any) -> None:
    seen: list[Any] = []
    part = kit.Plotly(
        bars(3, 5),
        aria_label="Plot",
        clicked=lambda msg: seen.append(msg.point),
        selected=lambda msg: seen.extend(msg.points),
    )
    with testing.serve(lambda: jp.WebPage().add(part)) as user:
        with contextlib.suppress(testing.HandlerFailed):
            user.open().find("Plot").send(event, detail)
        assert seen == []


@shows("Plotly(selected)")
def test_points_have_values_of_the_figure() -> None:
    seen: list[Any] = []
    figure = {"data": [{"type": "histogram", "x": [1, 1, 2]}, {"x": [7, 8], "y": [1, 2]}]}
    part = kit.Plotly(figure, aria_label="Plot", selected=lambda msg: seen.extend(msg.points))
    with testing.serve(lambda: jp.WebPage().add(part)) as user:
        user.open().find("Plot").send("points_selected", {"points": [[0, 0, "1"], [1, 1, "8"]]})
    assert seen == [kit.Point(0, 0, "1", None, ""), kit.Point(1, 1, "8", [8, 2], "")]


def test_only_figures_are_shown() -> None:
    with pytest.raises(TypeError, match="figure of Plotly"):
        kit.Plotly("figure")
