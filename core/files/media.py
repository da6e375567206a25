"""Media types by name: from our own list, so that every system says the same."""

import mimetypes
import re

_TYPES = mimetypes.MimeTypes(filenames=())  # Python's list, without the system's
for _extension, _type in {
    ".avif": "image/avif",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".flac": "audio/flac",
    ".heic": "image/heic",
    ".m4a": "audio/mp4",
    ".md": "text/markdown",
    ".mkv": "video/x-matroska",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}.items():
    _TYPES.add_type(_type, _extension)

_MEDIA_TYPE = re.compile(r"[\w.+-]{1,80}/[\w.+-]{1,80}", re.ASCII)


def guess_type(name: str) -> str:
    """The media type by the last extension; `application/octet-stream` where it is unknown."""
    media_type, encoding = _TYPES.guess_type("x" + name[name.rfind(".") :] if "." in name else "x")
    return media_type if media_type and not encoding else "application/octet-stream"


def claimed_type(claim: str, name: str) -> str:
    """The type a client claims if it looks like one, else the guess; never served as is."""
    return claim if _MEDIA_TYPE.fullmatch(claim) else guess_type(name)


ICONS = ("image", "audio", "video", "text")


def icon_of(name: str) -> str:
    """The icon, in assets/icons, for a file of this name."""
    kind = guess_type(name).partition("/")[0]
    return kind if kind in ICONS else "file"
