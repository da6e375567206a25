"""Sanitised names: any name from outside -> a plain, portable one (CWE-22, CWE-67, CWE-451)."""

import os
import re
import sys
import unicodedata
from pathlib import PurePath

from .errors import UnsafeName

MAX_BYTES = 255
"""The longest name, in bytes of UTF-8, that all common file systems support."""

MAX_DEPTH = 32
"""Levels of folders, as in assets/client/uploads/dropped-files.js; deeper ones are left out."""


def _longest_path() -> int:
    if sys.platform == "win32":  # its long paths have 32,767 characters
        return 4096
    return os.pathconf("/", "PC_PATH_MAX")


MAX_PATH_BYTES = _longest_path() * 3 // 4
"""The longest path below a session's folder, in bytes of UTF-8; the rest is for the path to it."""

MAX_EXTENSION_BYTES = 32
"""The longest extension that is kept when a name is shortened."""

_SEPARATORS = '/\\<>:"|?*'
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TAR = re.compile(r"\.tar\.\w{1,4}$", re.IGNORECASE)

_SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))  # the last is U+3000

_JOINERS = "\u200c\u200d"  # ZWNJ, ZWJ
_EMOJI_MARKS = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
# A black flag with tags: that of England, Scotland or Wales (UTS #51, section 1.4.9).
_TAGGED_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f")

# Device names on Windows, with any extension, in any case.
_DEVICES = {"CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"} | {
    port + digit for port in ("COM", "LPT") for digit in "0123456789¹²³"
}
# Names that have a meaning to file managers or Python.
_SPECIAL = {"desktop.ini", "autorun.inf", "thumbs.db", "__init__.py", "__main__.py"}


def safe_name(raw: str) -> str:
    """The name under which a file called `raw` may be stored, the same on every system.

    Separators, `< > : " | ? *`, control and bidi characters become `_`; invisible characters are
    removed unless they join letters or emoji; the form is NFC; spaces and dots at the end are
    removed; dotfiles and device names get a `_` in front; names longer than 255 bytes of UTF-8 are
    shortened before the extension. The result is a fixed point.

    Raises:
        UnsafeName: nothing is left of it (`""`, `..`, spaces).
    """
    name, again = _safer(raw), raw
    while name != again:  # shortening or trimming may leave a joiner or a space at the end
        name, again = _safer(name), name
    if not name:
        raise UnsafeName(f"{raw[:80]!r} cannot be used as a file name. Give the file another name.")
    return name


def _safer(raw: str) -> str:
    text = unicodedata.normalize("NFC", raw)
    text = unicodedata.normalize("NFC", _visible(text))
    return shortened(_prefixed(_trimmed(text.strip())))


def safe_path(raw: str) -> str:
    """A path of safe names with slashes between them; `_` where nothing is left of a name."""
    return "/".join(map(_some_name, raw.split("/")))


def safe_parts(folder: str, name: str) -> list[str]:
    """The safe names of the folders for a file called `name`.

    Raises:
        UnsafeName: the folders are too many, or their path is too long for the system.
    """
    parts = [part for part in folder.replace("\\", "/").split("/") if part]
    if len(parts) > MAX_DEPTH:
        raise UnsafeName(f"Files can be at most {MAX_DEPTH} folders deep, not {len(parts)}.")
    parts = [safe_name(part) for part in parts]
    size = len("/".join([*parts, name]).encode())
    if size > MAX_PATH_BYTES:
        raise UnsafeName(
            f"The folders of {name[:80]!r} have too long names: the path is {size} bytes long, and "
            f"this system allows {MAX_PATH_BYTES}. Shorten them, or send the file by itself."
        )
    return parts


def _some_name(raw: str) -> str:
    try:
        return safe_name(raw)
    except UnsafeName:
        return "_"


def _visible(text: str) -> str:
    """The text without invisible characters and those that change how others look."""
    if text.isascii() and text.isprintable():
        return "".join("_" if c in _SEPARATORS else c for c in text)
    flags = {at for flag in _TAGGED_FLAG.finditer(text) for at in range(*flag.span())}
    return "".join(
        c if at in flags or c in _JOINERS and _joins(text, at) else _alone(c)
        for at, c in enumerate(text)
    )


def _alone(character: str) -> str:
    """The replacement of a character, regardless of its neighbours."""
    if character in _SEPARATORS or character in _BIDI:
        return "_"
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Zl", "Zp"):  # control, lone surrogate, line and paragraph ends
        return "_"
    return "" if category == "Cf" else character


def _joins(text: str, at: int) -> bool:
    """Whether a joiner changes how its neighbours look: in Persian words, Indic conjuncts (RFC
    5892, appendices A.1 and A.2) and families of emoji (UTS #51)."""
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


def split_extension(name: str) -> tuple[str, str]:
    """Stem and extension; `.tar.gz` is one extension; one that is too long does not count."""
    tar = _TAR.search(name)
    extension = tar.group() if tar else PurePath(name).suffix
    if len(extension.encode()) > MAX_EXTENSION_BYTES:
        extension = ""
    return name[: len(name) - len(extension)], extension


def shortened(name: str, keep: str | None = None) -> str:
    """`name` within MAX_BYTES; its end stays: `keep`, or the extension."""
    if len(name.encode()) <= MAX_BYTES:
        return name
    end = split_extension(name)[1] if keep is None else keep
    start = name[: len(name) - len(end)].encode()[: MAX_BYTES - len(end.encode())]
    return _trimmed(start.decode(errors="ignore")) + end
