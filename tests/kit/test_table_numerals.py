"""Numbers as people of a language write them: with a comma or a point before the decimals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

import core as jp
from core import kit
from core.kit.table.numerals import decimal_sign
from core.testing import NotPossible, Table, serve
from tests.support.api import shows

ROWS: list[dict[str, Any]] = []


@pytest.fixture
def german() -> Iterator[Table]:
    ROWS[:] = [{"name": "a", "price": 1.5, "exact": Decimal("1.25")} for _ in range(3)]

    def page() -> jp.WebPage:
        wp = kit.Page(lang="de")
        kit.Table(ROWS, editable=True, a=wp)
        return wp

    with serve(page) as user:
        yield user.open("/").table()


@shows("kit.read_number")
@pytest.mark.parametrize(
    ("text", "in_german", "in_english"),
    [
        ("1.234,5", 1234.5, 1234.5),
        ("1,234.5", 1234.5, 1234.5),
        ("1.234.567", 1234567, 1234567),
        ("1 234 567,25", 1234567.25, 1234567.25),
        ("1’234.5", 1234.5, 1234.5),
        ("−0,5", -0.5, -0.5),
        ("0.234", 0.234, 0.234),
        ("1234,567", 1234.567, 1234.567),
        ("1,5e3", 1500.0, 1500.0),
        ("1,234", 1.234, "“1,234” can be 1234 or 1.234"),
        ("1.234", "“1.234” can be 1234 or 1,234", 1.234),
        ("1.23.4", "is not a number", "is not a number"),
        ("1,234,5", "is not a number", "is not a number"),
        ("1.234.5,0", "is not a number", "is not a number"),
        ("", "is not a number", "is not a number"),
    ],
)
def test_a_number_is_read_or_refused_and_never_guessed(
    text: str, in_german: float | str, in_english: float | str
) -> None:
    for language, expected in [("de", in_german), ("en", in_english)]:
        if isinstance(expected, str):
            with pytest.raises(ValueError, match=expected):
                kit.read_number(text, language)
        else:
            assert kit.read_number(text, language) == expected
            assert type(kit.read_number(text, language)) is type(expected)


def test_regions_differ_from_their_languages() -> None:
    signs = {tag: decimal_sign(tag) for tag in ("de-AT", "de_CH", "es", "es-MX", "sr-Latn-RS", "")}
    assert signs == {
        "de-AT": ",",
        "de_CH": ".",
        "es": ",",
        "es-MX": ".",
        "sr-Latn-RS": ",",
        "": ".",
    }


def test_numbers_are_entered_and_filtered_in_the_language_of_the_page(german: Table) -> None:
    german.edit(0, "price", "2.000,25")
    german.edit(1, "exact", "1,50")
    german.edit(2, "name", "1.234,5")
    assert (ROWS[0]["price"], str(ROWS[1]["exact"]), ROWS[2]["name"]) == (
        2000.25,
        "1.50",
        "1.234,5",
    )
    with pytest.raises(NotPossible, match=r"“1\.234” can be 1234 or 1,234"):
        german.edit(0, "price", "1.234")
    assert ROWS[0]["price"] == 2000.25
    german.filter("price", "1.999,5..2.000,25")
    assert german.count == 1
    german.filter("price", "> 1.234")
    with pytest.raises(NotPossible, match="can be 1234 or 1,234"):
        assert german.rows
