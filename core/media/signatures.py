"""The media type of content, by its first bytes.

Text comes first: letters with which a format begins prove nothing about a file that is text to its
end (``BMI,Age`` is no bitmap). The `filetype` package knows most other formats; here is what it
does not know, or takes for granted after two bytes.
"""

import codecs
import re

import filetype

from .types import same

HEAD = 8192
"""Bytes that are looked at."""

EMPTY, UNKNOWN = "empty", ""
PROGRAM, SCRIPT, PAGE, DRAWING = (
    "application/x-executable",
    "text/x-shellscript",
    "text/html",
    "image/svg+xml",
)
PDF, GZIP = "application/pdf", "application/gzip"
DOCUMENT = "application/x-ole-storage"
"""The container of old office documents, and of encrypted new ones."""

MARKUP = "text/x-markup"
"""XML whose first element lies behind what is looked at."""

SIGNED = {
    "audio/flac", "audio/midi", "audio/mp4", "audio/ogg", "audio/wav", "image/avif", "image/bmp",
    "image/gif", "image/heic", "image/jpeg", "image/jxl", "image/png", "image/svg+xml",
    "image/tiff", "image/vnd.adobe.photoshop", "image/webp", "image/x-icon", PDF, "video/mp4",
    "video/quicktime", "video/webm", "video/x-flv", "video/x-matroska", "video/x-ms-wmv",
    "video/x-msvideo",
}  # fmt: skip
"""Every file of these types begins as it should: one that says nothing is none of them."""

TEXTS = re.compile(
    r"text/.*|.*[/+](?:json|xml|yaml|toml|javascript|typescript|sql|rtf|postscript"
    r"|x-(?:csh|httpd-php|latex|perl|php|python|ruby|sh|shellscript|tcl|tex|tex-info))"
)

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

# Possessive: what was skipped is not tried in other ways, of which there may be any number.
_SUBSET = r"""\[(?:"[^"]*+"|'[^']*+'|<!--.*?-->|(?!<!--)[^\]"'])*+\]\s*+"""
_PROLOG = re.compile(
    rf"(?:\s++|<\?[^>]*+>|<!--.*?-->|<!doctype\s++(?!html)[^>\[]*+(?:{_SUBSET})?>)*+", re.I | re.S
)
_ROOT = re.compile(r"<(!doctype\s+(?:html|svg)|[a-z][\w.-]*+)(?::([a-z]++))?", re.I)
_PAGE = {"html", "head", "body", "script", "iframe"}
_PDF = re.compile(rb"[\s\0]*+(?:\xef\xbb\xbf)?\s*+(?:\x1b%-12345X[^%]*+)?%PDF-\d")
_SCRIPT = re.compile(r"#![ \t]*+/")
_ANYMAP = re.compile(rb"P[1-7]\s+(?:#[^\n]*\n\s*)*\d+\s+(?:#[^\n]*\n\s*)*\d+\s|P7\nWIDTH ")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = set(range(32)) - set(b"\b\t\n\v\f\r\x1a\x1b")


def type_of(head: bytes) -> str:
    """The media type of content that begins so; UNKNOWN where that tells nothing."""
    if not head:
        return EMPTY
    if _PDF.match(head):
        return PDF
    if (text := _text_of(head)) is not None:
        return _text_type(text, head)
    return _binary_type(head)


def is_like_text(found: str) -> bool:
    """Whether content of this type is text, too."""
    return bool(TEXTS.fullmatch(found)) or found in (DRAWING, _ANYMAP_TYPE)


def _text_of(head: bytes) -> str | None:
    """The text it begins with; None if it is none."""
    marked = next((name for bom, name in _BOMS if head.startswith(bom)), "utf-8-sig")
    text = _decoded(head, marked)
    if text is not None and "\0" not in text:
        return text
    if len(head) >= 8 and (order := _byte_order(head)):
        text = _decoded(head, order)
        if text and not set(map(ord, text)) & _CONTROLS:
            return text
    return None if set(head) & _CONTROLS else head.decode("latin-1")


def _decoded(head: bytes, encoding: str) -> str | None:
    """What we look at may end within a character."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(head)
    except UnicodeDecodeError:
        return None


def _byte_order(head: bytes) -> str:
    """Of text with two bytes for each character that does not tell it: most begin with a zero."""
    zeros = {"utf-16-be": head[::2].count(0), "utf-16-le": head[1::2].count(0)}
    order = max(zeros, key=lambda each: zeros[each])
    return order if zeros[order] > len(head) / 4 else ""


_ANYMAP_TYPE = "image/x-portable-anymap"


def _text_type(text: str, head: bytes) -> str:
    if _SCRIPT.match(text):
        return SCRIPT
    if head.startswith(b"{\\rtf"):
        return "application/rtf"
    if head.startswith(b"%!PS"):
        return "application/postscript"
    if head.startswith(b"#!AMR"):
        return "audio/amr"
    if _ANYMAP.match(head):
        return _ANYMAP_TYPE
    return _markup_type(text)


def _markup_type(text: str) -> str:
    prolog = _PROLOG.match(text)
    assert prolog is not None
    root = _ROOT.match(text, prolog.end())
    tag = (root[2] or root[1]).lower() if root else ""
    if tag == "svg" or (tag.startswith("!doctype") and tag.endswith("svg")):
        return DRAWING
    if tag in _PAGE or tag.startswith("!doctype"):
        return PAGE
    begins = text[: prolog.end()].strip() or text.lstrip().startswith(("<?", "<!"))
    return MARKUP if begins and not root else "text/plain"


def _binary_type(head: bytes) -> str:
    for magic, found in _STARTS:
        if head.startswith(magic):
            return _document_type(head) if found == "application/zip" else found
    for look in (_container_type, _anymap_type, _stream_type):
        if found := look(head):
            return found
    if b"%PDF-1." in head[:1024]:  # readers of PDF look as far
        return PDF
    if head.startswith((b"BM", b"MZ")):
        return _of_two_letters(head)
    kind = filetype.guess(head)
    found = same(str(kind.mime)) if kind else UNKNOWN
    if found == "application/octet-stream":  # which says nothing
        return UNKNOWN
    return PROGRAM if found == "application/x-msdownload" else found


def _document_type(head: bytes) -> str:
    """An archive, or one of the documents that are archives."""
    kind = filetype.guess(head)
    return str(kind.mime) if kind else "application/zip"


def _container_type(head: bytes) -> str:
    """ISO 14496-12, and QuickTime before it: boxes, each with its length and its name."""
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


def _anymap_type(head: bytes) -> str:
    return _ANYMAP_TYPE if _ANYMAP.match(head) else UNKNOWN


def _stream_type(head: bytes) -> str:
    """MPEG-TS: packets of 188 bytes that begin with G; those of cameras have a time before it."""
    for start, size in ((0, 188), (4, 192), (0, 204)):
        begins = head[start::size]
        if len(head) >= size and set(begins) == set(b"G"):
            return "video/mp2t"
    return UNKNOWN


def _of_two_letters(head: bytes) -> str:
    """A bitmap says how long its header is; all programs with MZ have bytes that are no text."""
    if head.startswith(b"MZ"):
        return PROGRAM
    length = int.from_bytes(head[14:18], "little")
    return "image/bmp" if length in (12, 16, 40, 52, 56, 64, 108, 124) else UNKNOWN
