"""Request functions, served to a user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from core import testing
from core.testing import User


@contextmanager
def serving(page_grace: float = 30, **functions: Any) -> Iterator[User]:
    """Request functions at the paths of their names."""
    paths = [(f"/{name}", function) for name, function in functions.items()]
    with testing.serve(routes=paths, page_grace=page_grace) as user:
        yield user
