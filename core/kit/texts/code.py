"""Code: a text in a programming language, coloured, with a button that copies it."""

from collections.abc import Iterable
from html import escape
from typing import Any

import core as jp
from core.workers.program.text import MAX_BYTES, Token, highlighted, lexer_named

from ..script_part import ScriptPart


class Code(ScriptPart):
    """Shows code in colours; a button copies it.

    Args:
        text: the code. Colours end after 256 KiB, the text does not.
        language: any name that Pygments knows, such as "python" or "sql"; others, and "", mean
            plain text.
        attributes: as for `core.Div`.

    Raises:
        TypeError: text or language is not a string.
    """

    script = "kit/code.js"

    def __init__(self, text: str = "", language: str = "", **attributes: Any) -> None:
        classes = f"kit-code {attributes.pop('classes', '')}".strip()
        super().__init__(**{**attributes, "classes": classes})
        label = attributes.get("aria_label") or "Code"
        self._pre = jp.Pre(
            classes="kit-code-text", tabindex=0, role="region", aria_label=label, a=self
        )
        self._text = self._language = ""
        self._show(text, language)

    @property
    def source(self) -> str:
        """The code; setting it shows another one."""
        return self._text

    @source.setter
    def source(self, text: str) -> None:
        self._show(text, self._language)

    @property
    def language(self) -> str:
        """The name of its language."""
        return self._language

    @language.setter
    def language(self, language: str) -> None:
        self._show(self._text, language)

    def _show(self, text: str, language: str) -> None:
        for value in (text, language):
            if not isinstance(value, str):
                raise TypeError(f"kit.Code shows text, not {value!r:.100}.")
        self._text, self._language = text, language
        coloured, plain = text[:MAX_BYTES], text[MAX_BYTES:]
        tokens = highlighted(coloured, lexer_named(language) if language else None)
        self._pre.inner_html = f"<code>{tokens_html(tokens)}{escape(plain)}</code>"


def tokens_html(tokens: Iterable[Token]) -> str:
    """The HTML of tokens."""
    return "".join(
        f'<span class="kit-code-{kind}">{escape(text)}</span>' if kind else escape(text)
        for kind, text in tokens
    )
