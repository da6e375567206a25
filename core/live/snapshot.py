"""Snapshot: the components that the browsers of a page have, with their children."""

from __future__ import annotations

import weakref
from collections.abc import Iterable

from ..elements.component import Component
from ..elements.element import visible_children
from ..elements.reactive import react
from ..elements.view import View


class Snapshot:
    """Components by id, as the browsers have them. Id 0 is the element around all of them.

    Args:
        view: is notified of changes of each component, from just before its content is read until
            the browsers no longer have it.
    """

    def __init__(self, view: View) -> None:
        self._view = weakref.ref(view)  # otherwise view and snapshot would keep each other alive
        self._components: dict[int, Component] = {}
        self._children: dict[int, tuple[int, ...]] = {}  # of those that have any
        self._further: dict[int, int] = {}  # how many more places a component has
        self._reactive: dict[int, Component] = {}

    def __contains__(self, component: Component) -> bool:
        return component.component_id in self._components

    def __len__(self) -> int:
        return len(self._components)

    def get(self, number: int) -> Component | None:
        """The component of an id, or None if no browser has it."""
        return self._components.get(number)

    def reactive(self) -> list[Component]:
        """The shown components that derive what they show."""
        return list(self._reactive.values())

    def watch(self, components: Iterable[Component]) -> None:
        """Look again whether components derive what they show, since their model changed."""
        for component in components:
            self._reactive.pop(component.component_id, None)
            if component in self and component.is_reactive:
                self._reactive[component.component_id] = component

    def children(self, number: int) -> tuple[int, ...]:
        """The ids of the children that the browsers have."""
        return self._children.get(number, ())

    def set_children(self, number: int, children: tuple[int, ...]) -> None:
        """Record which children the browsers will have."""
        if not children:
            self._children.pop(number, None)
        elif number == 0 or number in self._components:
            self._children[number] = children

    def place(self, components: Iterable[Component]) -> None:
        """Record one more place of components, and everything inside them."""
        view = self._view()
        assert view is not None
        viewers, known = (self._view,), self._components  # all share the tuple
        for component in components:
            number = component.component_id
            if number in known:
                self._further[number] = self._further.get(number, 0) + 1
                continue
            if component.is_reactive:
                self._reactive[number] = component
                react(component, view)
            component.shown_by(viewers)
            known[number] = component
            if component._children:
                children = visible_children(component)
                self.set_children(number, tuple([child.component_id for child in children]))
                self.place(children)

    def drop(self, numbers: Iterable[int]) -> None:
        """Record that components have one place less."""
        view = self._view()
        assert view is not None
        for number in numbers:
            if further := self._further.pop(number, 0):
                if further > 1:
                    self._further[number] = further - 1
                continue
            self._components.pop(number).not_shown_by(view)
            self._reactive.pop(number, None)
            self.drop(self._children.pop(number, ()))
