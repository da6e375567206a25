"""Values of a chart's option as JSON has them, and the points that a person may mean."""

from __future__ import annotations

import datetime
import decimal
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST_POINTS = 20_000
"""Points of one selection."""

MOST_NAME = 500
"""Characters of a name that the browser says."""

_NESTED = {"tree", "treemap", "sunburst", "sankey", "graph"}
"""Series whose indexes do not count the items of `data`."""


@dataclass(frozen=True)
class Point:
    """A point of a chart.

    Attributes:
        series: the number of its series, from 0.
        index: its number in the series.
        name: the name of the point or its category.
        value: what the option has for it; None if the browser computed it.
        series_name: the name of its series.
    """

    series: int
    index: int
    name: str
    value: Any
    series_name: str


@dataclass
class Clicked:
    """What the script sends of a point; only its name may be the page's own."""

    series: int
    index: int
    name: str


@dataclass
class Picture:
    """A picture that the script drew: an SVG text, or a PNG in base64."""

    format: str
    data: str


def plain(value: Any) -> Any:
    """A value for JSON: arrays become lists, dates texts, and what is not a number None.

    Raises:
        TypeError: it holds something else, such as a function.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float | decimal.Decimal):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat() if value == value else None  # pandas' NaT is a date
    if hasattr(value, "tolist"):  # arrays and numbers of NumPy, series of pandas
        return plain(value.tolist())
    if hasattr(value, "to_list"):  # series of Polars
        return plain(value.to_list())
    raise TypeError(
        "A chart is drawn from numbers, texts, dates, lists and dictionaries, not from "
        f"{value!r:.100}. In place of a function, ECharts takes a template such as '{{b}}: {{c}}'."
    )


def point(option: dict[str, Any], said: Clicked) -> Point:
    """A point, with what the option says of it.

    Raises:
        LookupError: the option has no such point.
    """
    option = option.get("baseOption") or option
    every = _listed(option.get("series"))
    if not 0 <= said.series < len(every) or said.index < 0:
        raise LookupError(f"series {said.series}, point {said.index}")
    series = every[said.series] if isinstance(every[said.series], dict) else {}
    value = None if series.get("type") in _NESTED else _value(option, series, said.index)
    name = said.name[:MOST_NAME]
    if isinstance(value, dict):
        name, value = str(value.get("name", name)), value.get("value")
    return Point(said.series, said.index, name, value, str(series.get("name", "")))


def points(option: dict[str, Any], said: list[Any]) -> list[Point]:
    """The points of a selection, without those that the option does not have."""
    found = []
    for each in said[:MOST_POINTS]:
        match each:
            case [int(series), int(index), str(name)]:
                try:
                    found.append(point(option, Clicked(series, index, name)))
                except LookupError:
                    continue
    return found


def _value(option: dict[str, Any], series: dict[str, Any], index: int) -> Any:
    data = series.get("data")
    if isinstance(data, list):
        return data[index]
    sets = _listed(option.get("dataset"))
    number = series.get("datasetIndex", 0)
    source = sets[number].get("source") if isinstance(number, int) and number < len(sets) else None
    if not isinstance(source, list) or not source:
        return None
    has_head = isinstance(source[0], list) and all(isinstance(each, str) for each in source[0])
    return source[index + has_head]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
