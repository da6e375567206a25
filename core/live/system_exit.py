"""`sys.exit()` in a program's functions: an error, because they run inside a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class ExitRefused(RuntimeError):
    """A handler, page function, task or startup called `sys.exit()`."""


@contextmanager
def no_exit() -> Iterator[None]:
    """Replace `SystemExit`, which would end the event loop and leave windows open, by an error.

    Raises:
        ExitRefused: a function of the program raised `SystemExit`.
    """
    try:
        yield
    except SystemExit as error:
        refused = ExitRefused(
            "sys.exit() does not end a program that is being served. To close its window, use "
            "'from desktop import window' and 'await window.close()'. Without a window: Ctrl-C."
        )
        raise refused.with_traceback(error.__traceback__) from None  # the program's own lines
