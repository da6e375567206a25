"""Node: a node of the tree of components, with its parents and children; it can become dirty."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator, Sequence
from typing import Any

NO_CHILDREN: tuple[()] = ()  # of nodes that never had any

# Guards the copy-on-write tuples of parents and viewers: two threads may add one node at once.
tree_lock = threading.Lock()


class Node:
    """A node of the tree; it may have several parents."""

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


def parents(node: Node) -> Iterator[Node]:
    """The parents that are still alive."""
    return (parent for ref in node._parents if (parent := ref()) is not None)


def ancestors(node: Node) -> Iterator[Node]:
    """The node and all nodes above it, each once."""
    found, stack = {id(node): node}, [node]  # by identity: programs may define __eq__()
    while stack:
        yield (each := stack.pop())
        for parent in parents(each):
            if id(parent) not in found:
                found[id(parent)] = parent
                stack.append(parent)


def is_inside(inner: Node | None, outer: Node) -> bool:
    """Whether a node is another one, or below it."""
    while inner is not outer:
        if inner is None or not inner._parents:
            return False
        if len(inner._parents) > 1:
            return any(each is outer for each in ancestors(inner))
        inner = inner._parents[0]()  # without a search: this runs for each row of a table
    return True
