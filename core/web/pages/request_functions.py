"""Request functions: functions of a program that answer requests."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Awaitable, Callable
from typing import Any, cast

from starlette.requests import Request

from ...live.system_exit import no_exit

RequestFunction = Callable[..., Any]
"""Takes a `PageRequest` or nothing; async or plain; returns a `WebPage` or a Response."""

InThread = Callable[[Callable[[], Any]], Awaitable[Any]]
"""Runs a plain function of the program on a worker thread."""


def check_function(function: Any, call: str) -> RequestFunction:
    """Return a request function.

    Args:
        call: the call with which it is given, such as ``justpy(home)``.

    Raises:
        TypeError: it is not a function but, for example, the result of one.
    """
    if callable(function):
        return cast("RequestFunction", function)
    if inspect.iscoroutine(function):
        function.close()  # prevents Python's warning that nobody awaited it
    raise TypeError(
        f"{call} takes a function that makes pages, not {function!r}. Give the function itself, "
        f"without () after its name: {call}."
    )


async def call(function: RequestFunction, request: Request, in_thread: InThread) -> Any:
    """Call a request function: an async one on the loop, a plain one on a worker thread."""
    arguments = (request,) if _takes_request(function) else ()
    with no_exit():
        if inspect.iscoroutinefunction(function):
            return await function(*arguments)
        result = await in_thread(functools.partial(function, *arguments))
        return await result if inspect.isawaitable(result) else result


def _takes_request(function: RequestFunction) -> bool:
    positional = {"POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD"}
    if not inspect.isclass(function):  # WebPage has *unnamed only to refuse them
        positional.add("VAR_POSITIONAL")
    return any(p.kind.name in positional for p in inspect.signature(function).parameters.values())
