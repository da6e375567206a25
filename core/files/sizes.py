"""Numbers of bytes as people write them: units of 1000, as file managers have it."""

UNITS = ("bytes", "kB", "MB", "GB", "TB")


def size_text(count: int) -> str:
    """`1 byte`, `340 kB`, `2.4 MB`."""
    if count == 1:
        return "1 byte"
    value, unit = float(count), 0
    while value >= 999.5 and unit < len(UNITS) - 1:
        value /= 1000
        unit += 1
    digits = 1 if unit > 1 and value < 99.95 else 0
    return f"{value:.{digits}f} {UNITS[unit]}"


def against(size: int, most: int) -> tuple[str, str]:
    """Two sizes that differ, so that it can be seen: exact where the short forms are the same."""
    texts = size_text(size), size_text(most)
    return texts if texts[0] != texts[1] else (f"{size:,} bytes", f"{most:,}")
