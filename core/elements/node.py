"""Node: a place in a tree. It knows its parents and children, and reports that it is dirty."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Sequence
from typing import Any

NO_CHILDREN: tuple[()] = ()  # of nodes that never had any

# Guards the copy-on-write tuples of parents and viewers: two threads may add one node at once.
tree_lock = threading.Lock()


class Node:
    """A node of a tree; it may stand in several parents."""

    _parents: tuple[weakref.ref[Node], ...] = ()
    _children: Sequence[Any] = NO_CHILDREN
    _data: dict[str, Any] | None = None

    def _changed(self, name: str) -> None:
        """Mark the attribute of this name as dirty: browsers show an older value."""
        raise NotImplementedError

    @property
    def data(self) -> dict[str, Any]:
        """A dictionary for the program's own use."""
        if self._data is None:
            object.__setattr__(self, "_data", {})
        assert self._data is not None
        return self._data

    @data.setter
    def data(self, data: dict[str, Any]) -> None:
        object.__setattr__(self, "_data", data)


class Child(Node):
    """A node that can have parents: every component is one, pages are not."""

    _block: weakref.ref[Any] | None = None  # the `with` block that adopted it automatically


def stands_in(inner: Node | None, outer: Node) -> bool:
    """Whether one is the other, or stands in it, directly or inside others."""
    while inner is not outer:
        if inner is None or not (parents := inner._parents):
            return False
        if len(parents) > 1:
            return any(stands_in(ref(), outer) for ref in parents)
        inner = parents[0]()  # a loop, since this runs for each row that is added to a table
    return True
