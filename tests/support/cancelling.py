"""Cancels work at each of its awaits in turn, on a slow disk."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import time
from collections.abc import Callable, Coroutine, Generator
from pathlib import Path
from typing import Any

import pytest

from core.files import copies, disk

SLOWLY = 0.005
"""Seconds that each change of the disk takes: long enough for a request to come in between."""

CALLS = ("fsync", "replace", "rename", "link", "truncate", "mkdir", "listdir")


class SlowDisk:
    """Every write, copy, sync and rename is slow.

    Attributes:
        busy: how many of these are running now.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.busy = 0
        self._counting = threading.Lock()
        for owner, names in ((os, CALLS), (disk, ("write_all",)), (copies, ("append_range",))):
            for name in names:
                monkeypatch.setattr(owner, name, self._slow(getattr(owner, name)))

    def _slow(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def slow(*arguments: Any, **options: Any) -> Any:
            self._count(1)
            try:
                time.sleep(SLOWLY)
                return function(*arguments, **options)
            finally:
                self._count(-1)

        return slow

    def _count(self, number: int) -> None:
        with self._counting:
            self.busy += number


class _Stepping:
    """A coroutine that reports each of its suspensions."""

    def __init__(self, work: Coroutine[Any, Any, Any], suspended: Callable[[], None]) -> None:
        self._work = work
        self._suspended = suspended

    def __await__(self) -> Generator[Any, Any, Any]:
        send, value = self._work.send, None
        while True:
            try:
                waits_for = send(value)
            except StopIteration as done:
                return done.value
            self._suspended()
            try:
                value = yield waits_for
                send = self._work.send
            except BaseException as error:
                send, value = self._work.throw, error  # type: ignore[assignment]


async def cut_at(work: Coroutine[Any, Any, Any], number: int, times: int) -> bool:
    """Cancel work as often as `times` from its await of this number on; whether it came so far.

    Awaits of tasks that it begins count, too: the cancellation is always that of the whole.
    """
    loop = asyncio.get_running_loop()
    left = number

    def suspended() -> None:
        nonlocal left
        left -= 1
        if -times < left <= 0:
            loop.call_soon(task.cancel)

    def factory(_: Any, inner: Coroutine[Any, Any, Any], **options: Any) -> asyncio.Task[Any]:
        async def stepping() -> Any:
            return await _Stepping(inner, suspended)

        return asyncio.Task(stepping(), loop=loop, **options)

    loop.set_task_factory(factory)  # type: ignore[arg-type]
    try:
        task = loop.create_task(work)
        await asyncio.wait([task])
    finally:
        loop.set_task_factory(None)
    if not task.cancelled():
        task.result()
    return left <= 0


def open_below(folder: Path) -> list[str]:
    """The files below a folder that this process has open."""
    found = []
    for number in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):  # the list itself was open, too
            found.append(os.readlink(f"/proc/self/fd/{number}"))
    return [path for path in found if path.startswith(f"{folder}/")]
