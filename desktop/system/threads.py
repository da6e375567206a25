"""Threads for work that may wait for a person. They do not keep the process alive."""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Any


def in_background(function: Callable[..., object], *arguments: object) -> None:
    """Call a function on a thread of its own; return at once."""
    threading.Thread(target=function, args=arguments, daemon=True).start()


async def on_own_thread(function: Callable[..., Any], *arguments: object) -> Any:
    """Call a function that may wait for a person.

    Not asyncio.to_thread: its few threads are for short work, and the process waits for them at its
    end.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Any] = loop.create_future()

    def settle(set_answer: Callable[[Any], None], value: Any) -> None:
        if not answer.done():
            set_answer(value)

    def work() -> None:
        try:
            outcome = (answer.set_result, function(*arguments))
        except BaseException as error:
            outcome = (answer.set_exception, error)
        with contextlib.suppress(RuntimeError):  # the server has stopped meanwhile
            loop.call_soon_threadsafe(settle, *outcome)

    in_background(work)
    return await answer
