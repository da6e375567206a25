"""Names that any file system treats as equal get numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.files.distinct_names import distinct_paths, key, numbered


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("photo.jpg", "photo (2).jpg"),
        ("notes", "notes (2)"),
        ("data.tar.gz", "data (2).tar.gz"),
        ("a.b.c", "a.b (2).c"),
    ],
)
def test_number_goes_before_the_extension(name: str, expected: str) -> None:
    assert numbered(name, 2) == expected


def test_numbered_long_name_still_fits_and_is_another_one() -> None:
    name = "é" * 125 + ".jpg"
    assert len(numbered(name, 12).encode()) <= 255
    assert numbered(name, 12).endswith(" (12).jpg")


@pytest.mark.row(12, 13)
@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["photo.jpg", "photo.jpg", "photo.jpg"], ["photo.jpg", "photo (2).jpg", "photo (3).jpg"]),
        (["A.txt", "a.txt"], ["A.txt", "a (2).txt"]),
        (["\u00e9", "e\u0301"], ["\u00e9", "e\u0301 (2)"]),
        (["a (2)", "a", "a"], ["a (2)", "a", "a (3)"]),
        (["STRASSE", "straße"], ["STRASSE", "straße (2)"]),
        ([], []),
    ],
)
def test_names_of_one_selection_are_made_distinct_paths(
    names: list[str], expected: list[str]
) -> None:
    assert distinct_paths(names) == expected


@given(st.lists(st.sampled_from(["a", "A", "a (2)", "b.txt", "B.TXT", "b (3).txt"]), max_size=30))
def test_distinct_names_never_collide(names: list[str]) -> None:
    result = distinct_paths(names)
    assert len({key(name) for name in result}) == len(names)


def test_a_hundred_thousand_equal_names() -> None:
    assert len(set(distinct_paths(["image.png"] * 100_000))) == 100_000
