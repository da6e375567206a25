"""Selects, which are a choice among options; `tags` has their elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from .component import Component
from .forms import Control
from .node import Node, parents


class SelectBase(Control):
    """A choice among `Option` children. With ``multiple`` its value is a list."""

    _not_in_tag = frozenset({"value"})

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name == "multiple" and value and self.value == "":
            self.value = []

    def parse(self, value: Any) -> Any:
        """The `value` of the chosen option as the program gave it; with ``multiple`` a list.

        Browsers send text only: it stays text if no option has such a value.
        """
        if not getattr(self, "multiple", False):
            return self._given(value) if isinstance(value, str) else value
        return [self._given(each) for each in (value if isinstance(value, list) else [value])]

    def _given(self, text: str) -> Any:
        found = (each for each in _below(self) if each.html_tag == "option")
        values = (getattr(each, "value", each.text) for each in found)
        return next((value for value in values if str(value) == text), text)


class OptionBase(Component):
    """One of the choices of a select."""

    _is_plain = False

    def _state_attributes(self) -> list[tuple[str, str | Literal[True]]]:
        return [("selected", True)] if self._is_selected() else []

    def _is_selected(self) -> bool:
        value = str(getattr(self, "value", self.text))
        for select in _selects(self):
            chosen = select.value
            return value in map(str, chosen) if isinstance(chosen, list) else value == str(chosen)
        return False


def _below(component: Component) -> Iterator[Component]:
    for child in component.components:
        yield child
        yield from _below(child)


def _selects(node: Node) -> Iterator[SelectBase]:
    """The selects that an option, or a group of options, is in."""
    for parent in parents(node):
        if isinstance(parent, SelectBase):
            yield parent
        elif isinstance(parent, Component) and parent.html_tag == "optgroup":
            yield from _selects(parent)
