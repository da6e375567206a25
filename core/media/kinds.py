"""What people call the files that an ``accept`` attribute lets in.

The browser says the same before anything is sent (`assets/client/uploads/accept.js`).
"""

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

# Types whose names say little to anybody.
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

# Longer names of formats are words, and no abbreviations.
_ABBREVIATION = 4


def describe_accept(accept: str) -> str:
    """``image/*,.pdf,.svgz`` -> ``pictures, PDFs, and .svgz files``."""
    tokens = [token for part in accept.lower().split(",") if (token := part.strip())]
    *others, last = dict.fromkeys(map(_kind, tokens)) or ["files"]
    if not others:
        return last
    return f"{', '.join(others)}{',' if len(others) > 1 else ''} and {last}"


def format_name(media_type: str) -> str:
    """What the format of a type is called: ``image/svg+xml`` -> ``SVG``."""
    short = media_type.rpartition("/")[2].partition("+")[0].removeprefix("x-").rpartition(".")[2]
    return short.upper() if len(short) <= _ABBREVIATION else short


def _kind(token: str) -> str:
    if token in _KINDS:
        return _KINDS[token]
    if suffix := token if token.startswith(".") else _SUFFIXES.get(token):
        return f"{suffix} files"
    family = token.partition("/")[0]
    if token.endswith("/*"):
        return f"{family} files"
    return f"{format_name(token)} {_FAMILIES.get(family, 'files')}"
