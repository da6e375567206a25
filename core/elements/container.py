"""What components and pages have in common: an ordered list of children that knows its owner."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from functools import wraps
from typing import TYPE_CHECKING, Any, Self, SupportsIndex, TypeVar, overload

if TYPE_CHECKING:
    from .component import Component

R = TypeVar("R")

NO_CHILDREN: tuple[()] = ()  # of what never had any

# Guards the copy-on-write tuples of parents and views: two threads may add one component at once.
family = threading.Lock()


def _tells_owner(method: Callable[..., R]) -> Callable[..., R]:
    """Let a list method that changes the list tell the children and the owner about it."""

    @wraps(method)
    def wrapper(children: Children, *args: Any, **options: Any) -> R:
        before = list(children)
        try:
            return method(children, *args, **options)
        finally:
            children._compare(before)

    return wrapper


class Children(list["Component"]):
    """The children of one owner. Every way to change the list is noticed."""

    __slots__ = ("_as_parents", "_owner", "_repeated")

    def __init__(self, owner: Container) -> None:
        super().__init__()
        self._owner = weakref.ref(owner)
        self._repeated = 0  # places of children that stand here more than once, without the first
        self._as_parents = (self._owner,)  # of all children that have no other

    def append(self, component: Component) -> None:
        self._check(component)
        list.append(self, component)
        self._adopt(component)
        self._owner_changed()

    # The ways to change one child cost no look at the others, however many there are.

    def insert(self, index: SupportsIndex, component: Component) -> None:
        self._check(component)
        list.insert(self, index, component)
        self._adopt(component)
        self._owner_changed()

    def extend(self, components: Iterable[Component]) -> None:
        coming = list(components)
        for component in coming:
            self._check(component)
        list.extend(self, coming)
        for component in coming:
            self._adopt(component)
        self._owner_changed()

    def __iadd__(self, components: Iterable[Component]) -> Self:  # type: ignore[misc, override]
        self.extend(components)
        return self

    def pop(self, index: SupportsIndex = -1) -> Component:
        component = list.pop(self, index)
        self._gone(component)
        return component

    def remove(self, component: Component) -> None:
        if self and self[-1] is component and not self._repeated:
            list.pop(self)  # without a search
        else:
            list.remove(self, component)
        self._gone(component)

    @overload
    def __setitem__(self, index: SupportsIndex, component: Component, /) -> None: ...
    @overload
    def __setitem__(self, index: slice, components: Iterable[Component], /) -> None: ...
    def __setitem__(self, index: Any, value: Any, /) -> None:
        if isinstance(index, slice):
            self._set_slice(index, value)
            return
        self._check(value)
        old = self[index]
        list.__setitem__(self, index, value)
        self._adopt(value)
        self._gone(old)

    def __delitem__(self, index: SupportsIndex | slice, /) -> None:
        if isinstance(index, slice):
            self._delete_slice(index)
        else:
            self.pop(index)

    clear = _tells_owner(list.clear)
    sort = _tells_owner(list.sort)
    reverse = _tells_owner(list.reverse)
    __imul__ = _tells_owner(list.__imul__)
    _set_slice = _tells_owner(list.__setitem__)
    _delete_slice = _tells_owner(list.__delitem__)

    def has(self, component: Child) -> bool:
        """Whether a component is a child, without a search."""
        return self._owner in component._parents

    def _check(self, component: Component) -> None:
        if checked(component)._children is not NO_CHILDREN:
            self._refuse_circle(component)

    def _gone(self, component: Component) -> None:
        """A child was taken away in one place; it may stand in another one."""
        if self._repeated and component in self:
            self._repeated -= 1
        else:
            self._disown(component)
        self._owner_changed()

    def _compare(self, before: list[Component]) -> None:
        try:
            old, new = set(before), {checked(component) for component in self}
            for component in new - old:
                if component._children is not NO_CHILDREN:
                    self._refuse_circle(component)
        except (TypeError, ValueError):
            super().__setitem__(slice(None), before)
            raise
        for component in new - old:
            self._adopt(component)
        self._repeated = len(self) - len(new)
        for component in old - new:
            self._disown(component)
        self._owner_changed()

    def _refuse_circle(self, component: Component) -> None:
        """ValueError where the owner is the component or stands in it."""
        if stands_in(owner := self._owner(), component):
            raise ValueError(
                f"{component!r} cannot be added to {owner!r}, for it would stand in itself. Make "
                "another component, or take that one off first."
            )

    def _adopt(self, component: Component) -> None:
        component._leave_block()
        with family:
            if not component._parents:  # a new one, as most are
                object.__setattr__(component, "_parents", self._as_parents)
                return
            alive = tuple(ref for ref in component._parents if ref() is not None)
            if self._owner in alive:
                self._repeated += 1
            else:
                alive = (*alive, self._owner)
            component._parents = alive

    def _disown(self, component: Component) -> None:
        with family:
            component._parents = tuple(ref for ref in component._parents if ref != self._owner)

    def _owner_changed(self) -> None:
        if (owner := self._owner()) is not None:
            owner._changed("components")


def checked(component: Any) -> Component:
    """Return the component, or raise a TypeError that says what may be a child."""
    if not isinstance(component, Child):
        raise TypeError(
            f"{component!r} cannot be added to a page: only components can. "
            "Put text into a component's text, as in jp.P(text='...')."
        )
    return component  # type: ignore[return-value]  # cast() would be a call for each


def stands_in(inner: Container | None, outer: Container) -> bool:
    """Whether one is the other, or stands in it, directly or inside others."""
    while inner is not outer:
        if inner is None or not (parents := inner._parents):
            return False
        if len(parents) > 1:
            return any(stands_in(ref(), outer) for ref in parents)
        inner = parents[0]()  # without a call for each: rows of a table are asked about
    return True


# The containers whose `with` blocks are open, innermost last; each task and thread has its own.
_open: ContextVar[tuple[Container, ...]] = ContextVar("_open", default=())


def innermost() -> Container | None:
    """The container of the innermost open ``with`` block."""
    return _open.get()[-1] if _open.get() else None


def innermost_takes(component: Component) -> None:
    """Put a new component that names no parent into the innermost open ``with`` block."""
    if (container := innermost()) is not None:
        container.add(component)
        object.__setattr__(component, "_block", weakref.ref(container))


def leave_all() -> None:
    """Leave the ``with`` blocks that a task inherited: what it makes is not meant for them."""
    _open.set(())


class Container:
    """Something that holds components: a component or a page.

    Inside ``with container:`` new components become its children unless they name another parent.
    """

    _children: Children | tuple[()] = NO_CHILDREN
    _parents: tuple[weakref.ref[Container], ...] = ()

    def __enter__(self) -> Self:
        _open.set((*_open.get(), self))
        return self

    def __exit__(self, *error: object) -> None:
        _open.set(_open.get()[:-1])

    def _changed(self, name: str) -> None:
        """Note that the attribute of this name is not what the browsers show any more."""
        raise NotImplementedError

    @property
    def components(self) -> Children:
        """The children, in order. The list may be changed in place or replaced."""
        if isinstance(self._children, tuple):
            with family:  # else of two threads that add at once, one would lose its child
                if isinstance(self._children, tuple):
                    object.__setattr__(self, "_children", Children(self))
        assert isinstance(self._children, Children)
        return self._children

    @components.setter
    def components(self, components: Iterable[Component]) -> None:
        if not isinstance(components, Iterable):
            raise TypeError(f"components takes a list of components, not {components!r:.100}.")
        if components is not self._children:  # as after `components += [...]`
            self.components[:] = components

    def add(self, *components: Component) -> Self:
        """Append components; returns the container, so that calls can be chained."""
        children = self.components
        for component in components:
            children.append(component)
        return self

    def __add__(self, component: Component) -> Self:
        return self.add(component)

    def __iadd__(self, component: Component) -> Self:
        return self.add(component)

    def add_component(self, component: Component, position: int | None = None) -> Self:
        """Insert a component at a position, by default after the last child."""
        checked(component)._leave_block()
        where = len(self._children) if position is None else position
        self.components.insert(where, component)
        return self

    def add_first(self, component: Component) -> Self:
        """Insert a component before the first child."""
        return self.add_component(component, 0)

    def remove_component(self, component: Component) -> Self:
        """Remove a child.

        Raises:
            ValueError: the component is not a child of this one.
        """
        if not self._holds(component):
            raise ValueError(f"{component!r} is not a child of {self!r}, so it cannot be removed.")
        self.components.remove(component)
        return self

    def remove(self, component: Component) -> Self:
        """Remove a child if it is one."""
        if self._holds(component):
            self.components.remove(component)
        return self

    def _holds(self, component: Any) -> bool:
        """Whether a component is one of the children."""
        children = self._children
        return (
            isinstance(children, Children)
            and isinstance(component, Child)
            and children.has(component)
        )

    def delete_components(self) -> Self:
        """Remove all children."""
        self.components.clear()
        return self

    def get_components(self) -> Children:
        """The children: the same as ``components``."""
        return self.components

    def first(self) -> Component:
        """The first child."""
        return self.components[0]

    def last(self) -> Component:
        """The last child."""
        return self.components[-1]

    def __len__(self) -> int:
        return len(self._children)

    def __bool__(self) -> bool:
        return True  # else a container without children would count as false

    def __iter__(self) -> Iterator[Component]:
        return iter(self.components)

    @overload
    def __getitem__(self, index: SupportsIndex) -> Component: ...
    @overload
    def __getitem__(self, index: slice) -> list[Component]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Component | list[Component]:
        return self.components[index]


class Child(Container):
    """A container that can stand in others: every component is one."""

    _block: weakref.ref[Container] | None = None  # of the `with` block that took it by itself

    def _leave_block(self) -> None:
        """Leave the ``with`` block that took the component, if it is open: it is put elsewhere.

        Else what a component adds to itself would stand twice where it is made in such a block.
        """
        if self._block is None:
            return
        container = self._block()
        object.__setattr__(self, "_block", None)
        if container in _open.get() and container is not None:
            container.remove(self)  # type: ignore[arg-type]  # as in `checked`
