"""kit.Chart: drawn, clicked, selected, saved; what cannot be drawn ends in words."""

from __future__ import annotations

import contextlib
import datetime
import logging
from collections.abc import Callable
from typing import Any

import numpy
import pandas
import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit, testing
from tests.conftest import Live
from tests.support.api import shows
from tests.support.native import until

Show = Callable[..., Live]

browser = pytest.mark.browser

BARS: dict[str, Any] = {
    "xAxis": {"data": ["Mon", "Tue"]},
    "yAxis": {},
    "series": [{"name": "Sold", "type": "bar", "barWidth": "80%", "data": [3, 5]}],
    "animation": False,
}


def bars(*values: float) -> dict[str, Any]:
    return {**BARS, "series": [{**BARS["series"][0], "data": list(values)}]}


def pixel(page: Page, x: float, y: float) -> list[int]:
    """The colour of the canvas; x and y are parts of its size."""
    script = """([x, y]) => { const canvas = document.querySelector('.kit-chart canvas');
        const at = [x * canvas.width, y * canvas.height];
        return [...canvas.getContext('2d').getImageData(...at, 1, 1).data]; }"""
    found: list[int] = page.evaluate(script, [x, y])
    return found


def drawn(page: Page) -> None:
    expect(page.locator(".kit-chart canvas")).to_be_visible()
    until(lambda: pixel(page, 0.3, 0.75)[3] > 0, "the first bar is drawn")


@browser
@shows("kit.Chart", "Chart.option", "Chart(clicked)", "kit.Point")
def test_bars_are_drawn_and_clicked(live: Show) -> None:
    points: list[kit.Point] = []
    chart = kit.Chart(bars(3, 5), clicked=lambda msg: points.append(msg.point), aria_label="Week")
    shown = live(chart)
    page = shown.page
    drawn(page)
    picture = page.locator(".kit-chart-drawing")
    box = picture.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 0.7 * box["width"], box["y"] + 0.7 * box["height"])
    until(lambda: points == [kit.Point(0, 1, "Tue", 5, "Sold")], "Python hears of it")
    shown.do(lambda: setattr(chart, "option", bars(3, 0)))
    until(lambda: pixel(page, 0.7, 0.7)[3] == 0, "the second bar is gone")
    assert pixel(page, 0.3, 0.75)[3] > 0


@browser
def test_keys_go_from_point_to_point(live: Show) -> None:
    points: list[kit.Point] = []
    page = live(kit.Chart(bars(3, 5), clicked=lambda msg: points.append(msg.point))).page
    drawn(page)
    page.locator(".kit-chart-drawing").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status")).to_have_text("Sold, Tue 5")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("status")).to_have_text("Sold, Mon 3")
    page.keyboard.press("Enter")
    until(lambda: points == [kit.Point(0, 0, "Mon", 3, "Sold")], "Python hears of it")


@browser
@shows("Chart(selected)")
def test_points_are_selected(live: Show) -> None:
    chosen: list[list[Any]] = []
    option = bars(3, 5)
    option["series"][0]["selectedMode"] = "multiple"
    chart = kit.Chart(option, selected=lambda msg: chosen.append([p.value for p in msg.points]))
    page = live(chart).page
    drawn(page)
    box = page.locator(".kit-chart-drawing").bounding_box()
    assert box is not None
    for x in (0.3, 0.7):
        page.mouse.click(box["x"] + x * box["width"], box["y"] + 0.75 * box["height"])
        until(lambda x=x: bool(chosen) and len(chosen[-1]) == (1 if x < 0.5 else 2), "selected")
    assert chosen[-1] == [3, 5]


@browser
def test_it_follows_the_theme_its_size_and_moves(live: Show) -> None:
    chart = kit.Chart(bars(3, 5))
    shown = live(chart)
    page = shown.page
    drawn(page)
    light = pixel(page, 0.3, 0.75)
    page.emulate_media(color_scheme="dark")
    until(lambda: pixel(page, 0.3, 0.75) not in (light, [0] * 4), "the bars have dark colours")
    page.emulate_media(color_scheme="light")
    until(lambda: pixel(page, 0.3, 0.75) == light, "the bars have light colours")
    canvas = page.locator(".kit-chart canvas")
    page.evaluate("() => { document.querySelector('.kit-chart canvas').mark = true; }")
    page.set_viewport_size({"width": 500, "height": 600})
    chart_box = page.locator(".kit-chart")
    until(lambda: width(canvas) == width(chart_box), "it is as wide as its place")
    shown.do(lambda: chart.set_classes("w-64 h-40"))
    until(lambda: width(canvas) == width(chart_box) == 256, "it is as wide as its class")
    other = jp.Div()
    shown.do(lambda: shown.stage.add(other))
    shown.do(lambda: (shown.stage.remove_component(chart), other.add(chart)))
    assert canvas.evaluate("(canvas) => canvas.mark")
    shown.do(lambda: setattr(chart, "option", bars(5, 5)))
    until(lambda: pixel(page, 0.35, 0.5)[3] > 0, "the first bar is higher now")


def width(locator: Any) -> float:
    return float(locator.evaluate("(element) => element.clientWidth"))


@browser
def test_what_people_switched_off_stays_so(live: Show) -> None:
    option = {**bars(3, 5), "legend": {"bottom": 0}}
    chart = kit.Chart(option)
    shown = live(chart)
    page = shown.page
    drawn(page)
    box = page.locator(".kit-chart-drawing").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 12)
    until(lambda: pixel(page, 0.3, 0.75)[3] == 0, "the bars are gone")
    shown.do(lambda: setattr(chart, "option", {**bars(4, 4), "legend": {"bottom": 0}}))
    assert pixel(page, 0.3, 0.75)[3] == 0


