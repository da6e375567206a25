"""Data frames, which their own libraries sort and filter: as a list of the same values would be."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from core.kit.table import ordered
from core.kit.table.frame import Frame
from core.testing import NotPossible, Table
from tests.kit.conftest import ShowTable

VALUES: dict[str, list[Any]] = {
    "number": [3, -1, None, 3, 2, 0],
    "float": [1.5, math.nan, None, -math.inf, 1e-7, math.nan],
    "word": ["b", "A", None, "Bär", "", "bÄR"],
    "folded": ["straße", "STRASSE", "STRAẞF", None, "ΑΣ", "ας"],
    "special": ["ﬁn", "FIN", "İ", None, "µ", "Μ"],
    "yes": [True, None, False, True, False, None],
    "day": [datetime.date(2026, 1, n) if n % 2 else None for n in range(6)],
    "moment": [datetime.datetime(2026, 1, 3 - n % 3, 10, n, tzinfo=datetime.UTC) for n in range(6)],
    "exact": [Decimal("1.50"), None, Decimal("-2"), Decimal("1.5"), Decimal(7), None],
}
WRITTEN = {
    "number": ["> 0", "!= 3", "=", "1..2"],
    "float": ["> 0", "<= 1.5", "!= 1.5", "=", "!="],
    "word": ["b", "BÄR", "= a", "!= a", "> a", "="],
    "folded": ["ss", "= strasse", "> a", "ΑΣ", "= ΑΣ"],
    "special": ["fi", "= fin", "> a", "μ"],
    "yes": ["yes", "!= yes", "="],
    "day": ["2026-01-03", "> 2026-01-01", "!= 2026-01-01", "="],
    "moment": ["> 2026-01-02", "<= 2026-01-01 10:05", "!="],
    "exact": ["= 1.5", "> 0"],
}


def pandas_frame() -> Any:
    pandas = pytest.importorskip("pandas")
    # The labels of its rows are not their places.
    return pandas.DataFrame(VALUES, index=range(len(VALUES["word"]), 0, -1))


def arrow_frame() -> Any:
    return pytest.importorskip("pyarrow").table(VALUES)


FRAMES: dict[str, Callable[[], Any]] = {
    "pandas": pandas_frame,
    "pandas of Arrow": lambda: pandas_frame().convert_dtypes(dtype_backend="pyarrow"),
    "polars": lambda: pytest.importorskip("polars").DataFrame(VALUES, strict=False),
    "pyarrow": arrow_frame,
}


@pytest.fixture(params=FRAMES)
def tables(request: pytest.FixtureRequest, show_table: ShowTable) -> tuple[Table, Table]:
    """A data frame, and a list of the values that it has."""
    frame = FRAMES[request.param]()
    values = zip(*(Frame(frame).values(name) for name in VALUES), strict=True)
    return show_table(frame), show_table([dict(zip(VALUES, row, strict=True)) for row in values])


def test_a_frame_is_sorted_filtered_and_searched_like_a_list(tables: tuple[Table, Table]) -> None:
    for column in VALUES:
        for order in ([column], [f"-{column}"], ["yes", f"-{column}"]):
            assert_same([_sorted(table, order) for table in tables], order)
        for text in WRITTEN[column]:
            assert_same([_filtered(table, column, text) for table in tables], (column, text))
    for words in ("b", "true", "1.5", "2026 a", "nan", "3"):
        for table in tables:
            table.search(words)
        assert_same([table.rows for table in tables], words)


def assert_same(shown: list[Any], what: Any) -> None:
    assert shown[0] == shown[1], what


def _sorted(table: Table, order: list[str]) -> list[list[Any]]:
    table.sort(*order)
    return table.rows


def _filtered(table: Table, column: str, text: str) -> list[list[Any]] | str:
    try:
        table.filter(column, text)
        return table.rows
    except NotPossible as refused:
        return str(refused)
    finally:
        table.filter(column, "")


@pytest.mark.parametrize("library", ["polars", "pyarrow"])
def test_python_neither_sorts_nor_filters_what_a_library_can(
    library: str, show_table: ShowTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = show_table(
        FRAMES[library](), [name for name in VALUES if name not in ("exact", "special")]
    )

    def refuse(*_: Any) -> None:
        raise AssertionError("Python sorts or reads whole columns")

    monkeypatch.setattr(ordered, "sorted_by", refuse)
    monkeypatch.setattr("core.kit.table.frame.Frame.values", refuse)
    table.sort("-word", "float", "day", "folded")
    table.filter("word", "b")
    assert table.count == 3
