"""Text with highlighting: pairs of a kind of token and its text."""

import contextlib
import os
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .encoding import decoded

if TYPE_CHECKING:
    from pygments.lexer import Lexer

MAX_BYTES = 256 << 10
"""Bytes that are read of a text."""

MAX_LINE = 5000
"""Characters that are shown of a line."""

MAX_TOKENS = 50_000
"""Tokens that are highlighted; the text after them is plain."""

MAX_SECONDS = 2.0
"""Seconds for highlighting; the text that is left then is plain."""

# Pygments' kinds of tokens, the more special ones first -> the few that have a colour.
_KINDS = (
    ("Comment", "comment"),
    ("Literal.String", "string"),
    ("Literal.Number", "number"),
    ("Keyword", "keyword"),
    ("Operator.Word", "keyword"),
    ("Name.Tag", "keyword"),
    ("Name.Function", "function"),
    ("Name.Class", "function"),
    ("Name.Decorator", "function"),
    ("Name.Attribute", "function"),
    ("Name.Builtin", "builtin"),
    ("Name.Constant", "builtin"),
    ("Name.Exception", "builtin"),
    ("Name.Variable", "builtin"),
    ("Generic.Inserted", "inserted"),
    ("Generic.Deleted", "deleted"),
    ("Generic.Heading", "keyword"),
    ("Generic.Subheading", "keyword"),
)

_OPTIONS: dict[str, Any] = {"stripnl": False, "ensurenl": False}

Token = tuple[str, str]
"""A kind ("" for plain text), and text."""


def read_text(source: str, name: str, plain: bool) -> dict[str, object]:
    """The beginning of a text."""
    with open(source, "rb") as file:
        raw = file.read(MAX_BYTES)
        size = os.fstat(file.fileno()).st_size
    text, encoding = decoded(raw)
    text = shortened(text)
    return {
        "tokens": [("", text)] if plain else list(highlighted(text, lexer_of(name, text))),
        "encoding": encoding,
        "shown": len(raw),
        "size": size,
    }


def shortened(text: str) -> str:
    """The text, without the ends of very long lines: browsers take their time with those."""
    lines = (line if len(line) <= MAX_LINE else f"{line[:MAX_LINE]}…" for line in text.split("\n"))
    return "\n".join(lines)


def lexer_of(name: str, text: str) -> "Lexer | None":
    """The lexer for a file of this name; None for plain text."""
    from pygments.lexers import get_lexer_for_filename
    from pygments.util import ClassNotFound

    with contextlib.suppress(ClassNotFound):
        return get_lexer_for_filename(name, **_OPTIONS)
    if not text.startswith("#!"):
        return None
    program = text[2:200].partition("\n")[0].split(" ")[-1].rpartition("/")[2]
    return lexer_named(program.rstrip("0123456789."))


def lexer_named(language: str) -> "Lexer | None":
    """The lexer for a language; None for plain text."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, **_OPTIONS)
    except ClassNotFound:
        return None


def highlighted(text: str, lexer: "Lexer | None") -> Iterator[Token]:
    """The tokens of a text; neighbours of the same kind are one. Together they are the text."""
    if lexer is None:
        yield "", text
        return
    kind, done = "", 0
    waiting: list[str] = []
    end = time.monotonic() + MAX_SECONDS
    for number, (token, value) in enumerate(lexer.get_tokens(text)):
        if number > MAX_TOKENS or time.monotonic() > end:
            break
        done += len(value)
        found = kind_of(str(token).removeprefix("Token."))
        if found != kind and not value.isspace():
            if waiting:
                yield kind, "".join(waiting)
            kind, waiting = found, []
        waiting.append(value)
    yield kind, "".join(waiting)
    if done < len(text):
        yield "", text[done:]


def kind_of(token: str) -> str:
    """The kind of a token, by Pygments' name for it."""
    return next((kind for start, kind in _KINDS if token.startswith(start)), "")
