"""The record of what the browsers of a page have: which components, with which children."""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from dataclasses import dataclass

from ..elements.component import Component
from ..elements.page import View
from ..elements.visible import react, visible_children


@dataclass(slots=True)
class _Entry:
    component: Component
    places: int  # in how many of the shown parents it stands
    children: tuple[int, ...]


class Shown:
    """Components by id, as the browsers have them. Id 0 is the element around them all.

    Args:
        view: is told about changes of each component, from just before its content is read until
            the browsers lose it.
    """

    def __init__(self, view: View) -> None:
        self._view = weakref.ref(view)  # else view and record would keep each other alive
        self._entries: dict[int, _Entry] = {}
        self._top: tuple[int, ...] = ()
        self._reactive: dict[int, Component] = {}

    def __contains__(self, component: Component) -> bool:
        return component.component_id in self._entries

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, number: int) -> Component | None:
        """The component of an id, or None if no browser has it."""
        entry = self._entries.get(number)
        return entry.component if entry else None

    def reactive(self) -> list[Component]:
        """The shown components that derive what they show."""
        return list(self._reactive.values())

    def watch(self, components: Iterable[Component]) -> None:
        """Note whether components derive what they show: their model has changed."""
        for component in components:
            self._reactive.pop(component.component_id, None)
            if component in self and component.is_reactive:
                self._reactive[component.component_id] = component

    def children(self, number: int) -> tuple[int, ...]:
        """The ids of the children that the browsers have."""
        return self._entries[number].children if number else self._top

    def set_children(self, number: int, children: tuple[int, ...]) -> None:
        """Record which children the browsers will have."""
        if number == 0:
            self._top = children
        elif number in self._entries:
            self._entries[number].children = children

    def place(self, components: Iterable[Component]) -> None:
        """Record components that come to stand in one more place, and all inside them."""
        view = self._view()
        assert view is not None
        for component in components:
            entry = self._entries.get(component.component_id)
            if entry is not None:
                entry.places += 1
                continue
            if component.is_reactive:
                self._reactive[component.component_id] = component
                react(component, view)
            component.shown_by(view)
            children = visible_children(component) if component._children else []
            ids = tuple([child.component_id for child in children])
            self._entries[component.component_id] = _Entry(component, 1, ids)
            if children:  # most have none
                self.place(children)

    def drop(self, numbers: Iterable[int]) -> None:
        """Record that components stand in one place less."""
        view = self._view()
        assert view is not None
        for number in numbers:
            entry = self._entries[number]
            entry.places -= 1
            if entry.places == 0:
                del self._entries[number]
                entry.component.not_shown_by(view)
                self._reactive.pop(number, None)
                self.drop(entry.children)
