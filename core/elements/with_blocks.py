"""``with`` blocks: new components that name no parent are added to the innermost open one."""

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
    """Leave the blocks that a task inherited: its components do not belong in them."""
    _open.set(())


def innermost() -> Block | None:
    """The container of the innermost open block."""
    return _open.get()[-1] if _open.get() else None


def add_to_innermost(component: Child) -> None:
    """Add a new component that names no parent to the innermost open block."""
    if (block := innermost()) is not None:
        block.add(component)
        object.__setattr__(component, "_block", weakref.ref(block))


def leave_block(component: Child) -> None:
    """Remove a component from the open block that adopted it: the program puts it elsewhere.

    Without this, a component made in a block and added to another one would stand in both.
    """
    if component._block is None:
        return
    block = component._block()
    object.__setattr__(component, "_block", None)
    if block is not None and block in _open.get():
        block.remove(component)
