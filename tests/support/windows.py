"""What Windows lacks skips a test that wants it, with the reason."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from typing import NoReturn

import pytest

LACKING = {
    "mkfifo": "no FIFOs in folders",
    "symlink": "symlinks need special rights",
}
"""Functions of `os`, with the reason."""

ON_WINE = os.name == "nt" and "WINEPREFIX" in os.environ

NO_SUCH_PLACE = "(No such file|Not a directory|cannot find the (path|file)|(Path|File) not found)"
"""What Linux, Windows and Wine say of a path that leads nowhere."""


class Lacking(OSError):
    """This system cannot do that."""


def not_on_windows(reason: str) -> pytest.MarkDecorator:
    """Marks a test that cannot pass on Windows."""
    return pytest.mark.skipif(os.name == "nt", reason=f"Windows: {reason}")


def refuse_what_is_lacking() -> None:
    """Have those functions say what is lacking; call it once, on Windows."""
    for name, reason in LACKING.items():
        setattr(os, name, _refusing(reason))


def _refusing(reason: str) -> Callable[..., NoReturn]:
    def refuse(*arguments: object, **named: object) -> NoReturn:
        raise Lacking(f"Windows: {reason}")

    return refuse


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Generator[None, object, object]:
    return (yield from _skipped())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    return (yield from _skipped())


def _skipped() -> Generator[None, object, object]:
    try:
        return (yield)
    except Lacking as lacking:
        pytest.skip(str(lacking))
