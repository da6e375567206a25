"""Text and Password: controls of fields for words."""

from __future__ import annotations

import re
from typing import Any, Literal

import core as jp
from core.language.texts import N_, _, ngettext

from .field_control import EMPTY, FieldControl, Wrong

MOST = 100_000
"""Characters of a text, unless the program says otherwise."""

TextKind = Literal["text", "email", "url", "tel", "search"]

_SHAPES = {
    "email": (re.compile(r"[^@\s]+@[^@\s]+"), N_("Enter an address such as ada@example.com.")),
    "url": (re.compile(r"https?://\S+"), N_("Enter an address such as https://example.com.")),
}


class Text(FieldControl):
    """A text, of one line or of several.

    Args:
        value: the first text.
        rows: the lines in sight; more than one make it a text area.
        kind: "email" and "url" are checked; the others decide which keys a telephone shows.
        min_length, max_length: in characters.
        placeholder: an example, shown while it is empty.
        attributes: ``required``, ``disabled``, and those of every component.
    """

    def __init__(
        self,
        value: str = "",
        *,
        rows: int = 1,
        kind: TextKind = "text",
        min_length: int = 0,
        max_length: int = MOST,
        placeholder: str = "",
        **attributes: Any,
    ) -> None:
        made: Any = jp.Textarea(rows=rows) if rows > 1 else jp.Input(type=kind)
        made.classes = "kit-field-input"
        made.placeholder = placeholder or None
        super().__init__(made, **attributes)
        self._lines, self._kind = rows, kind
        self._lengths = min_length, max_length
        self.write(value)

    def read(self) -> str:
        """The text; of one line without spaces around it."""
        text = str(self.input.value or "")
        return self._checked(text.strip() if self._lines == 1 else text)

    def _checked(self, text: str) -> str:
        fewest, most = self._lengths
        if not text.strip():
            if self.required:
                raise Wrong(_(EMPTY))
            return text
        if len(text) < fewest:
            raise Wrong(
                ngettext(
                    "Enter {count} character or more.", "Enter {count} characters or more.", fewest
                )
            )
        if len(text) > most:
            raise Wrong(
                _("This has {count} characters. Enter {most} or fewer.", count=len(text), most=most)
            )
        shape, words = _SHAPES.get(self._kind, (None, ""))
        if shape and not shape.fullmatch(text):
            raise Wrong(_(words))
        return text

    def write(self, value: str) -> None:
        """Show a text."""
        self.input.value = value


class Password(Text):
    """A text that is hidden unless somebody wants to see it.

    Args:
        value: the first one; it is in the page, where it can be read.
        new: whether it is made up here; the browser may offer to make one.
        min_length: in characters.
        attributes: as for `Text`.
    """

    def __init__(
        self, value: str = "", *, new: bool = False, min_length: int = 0, **attributes: Any
    ) -> None:
        super().__init__(min_length=min_length, behavior="password", **attributes)
        self.input.type = "password"
        self.input.autocomplete = "new-password" if new else "current-password"
        self.write(value)

    def read(self) -> str:
        """The password, as it is."""
        return self._checked(str(self.input.value or ""))
