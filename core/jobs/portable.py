"""Calls and outcomes as bytes, for another process; what cannot be sent is said in words."""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable
from typing import Any

from ..sizes import size_text
from .errors import JobError, NotCallable, WorkFailed
from .outcome import MAX_TRACE, Call, Outcome

MAIN = ("__main__", "__mp_main__")
"""The program's file, here and (as multiprocessing names it) in a process that only loads it."""


class _Reader(pickle.Unpickler):
    """Finds what is in the program's file, however that was started.

    Args:
        main: gives the program's module.
    """

    def __init__(self, data: bytes, main: Callable[[], Any]) -> None:
        super().__init__(io.BytesIO(data))
        self._main = main

    def find_class(self, module: str, name: str) -> Any:
        if module not in MAIN:
            return super().find_class(module, name)
        found = self._main()
        for part in name.split("."):
            found = getattr(found, part)
        return found


def load(data: bytes, main: Callable[[], Any] = lambda: sys.modules["__main__"]) -> Any:
    """What was sent. It may raise anything: classes of the program take part."""
    return _Reader(data, main).load()


def call_bytes(call: Call) -> bytes:
    """A call as bytes.

    Raises:
        NotCallable: its arguments cannot be sent.
    """
    try:
        return pickle.dumps(call, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        raise NotCallable(f"This cannot be sent to a process: {error}") from error


def check_function(call: Call) -> None:
    """Check that a process can load a function and its arguments, before any item is sent.

    Raises:
        NotCallable: it cannot; the text says what to do.
    """
    name = getattr(call.function, "__qualname__", repr(call.function))
    try:
        pickle.dumps(call.function)
    except Exception as error:
        raise NotCallable(
            f"Another process cannot load {name}. Define it with def at the top level of the "
            f"program's file or of a module, or use executor='threads'. ({error})"
        ) from error
    try:
        pickle.dumps((call.arguments, dict(call.options)))
    except Exception as error:
        raise NotCallable(
            f"The arguments of {name} cannot be sent to a process: {error}. Send what they are "
            "made of, or use executor='threads'."
        ) from error


def outcome_bytes(outcome: Outcome, most: int) -> bytes:
    """An outcome as bytes; one that cannot be sent, or is too long, becomes a failure."""
    outcome = sendable(outcome)
    try:
        data = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        return _failure(
            f"It returned a {type(outcome.value).__name__}, which cannot be sent from its "
            f"process: {error}. Return what it is made of, or write a file with output()."
        )
    if len(data) <= most or outcome.kind != "done":
        return data
    return _failure(
        f"It returned {size_text(len(data))}, and {size_text(most)} are allowed. Write a file with "
        "output() instead."
    )


def _failure(text: str) -> bytes:
    return pickle.dumps(Outcome.of_error(JobError(text)))


def sendable(outcome: Outcome) -> Outcome:
    """The outcome with an error that survives being sent: not all exceptions do."""
    if outcome.error is None:
        return outcome
    try:
        data = pickle.dumps(outcome.error)
        pickle.loads(data)
        if len(data) > MAX_TRACE:
            raise ValueError("too long")
    except Exception:
        error = WorkFailed(outcome.sentence)
        return Outcome("failed", error=error, sentence=outcome.sentence, trace=outcome.trace)
    return outcome


def load_outcome(data: bytes) -> Outcome:
    """The outcome that a process sent."""
    try:
        outcome = load(data)
    except Exception as error:
        return Outcome.of_error(
            JobError(f"What it returned cannot be loaded: {type(error).__name__}: {error}")
        )
    assert isinstance(outcome, Outcome)
    return outcome
