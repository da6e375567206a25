"""Numerals: numbers as people of a language write them, such as `1.234,5` in German."""

from __future__ import annotations

import re

from core.language.texts import _

# Languages that write 0,5, and regions that differ from them, as browsers have them (CLDR 48).
_COMMA = (
    " af az be bg br bs ca cs cv da de el eo es et eu ff fi fo fr fy gl hr hu hy ia id ie is "
    "it jv ka kk kl ku ky lb ln lo lt lu lv mk ro nb nl nn no oc os pl pt rm rn ru rw sc se "
    "sg sk sl sq sr su sv tg tk tr tt uk uz vi wo ar-dz ar-ly ar-ma ar-tn en-at en-be en-cz "
    "en-de en-dk en-ee en-es en-fi en-fr en-ge en-hu en-id en-it en-lt en-lv en-nl en-no "
    "en-pl en-pt en-ro en-se en-si en-sk en-ua en-za ms-bn ms-id qu-bo sw-cd "
)
_POINT = (
    " de-ch de-li es-br es-bz es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us "
    "it-ch kk-cn ku-iq "
)

# A number as people write it, with what stands between groups of digits.
_BETWEEN = str.maketrans("−", "-", " \u00a0\u202f_'’")
_PARTS = re.compile(r"([+-]?)([\d.,]+)([eE][+-]?\d+)?", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*", re.ASCII)


def decimal_sign(language: object) -> str:
    """What stands before the decimals in a language, such as "de" or "es-MX"."""
    name, *rest = str(language).lower().replace("_", "-").split("-")
    region = next((part for part in rest if len(part) == 2), "")  # after a script: "sr-Latn-RS"
    if f" {name}-{region} " in _POINT:
        return "."
    return "," if f" {name} " in _COMMA or f" {name}-{region} " in _COMMA else "."


def plain(text: str, sign: str) -> str:
    """A number as Python writes it; other text as it is.

    Args:
        text: what a person wrote. Spaces, underscores and apostrophes between digits say nothing.
        sign: of the decimals. The other one of point and comma is between groups of three digits,
            and is of the decimals where it cannot be that.

    Raises:
        ValueError: it can be one number or another; the message is for the person.
    """
    short = text.strip().translate(_BETWEEN)
    parts = _PARTS.fullmatch(short)
    if parts is None:
        return short
    before, digits, exponent = parts[1], parts[2], parts[3] or ""
    return f"{before}{_digits(digits, sign, text)}{exponent}"


def written(number: str, sign: str) -> str:
    """A number that Python wrote, with the sign of a language."""
    return number.replace(".", sign) if sign != "." else number


def _digits(digits: str, sign: str, text: str) -> str:
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        last = "," if digits.rfind(",") > digits.rfind(".") else "."
        whole, _sign, decimals = digits.rpartition(last)
        grouped = _GROUPED.fullmatch(whole)
        if grouped is None or grouped[1] == last:
            return digits  # no number
        return f"{whole.replace(grouped[1], '')}.{decimals}"
    other = "." if sign == "," else ","
    if commas + points == 1:
        is_group = digits.count(other) == 1 and _GROUPED.fullmatch(digits)
        if is_group:
            one, two = digits.replace(other, ""), digits.replace(other, sign)
            words = _(
                "“{text}” can be {one} or {two}. Write one of these.",
                text=text.strip()[:60],
                one=one,
                two=two,
            )
            raise ValueError(words)
        return digits.replace(",", ".")
    if grouped := _GROUPED.fullmatch(digits):
        return digits.replace(grouped[1], "")
    return digits
