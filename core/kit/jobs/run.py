"""run: one call of a function in a process of its own, for handlers that wait for it."""

from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from typing import Any, Literal

import core as jp


async def run(
    function: Callable[..., Any],
    /,
    *arguments: Any,
    executor: Literal["processes", "threads"] | Executor = "processes",
    on_progress: Callable[[float | None, str], Awaitable[None] | None] | None = None,
    **options: Any,
) -> Any:
    """Call ``function(*arguments, **options)`` in another process, and wait for what it returns.

    The page stays alive meanwhile. If the task that waits is cancelled, the function is asked to
    stop (`kit.report` raises `kit.Cancelled`), and five seconds later its process is ended. A
    process needs to find the function: define it with `def` at the top level of a file. What
    belongs to a session, shows progress and can be cancelled by its user is a `kit.Job`.

    Args:
        executor: "processes", "threads", or any `concurrent.futures.Executor`.
        on_progress: called with what the function reports with `kit.report`; async or plain.

    Raises:
        JobError: the function cannot be called there, or its process ended.
        Exception: what the function raised.
    """
    return await jp.app.jobs.run(
        function, *arguments, executor=executor, on_progress=on_progress, **options
    )
