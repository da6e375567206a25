"""What the browser gets: a script with the texts of our own scripts in the chosen language.

It is made from the catalogues when it is first asked for, so that those of a program count, too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache, lru_cache
from gettext import NullTranslations, c2py

from .catalogues import OURS, SOURCE
from .chosen import language, translations

ADDRESS = "/_satchel/language/"
"""Below it: `de-0123456789ab.js`. The name changes with the texts, so browsers may keep them."""

MESSAGES = OURS / "client.json"
"""The messages of assets/client and assets/kit, one list each: the message, or one and many.
Written by `scripts/make_messages`. A context stands before its message, as in catalogues."""

_GERMANIC = "n != 1"
_COUNTS = range(1001)  # in which each plural form of each language occurs
_CONTEXT = "\x04"


def script_address() -> str:
    """The address of the script; empty for English, which our scripts speak."""
    name, _content = _script(language(), translations())
    return f"{ADDRESS}{name}" if name else ""


def script() -> str:
    """The script."""
    return _script(language(), translations())[1]


@lru_cache(4)
def _script(tag: str, found: NullTranslations) -> tuple[str, str]:
    forms = _plural_forms(found)
    texts = dict(_translated(found, forms))
    if tag == SOURCE and not texts:
        return "", ""
    facts = json.dumps({"tag": tag, "texts": texts}, ensure_ascii=False)
    content = f"globalThis.satchelLanguage={{...{facts},form:n=>Number({forms})}};\n"
    mark = hashlib.sha256(content.encode()).hexdigest()[:12]
    return f"{tag}-{mark}.js", content


def _translated(found: NullTranslations, forms: str) -> Iterator[tuple[str, str | list[str]]]:
    """The messages that the catalogue has; those with a count are found by what is said of many."""
    plural = c2py(forms)
    counts = {plural(count): count for count in reversed(_COUNTS)}
    for first, *many in _messages():
        if many:
            said = [found.ngettext(first, many[0], counts[form]) for form in sorted(counts)]
            if not {*said} <= {first, many[0]}:
                yield many[0], said
            continue
        context, mark, message = first.rpartition(_CONTEXT)
        text = found.pgettext(context, message) if mark else found.gettext(message)
        if text != message:
            yield first, text


def _plural_forms(found: NullTranslations) -> str:
    """The rule of the catalogue, in C, which is JavaScript, too; `c2py` refuses anything else."""
    header = found.info().get("plural-forms", "")
    expression = header.partition("plural=")[2].partition(";")[0].strip() or _GERMANIC
    try:
        c2py(expression)
    except ValueError:
        return _GERMANIC
    return expression


@cache
def _messages() -> list[list[str]]:
    messages: list[list[str]] = json.loads(MESSAGES.read_text(encoding="utf-8"))
    return messages
