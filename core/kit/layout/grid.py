"""Grid: components side by side in columns, of which there are fewer where there is less room."""

from typing import Any

import core as jp


class Grid(jp.Div):
    """Components side by side in columns of equal width; fewer columns where there is less room.

    Args:
        columns: how many there are at most.
        attributes: as for `core.Div`.

    Raises:
        ValueError: it has no columns.
    """

    def __init__(self, columns: int = 2, **attributes: Any) -> None:
        if columns < 1:
            raise ValueError(f"A kit.Grid has at least one column, not {columns!r}.")
        classes = f"kit-grid {attributes.pop('classes', '')}".strip()
        style = f"--kit-grid-columns: {int(columns)}; {attributes.pop('style', '')}".strip()
        super().__init__(**{**attributes, "classes": classes, "style": style})
