"""What charts say to those who do not see them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from core import kit
from tests.conftest import Live


def axes(x: Any, y: Any, *series: Any, **option: Any) -> dict[str, Any]:
    return {"xAxis": x, "yAxis": y, "series": list(series), **option}


TOWNS = {"type": "category", "data": ["Oslo", "Graz"]}
MANY = {"type": "line", "data": [[n, 2 * n] for n in range(12)]}


@pytest.mark.browser
def test_names_and_values_are_said_in_words(live: Live) -> None:
    two = [{"type": "bar", "name": "Sold", "data": [3100, None]}, {"type": "line", "data": [1, 2]}]
    trees = {"type": "scatter", "data": [[1.5, 20]]}
    days = {"type": "line", "data": [["2026-03-01T12:00", 4]]}
    shares = {"type": "pie", "data": [{"name": "Rye", "value": 3}]}
    said = [
        (axes(TOWNS, {}, *two), "Town. Sold: Oslo 3,100; Graz. Oslo 1; Graz 2"),
        (axes({}, TOWNS, {"type": "bar", "data": [3, 4]}), "Town. Bar chart. Oslo 3; Graz 4"),
        (axes({"name": "Age"}, {"name": "m"}, trees), "Town. Scatter plot. Age 1.5, m 20"),
        (axes({"type": "time"}, {}, days), "Town. Line chart. Mar 1, 2026, 4"),
        (axes({}, {}, MANY), r"0, 0; 1, 2; .* 9, 18; and 2 more"),
        ({"title": {"text": "Bread"}, "series": shares}, "Town. Bread. Pie chart. Rye 3"),
    ]
    chart = kit.Chart(aria_label="Town")
    shown = live(chart)
    picture = shown.page.get_by_role("img")
    for option, words in said:
        shown.do(lambda option=option: setattr(chart, "option", option))
        expect(picture).to_have_attribute("aria-label", re.compile(words))
    own = {**axes(TOWNS, {}, MANY), "aria": {"enabled": True, "label": {"description": "My words"}}}
    shown.do(lambda: setattr(chart, "option", own))
    expect(picture).to_have_attribute("aria-label", "My words")
