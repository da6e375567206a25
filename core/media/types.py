"""Media types by name, from our own list, so that they are the same on every system."""

import mimetypes
import re
from functools import lru_cache

_TYPES = mimetypes.MimeTypes(filenames=())  # Python's list, without the system's
for _extensions, _type in {
    ".3g2 .3gp .3gpp": "video/3gpp",
    ".7z": "application/x-7z-compressed",
    ".aac": "audio/aac",
    ".aif .aifc .aiff": "audio/x-aiff",
    ".amr": "audio/amr",
    ".apng": "image/apng",
    ".arw .cr2 .cr3 .crw .dng .mrw .nef .nrw .orf .pef .raf .raw .rw2 .srw .x3f": "image/x-raw",
    ".avif": "image/avif",
    ".avifs": "image/avif",
    ".cur": "image/x-icon",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eot": "application/vnd.ms-fontobject",
    ".epub": "application/epub+zip",
    ".flac": "audio/flac",
    ".flv": "video/x-flv",
    ".heic .heics .heif .heifs .hif": "image/heic",
    ".j2k .jp2 .jpf .jpx": "image/jp2",
    ".jfif .pjp .pjpeg": "image/jpeg",
    ".jxl": "image/jxl",
    ".m2ts .mts": "video/mp2t",
    ".m4a .m4b": "audio/mp4",
    ".m4v": "video/mp4",
    ".md": "text/markdown",
    ".mid .midi": "audio/midi",
    ".mka": "audio/x-matroska",
    ".mkv": "video/x-matroska",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".oga .ogg .opus .spx": "audio/ogg",
    ".ogv": "video/ogg",
    ".otf": "font/otf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".psd": "image/vnd.adobe.photoshop",
    ".rar": "application/vnd.rar",
    ".rtf": "application/rtf",
    ".tga": "image/x-tga",
    ".toml": "application/toml",
    ".ttf": "font/ttf",
    ".wasm": "application/wasm",
    ".weba": "audio/webm",
    ".webp": "image/webp",
    ".wma": "audio/x-ms-wma",
    ".wmv": "video/x-ms-wmv",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".yaml .yml": "application/yaml",
    ".zst": "application/zstd",
}.items():
    for _extension in _extensions.split():
        _TYPES.add_type(_type, _extension)

_PACKED = {
    "br": "application/x-brotli",
    "bzip2": "application/x-bzip2",
    "compress": "application/x-compress",
    "gzip": "application/gzip",
    "xz": "application/x-xz",
}

# Other names of types -> the one used here, as in browsers.
_OTHER_NAMES = {
    other: name
    for name, others in {
        "application/gzip": "application/x-gzip application/x-gtar-compressed",
        "application/javascript": "text/javascript application/x-javascript",
        "application/json": "text/json",
        "application/pdf": "application/x-pdf",
        "application/rtf": "text/rtf application/x-rtf",
        "application/vnd.rar": "application/x-rar application/x-rar-compressed",
        "application/x-bzip2": "application/bzip2 application/x-bzip",
        "application/yaml": "application/x-yaml text/yaml text/x-yaml",
        "application/zip": "application/x-zip application/x-zip-compressed",
        "application/zstd": "application/x-zstd",
        "audio/aac": "audio/aacp audio/x-aac",
        "audio/aiff": "audio/x-aiff",
        "audio/flac": "audio/x-flac",
        "audio/midi": "audio/mid audio/x-mid audio/x-midi",
        "audio/mp4": "audio/m4a audio/x-m4a audio/x-m4b",
        "audio/mpeg": "audio/mp3 audio/mpeg3 audio/mpg audio/x-mp3 audio/x-mpeg audio/x-mpeg-3",
        "audio/wav": "audio/vnd.wave audio/wave audio/x-pn-wav audio/x-wav",
        "font/otf": "application/x-font-otf",
        "font/ttf": "application/x-font-ttf",
        "font/woff": "application/font-woff application/x-font-woff",
        "image/bmp": "image/x-bmp image/x-ms-bmp image/x-windows-bmp",
        "image/heic": "image/heic-sequence image/heif image/heif-sequence",
        "image/jpeg": "image/jpg image/pjpeg image/x-jpeg",
        "image/jpx": "image/jp2 image/jpeg2000",
        "image/png": "image/apng image/x-png",
        "image/vnd.adobe.photoshop": "image/x-photoshop application/x-photoshop",
        "image/x-icon": "image/ico image/vnd.microsoft.icon",
        "image/x-raw": "image/x-adobe-dng image/x-canon-cr2 image/x-canon-cr3 image/x-canon-crw "
        "image/x-fuji-raf image/x-nikon-nef image/x-olympus-orf image/x-panasonic-rw2 "
        "image/x-pentax-pef image/x-samsung-srw image/x-sony-arw",
        "image/x-tga": "image/x-targa",
        "text/csv": "application/csv text/comma-separated-values text/x-csv",
        "text/markdown": "text/x-markdown",
        "text/xml": "application/xml",
        "video/3gpp": "audio/3gpp video/3gpp2 audio/3gpp2",
        "video/mp4": "video/x-m4v",
        "video/x-ms-wmv": "video/x-ms-asf",
        "video/x-msvideo": "video/avi video/msvideo",
    }.items()
    for other in others.split()
}

OCTET_STREAM = "application/octet-stream"
"""The type of bytes about which nothing is known."""

_MEDIA_TYPE = re.compile(r"[\w.+-]{1,80}/[\w.+-]{1,80}", re.ASCII)


def guess_type(name: str) -> str:
    """The media type for the last extension; `application/octet-stream` if unknown."""
    return _type_of(name[name.rfind(".") :] if "." in name else "")


@lru_cache(1024)  # a folder has many files of few types
def _type_of(suffix: str) -> str:
    media_type, encoding = _TYPES.guess_type(f"x{suffix}")
    return (_PACKED.get(encoding) if encoding else media_type) or OCTET_STREAM


def known_suffixes() -> list[str]:
    """The extensions in our list, in alphabetical order."""
    return sorted({*_TYPES.types_map[True], *_TYPES.encodings_map, *_TYPES.suffix_map})


def canonical(media_type: str) -> str:
    """The one name used here of a type with several: `audio/mp3` -> `audio/mpeg`."""
    return _OTHER_NAMES.get(media_type, media_type)


def matches_token(media_type: str, token: str) -> bool:
    """Whether a part of an ``accept`` attribute, other than a suffix, stands for a type."""
    if token.endswith("/*"):
        return token == "*/*" or media_type.startswith(token[:-1])
    return canonical(token) == canonical(media_type)


def claimed_type(claim: str, name: str) -> str:
    """The type that a client claims if it is well-formed, else the guess. Never serve it as is."""
    return claim if _MEDIA_TYPE.fullmatch(claim) else guess_type(name)


ICONS = ("image", "audio", "video", "text")


def icon_of(name: str) -> str:
    """The name of the icon, in assets/icons, for a file of this name."""
    kind = guess_type(name).partition("/")[0]
    return kind if kind in ICONS else "file"
