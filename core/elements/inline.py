"""Handlers written as text: the body of a function with ``self`` and ``msg``."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import CodeType
from typing import Any

_AWAITING = (ast.Await, ast.AsyncFor, ast.AsyncWith)


def inline(event: str, body: str, names: Mapping[str, Any] | None = None) -> Callable[..., Any]:
    """The function ``handler(self, msg)`` of a body; async if there is an ``await`` in it.

    Args:
        names: what the body may use beside ``self``, ``msg``, the classes of components and
            Python's own names.

    Raises:
        SyntaxError: the body is no Python; the message quotes it.
    """
    try:
        code = _compiled(body)
    except SyntaxError as error:
        raise SyntaxError(
            f"The {event} handler given as text is no Python: {error.msg} in line "
            f"{error.lineno} of {body!r}. To call a function, pass it without quotes."
        ) from None
    made: dict[str, Callable[..., Any]] = {}
    exec(code, {**_components(), **names} if names else _components(), made)
    return made["handler"]


@cache
def _components() -> dict[str, Any]:
    """The classes of components by name; all handlers share them."""
    from . import extras, tags

    found = {name: getattr(tags, name) for name in tags.__all__}
    own = {name: value for name, value in vars(extras).items() if isinstance(value, type)}
    return {**own, **found}


@lru_cache(maxsize=1024)
def _compiled(body: str) -> CodeType:
    statements = ast.parse(textwrap.dedent(body).strip()).body
    is_async = any(isinstance(n, _AWAITING) for each in statements for n in ast.walk(each))
    frame = f"{'async ' if is_async else ''}def handler(self, msg): pass"
    module = ast.parse(frame)
    if statements:
        module.body[0].body = statements  # type: ignore[attr-defined]
    return compile(module, f"<handler {body[:40]!r}>", "exec")
