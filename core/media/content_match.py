"""Whether content of a sniffed type may be a file of a wanted type."""

from .sniffing import EMPTY, PDF, PROGRAM, UNKNOWN
from .text_sniffing import DRAWING, MARKUP, PAGE, SCRIPT, is_like_text, is_text
from .types import OCTET_STREAM, canonical

_SIGNED = {
    "audio/flac", "audio/midi", "audio/mp4", "audio/ogg", "audio/wav", "image/avif", "image/bmp",
    "image/gif", "image/heic", "image/jpeg", "image/jxl", "image/png", "image/svg+xml",
    "image/tiff", "image/vnd.adobe.photoshop", "image/webp", "image/x-icon", PDF, "video/mp4",
    "video/quicktime", "video/webm", "video/x-flv", "video/x-matroska", "video/x-ms-wmv",
    "video/x-msvideo",
}  # fmt: skip
"""Types whose files all have a signature: content of unknown type cannot be one of them."""

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
# Text formats in the families of sounds and pictures: playlists, and pictures written as text.
_WRITTEN = {
    "audio/mpegurl", "audio/x-mpegurl", "audio/x-scpls", "image/x-portable-anymap",
    "image/x-portable-bitmap", "image/x-portable-graymap", "image/x-portable-pixmap",
    "image/x-xbitmap", "image/x-xpixmap", "image/vnd.dxf",
}  # fmt: skip


def may_be(wanted: str, by_name: str, found: str) -> bool:
    """Whether content of the type `found`, of a file whose name stands for `by_name`, fits."""
    wanted, by_name, found = canonical(wanted), canonical(by_name), canonical(found)
    family = wanted.partition("/")[0]
    if wanted in ("*/*", OCTET_STREAM):
        return True
    if family in ("audio", "video") or wanted == "image/*":
        return _is_of_family(family, by_name, found)
    if family == "image" or wanted == PDF:
        may_differ = wanted not in _SIGNED or found == MARKUP
        return found == wanted or (may_differ and _is_of_family(family, wanted, found))
    if is_text(wanted):
        return is_like_text(found) or found == EMPTY
    if wanted in _PROGRAMS:
        return found in (PROGRAM, SCRIPT, UNKNOWN)
    if wanted in _ARCHIVES or wanted.startswith(_ZIPPED):
        return found in (UNKNOWN, EMPTY) or found in _ARCHIVES or _is_packed(found)
    return found not in (PROGRAM, SCRIPT, PAGE)


def _is_of_family(family: str, by_name: str, found: str) -> bool:
    if found == UNKNOWN:  # a format whose signature is not known here
        return by_name not in _SIGNED
    if found == MARKUP and by_name == DRAWING:  # it begins with a long comment
        return True
    if found == "text/plain" and by_name in _WRITTEN:
        return True
    # The same container may hold sound or pictures, and its first bytes do not show which.
    families = ("audio", "video") if family in ("audio", "video") else (family,)
    return found.partition("/")[0] in families


def _is_packed(found: str) -> bool:
    """Other archives, and documents that are archives or encrypted."""
    family = found.partition("/")[0]
    return family == "application" and found not in (PROGRAM, PDF) and not is_like_text(found)


def is_archive(media_type: str) -> bool:
    """Whether it is the type of an archive."""
    return canonical(media_type) in _ARCHIVES


def is_zipped_document(media_type: str) -> bool:
    """Whether it is the type of a document that is a ZIP archive."""
    return media_type.startswith(_ZIPPED)
