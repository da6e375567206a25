"""Children: the observed list of a node's children."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Self, SupportsIndex, TypeVar, overload

from .node import NO_CHILDREN, Child, Node, is_inside, tree_lock
from .with_blocks import leave_block

R = TypeVar("R")
C = TypeVar("C", bound=Child)


def _observed(method: Callable[..., R]) -> Callable[..., R]:
    """Compare the list before and after a list method, and link and unlink what differs."""

    @wraps(method)
    def wrapper(children: Children[Any], *args: Any, **options: Any) -> R:
        before = list(children)
        try:
            return method(children, *args, **options)
        finally:
            children._compare(before)

    return wrapper


class Children(list[C]):
    """The children of one owner. Every change of the list marks the owner as dirty."""

    __slots__ = ("_as_parents", "_owner", "_repeated")

    def __init__(self, owner: Node) -> None:
        super().__init__()
        self._owner = weakref.ref(owner)
        self._repeated = 0  # how many items repeat an earlier one
        self._as_parents = (self._owner,)  # shared by all children that have no other parent

    # Methods that change one child never look at the others: there may be very many.

    def append(self, child: C) -> None:
        self._check(child)
        list.append(self, child)
        self._link(child)
        self._owner_changed()

    def insert(self, index: SupportsIndex, child: C) -> None:
        self._check(child)
        list.insert(self, index, child)
        self._link(child)
        self._owner_changed()

    def extend(self, children: Iterable[C]) -> None:
        added = list(children)
        for child in added:
            self._check(child)
        list.extend(self, added)
        for child in added:
            self._link(child)
        self._owner_changed()

    def __iadd__(self, children: Iterable[C]) -> Self:  # type: ignore[misc, override]
        self.extend(children)
        return self

    def pop(self, index: SupportsIndex = -1) -> C:
        child = list.pop(self, index)
        self._removed(child)
        return child

    def remove(self, child: C) -> None:
        if self and self[-1] is child and not self._repeated:
            list.pop(self)  # without a search
        else:
            list.remove(self, child)
        self._removed(child)

    @overload
    def __setitem__(self, index: SupportsIndex, child: C, /) -> None: ...
    @overload
    def __setitem__(self, index: slice, children: Iterable[C], /) -> None: ...
    def __setitem__(self, index: Any, value: Any, /) -> None:
        if isinstance(index, slice):
            self._set_slice(index, value)
            return
        self._check(value)
        old = self[index]
        list.__setitem__(self, index, value)
        self._link(value)
        self._removed(old)

    def __delitem__(self, index: SupportsIndex | slice, /) -> None:
        if isinstance(index, slice):
            self._delete_slice(index)
        else:
            self.pop(index)

    clear = _observed(list.clear)
    sort = _observed(list.sort)
    reverse = _observed(list.reverse)
    __imul__ = _observed(list.__imul__)
    _set_slice = _observed(list.__setitem__)
    _delete_slice = _observed(list.__delitem__)

    def _check(self, child: C) -> None:
        if checked(child)._children is not NO_CHILDREN:
            self._refuse_cycle(child)

    def _refuse_cycle(self, child: C) -> None:
        """ValueError if the owner is the child or inside it."""
        if is_inside(owner := self._owner(), child):
            raise ValueError(
                f"{child!r} cannot be added to {owner!r}: a component cannot contain itself. Make "
                "another component, or remove that one from its parent first."
            )

    def _removed(self, child: C) -> None:
        """A child was removed from the list, in which it may be a second time."""
        if self._repeated and child in self:
            self._repeated -= 1
        else:
            self._unlink(child)
        self._owner_changed()

    def _compare(self, before: list[C]) -> None:
        try:
            old, new = set(before), {checked(child) for child in self}
            for child in new - old:
                if child._children is not NO_CHILDREN:
                    self._refuse_cycle(child)
        except (TypeError, ValueError):
            super().__setitem__(slice(None), before)
            raise
        for child in new - old:
            self._link(child)
        self._repeated = len(self) - len(new)
        for child in old - new:
            self._unlink(child)
        self._owner_changed()

    def _link(self, child: C) -> None:
        if child._block is not None:
            leave_block(child)
        with tree_lock:
            if not child._parents:  # new, as most are
                object.__setattr__(child, "_parents", self._as_parents)
                return
            alive = tuple(ref for ref in child._parents if ref() is not None)
            if self._owner in alive:
                self._repeated += 1
            else:
                alive = (*alive, self._owner)
            object.__setattr__(child, "_parents", alive)

    def _unlink(self, child: C) -> None:
        with tree_lock:
            parents = tuple(ref for ref in child._parents if ref != self._owner)
            object.__setattr__(child, "_parents", parents)

    def _owner_changed(self) -> None:
        if (owner := self._owner()) is not None:
            owner._changed("components")


def checked(child: C) -> C:
    """The child; TypeError if it is not a component."""
    if not isinstance(child, Child):
        raise TypeError(
            f"{child!r} cannot be added to a page: only components can. "
            "Put text into a component's text, as in jp.P(text='...')."
        )
    return child
