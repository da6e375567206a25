"""Memory: a page without browsers is freed, whatever refers to it from inside."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed

import core as jp
from core.live.websocket import PAGE_GONE
from core.testing.dom_patch import Document
from tests.support.local import PATIENCE, Local, local
from tests.support.native import until

GRACE = 2.0  # mostly enough for a browser to come

made: list[weakref.ref[Any]] = []
shared = jp.Div(text="on every page", data={"long": "lived"})


def watched(*objects: Any) -> None:
    made.extend(map(weakref.ref, objects))


def referring() -> jp.WebPage:
    """Handlers, closures, data and models that all lead back to the page."""
    page = jp.WebPage(data={"name": "Mary"})
    button = jp.Button(a=page, page=page, data={"page": page})
    jp.P(model=[page, "name"], a=page)

    def click() -> None:
        with page:
            jp.P(text="clicked")

    async def key(self: Any, msg: jp.Msg) -> None:
        page.data["msg"] = msg

    button.on("click", click)
    page.on("keydown", key)
    page.add(shared)
    watched(page, button)
    return page


async def waiting() -> jp.WebPage:
    """Updates that are due in an hour, and scripts that no browser took."""
    page = referring()
    jp.run_task(page.delayed_update(3600))
    await page.run_javascript("1")
    return page


async def inside() -> jp.WebPage:
    """A task that was started inside the page's block goes on without it."""
    with referring() as page:
        jp.run_task(asyncio.sleep(3600))
    return page


def failing() -> jp.WebPage:
    with referring() as page:
        raise RuntimeError(f"{page!r} has failed, as this test wants it")


def leaving() -> jp.WebPage:
    page = referring()
    page.on_disconnect = lambda websocket: page.add(jp.P())  # type: ignore[method-assign]
    return page


FUNCTIONS: list[Callable[..., Any]] = [referring, waiting, inside, failing, leaving]


@pytest.fixture(params=FUNCTIONS, ids=lambda function: function.__name__)
def served(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Local]:
    made.clear()
    logging.disable()  # pytest would keep what it logs, and with that the frames of an error
    with local(tmp_path, request.param, page_grace=GRACE) as running:
        yield running
    logging.disable(logging.NOTSET)
    shared.text = "on every page"


def test_pages_that_no_browser_joined(served: Local) -> None:
    with served.session() as client:
        for _ in range(5):
            client.get("/")
    expect_freed(served, 10)


def test_pages_that_browsers_left(served: Local) -> None:
    with served.session() as client:
        for _ in range(3):
            visit(served, client)
    expect_freed(served, 6)


def test_a_page_is_freed_without_the_garbage_collector(tmp_path: Path) -> None:
    def plain() -> jp.WebPage:
        page = jp.WebPage().add(out := jp.P(text="text"), shared)
        jp.Button(text="b", a=page, click=lambda: setattr(out, "text", "clicked"))
        watched(page, out)
        return page

    made.clear()
    gc.disable()
    try:
        with local(tmp_path, plain, page_grace=GRACE) as served, served.session() as client:
            visit(served, client)
            expect_freed(served, 2)
    finally:
        gc.enable()


def test_a_component_on_many_pages_remembers_only_those_that_live(tmp_path: Path) -> None:
    made.clear()
    with local(tmp_path, referring, page_grace=0.0) as served, served.session() as client:
        for _ in range(20):
            client.get("/")
        expect_freed(served, 40)
        client.get("/")
        assert len(references(shared)) <= 2  # to the page and its view
        expect_freed(served, 42)
    assert shared.pages() == set()


def test_a_page_that_a_task_holds_leaves_the_instances(tmp_path: Path) -> None:
    """What run_task started is the program's: it goes on, and so does its page."""
    updates = []

    def clock() -> jp.WebPage:
        page = jp.WebPage()

        async def tick() -> None:
            while page.page_id in jp.WebPage.instances:
                await page.update()
                await asyncio.sleep(0)
            updates.append("ended")

        jp.run_task(tick())
        watched(page)
        return page

    made.clear()
    with local(tmp_path, clock, page_grace=0.0) as served, served.session() as client:
        client.get("/")
        expect_freed(served, 1)
    assert updates == ["ended"]


def references(component: jp.Component) -> list[weakref.ref[Any]]:
    """The weak references that a component keeps, alive or dead."""
    kept = [value for value in vars(component).values() if isinstance(value, tuple)]
    return [ref for refs in kept for ref in refs if isinstance(ref, weakref.ref)]


def visit(served: Local, client: httpx.Client) -> None:
    """Open the page, click its button and leave; as browsers do, reload a page that has expired."""
    while (answer := client.get("/")).status_code == 200:
        try:
            click(served, answer.text)
        except ConnectionClosed as closed:
            if closed.rcvd is None or closed.rcvd.code != PAGE_GONE:
                raise
        else:
            return


def click(served: Local, html: str) -> None:
    """Click the page's button over a channel of its own."""
    document = Document(html)
    elements = {e.attributes.get("id"): e for e in document.elements() if "id" in e.attributes}
    settings = json.loads("".join(str(child) for child in elements["satchel-page"].children))
    button = next(e for e in document.elements() if e.tag == "button")
    query = f"page={settings['page']}&seq={settings['seq']}"
    with served.websocket(f"/_satchel/socket?{query}") as socket:
        click = {"t": "event", "n": 1, "c": button.component_id, "e": "click", "data": {}}
        socket.send(json.dumps(click))
        while "ack" not in (message := json.loads(socket.recv(PATIENCE))):
            pass
        assert message["error"] is None


def expect_freed(served: Local, count: int) -> None:
    """At least so many objects were made, and all are freed when their pages have expired."""
    until(lambda: not len(served.app.pages), "pages expire")
    assert len(made) >= count

    def is_freed() -> bool:
        if gc.isenabled():
            gc.collect()
        return all(ref() is None for ref in made)

    try:
        until(is_freed, "all is freed")
    except AssertionError as error:
        alive = [ref() for ref in made if ref() is not None]
        referrers = [type(each) for each in gc.get_referrers(alive[0])]
        raise AssertionError(f"{len(alive)} live on, the first held by {referrers}") from error
