"""The rows of the tables under measurement."""

from __future__ import annotations

import os
from typing import Any

COLUMNS = ("id", "name", "price", "count", "note")


def rows() -> list[dict[str, Any]]:
    """As many as TABLE_ROWS says; the smallest price is that of row `cheapest`."""
    count = int(os.environ["TABLE_ROWS"])
    return [
        {
            "id": number,
            "name": f"Person {number * 31 % count}",
            "price": (number + count // 2) % count,
            "count": number % 1000,
            "note": f"what is said about row {number}",
        }
        for number in range(count)
    ]


def cheapest(count: int) -> int:
    """The id of the row with the smallest price."""
    return count - count // 2
