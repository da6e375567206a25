"""Numbers as the person's language writes them: `1,234.5`, in German `1.234,5`."""

from __future__ import annotations

import re
from functools import lru_cache

from .chosen import translations

_WRITTEN = re.compile(r"1(\D?)234 12(\D?)345(\D)6")


def number_text(value: int | float, digits: int | None = None) -> str:
    """A number for people.

    Args:
        digits: after the decimal sign; None: those that it has.
    """
    text = f"{value:,}" if digits is None else f"{value:,.{digits}f}"
    # Translators: how your language writes these two numbers.
    small, large, decimal = _signs(translations().gettext("1,234 12,345.6"))
    group = small if abs(value) < 10_000 else large
    return text.translate({ord(","): group, ord("."): decimal})


@lru_cache(8)
def _signs(sample: str) -> tuple[str, str, str]:
    found = _WRITTEN.fullmatch(sample)
    return (found[1], found[2], found[3]) if found else (",", ",", ".")
