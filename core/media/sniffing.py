"""What a file is by its first bytes, whatever its name says; and whether that is accepted.

Signatures tell formats apart, they do not prove that a file is sound: a picture may be broken, or
hold something else behind its first bytes. That is why nothing that was uploaded is ever shown
with a type that could run (`core.downloads.responses`). Where the content says nothing, the name
decides.
"""

from pathlib import Path

from .signatures import (
    DOCUMENT,
    DRAWING,
    EMPTY,
    GZIP,
    HEAD,
    MARKUP,
    PAGE,
    PDF,
    PROGRAM,
    SCRIPT,
    SIGNED,
    TEXTS,
    UNKNOWN,
    is_like_text,
    type_of,
)
from .types import OCTET_STREAM, guess_type, is_of_kind, known_suffixes, same

_ARCHIVES = {
    "application/gzip", "application/vnd.rar", "application/x-7z-compressed", "application/x-bzip2",
    "application/x-tar", "application/x-xz", "application/zip", "application/zstd",
}  # fmt: skip
_ZIPPED = ("application/vnd.openxmlformats-", "application/vnd.oasis.", "application/epub+zip")
_PROGRAMS = {
    "application/vnd.microsoft.portable-executable", "application/x-dosexec",
    "application/x-elf", "application/x-executable", "application/x-mach-binary",
    "application/x-ms-dos-executable", "application/x-msdos-program", "application/x-msdownload",
    "application/x-sharedlib",
}  # fmt: skip
# Text, though their families are not: playlists and pictures that are written in letters.
_WRITTEN = {
    "audio/mpegurl", "audio/x-mpegurl", "audio/x-scpls", "image/x-portable-anymap",
    "image/x-portable-bitmap", "image/x-portable-graymap", "image/x-portable-pixmap",
    "image/x-xbitmap", "image/x-xpixmap", "image/vnd.dxf",
}  # fmt: skip
_PACKED_DRAWING = ".svgz"
_VIDEO_OR_SCRIPT = ".ts"


def content_type(path: Path) -> str:
    """The media type of a file by its content; UNKNOWN where that tells nothing. Blocks."""
    with path.open("rb") as reader:
        return type_of(reader.read(HEAD))


def is_accepted_name(accept: str, name: str, claimed: str) -> bool:
    """Whether an ``accept`` attribute lets in a file of this name and type (HTML 4.10.5.1.17)."""
    return bool(matching_tokens(accept, name, claimed)) or not tokens(accept)


def is_accepted_content(accept: str, name: str, claimed: str, found: str) -> bool:
    """Whether the content is what the part of ``accept`` that let the name in stands for."""
    return any(
        _may_be(each, name, claimed, found) for each in matching_tokens(accept, name, claimed)
    )


def matching_tokens(accept: str, name: str, claimed: str) -> list[str]:
    """The parts of ``accept`` that let in a file of this name and type."""
    return [token for token in tokens(accept) if _names(token, name, claimed)]


def tokens(accept: str) -> list[str]:
    """``image/*,.PDF`` -> its parts, in small letters."""
    return [token for part in accept.lower().split(",") if (token := part.strip())]


def suffixes(accept: str) -> list[str]:
    """``image/*,.PDF`` -> the ends of names that it lets in: ``.avif``, ..., ``.pdf``; none where
    it lets in any name."""
    wanted = tokens(accept)
    if not {"*/*", OCTET_STREAM}.isdisjoint(wanted):
        return []
    known = [*known_suffixes(), _VIDEO_OR_SCRIPT]
    found = [
        suffix
        for token in wanted
        for suffix in ([token] if token.startswith(".") else known)
        if _names(token, f"x{suffix}", "")
    ]
    return list(dict.fromkeys(found))


def _names(token: str, name: str, claimed: str) -> bool:
    if token.startswith("."):
        return name.lower().endswith(token)
    return any(is_of_kind(each, token) for each in (claimed.lower(), *_types(name)))


def _types(name: str) -> tuple[str, ...]:
    """What a file of this name may be."""
    lower = name.lower()
    if lower.endswith(_PACKED_DRAWING):
        return (DRAWING,)
    if lower.endswith(_VIDEO_OR_SCRIPT):  # MPEG or TypeScript
        return "video/mp2t", "text/x-typescript"
    return (guess_type(name),)


def _may_be(token: str, name: str, claimed: str, found: str) -> bool:
    if found == GZIP and name.lower().endswith(_PACKED_DRAWING):
        return True
    by_name = _types(name)
    said = claimed.lower() if by_name == (OCTET_STREAM,) and claimed else same(by_name[0])
    wanted = by_name if token.startswith(".") else (token,)
    return any(_fits(each, said, found) for each in wanted)


def _fits(wanted: str, by_name: str, found: str) -> bool:
    """Whether content of the type `found` may be a file of the type `wanted`."""
    wanted, by_name, found = same(wanted), same(by_name), same(found)
    family = wanted.partition("/")[0]
    if wanted in ("*/*", OCTET_STREAM):
        return True
    if family in ("audio", "video") or wanted == "image/*":
        return _is_of_family(family, by_name, found)
    if family == "image" or wanted == PDF:
        may_differ = wanted not in SIGNED or found == MARKUP
        return found == wanted or (may_differ and _is_of_family(family, wanted, found))
    if TEXTS.fullmatch(wanted):
        return is_like_text(found) or found == EMPTY
    if wanted in _PROGRAMS:
        return found in (PROGRAM, SCRIPT, UNKNOWN)
    if wanted in _ARCHIVES or wanted.startswith(_ZIPPED):
        return found in (UNKNOWN, EMPTY) or found in _ARCHIVES or _is_packed(found)
    return found not in (PROGRAM, SCRIPT, PAGE)


def _is_of_family(family: str, by_name: str, found: str) -> bool:
    if found == UNKNOWN:  # a format whose signature nobody told us
        return by_name not in SIGNED
    if found == MARKUP and by_name == DRAWING:  # its first bytes are a long comment
        return True
    if found == "text/plain" and by_name in _WRITTEN:
        return True
    # One container holds sound or pictures: by its first bytes nobody can tell.
    families = ("audio", "video") if family in ("audio", "video") else (family,)
    return found.partition("/")[0] in families


def _is_packed(found: str) -> bool:
    """Archives of other kinds, and documents that are archives, or are encrypted."""
    family = found.partition("/")[0]
    return family == "application" and found not in (PROGRAM, PDF) and not is_like_text(found)


def describe(media_type: str) -> str:
    """What people call such a content: `a picture`, `a web page`."""
    family = media_type.partition("/")[0]
    if media_type.startswith(_ZIPPED):
        return "a document"
    return (
        _WORDS.get(media_type)
        or ("an archive" if same(media_type) in _ARCHIVES else "")
        or _WORDS.get(family)
        or ("text" if TEXTS.fullmatch(media_type) else "")
        or media_type
    )


_WORDS = {
    UNKNOWN: "unknown",
    PROGRAM: "a program",
    SCRIPT: "a program",
    PAGE: "a web page",
    DOCUMENT: "a document",
    PDF: "a PDF",
    "application/postscript": "a document",
    "application/rtf": "a document",
    "application/x-msdownload": "a program",
    "audio": "a sound",
    "image": "a picture",
    "video": "a video",
}
