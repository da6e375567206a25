"""What a file is by its first bytes, whatever its name says; and whether that is accepted.

Signatures tell formats apart, they do not prove that a file is sound: a picture may be broken, or
hold something else behind its first bytes. That is why nothing that was uploaded is ever shown
with a type that could run (`core.files.downloads`).
"""

import re
from pathlib import Path

import filetype

from .media import guess_type

HEAD = 8192
"""Bytes that are looked at."""

EMPTY, UNKNOWN = "empty", ""
PROGRAM, SCRIPT, PAGE, DRAWING = (
    "application/x-executable",
    "text/x-shellscript",
    "text/html",
    "image/svg+xml",
)

_PROGRAMS = {"application/x-msdownload", PROGRAM}
_KNOWN = {DRAWING, *(kind.mime for kind in filetype.types)}
_OTHER_NAMES = {
    "audio/flac": "audio/x-flac",
    "audio/wav": "audio/x-wav",
    "audio/x-m4a": "audio/mp4",
    "image/heif": "image/heic",
    "image/jp2": "image/jpx",
    "image/jpg": "image/jpeg",
    "image/vnd.microsoft.icon": "image/x-icon",
}
# Possessive: what was skipped is not tried in other ways, of which there may be any number.
_MARKUP = re.compile(
    r"(?:\s++|<\?xml[^>]*+>|<!--.*?-->|<!doctype svg[^>]*+>)*+<(!?[a-z]+)", re.I | re.S
)
_PAGE = {"!doctype", "html", "head", "body", "script", "iframe"}
_TEXTS = re.compile(r"text/.*|.*[/+](?:json|xml|yaml|toml|javascript|x-sh|x-tex|sql)")


def content_type(path: Path) -> str:
    """The media type of a file by its content; UNKNOWN where that tells nothing. Blocks."""
    with path.open("rb") as reader:
        head = reader.read(HEAD)
    if not head:
        return EMPTY
    kind = filetype.guess(head)
    found = str(kind.mime) if kind else _text_type(head)
    return PROGRAM if found in _PROGRAMS else found


def _text_type(head: bytes) -> str:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = head.decode("utf-16" if wide else "utf-8-sig", errors="strict")
    except UnicodeDecodeError as error:
        if wide or error.start < len(head) - 3:  # else a character that our part cuts through
            return "text/plain" if _is_old_text(head) else UNKNOWN
        text = head[: error.start].decode("utf-8-sig")
    if "\0" in text:
        return UNKNOWN
    if text.startswith("#!"):
        return SCRIPT
    return _markup_type(text)


def _is_old_text(head: bytes) -> bool:
    """Text in one of the encodings with a byte for each character."""
    return not set(head) & (set(range(32)) - set(b"\t\n\f\r\x1b"))


def _markup_type(text: str) -> str:
    found = _MARKUP.match(text)
    tag = found[1].lower() if found else ""
    if tag == "svg":
        return DRAWING
    return PAGE if tag in _PAGE else "text/plain"


def is_accepted_name(accept: str, name: str, claimed: str) -> bool:
    """Whether an ``accept`` attribute lets in a file of this name and type (HTML 4.10.5.1.17)."""
    return any(_names(token, name, claimed) for token in tokens(accept)) or not tokens(accept)


def is_accepted_content(accept: str, name: str, claimed: str, found: str) -> bool:
    """Whether the content is what the part of ``accept`` that let the name in stands for."""
    wanted = [token for token in tokens(accept) if _names(token, name, claimed)]
    return any(_fits(_type_of(token, name), guess_type(name), found) for token in wanted)


def tokens(accept: str) -> list[str]:
    """``image/*,.PDF`` -> its parts, in small letters."""
    return [token for part in accept.lower().split(",") if (token := part.strip())]


def _names(token: str, name: str, claimed: str) -> bool:
    if token.startswith("."):
        return name.lower().endswith(token)
    types = {claimed.lower(), guess_type(name)}
    if token.endswith("/*"):
        return token == "*/*" or any(each.startswith(token[:-1]) for each in types)
    return _same(token) in {_same(each) for each in types}


def _type_of(token: str, name: str) -> str:
    return guess_type(name) if token.startswith(".") else token


def _same(media_type: str) -> str:
    return _OTHER_NAMES.get(media_type, media_type)


def _fits(wanted: str, by_name: str, found: str) -> bool:
    """Whether content of the type `found` may be a file of the type `wanted`."""
    family = wanted.partition("/")[0]
    if wanted in ("*/*", "application/octet-stream"):
        return True
    if family in ("audio", "video") or wanted == "image/*":
        return _is_of_family(family, by_name, found)
    if family == "image" or wanted == "application/pdf":
        return _same(found) == _same(wanted) or (found == UNKNOWN and _same(wanted) not in _KNOWN)
    if _TEXTS.fullmatch(wanted):
        return found.startswith("text/") or found in (EMPTY, DRAWING)
    return found not in (PROGRAM, SCRIPT, PAGE)


def _is_of_family(family: str, by_name: str, found: str) -> bool:
    if found == UNKNOWN:  # a format whose signature nobody told us
        return _same(by_name) not in _KNOWN
    # One container holds sound or pictures: by its first bytes nobody can tell.
    families = ("audio", "video") if family in ("audio", "video") else (family,)
    return found.partition("/")[0] in families


def words(media_type: str) -> str:
    """What people call such a content: `a picture`, `a web page`."""
    family = media_type.partition("/")[0]
    return (
        _WORDS.get(media_type)
        or _WORDS.get(family)
        or ("text" if _TEXTS.fullmatch(media_type) else "")
        or media_type
    )


_WORDS = {
    UNKNOWN: "unknown",
    PROGRAM: "a program",
    SCRIPT: "a program",
    PAGE: "a web page",
    "application/gzip": "an archive",
    "application/pdf": "a PDF",
    "application/zip": "an archive",
    "audio": "a sound",
    "image": "a picture",
    "video": "a video",
}
