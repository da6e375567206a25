"""Values of cells: as compact JSON for the page, as text for people, and from text to values."""

from __future__ import annotations

import datetime
import decimal
import functools
import math
import numbers
from typing import Any

from core.language.texts import N_, _

from .columns import Kind
from .numerals import decimal_sign, plain, written

LONGEST_SHOWN = 500
"""Characters of a cell that a page gets before somebody edits or copies it."""

MOST_EXACT = 2**53
"""Whole numbers up to this one are the same in JavaScript."""

NO_DATE = N_("{text} is not a date, such as 2026-03-31.")
NO_DATETIME = N_("{text} is not a time, such as 2026-03-31 14:30.")
NO_TIME = N_("{text} is not a time, such as 14:30.")

YES = frozenset({"true", "yes", "y", "1", "on", "x", "✓"})
NO = frozenset({"false", "no", "n", "0", "off", ""})


def packed(value: Any) -> Any:
    """A value for JSON: text, numbers, booleans and None as they are, others as `[kind, text]`.

    `["cut", text, length]` is the beginning of a longer text. A value that cannot be written as
    text shows its error.
    """
    match value:
        case None | bool():
            return value
        case str():
            return value if len(value) <= LONGEST_SHOWN else _cut(value)
        case int():
            return value if abs(value) <= MOST_EXACT else ["number", _long(value)]
        case float():
            return value if math.isfinite(value) else ["number", text_of(value)]
        case datetime.datetime():
            return ["datetime", value.isoformat()]
        case datetime.date():
            return ["date", value.isoformat()]
        case datetime.time():
            return ["time", value.isoformat()]
        case decimal.Decimal():
            return ["number", str(value)]
    if callable(plain := getattr(value, "item", None)):  # a number of numpy
        try:
            return packed(plain())
        except (TypeError, ValueError):
            pass
    text = text_of(value)
    return ["other", text] if len(text) <= LONGEST_SHOWN else _cut(text)


def _cut(text: str) -> Any:
    return ["cut", text[:LONGEST_SHOWN], len(text)]


def _long(value: int) -> str:
    try:
        return str(value)
    except ValueError:  # more digits than Python writes
        return hex(value)


def text_of(value: Any) -> str:
    """The whole value as text, as it is copied and edited."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case int():
            return _long(value)
        case float() if math.isnan(value):
            return "NaN"
        case float() if math.isinf(value):
            return "∞" if value > 0 else "-∞"
    try:
        return str(value)
    except Exception as error:  # of the program's own class
        return f"({type(error).__name__})"


def copied(value: Any, sign: str) -> str:
    """The whole value as text for a spreadsheet, with this sign before decimals."""
    text = text_of(value)
    is_number = isinstance(value, numbers.Number | decimal.Decimal) and not isinstance(value, bool)
    return written(text, sign) if is_number else text


def value_of(text: str, kind: Kind, like: Any = None, sign: str = ".") -> Any:
    """What a person entered, as a value of a kind; nothing is None, except in text.

    Args:
        like: the value that is replaced: a number is of its type if it can be, and in a column of
            mixed types what replaces a number, or yes or no, stays one if it can.
        sign: what stands before decimals in the person's language.

    Raises:
        ValueError: it is not of that kind; the message is for the person.
    """
    if kind == "text":
        return _mixed(text, like, sign)
    stripped = text.strip()
    if not stripped:
        return None
    match kind:
        case "bool":
            return _bool(stripped)
        case "number":
            return _number(stripped, like, sign)
        case "date":
            return _moment(datetime.date, stripped, NO_DATE)
        case "datetime":
            return _moment(datetime.datetime, stripped, NO_DATETIME)
        case "time":
            return _moment(datetime.time, stripped, NO_TIME)


def read_number(text: str, language: str = "en") -> int | float:
    """A number that somebody wrote, as in a CSV file: `1.234,5` is 1234.5 in every language, and
    `0,5` is 0.5. What a language has for decimals decides where both would be possible: `1,234`
    is 1.234 in German, and in English it can be that or 1234.

    Args:
        text: the number; spaces and apostrophes between its digits are left out.
        language: such as ``wp.lang``.

    Raises:
        ValueError: it is not a number, or can be one or another.
    """
    number = _number(text.strip(), None, decimal_sign(language))
    assert isinstance(number, int | float)
    return number


def _mixed(text: str, like: Any, sign: str) -> Any:
    read = _bool if isinstance(like, bool) else None
    if read is None and isinstance(like, int | float | decimal.Decimal):
        read = functools.partial(_number, like=like, sign=sign)
    if read is None or not text.strip():
        return text
    try:
        return read(text.strip())
    except ValueError:
        return text


def _bool(text: str) -> bool:
    word = text.lower()
    if word not in YES | NO:
        raise ValueError(
            _("{text} is neither {yes} nor {no}.", text=_quoted(text), yes="yes", no="no")
        )
    return word in YES


def _number(text: str, like: Any, sign: str) -> Any:
    number = plain(text, sign).replace("∞", "inf")
    if isinstance(like, decimal.Decimal):
        try:
            return decimal.Decimal(number)
        except decimal.InvalidOperation:
            raise ValueError(_("{text} is not a number.", text=_quoted(text))) from None
    for kind in (int, float):
        try:
            value = kind(number)
        except ValueError:
            continue
        if isinstance(value, float) and math.isinf(value) and "inf" not in number.lower():
            raise ValueError(_("{text} is too large.", text=_quoted(text)))
        return float(value) if isinstance(like, float) and abs(value) <= MOST_EXACT else value
    raise ValueError(_("{text} is not a number.", text=_quoted(text)))


def _moment(kind: Any, text: str, words: str) -> Any:
    try:
        return kind.fromisoformat(text)
    except ValueError:
        raise ValueError(_(words, text=_quoted(text))) from None


def _quoted(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"


def sort_key(value: Any) -> tuple[int, Any]:
    """A key that compares with that of any other value: nothing last, numbers before text."""
    match value:
        case None:
            return (9, 0)
        case bool():
            return (1, value)
        case float() if math.isnan(value):
            return (8, 0)
        case int() | float() | decimal.Decimal():
            return (1, value) if not _is_nan(value) else (8, 0)
        case datetime.datetime():
            return (2, value.replace(tzinfo=None) if value.tzinfo is None else _naive(value))
        case datetime.date():
            return (2, datetime.datetime(value.year, value.month, value.day))
        case datetime.time():
            return (3, value.isoformat())
        case str():
            return (4, value.casefold())
    return (5, text_of(value).casefold())


def _naive(value: datetime.datetime) -> datetime.datetime:
    try:
        return value.astimezone(datetime.UTC).replace(tzinfo=None)
    except (OverflowError, ValueError):  # at the ends of time
        return value.replace(tzinfo=None)


def _is_nan(value: Any) -> bool:
    return isinstance(value, decimal.Decimal) and value.is_nan()