@browser
@pytest.mark.parametrize("form", ["PNG", "SVG"])
@pytest.mark.parametrize("renderer", ["canvas", "svg"])
def test_it_is_saved(live: Show, form: str, renderer: str) -> None:
    chart = kit.Chart(bars(3, 5), renderer=renderer, file_name="week", aria_label="Week")
    page = live(chart).page
    expect(page.locator(".kit-chart :is(canvas, svg)").first).to_be_visible()
    button = page.get_by_role("button", name="Save as a picture")
    button.focus()
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.get_by_role("button", name=form).press("Enter")
    assert download.value.suggested_filename == f"week.{form.lower()}"
    content = download.value.path().read_bytes()
    assert content.startswith(b"\x89PNG" if form == "PNG" else b"<svg")
    assert len(content) > 1000


NONSENSE = [
    {"series": [{"type": "cake", "data": [1]}]},
    {"series": [{"type": "bar", "data": [1]}]},  # without axes
    {"xAxis": {"type": "category"}, "yAxis": {}, "series": [{"type": "line", "xAxisIndex": 7}]},
]


@browser
@pytest.mark.parametrize("option", NONSENSE)
def test_nonsense_ends_in_words_at_the_chart(
    live: Show, option: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    chart, beside = kit.Chart(bars(3, 5)), jp.P(text="beside")
    shown = live(chart, beside)
    page = shown.page
    drawn(page)
    with caplog.at_level(logging.WARNING):
        shown.do(lambda: setattr(chart, "option", option))
        expect(page.get_by_role("alert")).to_contain_text("This chart cannot be drawn.")
        until(lambda: "cannot be drawn" in caplog.text, "the log says why")
    expect(page.get_by_text("beside")).to_be_visible()
    shown.do(lambda: setattr(chart, "option", bars(3, 5)))
    expect(page.get_by_role("alert")).to_have_count(0)
    drawn(page)


@browser
def test_names_are_only_text(live: Show) -> None:
    option = bars(3, 5) | {"tooltip": {}}
    option["xAxis"] = {"data": ["<img src=x onerror=alert(1)>", "Tue"]}
    page = live(kit.Chart(option)).page
    drawn(page)
    page.locator(".kit-chart-drawing").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".kit-chart-drawing").get_by_text("<img src=x")).to_be_visible()
    assert page.locator(".kit-chart img").count() == 0


# --- without a browser ---


def test_values_of_python_become_json() -> None:
    chart = kit.Chart()
    day = datetime.date(2026, 1, 2)
    chart.option = {
        "array": numpy.array([[1.5, float("nan")]]),
        "number": numpy.int64(7),
        "series": pandas.Series([1, 2]),
        "day": [day, pandas.NaT],
        "tuple": (1, None, float("inf")),
    }
    assert chart.option == {
        "array": [[1.5, None]],
        "number": 7,
        "series": [1, 2],
        "day": ["2026-01-02", None],
        "tuple": [1, None, None],
    }


def test_what_is_no_option_is_refused() -> None:
    chart = kit.Chart(bars(1))
    endless: dict[str, Any] = {}
    endless["self"] = endless
    with pytest.raises(TypeError, match="template"):
        chart.option = {"formatter": print}
    with pytest.raises(TypeError, match="is a dictionary"):
        chart.option = [1]  # type: ignore[assignment]
    with pytest.raises(ValueError, match="contains itself"):
        chart.option = endless
    with pytest.raises(ValueError, match="canvas or svg"):
        kit.Chart(renderer="webgl")
    assert chart.option == bars(1)


@pytest.mark.parametrize(
    ("event", "detail"),
    [
        ("point_clicked", {"series": 9, "index": 0, "name": "x"}),
        ("point_clicked", {"series": 0, "index": -1, "name": "x"}),
        ("point_clicked", {"series": 0, "index": 99, "name": "x"}),
        ("point_clicked", {"series": "0", "index": 0, "name": "x"}),
        ("point_clicked", None),
        ("clicked", {"series": 0, "index": 0, "name": "x"}),
        ("points_selected", {"points": [[9, 9, "x"], [0, 0, 0], "x", None, [0]]}),
        ("picture", {"format": "exe", "data": "x"}),
        ("picture", {"format": "png", "data": "bm90IGEgcG5n"}),
        ("picture", {"format": "png", "data": "%%%"}),
        ("picture", {"format": "svg", "data": "<html>"}),
    ],
)
def test_pages_that_lie_mean_nothing(event: str, detail: Any) -> None:
    seen: list[Any] = []
    chart = kit.Chart(
        bars(3, 5),
        aria_label="Chart",
        clicked=lambda msg: seen.append(msg.point),
        selected=lambda msg: seen.extend(msg.points),
    )
    with testing.serve(lambda: jp.WebPage().add(chart)) as user:
        page = user.open()
        with contextlib.suppress(testing.HandlerFailed):
            page.find("Chart").send(event, detail)
        assert seen == []


def test_points_of_datasets_and_trees() -> None:
    from core.kit.charts.chart_values import Clicked, point

    rows = {"dataset": {"source": [["day", "sold"], ["Mon", 3]]}, "series": {"type": "bar"}}
    assert point(rows, Clicked(0, 0, "Mon")).value == ["Mon", 3]
    tree = {"series": [{"type": "treemap", "data": [{"name": "a", "children": []}]}]}
    assert point(tree, Clicked(0, 7, "b")) == kit.Point(0, 7, "b", None, "")
    pie = {"series": [{"type": "pie", "data": [{"name": "a", "value": 2}]}]}
    assert point(pie, Clicked(0, 0, "?")) == kit.Point(0, 0, "a", 2, "")
