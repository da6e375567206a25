"""Any name that somebody sends -> a plain, portable file name (CWE-22, CWE-67, CWE-451)."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from urllib.parse import quote, unquote_to_bytes

from .errors import UnsafeName

__all__ = [
    "UnsafeName",
    "distinct",
    "distinct_paths",
    "key",
    "numbered",
    "readable",
    "safe_name",
    "safe_path",
]

MAX_BYTES = 255
"""The longest name, in bytes of UTF-8, that every common file system takes."""

MAX_DEPTH = 32
"""Folders inside folders, as in assets/client/uploads/dropped-files.js."""


def _longest_path() -> int:
    if sys.platform == "win32":  # whose long paths have 32,767 letters
        return 4096
    return os.pathconf("/", "PC_PATH_MAX")


MAX_PATH_BYTES = _longest_path() * 3 // 4
"""The longest path below a session's folder, in bytes of UTF-8; what is left leads to that."""

MAX_EXTENSION_BYTES = 32
"""What is longer than this after the last dot is not kept when a name is shortened."""

_SEPARATORS = '/\\<>:"|?*'
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SURROGATES = re.compile("[\ud800-\udfff]")
_SURROGATE_BYTES = "surrogateescape" if os.name == "posix" else "replace"
_TAR = re.compile(r"\.tar\.\w{1,4}$", re.IGNORECASE)

_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))  # the last is U+3000

_JOINERS = "\u200c\u200d"  # ZWNJ, ZWJ
_EMOJI_MARKS = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
# A black flag with tags is the flag of England, Scotland or Wales (UTS #51, section 1.4.9).
_TAGGED_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f")

# Names that Windows takes for devices, with any extension, in any case.
_DEVICES = {"CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"} | {
    port + digit for port in ("COM", "LPT") for digit in "0123456789¹²³"
}
# Names that a file manager or Python gives a meaning of their own.
_SPECIAL = {"desktop.ini", "autorun.inf", "thumbs.db", "__init__.py", "__main__.py"}


def safe_name(raw: str) -> str:
    """The name under which a file called `raw` may be stored, the same on every system.

    Separators, `< > : " | ? *`, control and bidi characters become `_`, invisible ones go unless
    they join letters or emoji, the form is NFC, spaces and dots at the end go, dotfiles and device
    names get a `_` in front, and what is longer than 255 bytes of UTF-8 is shortened before its
    extension. The result is a fixed point. Raises UnsafeName when nothing is left (`""`, `..`,
    spaces).
    """
    name, again = _safer(raw), raw
    while name != again:  # to shorten or trim a name may leave a joiner or a space at its end
        name, again = _safer(name), name
    if not name:
        raise UnsafeName(f"{raw[:80]!r} cannot name a file. Give the file another name.")
    return name


def _safer(raw: str) -> str:
    text = unicodedata.normalize("NFC", raw)
    text = unicodedata.normalize("NFC", _visible(text))
    return _shortened(_prefixed(_trimmed(text.strip())))


def readable(name: str) -> str:
    """A name that the system gave, as text for pages and logs: U+FFFD for what is not UTF-8.

    Python has lone surrogates there (PEP 383), which no text can hold that is sent or written.
    """
    return os.fsencode(name).decode(errors="replace")


def numbered(name: str, number: int) -> str:
    """`name` with a number before its extension: ('photo.jpg', 2) -> 'photo (2).jpg'."""
    stem, extension = _split(name)
    return _shortened(f"{stem} ({number}){extension}", keep=f" ({number}){extension}")


def key(name: str) -> str:
    """What two names have in common that some file system takes for the same."""
    seen = "".join(c for c in name if unicodedata.category(c) != "Cf")  # HFS+ ignores the others
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", seen).casefold())


