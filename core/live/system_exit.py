"""What becomes of `sys.exit()` in a program's functions, which run inside of a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class ExitRefused(RuntimeError):
    """A handler, page function, task or startup called `sys.exit()`."""


@contextmanager
def no_exit() -> Iterator[None]:
    """Make an error of `SystemExit`, which would end the event loop, and leave windows behind.

    Raises:
        ExitRefused: in its place.
    """
    try:
        yield
    except SystemExit as error:
        refused = ExitRefused(
            "sys.exit() ends no program that is being served. To close its window: 'await "
            "window.close()', with 'from desktop import window'. Without a window: Ctrl-C."
        )
        raise refused.with_traceback(error.__traceback__) from None  # the program's own lines
