"""Engine: what a data frame's own library evaluates: conditions, and keys to sort by.

The results are those of Python's values (`conditions`, `values`). Whatever a library would answer
in another way, such as a column of mixed types or a word with “ﬁ” (one letter), is left to Python:
None.
"""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable
from functools import cache
from typing import Any

from .conditions import Filter
from .values import MOST_EXACT

_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "!=": operator.eq,  # and then the others
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}

# Letters of which there is one lower case, and which are the same as others without regard to case.
_FOLDED = {"ß": "ss", "ς": "σ"}


def key(series: Any) -> Any:
    """A series that sorts as the values do, without what counts as an empty cell; None: Python."""
    dtype = series.dtype
    if dtype.is_integer() or _is(dtype, "Boolean", "Date", "Datetime"):
        return series
    if dtype.is_float():
        return series.fill_nan(None)
    return _lower(series)


def meets(series: Any, condition: Filter) -> Any:
    """Which values meet a condition: a series of booleans; None: Python finds out."""
    try:
        if condition.operator == "contains":
            found = _contains(series, str(condition.value))
        elif condition.value is None:
            found = _is_empty(series)
        else:
            found = _compares(series, condition)
    except Exception:  # each library has its own, such as for a date that it cannot hold
        return None
    if found is None or condition.operator != "!=":
        return found
    return ~found


def _contains(series: Any, text: str) -> Any:
    dtype = series.dtype
    is_plain = dtype.is_integer() or _is(dtype, "Boolean")
    words = _lower(_cast(series, "String") if is_plain else series)
    if words is None or not text:
        return None
    return words.str.contains(text.casefold(), literal=True).fill_null(False)


def _is_empty(series: Any) -> Any:
    found = series.is_null()
    if series.dtype.is_float() and series.implementation.is_pandas_like():
        return found | series.is_nan().fill_null(False)
    if _is(series.dtype, "String"):
        return found | (series == "").fill_null(False)
    return None if _is(series.dtype, "Object", "Unknown", "Categorical", "Enum") else found


def _compares(series: Any, condition: Filter) -> Any:
    wanted, dtype, values = condition.value, series.dtype, None
    if isinstance(wanted, bool):
        values = series if _is(dtype, "Boolean") else None
    elif isinstance(wanted, int | float):
        is_exact = abs(wanted) <= MOST_EXACT
        values = key(series) if is_exact and dtype.is_numeric() and not dtype.is_decimal() else None
    elif isinstance(wanted, datetime.datetime):
        values = _in_utc(series) if _is(dtype, "Datetime") and wanted.tzinfo is None else None
    elif isinstance(wanted, datetime.date):
        values = series if _is(dtype, "Date") else None
    elif isinstance(wanted, str):
        values, wanted = _lower(series), wanted.casefold()
    if values is None:
        return None
    return _COMPARE[condition.operator](values, wanted).fill_null(False)


def _lower(series: Any) -> Any:
    """Texts without regard to case; None if there are others, or some whose case is special."""
    if _is(series.dtype, "Categorical", "Enum") and not series.implementation.is_pandas_like():
        series = _cast(series, "String")
    if not _is(series.dtype, "String") or series.str.contains(_special()).fill_null(False).any():
        return None
    lower = series.str.to_lowercase()
    for letter, folded in _FOLDED.items():
        lower = lower.str.replace_all(letter, folded, literal=True)
    return lower


def _in_utc(series: Any) -> Any:
    if series.dtype.time_zone is None:
        return series
    return series.dt.convert_time_zone("UTC").dt.replace_time_zone(None)


def _is(dtype: Any, *names: str) -> bool:
    return type(dtype).__name__ in names or getattr(dtype, "__name__", "") in names


def _cast(series: Any, name: str) -> Any:
    import narwhals

    return series.cast(getattr(narwhals, name))


@cache
def _special() -> str:
    """A pattern of the letters that libraries bring to lower case in different ways."""
    letters = map(chr, range(0x80, 0x20000))
    special = {letter for letter in letters if letter.casefold() != letter.lower()}
    return f"[İ{''.join(sorted(special - {*_FOLDED, 'ẞ'}))}]"
