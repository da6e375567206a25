"""Names of formats for people: of what an ``accept`` attribute lets in, and of content.

The browser uses the same before anything is sent (`assets/client/uploads/accept.js`).
"""

from ..language.texts import N_, _, ngettext
from ..sizes import byte_count, size_text
from .accept import tokens
from .content_match import is_archive, is_zipped_document
from .sniffing import DOCUMENT, PDF, PROGRAM, UNKNOWN
from .text_sniffing import PAGE, SCRIPT, is_text

_KINDS = {
    "*/*": N_("files"),
    ".pdf": N_("PDFs"),
    "application/pdf": N_("PDFs"),
    "application/zip": N_("ZIP archives"),
    "audio/*": N_("sounds"),
    "image/*": N_("pictures"),
    "text/*": N_("texts"),
    "text/plain": N_("texts"),
    "video/*": N_("videos"),
}
_FAMILIES = {
    "audio": N_("{format} sounds"),
    "image": N_("{format} pictures"),
    "video": N_("{format} videos"),
}

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
    UNKNOWN: N_("unknown"),
    PROGRAM: N_("a program"),
    SCRIPT: N_("a program"),
    PAGE: N_("a web page"),
    DOCUMENT: N_("a document"),
    PDF: N_("a PDF"),
    "application/postscript": N_("a document"),
    "application/rtf": N_("a document"),
    "application/x-msdownload": N_("a program"),
    "audio": N_("a sound"),
    "image": N_("a picture"),
    "video": N_("a video"),
}

# Longer names of formats are words, not abbreviations.
_ABBREVIATION = 4


def describe_accept(accept: str) -> str:
    """``image/*,.pdf,.svgz`` -> ``pictures, PDFs, and .svgz files``."""
    *others, last = dict.fromkeys(map(_kind, tokens(accept))) or [_("files")]
    if not others:
        return last
    if len(others) == 1:
        return _("{first} and {last}", first=others[0], last=last)
    return _("{others}, and {last}", others=", ".join(others), last=last)


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
    parts = [_("{kinds} or {last}", kinds=parts[0], last=parts[1]) if parts[1:] else "".join(parts)]
    if max_size is not None:
        size = size_text(byte_count(max_size)).replace(".0 ", " ").replace(",0 ", " ")
        each, one = N_("up to {size} each"), N_("up to {size}")
        parts.append(_(each if multiple else one, size=size))
    if multiple and max_files is not None:
        parts.append(ngettext("at most {count} file", "at most {count} files", max_files))
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
        return _("a document")
    known = (
        _CONTENT.get(media_type)
        or (N_("an archive") if is_archive(media_type) else "")
        or _CONTENT.get(family)
        or (N_("text") if is_text(media_type) else "")
    )
    return _(known) if known else media_type


def _kind(token: str) -> str:
    if token in _KINDS:
        return _(_KINDS[token])
    if suffix := token if token.startswith(".") else _SUFFIXES.get(token):
        return _("{kind} files", kind=suffix)
    family = token.partition("/")[0]
    if token.endswith("/*"):
        return _("{kind} files", kind=family)
    of = _FAMILIES.get(family, N_("{format} files"))
    return _(of, format=format_name(token))


def _short_kind(token: str) -> str:
    """A part of an ``accept``: `PNG`, `PDF`, `pictures`."""
    if token.endswith("/*") or token == "text/plain":
        return _kind(token)
    suffix = token if token.startswith(".") else _SUFFIXES.get(token)
    name = suffix.removeprefix(".") if suffix else format_name(token)
    name = name.upper() if len(name) <= _ABBREVIATION else name
    return _SPELLINGS.get(name, name)
