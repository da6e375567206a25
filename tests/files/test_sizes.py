"""Numbers of bytes as people read them."""

from __future__ import annotations

import pytest

from core.sizes import against, size_text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (2_449_000, "2.4 MB"),
        (123_000_000, "123 MB"),
        (5 * 10**15, "5,000 TB"),
    ],
)
def test_sizes_are_written_as_people_write_them(count: int, text: str) -> None:
    assert size_text(count) == text


def test_two_sizes_that_differ_can_be_told_apart() -> None:
    assert against(2_000_000, 1_000_000) == ("2.0 MB", "1.0 MB")
    assert against(1_000_001, 1_000_000) == ("1,000,001 bytes", "1,000,000")
