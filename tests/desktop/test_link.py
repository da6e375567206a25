"""Calls between the process with the window and the one with the program (--debug)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from multiprocessing import Pipe, get_context
from typing import Any

import pytest

from core.live.errors import HostError
from desktop.launch import link as link_module
from desktop.launch.link import Connection, Link

PATIENCE = 20.0  # seconds: to fail instead of hanging


class Stranger:
    """What the other process cannot make sense of, as of a class that only the program has."""

    def __reduce__(self) -> Any:
        return int, ("no number",)


@contextmanager
def linked(**offered: Callable[..., Any]) -> Iterator[Link]:
    """Our end of a link whose other end offers these."""
    ours, theirs = Pipe()
    link, other = Link(ours, {}, lambda: None), Link(theirs, offered, lambda: None)
    link.start()
    other.start()
    yield link
    theirs.close()


def refuse() -> None:
    raise HostError("no", Stranger())


@pytest.mark.parametrize("result", [lambda: None, Stranger(), threading.Lock()])
def test_a_result_that_cannot_be_sent_is_an_error(result: Any) -> None:
    with linked(give=lambda: result, add=lambda a, b: a + b) as link:
        with pytest.raises(HostError, match="See the log"):
            link.call("give", timeout=PATIENCE)
        assert link.call("add", 1, 2, timeout=PATIENCE) == 3


@pytest.mark.parametrize("name", ["refuse", "missing"])
def test_a_refusal_that_cannot_be_sent_is_an_error(name: str) -> None:
    with linked(refuse=refuse, add=lambda a, b: a + b) as link:
        with pytest.raises(HostError, match="See the log"):
            link.call(name, timeout=PATIENCE)
        assert link.call("add", 1, 2, timeout=PATIENCE) == 3


def test_an_argument_that_cannot_be_sent_is_the_callers() -> None:
    with linked(add=lambda a, b: a + b) as link:
        with pytest.raises((AttributeError, TypeError)):
            link.call("add", lambda: None, 2, timeout=PATIENCE)
        with pytest.raises(HostError, match="See the log"):
            link.call("add", Stranger(), 2, timeout=PATIENCE)
        assert link.call("add", 1, 2, timeout=PATIENCE) == 3


def serve(connection: Connection) -> None:
    """The other process."""
    Link(connection, {"add": lambda a, b: a + b}, lambda: None).start()
    threading.Event().wait()


def test_an_end_is_noticed_while_the_last_answer_is_being_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spawn = get_context("spawn")
    ours, theirs = spawn.Pipe()
    other = spawn.Process(target=serve, args=(theirs,), daemon=True)
    other.start()
    theirs.close()
    lost = threading.Event()

    class SlowlyTaken(Future[Any]):
        def result(self, timeout: float | None = None) -> Any:
            taken = super().result(timeout)
            other.kill()
            assert lost.wait(PATIENCE)
            return taken

    monkeypatch.setattr(link_module, "Future", SlowlyTaken)
    link = Link(ours, {}, lost.set)
    link.start()
    assert link.call("add", 1, 2, timeout=PATIENCE) == 3
    other.join()
