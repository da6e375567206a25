"""The ``accept`` attribute of file inputs, as programs write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..words import names

_FAMILIES = names("* application audio font image message model multipart text video")
_TOKEN = re.compile(r"\.[^\s,/]+|\*/\*|[\w.+-]+/(?:\*|[\w.+-]+)", re.ASCII)


def accept_text(accept: str | Iterable[str]) -> str:
    """The text of the attribute, such as ``image/*,.pdf``, of a text or a list of parts.

    Raises:
        ValueError: a part is neither a suffix such as ``.pdf`` nor a type such as ``image/*``:
            browsers would ignore it.
    """
    text = accept if isinstance(accept, str) else ",".join(accept)
    for part in filter(None, map(str.strip, text.split(","))):
        family, _, sub = part.lower().partition("/")
        if not _TOKEN.fullmatch(part) or (sub == "*" and family not in _FAMILIES):
            raise ValueError(
                f"accept={text!r}: {part!r} is neither a suffix such as '.jpg' nor a type such as "
                "'image/*' or 'application/pdf'."
            )
    return text
