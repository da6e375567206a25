"""Texts for people: the message in the source is English, and the catalogue has its translation.

    _("“{name}” was renamed.", name=name)
    ngettext("{count} file", "{count} files", count)

Values get into a message by name, so that every language can put them where they belong: numbers as
the language writes them, and names that run from right to left isolated from the words around them.
A module's constants are marked with `N_` and translated when they are shown, because the language
may be chosen after the module was imported. Log entries, and errors of a program's author, are
English and need none of this.
"""

from __future__ import annotations

import logging
import unicodedata

from .chosen import translations
from .numbers import number_text

log = logging.getLogger("satchel.language")

_RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI", "AN"})
_ISOLATE, _END = "\u2068", "\u2069"  # FSI, PDI


def gettext(text: str, /, **values: object) -> str:
    """A message in the language of the person, with its values: ``{name}`` for ``name=``.

    Numbers are written as the language does, and texts that run from right to left are isolated.
    """
    return _filled(translations().gettext(text), text, values)


_ = gettext


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """The message for a count, which it may name as ``{count}``.

    Args:
        one: in English, for 1.
        many: in English, for all other counts.
        count: decides about the form, by the rules of the language.
        values: of further names in it.
    """
    source = one if count == 1 else many
    text = translations().ngettext(one, many, count)
    return _filled(text, source, {"count": count, **values})


def pgettext(context: str, text: str, /, **values: object) -> str:
    """A message whose English text would be ambiguous: the context, such as "verb", says which."""
    return _filled(translations().pgettext(context, text), text, values)


def N_(text: str, /) -> str:
    """The message itself, marked for the catalogues; `_` translates it when it is shown."""
    return text


def isolated(text: str) -> str:
    """A name that does not change the order of the words around it, whichever way it runs."""
    if text.isascii() or not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text):
        return text
    return f"{_ISOLATE}{text}{_END}"


def _filled(text: str, source: str, values: dict[str, object]) -> str:
    if not values:
        return text
    shown = {name: _shown(value) for name, value in values.items()}
    try:
        return text.format_map(shown)
    except (LookupError, ValueError, AttributeError):  # a program's own catalogue is wrong
        log.warning("The translation %r does not fit the message %r.", text, source)
        return source.format_map(shown)


def _shown(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number_text(value)
    return isolated(str(value))
