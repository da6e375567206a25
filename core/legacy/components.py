"""Components of JustPy's tutorial."""

from __future__ import annotations

from typing import Any

from ..elements.tags import Div, Span


class Hello(Div):
    """A greeting that counts clicks, to check that everything works.

    Attributes:
        counter: the number of the next click, from 1.
    """

    def __init__(self, *unnamed: Any, **attributes: Any) -> None:
        self.counter = 1
        super().__init__(*unnamed, **attributes)
        self.text = self.text or "Hello! (click me)"
        self.classes = (
            self.classes or "m-1 p-1 text-2xl text-center cursor-pointer bg-blue-500 text-white"
        )
        self.on("click", self.count)

    def count(self) -> None:
        """Count a click, and show it."""
        self.text = f"Hello! I was clicked {self.counter} times"
        self.counter += 1


class Space(Span):
    """``num`` spaces that do not collapse."""

    def __init__(self, num: int = 1, **attributes: Any) -> None:
        super().__init__(inner_html="&nbsp;" * num, **attributes)
