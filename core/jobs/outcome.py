"""Outcome: how a call of a function ended, and the call itself, in whatever process it runs."""

from __future__ import annotations

import asyncio
import inspect
import os
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ..language.reasons import reason
from ..language.texts import _
from .limits import MAX_ERROR, shortened
from .working import Cancelled, Work, doing

MAX_TRACE = 50_000
"""Characters of a traceback for the log; the last ones are kept."""


@dataclass(frozen=True)
class Call:
    """A function with its arguments."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self) -> Any:
        """Call it; an async function runs on an event loop of its own."""
        result = self.function(*self.arguments, **self.options)
        return asyncio.run(_awaited(result)) if inspect.isawaitable(result) else result


async def _awaited(result: Any) -> Any:
    return await result


@dataclass(frozen=True)
class Outcome:
    """How a call ended.

    Attributes:
        kind: "done", "failed" or "cancelled".
        value: what the function returned.
        error: what it raised; None if that cannot be sent from its process.
        sentence: the same for people.
        outputs: the files that it made, in its folder.
        output_size: their bytes together, measured where it ran.
        trace: the traceback for the log; "" if the error is not the function's.
    """

    kind: Literal["done", "failed", "cancelled"]
    value: Any = None
    error: BaseException | None = None
    sentence: str = ""
    trace: str = ""
    outputs: tuple[Path, ...] = ()
    output_size: int = 0

    @classmethod
    def of_error(cls, error: BaseException, trace: str = "", paths: Iterable[Path] = ()) -> Outcome:
        """A failure.

        Args:
            paths: of files; people read only their names.
        """
        return cls("failed", error=error, sentence=sentence(error, paths), trace=trace)


CANCELLED = Outcome("cancelled")


def perform(work: Work, call: Call) -> Outcome:
    """Call the function; whatever it raises becomes an outcome. Blocks."""
    try:
        with doing(work):
            value = call()
        made = work.made()
        size = sum(path.stat().st_size for path in made)
        return Outcome("done", value, outputs=made, output_size=size)
    except Cancelled:
        return CANCELLED
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        paths = [each for each in call.arguments if isinstance(each, Path)]
        return Outcome.of_error(error, trace_of(error), paths)


def trace_of(error: BaseException) -> str:
    """The traceback of an error, for the log."""
    return "".join(traceback.format_exception(error))[-MAX_TRACE:]


def sentence(error: BaseException, paths: Iterable[Path] = ()) -> str:
    """What an exception says, as one sentence for people, with the names of files for paths."""
    if isinstance(error, SystemExit):
        return _("The work ended itself with sys.exit({code}).", code=repr(error.code))
    if isinstance(error, MemoryError):
        return _("There was not enough memory.")
    if isinstance(error, OSError) and error.strerror:
        name = os.path.basename(os.fsdecode(error.filename)) if _is_path(error.filename) else ""
        text = f"{reason(error)}: {name}" if name else reason(error)
    else:
        text = _text(error)
        for path in paths:
            text = text.replace(str(path), path.name)
    text = shortened(text, MAX_ERROR - 1)
    return text if text.endswith((".", "!", "?", "…", "。")) else f"{text}."


def _is_path(name: Any) -> bool:
    return isinstance(name, str | bytes | os.PathLike)


def _text(error: BaseException) -> str:
    try:
        text = str(error).strip()
    except Exception:
        text = ""
    if isinstance(error, KeyError):
        return _("There is no {name}", name=text)
    return text or _("It failed ({error})", error=type(error).__name__)
