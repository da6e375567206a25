"""Requests to the worker and their answers, under limits of memory and time that it sets itself.

It reads lines of JSON, {"task": name, "source": path, "target": path} with the options of the task,
and answers each with a line: {"error": null} if the result is in the target, or
{"error": "why not", "damaged": whether a result should have been possible}.
"""

import contextlib
import errno
import json
import math
import sys
import time
from collections.abc import Callable
from typing import Any, TextIO

from .errors import Unsuitable

MAX_MEMORY = 1 << 30
"""Address space of the worker in bytes: the decoded largest picture and its small copy."""

MAX_SECONDS = 10
"""Processor time for drawing one file; then the system ends the worker."""

MAX_READING_SECONDS = 5
"""The same for reading one: somebody is waiting for it."""


def main() -> None:
    """Be the worker process."""
    _limit_memory()
    serve(sys.stdin, sys.stdout)


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer until the other end closes."""
    for line in requests:
        answers.write(json.dumps(_answer(**json.loads(line))) + "\n")
        answers.flush()


def _answer(task: str, source: str, target: str, **options: Any) -> dict[str, object]:
    try:
        _limit_time(MAX_READING_SECONDS if task in ("read", "measure") else MAX_SECONDS)
        _task(task)(source, target, **options)
    except Unsuitable as reason:
        return {"error": str(reason), "damaged": False}
    except MemoryError:  # because of this file or earlier ones: a new worker will show which
        sys.exit(errno.ENOMEM)
    except Exception as failure:  # any file may make any decoder fail in any way
        return {"error": f"{type(failure).__name__}: {failure}", "damaged": True}
    return {"error": None}


def _task(name: str) -> Callable[..., None]:
    """The function of a task. Its decoders are imported when it is first wanted."""
    if name == "draw":
        from .drawing import draw

        return draw
    if name == "read":
        from .reading import read

        return read
    if name == "measure":
        from .measuring import measure

        return measure
    raise ValueError(f"there is no task {name!r}")


def _limit_memory() -> None:
    if sys.platform != "win32":  # it has no such limits: only the timeout applies
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with contextlib.suppress(ValueError):  # macOS counts what all programs share
            resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def _limit_time(seconds: int) -> None:
    if sys.platform != "win32":
        import resource

        limit = math.ceil(time.process_time()) + seconds
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, most))
