"""``with`` blocks: new components without a named parent are added to the innermost open one."""

from __future__ import annotations

import weakref
from contextvars import ContextVar
from typing import Any, Protocol

from .node import Child


class Block(Protocol):
    """A container whose ``with`` block can be open."""

    def add(self, *components: Any) -> Any:
        """Append components."""

    def remove(self, component: Any) -> Any:
        """Remove a child if it is one."""


# The containers whose blocks are open, innermost last; each task and thread has its own.
_open: ContextVar[tuple[Block, ...]] = ContextVar("_open", default=())


def enter(block: Block) -> None:
    """Open the block of a container."""
    _open.set((*_open.get(), block))


def leave() -> None:
    """Close the innermost block."""
    _open.set(_open.get()[:-1])


def leave_all() -> None:
    """Leave the blocks that a task inherited; its components do not belong there."""
    _open.set(())


def add_new(component: Child, *parents: Block | None) -> None:
    """Add a new component to the parents that are named, by default to the innermost open block."""
    is_named = False
    for parent in parents:
        if parent is not None:
            parent.add(component)
            is_named = True
    if not is_named and (blocks := _open.get()):
        blocks[-1].add(component)
        object.__setattr__(component, "_block", weakref.ref(blocks[-1]))


def leave_block(component: Child) -> None:
    """Remove a component from the open block that adopted it: the program adds it elsewhere."""
    if component._block is None:
        return
    block = component._block()
    object.__setattr__(component, "_block", None)
    if block is not None and block in _open.get():
        block.remove(component)
