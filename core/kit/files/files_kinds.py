"""Kinds of files, as people tell them apart: pictures, documents, film and sound, archives."""

from __future__ import annotations

from typing import Literal

from core.language.texts import N_
from core.words import did_you_mean

Kind = Literal["", "pictures", "documents", "media", "archives", "others"]

NAMES: dict[str, str] = {
    "": N_("All kinds"),
    "pictures": N_("Pictures"),
    "documents": N_("Documents"),
    "media": N_("Film and sound"),
    "archives": N_("Archives"),
    "others": N_("Others"),
}

AMONG: dict[str, str] = {
    "pictures": N_("pictures"),
    "documents": N_("documents"),
    "media": N_("films and sounds"),
    "archives": N_("archives"),
    "others": N_("others"),
}
"""The same within a sentence."""

_ARCHIVES = ("zip", "tar", "gzip", "x-7z", "bzip", "x-xz", "zstd", "rar", "x-iso", "compressed")
_OFFICE = (
    "pdf", "msword", "ms-excel", "ms-powerpoint", "officedocument", "opendocument", "rtf", "epub",
    "json", "xml", "yaml", "javascript", "postscript",
)  # fmt: skip


def kind_of(media_type: str) -> Kind:
    """The kind of files of a media type."""
    family, _, name = media_type.partition("/")
    if family == "inode":  # a folder is of no kind
        return ""
    if family == "image":
        return "pictures"
    if family in ("video", "audio"):
        return "media"
    if family == "text" or any(part in name for part in _OFFICE):
        return "documents"
    if any(part in name for part in _ARCHIVES):
        return "archives"
    return "others"


def known(kind: str) -> Kind:
    """The kind; ValueError if there is none of this name."""
    for each in NAMES:
        if each == kind:
            found: Kind = kind  # type: ignore[assignment]
            return found
    names = [name for name in NAMES if name]
    hint = did_you_mean(kind, names)
    raise ValueError(f"Files have no kind {kind!r}, only {', '.join(names)}. {hint}".strip())
