"""Launching: who shows the programs that ``jp.serve()`` and ``jp.justpy()`` serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Launch = Callable[[Any], None]
"""Shows an `App`, in a window for example; returns when it ends."""

_launch: Launch | None = None


@contextmanager
def launched_by(launch: Launch) -> Iterator[None]:
    """In this context, `serve` and `justpy` of all threads hand their programs to a launcher."""
    global _launch
    before, _launch = _launch, launch
    try:
        yield
    finally:
        _launch = before


def current_launch() -> Launch | None:
    """The launcher that programs are handed to; None if `serve` serves them itself."""
    return _launch
