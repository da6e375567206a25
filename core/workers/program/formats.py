"""Formats that can be drawn: a file's first bytes decide, never its name."""

from typing import Literal, NamedTuple

from PIL import features

from .errors import NoPicture

MAX_PIXELS = 100_000_000
"""Larger pictures are refused before anything is decoded."""

PHOTO_FORMATS = ["BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP"]
"""Formats that Pillow decodes. Never PostScript, SVG or anything with scripts."""

if features.check("avif"):
    PHOTO_FORMATS.append("AVIF")

_PHOTOS = (
    (0, b"BM"),
    (0, b"GIF8"),
    (0, b"\xff\xd8\xff"),
    (0, b"\x89PNG\r\n\x1a\n"),
    (0, b"II*\0"),
    (0, b"MM\0*"),
    (8, b"WEBP"),
)
"""Offset and signature. Those of AVIF and HEIC are brands."""

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1"}

_VIDEOS = (
    (4, b"ftyp", "mov"),
    (4, b"moov", "mov"),
    (4, b"mdat", "mov"),
    (0, b"\x1a\x45\xdf\xa3", "matroska"),
    (8, b"AVI ", "avi"),
    (0, b"OggS", "ogg"),
    (0, b"FLV\1", "flv"),
    (0, b"\0\0\1\xba", "mpeg"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf"),
    (188, b"G", "mpegts"),
)
"""Offset, signature and FFmpeg's demuxer. FFmpeg must not choose one itself: some of its formats
refer to other files or to addresses."""

HEAD = 1024
"""Bytes that are read to find the format. Other bytes may precede a PDF's signature."""


class Format(NamedTuple):
    """How to draw a file: with which decoder and, for a video, with which demuxer of FFmpeg."""

    decoder: Literal["photo", "heif", "pdf", "video"]
    demuxer: str = ""


def detect(head: bytes) -> Format:
    """The format of a file that begins with `head`. Raises NoPicture for others."""
    brands = _brands(head)
    if b"avif" in brands or any(head.startswith(each, start) for start, each in _PHOTOS):
        return Format("photo")
    if brands & _HEIF_BRANDS:
        return Format("heif")
    if b"%PDF-" in head:
        return Format("pdf")
    for start, signature, demuxer in _VIDEOS:
        # A transport stream has its mark at the beginning of each packet.
        if head.startswith(signature, start) and (start < 188 or head.startswith(signature)):
            return Format("video", demuxer)
    raise NoPicture("files of this format cannot be drawn")


def check_pixels(width: int, height: int) -> None:
    """ValueError for a picture that is too large to be decoded."""
    if width * height > MAX_PIXELS:
        raise ValueError(f"{width} x {height} pixels are more than {MAX_PIXELS:,}")


def decoder_missing(extra: str) -> NoPicture:
    """The decoder of an extra is not installed."""
    return NoPicture(f"to draw it, install the extra: pip install 'satchel[{extra}]'")


def _brands(head: bytes) -> set[bytes]:
    """The brands that a container of the MP4 family claims."""
    if head[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(head[:4], "big"), len(head))
    return {head[start : start + 4] for start in (8, *range(16, end, 4))}
