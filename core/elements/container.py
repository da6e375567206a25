"""Container: the methods by which components and pages hold components."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from typing import Any, Generic, Self, SupportsIndex, TypeVar, overload

from . import with_blocks
from .children import Children, checked
from .node import NO_CHILDREN, Child, Node, tree_lock

C = TypeVar("C", bound=Child)


class Container(Node, Generic[C]):
    """A node that holds components: a component or a page.

    Inside ``with container:`` new components become its children unless they name another parent.
    """

    _children: Children[C] | tuple[()] = NO_CHILDREN

    def __enter__(self) -> Self:
        with_blocks.enter(self)
        return self

    def __exit__(self, *error: object) -> None:
        with_blocks.leave()

    @property
    def components(self) -> Children[C]:
        """The children, in order. The list may be changed in place or replaced."""
        if isinstance(self._children, tuple):
            with tree_lock:  # two threads may add their first children at once
                if isinstance(self._children, tuple):
                    object.__setattr__(self, "_children", Children(self))
        assert isinstance(self._children, Children)
        return self._children

    @components.setter
    def components(self, components: Iterable[C]) -> None:
        if not isinstance(components, Iterable):
            raise TypeError(f"components takes a list of components, not {components!r:.100}.")
        if components is not self._children:  # as after `components += [...]`
            self.components[:] = components

    def add(self, *components: C) -> Self:
        """Append components; returns the container, so that calls can be chained."""
        children = self.components
        for component in components:
            children.append(component)
        return self

    def __add__(self, component: C) -> Self:
        return self.add(component)

    def __iadd__(self, component: C) -> Self:
        return self.add(component)

    def add_component(self, component: C, position: int | None = None) -> Self:
        """Insert a component at a position, by default after the last child."""
        with_blocks.leave_block(checked(component))
        where = len(self._children) if position is None else position
        self.components.insert(where, component)
        return self

    def add_first(self, component: C) -> Self:
        """Insert a component before the first child."""
        return self.add_component(component, 0)

    def remove_component(self, component: C) -> Self:
        """Remove a child.

        Raises:
            ValueError: the component is not a child of this one.
        """
        if not self._holds(component):
            raise ValueError(f"{component!r} is not a child of {self!r}, so it cannot be removed.")
        self.components.remove(component)
        return self

    def remove(self, component: C) -> Self:
        """Remove a child if it is one."""
        if self._holds(component):
            self.components.remove(component)
        return self

    def _holds(self, component: Any) -> bool:
        """Whether a component is one of the children, without a search."""
        return isinstance(component, Child) and weakref.ref(self) in component._parents

    def delete_components(self) -> Self:
        """Remove all children."""
        self.components.clear()
        return self

    def get_components(self) -> Children[C]:
        """The children: the same as ``components``."""
        return self.components

    def first(self) -> C:
        """The first child."""
        return self.components[0]

    def last(self) -> C:
        """The last child."""
        return self.components[-1]

    def __len__(self) -> int:
        return len(self._children)

    def __bool__(self) -> bool:
        return True  # a container without children is still there

    def __iter__(self) -> Iterator[C]:
        return iter(self.components)

    @overload
    def __getitem__(self, index: SupportsIndex) -> C: ...
    @overload
    def __getitem__(self, index: slice) -> list[C]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> C | list[C]:
        return self.components[index]
