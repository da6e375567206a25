"""The type of content that is text, by how it begins.

Text is recognised first: the letters that begin a binary format mean nothing in a text file
(``BMI,Age`` is not a bitmap).
"""

import codecs
import re

SCRIPT, PAGE, DRAWING = "text/x-shellscript", "text/html", "image/svg+xml"
ANYMAP = "image/x-portable-anymap"

MARKUP = "text/x-markup"
"""XML whose first element is beyond the bytes that are read."""

_TEXTS = re.compile(
    r"text/.*|.*[/+](?:json|xml|yaml|toml|javascript|typescript|sql|rtf|postscript"
    r"|x-(?:csh|httpd-php|latex|perl|php|python|ruby|sh|shellscript|tcl|tex|tex-info))"
)

# Possessive, because skipped text could be matched again in any number of ways.
_SUBSET = r"""\[(?:"[^"]*+"|'[^']*+'|<!--.*?-->|(?!<!--)[^\]"'])*+\]\s*+"""
_PROLOG = re.compile(
    rf"(?:\s++|<\?[^>]*+>|<!--.*?-->|<!doctype\s++(?!html)[^>\[]*+(?:{_SUBSET})?>)*+", re.I | re.S
)
_ROOT = re.compile(r"<(!doctype\s+(?:html|svg)|[a-z][\w.-]*+)(?::([a-z]++))?", re.I)
_PAGE = {"html", "head", "body", "script", "iframe"}
_SCRIPT = re.compile(r"#![ \t]*+/")
_ANYMAP = re.compile(rb"P[1-7]\s+(?:#[^\n]*\n\s*)*\d+\s+(?:#[^\n]*\n\s*)*\d+\s|P7\nWIDTH ")
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STARTS = (
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"#!AMR", "audio/amr"),
)
_CONTROLS = set(range(32)) - set(b"\b\t\n\v\f\r\x1a\x1b")


def sniff_text(head: bytes) -> str | None:
    """The type of text that begins with `head`; None if it is not text."""
    if (text := _decoded(head)) is None:
        return None
    if _SCRIPT.match(text):
        return SCRIPT
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    return ANYMAP if is_anymap(head) else _markup_type(text)


def is_text(media_type: str) -> bool:
    """Whether files of a type are text by definition."""
    return bool(_TEXTS.fullmatch(media_type))


def is_like_text(found: str) -> bool:
    """Whether content of a sniffed type is text."""
    return is_text(found) or found in (DRAWING, ANYMAP)


def is_anymap(head: bytes) -> bool:
    """Whether it is a picture of the PNM family, whose header is text."""
    return bool(_ANYMAP.match(head))


def _decoded(head: bytes) -> str | None:
    """The text at the beginning of content; None if it is not text."""
    marked = next((name for bom, name in _BOMS if head.startswith(bom)), "utf-8-sig")
    text = _decoded_as(marked, head)
    if text is not None and "\0" not in text:
        return text
    if len(head) >= 8 and (order := _byte_order(head)):
        text = _decoded_as(order, head)
        if text and not set(map(ord, text)) & _CONTROLS:
            return text
    return None if set(head) & _CONTROLS else head.decode("latin-1")


def _decoded_as(encoding: str, head: bytes) -> str | None:
    """The bytes may end within a character."""
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(head)
    except UnicodeDecodeError:
        return None


def _byte_order(head: bytes) -> str:
    """The byte order of UTF-16 without a byte order mark: most characters have a zero byte."""
    zeros = {"utf-16-be": head[::2].count(0), "utf-16-le": head[1::2].count(0)}
    order = max(zeros, key=lambda each: zeros[each])
    return order if zeros[order] > len(head) / 4 else ""


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
