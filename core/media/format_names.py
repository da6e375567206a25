"""Names of formats for people: of what an ``accept`` attribute lets in, and of content.

The browser uses the same before anything is sent (`assets/client/uploads/accept.js`).
"""

from ..sizes import byte_count, size_text
from .accept import tokens
from .content_match import is_archive, is_zipped_document
from .sniffing import DOCUMENT, PDF, PROGRAM, UNKNOWN
from .text_sniffing import PAGE, SCRIPT, is_text

_KINDS = {
    "*/*": "files",
    ".pdf": "PDFs",
    "application/pdf": "PDFs",
    "application/zip": "ZIP archives",
    "audio/*": "sounds",
    "image/*": "pictures",
    "text/*": "texts",
    "text/plain": "texts",
    "video/*": "videos",
}
_FAMILIES = {"audio": "sounds", "image": "pictures", "video": "videos"}

# Types whose names mean little to people.
_SUFFIXES = {
    "application/msword": ".doc",
    "application/octet-stream": ".bin",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.ms-powerpoint": ".ppt",
    "application/vnd.oasis.opendocument.presentation": ".odp",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "audio/mpeg": ".mp3",
}

# Two suffixes of one format.
_SPELLINGS = {"JPG": "JPEG", "TIF": "TIFF"}

_CONTENT = {
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

# Longer names of formats are words, not abbreviations.
_ABBREVIATION = 4


def describe_accept(accept: str) -> str:
    """``image/*,.pdf,.svgz`` -> ``pictures, PDFs, and .svgz files``."""
    *others, last = dict.fromkeys(map(_kind, tokens(accept))) or ["files"]
    if not others:
        return last
    return f"{', '.join(others)}{',' if len(others) > 1 else ''} and {last}"


def describe_limits(
    accept: str | None,
    max_size: int | str | None = None,
    max_files: int | None = None,
    *,
    multiple: bool = True,
) -> str:
    """What may be sent, for a label: ``PNG or JPEG, up to 20 MB each``; "" if anything may."""
    wanted = tokens(accept or "")
    kinds = [] if "*/*" in wanted else list(dict.fromkeys(map(_short_kind, wanted)))
    parts = [", ".join(kinds[:-1]), kinds[-1]] if kinds[1:] else kinds
    parts = [" or ".join(parts)]
    if max_size is not None:
        each = " each" if multiple else ""
        size = size_text(byte_count(max_size)).replace(".0 ", " ")
        parts.append(f"up to {size}{each}")
    if multiple and max_files is not None:
        parts.append(f"at most {max_files:,} {'file' if max_files == 1 else 'files'}")
    text = ", ".join(filter(None, parts))
    return text[:1].upper() + text[1:]


def format_name(media_type: str) -> str:
    """The name of a type's format: ``image/svg+xml`` -> ``SVG``."""
    short = media_type.rpartition("/")[2].partition("+")[0].removeprefix("x-").rpartition(".")[2]
    return short.upper() if len(short) <= _ABBREVIATION else short


def describe_content(media_type: str) -> str:
    """Content of a type: `a picture`, `a web page`."""
    family = media_type.partition("/")[0]
    if is_zipped_document(media_type):
        return "a document"
    return (
        _CONTENT.get(media_type)
        or ("an archive" if is_archive(media_type) else "")
        or _CONTENT.get(family)
        or ("text" if is_text(media_type) else "")
        or media_type
    )


def _kind(token: str) -> str:
    if token in _KINDS:
        return _KINDS[token]
    if suffix := token if token.startswith(".") else _SUFFIXES.get(token):
        return f"{suffix} files"
    family = token.partition("/")[0]
    if token.endswith("/*"):
        return f"{family} files"
    return f"{format_name(token)} {_FAMILIES.get(family, 'files')}"


def _short_kind(token: str) -> str:
    """A part of an ``accept``: `PNG`, `PDF`, `pictures`."""
    if token.endswith("/*") or token == "text/plain":
        return _kind(token)
    suffix = token if token.startswith(".") else _SUFFIXES.get(token)
    name = suffix.removeprefix(".") if suffix else format_name(token)
    name = name.upper() if len(name) <= _ABBREVIATION else name
    return _SPELLINGS.get(name, name)
