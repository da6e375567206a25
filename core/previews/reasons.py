"""Reasons of workers, which are processes without a language: translated where they are shown."""

from __future__ import annotations

import re
from functools import cache

from ..language.texts import N_, _
from ..workers.process import DIED

KNOWN = (
    N_("it has a password"),
    N_("it has no such sheet"),
    N_("it contains entities"),
    N_("it contains only sound"),
    N_("it took too much processor time"),
    N_("it took longer than {seconds} s"),
    N_("it needs too much memory"),
    N_("files of this format cannot be drawn"),
    N_("to draw it, install the extra: {command}"),
    N_("none of its frames can be decoded"),
    N_("the file cannot be read"),
    N_("it is not a sound workbook ({error})"),
    N_("it would be {size} bytes when it is unpacked"),
    N_("a drawing may have at most {size} bytes"),
    N_("it would take more than {count} elements to draw it"),
    N_("{width} x {height} pixels are more than {most}"),
)
"""What workers say, with the names of values as messages have them."""


def words(said: str) -> str:
    """What a worker said, for people; the log has what its decoders say of damaged files."""
    if said.startswith(DIED):
        return _("it is damaged, or needs more memory than a preview may take")
    reason = re.sub(r"^\w+(Error|Exception): ", "", said)
    for message in KNOWN:
        if found := _pattern(message).fullmatch(reason):
            return _(message, **{name: _value(text) for name, text in found.groupdict().items()})
    return said and _(said) if reason == said else _("it is damaged, or not what its name says")


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """What a worker says with any values."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(message)), re.DOTALL)


def _value(text: str) -> int | str:
    """A number is written as the language does."""
    digits = text.replace(",", "")
    return int(digits) if re.fullmatch(r"\d{1,18}", digits, re.ASCII) else text
