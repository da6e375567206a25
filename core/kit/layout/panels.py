"""Panels: named panels, of which one is shown; those of tabs and of a frame's sections."""

import inspect
from collections.abc import Callable
from typing import Any

import core as jp
from core.words import did_you_mean

Fill = Callable[[jp.Div], Any]
"""A plain function that fills a panel when it is shown for the first time."""


class Panels:
    """Named panels.

    Attributes:
        selected: the name of the one that is shown; "" before there is one.
    """

    def __init__(self) -> None:
        self.selected = ""
        self._panels: dict[str, jp.Div] = {}
        self._waiting: dict[str, Fill] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._panels

    def add(self, name: str, panel: jp.Div, fill: Fill | None) -> None:
        """Add a panel, which is hidden until it is selected.

        Raises:
            ValueError: there is one of this name.
            TypeError: ``fill`` is async.
        """
        if not name or name in self._panels:
            raise ValueError(f"Each needs a name of its own, unlike {name!r}.")
        if inspect.iscoroutinefunction(fill):
            raise TypeError("fill takes a plain function: write def, without async.")
        panel.hidden(True)
        self._panels[name] = panel
        if fill:
            self._waiting[name] = fill

    def select(self, name: str) -> None:
        """Show a panel instead of the others.

        Raises:
            ValueError: there is none of this name.
        """
        if name not in self._panels:
            hint = did_you_mean(name, self._panels, 0.5) or f"There are {', '.join(self._panels)}."
            raise ValueError(f"There is no {name!r}. {hint}")
        self._fill(name)
        self.selected = name
        for each, panel in self._panels.items():
            panel.hidden(each != name)

    def _fill(self, name: str) -> None:
        """Fill the panel once. What a function that raises has left is removed."""
        if name not in self._waiting:
            return
        try:
            self._waiting[name](self._panels[name])
        except BaseException:
            self._panels[name].delete_components()
            raise
        del self._waiting[name]
