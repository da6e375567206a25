"""Pixels: how wide and high a picture is, by its first bytes, without decoding it."""

from __future__ import annotations

import struct

MOST_HEAD = 1 << 18
"""Bytes in which the size is looked for: behind the metadata of a camera, in a JPEG."""


def size_of(head: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, BMP, WebP or JPEG as it is stored; None if unknown."""
    try:
        return _size_of(head)
    except (struct.error, IndexError):
        return None


def _size_of(head: bytes) -> tuple[int, int] | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        return _two(">II", head, 16)
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return _two("<HH", head, 6)
    if head.startswith(b"BM") and head[14:15] >= b"\x28":
        width, height = _two("<ii", head, 18)
        return abs(width), abs(height)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _webp(head)
    return _jpeg(head) if head.startswith(b"\xff\xd8\xff") else None


def _webp(head: bytes) -> tuple[int, int] | None:
    kind = head[12:16]
    if kind == b"VP8X":
        sizes = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
        return (next(sizes), next(sizes)) if len(head) >= 30 else None
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", head, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = _two("<HH", head, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    """The size in the header of the frame, which follows segments of any number and length."""
    at = 2
    while head[at] == 0xFF:
        kind = head[at + 1]
        if kind == 0xFF:  # a byte that fills up
            at += 1
        elif 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            height, width = _two(">HH", head, at + 5)
            return width, height
        elif kind == 0xDA:  # the picture begins
            return None
        else:
            at += 2 + max(2, int(struct.unpack_from(">H", head, at + 2)[0]))
    return None


def _two(layout: str, head: bytes, at: int) -> tuple[int, int]:
    first, second = struct.unpack_from(layout, head, at)
    return first, second
