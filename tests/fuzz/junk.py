"""Values that are almost right: numbers, names, JSON, bytes."""

from __future__ import annotations

import json
import random
from typing import Any

NUMBERS = (
    "0", "1", "3", "1000", "-1", "-0", "1e3", "1_0", " 5", "0x10", "007", "", "٣", "½",  "1.5",
    "1048576", "4194305", "2147483648", "9223372036854775807", "9223372036854775808",
    "18446744073709551616", "9" * 400, "NaN", "null",
)  # fmt: skip

NAMES = (
    "a.txt", "photo.png", "../../etc/passwd", "..", ".", "", " ", "/etc/cron.d/x", "C:evil.txt",
    "..\\..\\evil.txt", "con", "nul.txt", "COM¹.log", "a\0b.txt", "a\nb.txt", "a\rb", "\x1b[31mred",
    "x" * 300, "é" * 200, "😀" * 100, "e\u0301.txt", "é.txt", "\u202egpj.exe", "\ud800.txt",
    "\udcff.txt", ".htaccess", "__init__.py", "desktop.ini", "x.jpg.php", "a.txt.", "a.txt ",
    "<img src=x onerror=alert(1)>.png", 'quo"te;\\.txt', "%2e%2e%2fz", "%00", "a#1 100%.txt",
    "\ufeffbom", "a" * 64 + "/" + "b" * 64, "A.TXT", "\u200d", "🏳️‍🌈.png", "\U000e0041tag",
)  # fmt: skip

FOLDERS = (
    "", "a", "a/b/c", "../up", "/", "a//b", ".", "a/../b", "/".join("d" * 200 for _ in range(32)),
    "x/" * 500, "con", "é/é", "\ud800",
)  # fmt: skip

TYPES = ("image/png", "text/html", "", "x", "image/*", "a/b; charset=\x00", "application/json" * 50)

TOKENS = (
    b"\x00", b"\xff", b"\r\n", b"\r\n\r\n", b"\n", b":", b"[", b"]", b"{", b'"', b"\\ud800", b"%",
    b"%00", b"%ff", b"/../", b"-1", b"9" * 30, b"\xf0\x9f\x98\x80", b";", b",", b"=", b"..", b" ",
)  # fmt: skip


class Junk:
    """A source of odd values, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.choice = self.random.choice
        self.below = self.random.randrange

    def chance(self, share: float) -> bool:
        """True for that share of calls."""
        return self.random.random() < share

    def number(self, right: int | str, share: float = 0.15) -> str:
        """The right number, or now and then another text."""
        return self.choice(NUMBERS) if self.chance(share) else str(right)

    def name(self) -> str:
        return self.choice(NAMES)

    def content(self, size: int | None = None) -> bytes:
        """Bytes of a file; some begin as pictures do."""
        size = self.choice((0, 1, 3, 100, 5000, 70_000, 300_000)) if size is None else size
        head = self.choice((b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"<svg>", b"GIF89a"))
        return (head + self.random.randbytes(min(size, 1 << 16)) + bytes(max(0, size)))[:size]

    def value(self, depth: int = 3) -> Any:
        """Anything that JSON can say, and a little more."""
        plain = (
            None, True, False, 0, 1, -1, 1.5, 10**30, 1e308, "", "text", self.name(),
            self.choice(NUMBERS), "\ud800", "x" * self.choice((10, 5000)),
        )  # fmt: skip
        kind = self.below(8 if depth else 6)
        if kind == 6:
            return [self.value(depth - 1) for _ in range(self.below(4))]
        if kind == 7:
            keys = ("name", "size", "c", "e", "t", "uploads", "value", "", "\ud800", "handle")
            return {self.choice(keys): self.value(depth - 1) for _ in range(self.below(4))}
        return self.choice(plain)

    def changed(self, value: Any, share: float = 0.1) -> Any:
        """A JSON value, parts of which are sometimes replaced, missing, or duplicated."""
        if self.chance(share):
            return self.value()
        if isinstance(value, dict):
            kept = {k: self.changed(v, share) for k, v in value.items() if not self.chance(share)}
            return kept | ({self.name(): self.value()} if self.chance(share) else {})
        if isinstance(value, list):
            items = [self.changed(each, share) for each in value]
            return items * 2 if self.chance(share) else items
        return value

    def text(self, value: Any) -> bytes:
        """The JSON of a value, now and then no JSON or very deep."""
        if self.chance(0.03):
            return self.choice((b"[" * 5000, b'{"a":' * 5000, b"", b"nul", b"\xff", b'"\\ud800"'))
        return json.dumps(value).encode()

    def mangled(self, data: bytes, share: float = 0.2) -> bytes:
        """Bytes of which some are now and then changed, gone or doubled."""
        if not data or not self.chance(share):
            return data
        for _ in range(1 + self.below(3)):
            at = self.below(len(data) + 1)
            end = min(len(data), at + self.choice((0, 1, 2, 8, 100)))
            put = self.choice((b"", self.choice(TOKENS), data[at:end] * 2))
            data = data[:at] + put + data[end:]
        return data
