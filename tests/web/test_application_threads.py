"""The loop owns the tasks of an application; offers and tickets are for any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import core as jp
from core.loop_guard import LoopGuard, WrongThread
from core.web.tasks import Tasks
from tests.support.local import PATIENCE, Local, local, session_id

AT_ONCE = 200


async def nothing() -> None:
    """A task."""


def at_once(function: Callable[[int], object]) -> list[object]:
    """The results of so many calls in eight threads."""
    with ThreadPoolExecutor(8) as threads:
        return list(threads.map(function, range(AT_ONCE)))


def test_another_thread_cannot_start_a_task_without_the_loop() -> None:
    coroutine = nothing()
    with pytest.raises(WrongThread, match="The event loop owns"):
        Tasks(print, LoopGuard(True)).start(coroutine)
    coroutine.close()


def test_another_thread_cannot_end_the_streams(tmp_path: Path) -> None:
    with local(tmp_path, lambda: jp.WebPage(), debug=True) as served:
        with pytest.raises(WrongThread):
            served.app.close_streams()
        assert served.session().get("/").status_code == 200


def test_any_thread_runs_a_task_on_the_loop(tmp_path: Path) -> None:
    names: list[str] = []
    ended = threading.Event()

    async def note() -> None:
        names.append(threading.current_thread().name)
        if len(names) == AT_ONCE:
            ended.set()

    with local(tmp_path, lambda: jp.WebPage(), debug=True) as served:
        served.session().get("/")
        at_once(lambda number: served.app.run_task(note()))
        assert ended.wait(PATIENCE) and set(names) == {"satchel-server"}


def test_any_thread_offers_a_download(tmp_path: Path) -> None:
    with local(tmp_path, lambda: jp.WebPage(), debug=True) as served:
        addresses = offered(served)
        with served.session() as client:
            assert [client.get(address).content for address in addresses[:20]] == [b"mine"] * 20
        assert len({*addresses}) == AT_ONCE


def offered(served: Local) -> list[str]:
    found = at_once(lambda number: served.app.offer(session_id(1), b"mine", "mine.txt"))
    return [str(address) for address in found]


def test_a_ticket_that_many_threads_want_opens_once(tmp_path: Path) -> None:
    with local(tmp_path, lambda: jp.WebPage(), debug=True) as served:
        ticket = served.app.mint_ticket(session_id(1))
        address = f"{served.url}/_satchel/enter?ticket={ticket}"
        with served.client() as client:
            found = at_once(lambda number: client.get(address).status_code)
        assert sorted(map(int, map(str, found))) == [303] + [403] * (AT_ONCE - 1)
