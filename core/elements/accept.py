"""What a file input accepts, as programs write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FAMILIES = "application audio font image message model multipart text video"
_TOKEN = re.compile(r"\.[^\s,/]+|\*/\*|[\w.+-]+/(?:\*|[\w.+-]+)", re.ASCII)


def accept_text(accept: str | Iterable[str]) -> str:
    """The attribute's text: ``image/*,.pdf``, which may be given as a list of its parts, too.

    Raises:
        ValueError: a part is neither a suffix such as ``.pdf`` nor a type such as ``image/*``; no
            browser would let any file in for it.
    """
    text = accept if isinstance(accept, str) else ",".join(accept)
    for part in filter(None, map(str.strip, text.split(","))):
        family, _, sub = part.lower().partition("/")
        is_known = sub != "*" or family in {"*", *_FAMILIES.split()}
        if not _TOKEN.fullmatch(part) or not is_known:
            raise ValueError(
                f"accept={text!r}: {part!r} is neither a suffix such as '.jpg' nor a type such as "
                "'image/*' or 'application/pdf'."
            )
    return text
