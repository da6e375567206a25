"""The kind of preview that a file gets, by its content and its name."""

from typing import Literal

from ..media.sniffing import DOCUMENT, EMPTY, GZIP, PDF, type_of
from ..media.text_sniffing import is_like_text, is_text
from ..media.types import canonical, guess_type

Kind = Literal[
    "picture", "svg", "drawn", "pdf", "video", "audio", "font",
    "text", "markdown", "table", "sheets", "archive", "empty", "none",
]  # fmt: skip
"""A picture that browsers show, or one that is drawn for them; ...; nothing to be shown.

The page gets no "svg": it is a picture, or the text of one that would keep browsers busy.
"""

READ = frozenset({"svg", "text", "markdown", "table", "sheets", "archive"})
"""The kinds that a worker reads."""

_PICTURES = {"image/avif", "image/bmp", "image/gif", "image/jpeg", "image/png", "image/webp"}
_DRAWN = {"image/heic", "image/tiff"}
_SVG = "image/svg+xml"
_TEXTS: dict[str, Kind] = {
    "text/markdown": "markdown",
    "text/csv": "table",
    "text/tab-separated-values": "table",
}
_SHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")


def has_preview(name: str) -> bool:
    """Whether files of this name can be shown, if they are what they are called."""
    named = canonical(guess_type(name))
    return (
        named in _PICTURES | _DRAWN | {_SVG, PDF, "application/zip"}
        or named.startswith(("video/", "audio/", "font/"))
        or is_text(named)
        or name.lower().endswith(_SHEETS + _TARS)
    )


def kind_of(name: str, head: bytes) -> Kind:
    """The kind of a file of this name that begins with `head`."""
    named, found = canonical(guess_type(name)), type_of(head)
    if found == EMPTY:
        return "empty"
    if found == PDF:
        return "pdf"
    if found in _DRAWN or found in _PICTURES:
        # Browsers show what the name promises.
        return "picture" if found in _PICTURES and named in _PICTURES else "drawn"
    if named == _SVG and is_like_text(found):
        return "svg"
    if is_like_text(found):
        return _TEXTS.get(named, "text")
    return _of_binary(name, named, found)


def _of_binary(name: str, named: str, found: str) -> Kind:
    suffixed = name.lower()
    if found.startswith(("video/", "audio/")) and named.startswith(("video/", "audio/")):
        return "audio" if found.startswith("audio/") or named.startswith("audio/") else "video"
    if "font" in found:
        return "font"
    if suffixed.endswith(_SHEETS) and (found == DOCUMENT or "zip" in found or "office" in found):
        return "sheets"
    if found in ("application/zip", "application/epub+zip") or "openxml" in found:
        return "archive"
    if suffixed.endswith(_TARS) and (
        found in (GZIP, "application/x-tar", "application/x-bzip2", "application/x-xz")
    ):
        return "archive"
    return "none"
