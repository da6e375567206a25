"""Handlers written as text: the body of a function with ``self`` and ``msg``."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any

_AWAITING = (ast.Await, ast.AsyncFor, ast.AsyncWith)


class TextHandlers:
    """Compiles the bodies of handlers.

    Args:
        shared: names that every body may use besides ``self``, ``msg`` and Python's own.
    """

    def __init__(self, shared: dict[str, Any]) -> None:
        self._shared = shared

    def compile(self, event: str, body: str, names: Mapping[str, Any]) -> Callable[..., Any]:
        """The function ``handler(self, msg)`` of a body; async if the body has an ``await``.

        Args:
            names: further names that this body may use.

        Raises:
            SyntaxError: the body is not Python; the message quotes it.
        """
        try:
            code = _compiled(body)
        except SyntaxError as error:
            raise SyntaxError(
                f"The {event} handler given as text is not Python: {error.msg} in line "
                f"{error.lineno} of {body!r}. To call a function, pass it without quotes."
            ) from None
        made: dict[str, Callable[..., Any]] = {}
        exec(code, {**self._shared, **names} if names else self._shared, made)
        return made["handler"]


@lru_cache(maxsize=1024)
def _compiled(body: str) -> CodeType:
    statements = ast.parse(textwrap.dedent(body).strip()).body
    is_async = any(isinstance(n, _AWAITING) for each in statements for n in ast.walk(each))
    frame = f"{'async ' if is_async else ''}def handler(self, msg): pass"
    module = ast.parse(frame)
    if statements:
        module.body[0].body = statements  # type: ignore[attr-defined]
    return compile(module, f"<handler {body[:40]!r}>", "exec")
