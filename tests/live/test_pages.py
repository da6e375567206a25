"""Live pages: how long they are kept, and for whom."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import core as jp
from core.live.channel import Channel
from core.live.live_page import LivePage
from core.live.pages import Pages
from tests.support.local import PATIENCE


@pytest.fixture
def pages() -> Iterator[Pages]:
    """Pages that are let go as soon as no browser shows them."""
    executor = ThreadPoolExecutor(1)
    kept = Pages(lambda page: LivePage(page, str, executor, str), 0, lambda channel: None)
    yield kept
    kept.close()


async def until_empty(pages: Pages) -> None:
    async with asyncio.timeout(PATIENCE):
        while len(pages):
            await asyncio.sleep(0)


async def test_a_page_that_no_browser_joined_is_let_go(pages: Pages) -> None:
    page = jp.WebPage().add(jp.P(text="text"))
    live = pages.serve(page, "me")
    live.paint()
    token, gone = live.token, weakref.ref(page)
    del page, live
    await until_empty(pages)
    gc.collect()
    assert gone() is None
    assert pages.find(token, "me") is None


async def test_a_page_is_kept_until_its_last_browser_left(pages: Pages) -> None:
    live = pages.serve(jp.WebPage(), "me")
    channels = [Channel(live, "me", 0, lambda: None) for _ in range(2)]
    for channel in channels:
        pages.join(channel)
    pages.leave(channels[0])
    assert pages.find(live.token, "me") is live
    pages.leave(channels[1])
    await until_empty(pages)


async def test_one_page_has_one_copy_however_often_it_is_served(pages: Pages) -> None:
    page = jp.WebPage()
    first, second = pages.serve(page, "me"), pages.serve(page, "you")
    assert first is second
    assert pages.find(first.token, "you") is first
    assert pages.find(first.token, "they") is None
    await until_empty(pages)
    assert pages.serve(page, "me") is not first
    assert pages.find(first.token, "you") is None


async def test_many_threads_may_change_one_page(pages: Pages) -> None:
    page = jp.WebPage()
    live = pages.serve(page, "me")
    pages.join(Channel(live, "me", 0, lambda: None))
    live.paint()

    def add_rows() -> None:
        for _ in range(200):
            row = jp.P(a=page)
            jp.Span(text="in it", a=row)
            live.flush()

    await asyncio.gather(*(asyncio.to_thread(add_rows) for _ in range(4)))
    assert live.paint().html.count("in it") == 800
    numbers = [number for number, _ in live.patches_after(live.number - 200) or []]
    assert numbers == list(range(live.number - 199, live.number + 1))


async def test_session_that_left_a_shared_page_loses_it(pages: Pages) -> None:
    """Others are there still: the page stays, and remembers only them."""
    page = jp.WebPage()
    live = pages.serve(page, "stays")
    stays = Channel(live, "stays", 0, lambda: None)
    pages.join(stays)
    for number in range(100):
        visitor = f"visitor {number}"
        pages.serve(page, visitor)
        if number % 2:
            channel = Channel(live, visitor, 0, lambda: None)
            pages.join(channel)
            pages.leave(channel)
    async with asyncio.timeout(PATIENCE):
        while live.sessions != {"stays"}:
            await asyncio.sleep(0)
    assert not pages.has_session("visitor 1") and pages.find(live.token, "visitor 1") is None
    assert pages.find(live.token, "stays") is live
    pages.leave(stays)
    await until_empty(pages)
