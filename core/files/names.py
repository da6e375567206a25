"""Legal names: any name from outside -> one that this system can hold (CWE-22, CWE-67)."""

import os
import re
import sys
from pathlib import PurePath

from ..language.texts import _
from ..words import well_formed
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

_IS_WINDOWS = os.name == "nt"
_ILLEGAL = re.compile(r'[\x00-\x1f/\\<>:"|?*]' if _IS_WINDOWS else r"[\x00/]")

# What bytes of a name that are not UTF-8 become in Python (PEP 383): POSIX can hold them.
_NO_TEXT = re.compile("[\ud800-\udfff]" if _IS_WINDOWS else "[\ud800-\udc7f\udd00-\udfff]")
SPACES = "".join(filter(str.isspace, map(chr, range(0x3001))))  # the last is U+3000
"""All white space of Unicode."""

_TAR = re.compile(r"\.tar\.\w{1,4}$", re.IGNORECASE)

# Control characters, ends of lines, and marks that turn the direction of the text after them.
_DISGUISE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

# Device names on Windows, with any extension, in any case.
_DEVICES = {"CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"} | {
    port + digit for port in ("COM", "LPT") for digit in "0123456789¹²³"
}

# Names of files that programs and systems put beside those of people, and remove themselves.
_TRANSIENT = re.compile(
    r"\.[0-9a-f]{16}\.(part|removed|trashing)"  # our own: writing.py, copies.py, removal.py
    r"|\.satchel-[0-9a-f]{16}\.part"  # a save in progress (desktop/files/file_writer.py)
    r"|\.satchel-settings"  # of the session (kit.Settings)
    r"|\.~lock\..*#"  # LibreOffice, while a document is open
    r"|\..*\.sw[a-px]|\.#.*"  # Vim and Emacs, while a text is open
    r"|\.goutputstream-.*|\.fuse_hidden.*|\.nfs[0-9a-f]{24}"  # of GLib, FUSE and NFS
    r"|\.ds_store|\._.*|\.directory|\.trash-\d+",  # of Finder, Dolphin and the trash
    re.DOTALL | re.IGNORECASE,
)


def is_transient(name: str) -> bool:
    """Whether a name is one that programs give to what they keep beside the files of people.

    Session folders do not list such files. A person's file never gets such a name.
    """
    return name.startswith(".") and _TRANSIENT.fullmatch(name) is not None


def legal_name(raw: str) -> str:
    """The name under which this system can hold a file called `raw`: its own wherever possible.

    Only what no folder of the system can hold changes. Everywhere, `/` and NUL become `_`, names
    of transient files get a `_` in front, and names longer than 255 bytes of UTF-8 are shortened
    before the extension. On Windows, control characters and `\\ < > : " | ? *` become `_`, spaces
    and dots at the end are removed, and device names get a `_` in front. The result is a fixed
    point. Whoever shows it must escape it: it may contain markup, line ends and marks that turn the
    direction of text.

    Raises:
        UnsafeName: it is `""`, `.` or `..`, or nothing is left of it.
    """
    name, again = _more_legal(raw), raw
    while name != again:
        name, again = _more_legal(name), name
    if name in ("", ".", ".."):
        raise UnsafeName(
            _(
                "“{name}” cannot be used as a file name. Give the file another name.",
                name=well_formed(raw[:80]),
            )
        )
    return name


def _more_legal(raw: str) -> str:
    name = _NO_TEXT.sub("_", _ILLEGAL.sub("_", raw))
    if _IS_WINDOWS:
        name = name.rstrip(" .")
        if is_device(name):
            name = f"_{name}"
    return shortened(f"_{name}" if is_transient(name) else name)


def legal_parts(folder: str, name: str) -> list[str]:
    """The legal names of the folders for a file called `name`.

    Raises:
        UnsafeName: the folders are too many, or their path is too long for the system.
    """
    parts = steps(folder)
    if len(parts) > MAX_DEPTH:
        raise UnsafeName(
            _(
                "Files can be at most {most} folders deep, not {count}.",
                most=MAX_DEPTH,
                count=len(parts),
            )
        )
    parts = [legal_name(part) for part in parts]
    size = _size("/".join([*parts, name]))
    if size > MAX_PATH_BYTES:
        raise UnsafeName(
            f"The folders of {name[:80]!r} have too long names: the path is {size} bytes long, and "
            f"this system allows {MAX_PATH_BYTES}. Shorten them, or send the file by itself."
        )
    return parts


def steps(folder: str) -> list[str]:
    """The steps of a path of folders, as this system separates them."""
    plain = folder.replace("\\", "/") if _IS_WINDOWS else folder
    return [part for part in plain.split("/") if part]


def is_device(name: str) -> bool:
    """Whether Windows takes it for the name of a device."""
    return name.partition(".")[0].rstrip().upper() in _DEVICES


def split_extension(name: str) -> tuple[str, str]:
    """Stem and extension; `.tar.gz` is one extension; one that is too long does not count."""
    tar = _TAR.search(name)
    extension = tar.group() if tar else PurePath(name).suffix
    if _size(extension) > MAX_EXTENSION_BYTES or not name.endswith(extension):
        extension = ""
    return name[: len(name) - len(extension)], extension


def shortened(name: str, keep: str | None = None, most: int = MAX_BYTES) -> str:
    """`name` within so many bytes; its end stays: `keep`, or the extension."""
    if _size(name) <= most:
        return name
    end = split_extension(name)[1] if keep is None else keep
    start = name[: len(name) - len(end)].encode("utf-8", "surrogateescape")[: most - _size(end)]
    return start.decode(errors="ignore").rstrip(SPACES + ".") + end


def shown(name: str) -> str:
    """A name as one line of text that shows what it is: `�` for what would hide or disguise it."""
    return _DISGUISE.sub("\ufffd", well_formed(name))


def _size(text: str) -> int:
    """Bytes, as a file system counts them."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogateescape"))
