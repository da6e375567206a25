"""Portable names: any name from outside -> one that is plain and harmless on every system (CWE-22,
CWE-67, CWE-451), for archives.
"""

import re
import unicodedata

from ..language.texts import _
from ..words import well_formed
from .errors import UnsafeName
from .names import SPACES, is_device, shortened

_SEPARATORS = '/\\<>:"|?*'
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_JOINERS = "\u200c\u200d"  # ZWNJ, ZWJ
_EMOJI_MARKS = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
# A black flag with tags: that of England, Scotland or Wales (UTS #51, section 1.4.9).
_TAGGED_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f")


def portable_name(raw: str) -> str:
    """The name that a file called `raw` gets in an archive: the same, and harmless, everywhere.

    Separators, `< > : " | ? *`, control and bidi characters become `_`; invisible characters are
    removed unless they join letters or emoji; the form is NFC; spaces and dots at the end are
    removed; device names get a `_` in front; names longer than 255 bytes of UTF-8 are shortened
    before the extension. The result is a fixed point.

    Raises:
        UnsafeName: nothing is left of it (`""`, `..`, spaces).
    """
    name, again = _safer(raw), raw
    while name != again:  # shortening or trimming may leave a joiner or a space at the end
        name, again = _safer(name), name
    if not name:
        raise UnsafeName(
            _(
                "“{name}” cannot be used as a file name. Give the file another name.",
                name=well_formed(raw[:80]),
            )
        )
    return name


def _safer(raw: str) -> str:
    text = unicodedata.normalize("NFC", raw)
    text = unicodedata.normalize("NFC", _visible(text))
    return shortened(_prefixed(_trimmed(text.strip())))


def portable_path(raw: str) -> str:
    """A path of portable names with slashes between them; `_` where nothing is left of a name."""
    return "/".join(map(_some_name, raw.split("/")))


def _some_name(raw: str) -> str:
    try:
        return portable_name(raw)
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
    return text.rstrip(SPACES + ".")


def _prefixed(name: str) -> str:
    return f"_{name}" if is_device(name) else name
