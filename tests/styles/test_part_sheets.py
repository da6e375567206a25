"""Sheets of ready-made parts, and those that they import."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.styles import part_sheets

SHEETS = {
    "kit/one.css": '@import "./two.css"; @import "./three.css"; .kit-one { color: red }',
    "kit/two.css": '@import "./three.css"; .kit-two { color: blue }',
    "kit/three.css": '@import "./one.css"; .kit-three { color: green }',
}


@pytest.fixture(autouse=True)
def sheets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(part_sheets, "css_file", SHEETS.__getitem__)
    monkeypatch.setattr(part_sheets, "_parts", lambda: {"one", "two", "three"})
    part_sheets._imports.cache_clear()
    part_sheets._layered.cache_clear()
    yield
    part_sheets._imports.cache_clear()
    part_sheets._layered.cache_clear()


def test_imports_are_followed_and_may_be_circular() -> None:
    assert part_sheets.imported(["kit-two", "p-4"]) == {"kit-one", "kit-two", "kit-three"}
    assert part_sheets.imported(["kit-none", "kit-"]) == set()


def test_a_sheet_is_layered_and_has_no_import_left() -> None:
    assert part_sheets.part_sheet("kit-one") == "@layer kit{.kit-one { color: red }}"
