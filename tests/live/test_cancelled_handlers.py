"""A cancelled event leaves its files and its page to a plain handler that is still running."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import core as jp
from core.attribute_dict import AttributeDict
from core.live.channel import Channel
from core.live.dispatcher import Dispatcher
from core.live.failures import Failures
from core.live.handler_calls import HandlerCalls
from core.live.live_page import LivePage
from core.live.progress import Progress


class Files:
    """Stands for the upload engine: notes what becomes of files."""

    def __init__(self) -> None:
        self.done: list[str] = []

    async def take(self, session_id: str, ids: Sequence[str]) -> list[Any]:
        return [SimpleNamespace(upload_id=upload_id, error="") for upload_id in ids]

    async def sort_out(self, control: Any, files: Sequence[Any]) -> list[Any]:
        return list(files)

    async def release(self, files: Sequence[Any]) -> None:
        self.done += [f"{file.upload_id} is given back" for file in files]

    async def settle(self, files: Sequence[Any]) -> None:
        pass

    async def discard(self, files: Sequence[Any]) -> None:
        self.done += [f"{file.upload_id} is removed" for file in files]

    def announced_name(self, name: str) -> str:
        return name


class Site:
    """A page with a form whose handler waits until it may go on."""

    def __init__(self) -> None:
        self.files, self.reached, self.open = Files(), threading.Event(), threading.Event()
        self.form = jp.Form(submit=self.submit)
        self.input = jp.Input(type="file", a=self.form)
        page = jp.WebPage().add(self.form)
        threads = ThreadPoolExecutor(2)
        self.live = LivePage(page, str, threads, str)
        self.live.flush()
        failures = Failures(False, (), lambda: [self.live])
        self.handlers = HandlerCalls(threads, failures)
        progress = Progress(self.handlers.run_progress)
        self.dispatcher = Dispatcher(self.files, self.handlers, progress, failures, self.dragged)
        self.calls = 0

    async def dragged(self, channel: Channel, source: Any) -> list[Any]:
        raise AssertionError("nothing is dragged")

    def submit(self, msg: Any) -> None:
        self.calls += 1
        if self.calls == 1:
            self.reached.set()
            self.open.wait(60)

    def send(self, upload_id: str) -> asyncio.Task[Any]:
        channel = Channel(self.live, "me", self.live.number, lambda: None)
        control = AttributeDict(c=self.input.component_id, uploads=[upload_id])
        event = AttributeDict(
            e="submit", c=self.form.component_id, data=AttributeDict(form=[control])
        )
        return asyncio.create_task(self.dispatcher.handle(channel, event))


async def test_a_handler_keeps_its_files_and_its_page_until_it_has_ended() -> None:
    site = Site()
    first = site.send("a")
    await asyncio.to_thread(site.reached.wait, 60)
    first.cancel()
    second = site.send("b")
    await asyncio.wait([first, second], timeout=0.2)
    first.cancel()
    await asyncio.wait([first, second], timeout=0.2)
    assert site.files.done == [], "the files of a handler were removed while it used them"
    assert site.calls == 1, "two plain handlers of a page ran at once"
    site.open.set()
    await asyncio.wait([first, second])
    assert first.cancelled()
    assert site.files.done == ["a is removed", "b is removed"]
    assert site.calls == 2


async def test_files_that_no_handler_has_seen_are_given_back() -> None:
    site = Site()
    reached = asyncio.Event()

    async def forever(control: Any, files: Sequence[Any]) -> list[Any]:
        reached.set()
        return await asyncio.Future()

    site.files.sort_out = forever  # type: ignore[method-assign]
    event = site.send("a")
    await reached.wait()
    event.cancel()
    await asyncio.wait([event])
    assert site.files.done == ["a is given back"]


async def test_the_end_of_the_server_waits_for_no_handler_and_leaves_its_files() -> None:
    site = Site()
    event = site.send("a")
    await asyncio.to_thread(site.reached.wait, 60)
    event.cancel()
    await asyncio.wait([event], timeout=0.1)
    assert not event.done()
    site.handlers.stop()
    event.cancel()
    await asyncio.wait([event], timeout=60)
    assert event.cancelled()
    assert site.files.done == []
    site.open.set()
