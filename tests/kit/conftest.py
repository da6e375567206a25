"""Fixtures for tests of the kit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

import core as jp
from core import kit
from core.testing import Table, serve

ShowTable = Callable[..., Table]


@pytest.fixture
def show_table() -> Iterator[ShowTable]:
    """A function that shows a `kit.Table` to a simulated user; it takes what the table takes."""
    with ExitStack() as stack:

        def show(*arguments: Any, **options: Any) -> Table:
            def page() -> jp.WebPage:
                wp = kit.Page()
                kit.Table(*arguments, **options, a=wp)
                return wp

            return stack.enter_context(serve(page)).open("/").table()

        yield show
