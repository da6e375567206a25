"""Small components made of the others."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from .tags import Div, Input, Span, Table, Tbody, Td, Th, Thead, Tr


class Hello(Div):
    """A greeting that counts clicks: to see that all works."""

    def __init__(self, **attributes: Any) -> None:
        self.clicks = 0
        super().__init__(**attributes)
        self.text = self.text or "Hello! (click me)"
        self.classes = (
            self.classes or "m-1 p-1 text-2xl text-center cursor-pointer bg-blue-500 text-white"
        )
        self.on("click", self.count)

    def count(self) -> None:
        """Show one click more."""
        self.clicks += 1
        self.text = f"I was clicked {self.clicks} times"


class Space(Span):
    """``num`` spaces that do not collapse."""

    def __init__(self, num: int = 1, **attributes: Any) -> None:
        super().__init__(inner_html="&nbsp;" * num, **attributes)


class HTMLEntity(Span):
    """A character by its HTML name: ``HTMLEntity(entity='&euro;')``."""

    def __init__(self, entity: str = "", **attributes: Any) -> None:
        super().__init__(text=html.unescape(entity), **attributes)


class InputChangeOnly(Input):
    """An input that sends its value when it is left, not while typing."""

    @property
    def entry_event(self) -> str | None:
        """The event by which the browser tells what was entered."""
        return "change"


class AutoTable(Table):
    """A table of a list of rows, the first of which is its head."""

    def __init__(self, values: Sequence[Sequence[Any]] = (), **attributes: Any) -> None:
        super().__init__(**attributes)
        if not values:
            return
        head = Tr(a=Thead(a=self))
        for value in values[0]:
            Th(text=value, classes="px-4 py-2", a=head)
        body = Tbody(a=self)
        for number, row in enumerate(values[1:]):
            line = Tr(classes="bg-gray-100" if number % 2 else "", a=body)
            for value in row:
                Td(text=value, classes="border px-4 py-2 text-center", a=line)
