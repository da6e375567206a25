"""The media type of content, by its first bytes.

The `filetype` package knows most binary formats; this module adds those that it does not know, or
judges by two bytes. A signature shows the format, not that the file is sound: a picture may be
broken, or hide something behind its first bytes. Uploaded files are therefore never shown with a
type that could run (`core.downloads.user_files`).
"""

import re
from pathlib import Path

from .text_sniffing import ANYMAP, is_anymap, sniff_text
from .types import canonical

HEAD = 8192
"""Bytes that are read."""

EMPTY, UNKNOWN = "empty", ""
PROGRAM = "application/x-executable"
PDF, GZIP = "application/pdf", "application/gzip"
DOCUMENT = "application/x-ole-storage"
"""The container of old office documents, and of encrypted new ones."""

_MACH = (
    b"\xca\xfe\xba\xbe",
    b"\xca\xfe\xba\xbf",
    b"\xfe\xed\xfa",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
)
_STARTS: tuple[tuple[bytes, str], ...] = (
    *((magic, PROGRAM) for magic in (b"\x7fELF", *_MACH)),
    (b"\xff\x0a", "image/jxl"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "image/jxl"),
    (b"\xff\x4f\xff\x51", "image/jpx"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    *(
        (magic, "image/x-raw")
        for magic in (b"IIU\0", b"IIRO", b"IIRS", b"MMOR", b"II\x1a\0\0\0HEAP")
    ),
    *((magic, "image/x-raw") for magic in (b"FUJIFILMCCD-RAW", b"FOVb", b"\0MRM")),
    (b"\0\0\2\0", "image/x-icon"),  # a cursor
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOCUMENT),
    (b"PK\3\4", "application/zip"),
    (b"PK\5\6", "application/zip"),
    (b"\x1f\x8b", GZIP),
    (b"RF64", "audio/wav"),
    (b"MThd\0\0\0\6", "audio/midi"),
)
_BRANDS = {
    **dict.fromkeys(("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"), "image/heic"),
    **dict.fromkeys(("mif1", "mif2", "msf1", "miaf", "heif"), "image/heic"),
    **dict.fromkeys(("avif", "avis"), "image/avif"),
    **dict.fromkeys(("jp2 ", "jpx ", "jpm "), "image/jpx"),
    **dict.fromkeys(("M4A ", "M4B ", "M4P "), "audio/mp4"),
    "crx ": "image/x-raw",
    "qt  ": "video/quicktime",
}
_BOXES = {b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot", b"udta", b"uuid", b"ftyp"}

_PDF = re.compile(rb"[\s\0]*+(?:\xef\xbb\xbf)?\s*+(?:\x1b%-12345X[^%]*+)?%PDF-\d")


def sniff(path: Path) -> str:
    """The media type of a file by its content; UNKNOWN if that does not show it. Blocks."""
    with path.open("rb") as reader:
        return type_of(reader.read(HEAD))


def type_of(head: bytes) -> str:
    """The media type of content that begins with `head`; UNKNOWN if that does not show it."""
    if not head:
        return EMPTY
    if _PDF.match(head):
        return PDF
    text = sniff_text(head)
    return _binary_type(head) if text is None else text


def _binary_type(head: bytes) -> str:
    for magic, found in _STARTS:
        if head.startswith(magic):
            return _document_type(head) if found == "application/zip" else found
    if found := _container_type(head):
        return found
    if is_anymap(head):
        return ANYMAP
    if found := _stream_type(head):
        return found
    if b"%PDF-1." in head[:1024]:  # as far as PDF readers look
        return PDF
    if head.startswith((b"BM", b"MZ")):
        return _of_two_letters(head)
    found = canonical(_of_package(head))
    if found == "application/octet-stream":  # which says nothing
        return UNKNOWN
    return PROGRAM if found == "application/x-msdownload" else found


def _document_type(head: bytes) -> str:
    """An archive, or a document that is an archive."""
    return _of_package(head) or "application/zip"


def _of_package(head: bytes) -> str:
    """What the package knows it as; "" if it does not."""
    import filetype  # fifteen modules, which most pages do not need

    kind = filetype.guess(head)
    return str(kind.mime) if kind else UNKNOWN


def _container_type(head: bytes) -> str:
    """ISO 14496-12, and QuickTime before it: boxes, each with a length and a name."""
    name, length = head[4:8], int.from_bytes(head[:4], "big")
    if name not in _BOXES or not (length in (0, 1) or length >= 8):
        return UNKNOWN
    if name != b"ftyp":
        return "video/quicktime"
    brands = [head[at : at + 4].decode("latin-1") for at in (8, *range(16, min(length, 256), 4))]
    major = _BRANDS.get(brands[0], "")
    if major == "image/heic" and brands[0] in ("mif1", "msf1", "miaf") and "avif" in brands:
        return "image/avif"
    if brands[0].startswith(("3gp", "3g2")):
        return "video/3gpp"
    return major or "video/mp4"


def _stream_type(head: bytes) -> str:
    """MPEG-TS: packets of 188 bytes that begin with G; cameras put a time before it."""
    for start, size in ((0, 188), (4, 192), (0, 204)):
        begins = head[start::size]
        if len(head) >= size and set(begins) == set(b"G"):
            return "video/mp2t"
    return UNKNOWN


def _of_two_letters(head: bytes) -> str:
    """A bitmap states the length of its header; a program with MZ is not text."""
    if head.startswith(b"MZ"):
        return PROGRAM
    length = int.from_bytes(head[14:18], "little")
    return "image/bmp" if length in (12, 16, 40, 52, 56, 64, 108, 124) else UNKNOWN
