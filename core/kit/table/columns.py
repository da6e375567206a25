"""Column: what a table shows of each row, and the kind of its values."""

from __future__ import annotations

import datetime
import decimal
import numbers
from collections.abc import Iterable, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any, Literal, get_args

Kind = Literal["text", "number", "bool", "date", "datetime", "time"]
Format = Literal["", "plain", "percent", "bytes"]

NARROWEST, WIDEST = 40, 2000
"""Widths of columns in pixels."""

_WIDTHS: dict[str, int] = {"text": 200, "number": 120, "bool": 84, "date": 120, "datetime": 180}
_LETTER = 8.5  # pixels, on average, of bold text
_BESIDE_TITLE = 52  # pixels for the arrow, the menu and the space around a title


@dataclass(frozen=True)
class Column:
    """A column of a `Table`.

    Attributes:
        name: the key of its values in dictionaries, the name of a data frame's or query's column,
            or the position in tuples.
        title: the words above it; the name if empty.
        kind: "text", "number", "bool", "date", "datetime" or "time": what people enter, and how it
            is shown. None finds it out from the values.
        format: of numbers: "" for the page's language, "plain" without separators (years, ids),
            "percent" (0.25 is 25 %) or "bytes" (1 500 000 is 1.5 MB).
        decimals: digits after the decimal point; None shows those that there are, up to six.
        unit: after each number, such as "km".
        width: in pixels; None finds it out from title and kind.
        frozen: it stays in sight when the others scroll sideways.
        hidden: people can show it with the menu of columns.
        editable: whether people can change its cells; None: as the table says.
    """

    name: Any
    _: KW_ONLY
    title: str = ""
    kind: Kind | None = None
    format: Format = ""
    decimals: int | None = None
    unit: str = ""
    width: int | None = None
    frozen: bool = False
    hidden: bool = False
    editable: bool | None = None

    def __post_init__(self) -> None:
        if self.kind is not None and self.kind not in get_args(Kind):
            raise ValueError(f"kind of {self.name!r} is one of {get_args(Kind)}, not {self.kind!r}")
        if self.format not in get_args(Format):
            raise ValueError(f"format of {self.name!r} is one of {get_args(Format)}")
        if self.width is not None and not NARROWEST <= self.width <= WIDEST:
            raise ValueError(f"width of {self.name!r} is {NARROWEST} to {WIDEST} pixels")
        if self.decimals is not None and not 0 <= self.decimals <= 20:
            raise ValueError(f"decimals of {self.name!r} are 0 to 20")

    @property
    def heading(self) -> str:
        """The words above it."""
        return self.title or str(self.name)

    def completed(self, values: Iterable[Any]) -> Column:
        """A column whose kind and width are set, found out from some of its values."""
        kind = self.kind or kind_of(values)
        wanted = max(_WIDTHS.get(kind, 120), round(len(self.heading) * _LETTER) + _BESIDE_TITLE)
        return replace(self, kind=kind, width=self.width or min(wanted, 360))

    def described(self, editable: bool) -> dict[str, Any]:
        """What the script needs of a completed column; of options that are not set, nothing."""
        options = {
            "decimals": self.decimals,
            "format": self.format or None,
            "unit": self.unit or None,
            "frozen": self.frozen or None,
            "hidden": self.hidden or None,
            "editable": (editable if self.editable is None else self.editable) or None,
        }
        given = {name: value for name, value in options.items() if value is not None}
        return {"title": self.heading, "kind": self.kind, "width": self.width, **given}


def kind_of(values: Iterable[Any]) -> Kind:
    """The kind that all values have, apart from None; text for a mixture, or for no values."""
    kinds = {_kind_of_value(value) for value in values if value is not None}
    return kinds.pop() if len(kinds) == 1 else "text"


def _kind_of_value(value: Any) -> Kind:
    match value:
        case bool():
            return "bool"
        case numbers.Number() | decimal.Decimal():
            return "number"
        case datetime.datetime():
            return "datetime"
        case datetime.date():
            return "date"
        case datetime.time():
            return "time"
    # numpy's own, in data frames of pandas
    return "bool" if type(value).__name__ in ("bool_", "bool") else "text"


def columns_of(given: Sequence[Any] | None, names: Sequence[Any]) -> list[Column]:
    """The columns that a program names, or all of the source.

    Raises:
        ValueError: the source has no such column.
    """
    if given is None:
        return [Column(name) for name in names]
    columns = [each if isinstance(each, Column) else Column(each) for each in given]
    known = set(names)
    if names and (unknown := [each.name for each in columns if each.name not in known]):
        shown = ", ".join(map(repr, list(names)[:20]))
        raise ValueError(f"The rows have no column {unknown[0]!r}; they have {shown}.")
    return columns