def distinct(names: Iterable[str]) -> list[str]:
    """The same names, later ones numbered where an earlier one is taken for the same."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    result = []
    for name in names:
        free, number = name, numbers.get(key(name), 1)
        while key(free) in taken:
            number += 1
            free = numbered(name, number)
        numbers[key(name)] = number
        taken.add(key(free))
        result.append(free)
    return result


def distinct_paths(paths: Sequence[str]) -> list[str]:
    """The same for names with folders before them: each is numbered within its folder."""
    folders: dict[str, list[int]] = {}
    for place, path in enumerate(paths):
        folders.setdefault(key(path.rpartition("/")[0]), []).append(place)
    result = list(paths)
    for places in folders.values():
        free = distinct(paths[place].rpartition("/")[2] for place in places)
        for place, name in zip(places, free, strict=True):
            folder, slash, _ = paths[place].rpartition("/")
            result[place] = f"{folder}{slash}{name}"
    return result


def safe_path(raw: str) -> str:
    """A path whose steps are safe names, with slashes between them; `_` where nothing is left."""
    return "/".join(map(_some_name, raw.split("/")))


def safe_parts(folder: str, name: str) -> list[str]:
    """The safe names of the folders in which a file called `name` is to lie.

    Raises:
        UnsafeName: they are too many, or too long together for a system to find the file.
    """
    parts = [part for part in folder.replace("\\", "/").split("/") if part]
    if len(parts) > MAX_DEPTH:
        raise UnsafeName(f"A file can lie {MAX_DEPTH} folders deep, not {len(parts)}.")
    parts = [safe_name(part) for part in parts]
    size = len("/".join([*parts, name]).encode())
    if size > MAX_PATH_BYTES:
        raise UnsafeName(
            f"The folders around {name[:80]!r} have too long names: {size} bytes with its own, "
            f"and this system takes {MAX_PATH_BYTES}. Shorten them, or send the file alone."
        )
    return parts


def as_text(name: str) -> str:
    """A name of the disk as it can be shown and sent: what is no UTF-8 in it becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", name)


def quoted(path: str) -> str:
    """A path of the disk as a part of an address, which `unquoted` gives back byte for byte."""
    return quote(path.encode("utf-8", _SURROGATE_BYTES))


def unquoted(raw: bytes) -> str:
    """The path that a part of an address, as it was sent, names on the disk."""
    return unquote_to_bytes(raw).decode("utf-8", _SURROGATE_BYTES)


def _some_name(raw: str) -> str:
    try:
        return safe_name(raw)
    except UnsafeName:
        return "_"


def _visible(text: str) -> str:
    """The text without characters that nobody sees, or that change how others are seen."""
    if text.isascii() and text.isprintable():
        return "".join("_" if c in _SEPARATORS else c for c in text)
    flags = {at for flag in _TAGGED_FLAG.finditer(text) for at in range(*flag.span())}
    return "".join(
        c if at in flags or c in _JOINERS and _joins(text, at) else _alone(c)
        for at, c in enumerate(text)
    )


def _alone(character: str) -> str:
    """What becomes of a character, whatever stands around it."""
    if character in _SEPARATORS or character in _BIDI:
        return "_"
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Zl", "Zp"):  # control, lone surrogate, line and paragraph ends
        return "_"
    return "" if category == "Cf" else character


def _joins(text: str, at: int) -> bool:
    """Whether a joiner changes how its neighbours look, as in Persian words, Indic conjuncts
    (RFC 5892, appendices A.1 and A.2) and families of emoji (UTS #51)."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or not after:
        return False
    if 9 in (unicodedata.combining(before), unicodedata.combining(after)):  # a virama
        return True
    base = text[max(0, at - 3) : at].rstrip(_EMOJI_MARKS)[-1:]
    if text[at] == "\u200d" and unicodedata.category(after) == "So":
        return unicodedata.category(base or "x") == "So"
    return {unicodedata.bidirectional(before), unicodedata.bidirectional(after)} <= {"AL", "NSM"}


def _trimmed(text: str) -> str:
    return text.rstrip(_SPACES + ".")


def _prefixed(name: str) -> str:
    device = name.partition(".")[0].rstrip().upper() in _DEVICES
    if name.startswith(".") or device or name.casefold() in _SPECIAL:
        return "_" + name
    return name


def _split(name: str) -> tuple[str, str]:
    """Stem and extension; `.tar.gz` is one extension, and an overlong one is none."""
    tar = _TAR.search(name)
    extension = tar.group() if tar else PurePath(name).suffix
    if len(extension.encode()) > MAX_EXTENSION_BYTES:
        extension = ""
    return name[: len(name) - len(extension)], extension


def _shortened(name: str, keep: str | None = None) -> str:
    """`name` within MAX_BYTES: its end, `keep` or else the extension, stays."""
    if len(name.encode()) <= MAX_BYTES:
        return name
    end = _split(name)[1] if keep is None else keep
    start = name[: len(name) - len(end)].encode()[: MAX_BYTES - len(end.encode())]
    return _trimmed(start.decode(errors="ignore")) + end
