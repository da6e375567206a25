"""Bounds: events that come faster than handlers work, and what is kept for browsers."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core.elements.page_scripts import MOST_SCRIPTS
from core.live import channel, page_rules
from core.live.event_queue import AT_ONCE, BUSY, MOST
from tests.support.channels import joined, visit
from tests.support.local import PATIENCE, Local, local
from tests.support.native import until

GRACE = 2.0  # enough for a browser to come, on a busy machine
MOST_CLASSES = 200


class Slow:
    """A page whose handlers wait at a gate."""

    def __init__(self) -> None:
        self.gate, self.begun = threading.Event(), threading.Event()
        self.page = jp.WebPage()
        self.out = jp.P(a=self.page)
        self.clicked = self.kept = 0
        self.moves: list[int] = []
        self.button = jp.Button(a=self.page, click=self.click)
        self.pauses = jp.Button(a=self.page, click=self.pause)
        self.area = jp.Div(a=self.page, mousemove=self.move)

    def click(self, msg: Any) -> None:
        self.begun.set()
        self.gate.wait(PATIENCE)
        self.clicked += 1

    async def pause(self, msg: Any) -> None:
        await asyncio.to_thread(self.gate.wait, PATIENCE)

    def move(self, msg: Any) -> None:
        self.moves.append(msg.x)


@pytest.fixture
def slow() -> Iterator[Slow]:
    slow = Slow()
    yield slow
    slow.gate.set()


@pytest.fixture
def served(tmp_path: Path, slow: Slow) -> Iterator[Local]:
    with local(tmp_path, lambda: slow.page, page_grace=GRACE) as running:
        yield running
        slow.gate.set()


def tasks(served: Local) -> int:
    """How many tasks of events there are."""
    return served.app.live.receiver.at_work


def test_the_end_of_a_page_cancels_waiting_events(served: Local, slow: Slow) -> None:
    with joined(served, visit(served)) as tab:
        for _ in range(1000):
            tab.fire(slow.button)
        tab.settled()
    until(lambda: len(served.app.pages) == 0, "the page is let go")
    until(lambda: tasks(served) <= 1, "only the running handler is left")
    slow.gate.set()
    until(lambda: tasks(served) == 0, "the handler ends")
    assert slow.clicked == 1


def test_on_disconnect_is_called_though_the_page_ends_first(served: Local, slow: Slow) -> None:
    left = threading.Event()
    slow.page.on_disconnect = lambda websocket: left.set()  # type: ignore[method-assign,assignment,return-value]
    with joined(served, visit(served)) as tab:
        tab.fire(slow.button)
        tab.settled()
        assert slow.begun.wait(PATIENCE)
    until(lambda: len(served.app.pages) == 0, "the page is let go")
    slow.gate.set()
    assert left.wait(PATIENCE)


@pytest.mark.parametrize("name", ["button", "pauses"])
def test_more_events_than_a_program_can_do_are_refused_in_words(
    served: Local, slow: Slow, name: str
) -> None:
    with joined(served, visit(served)) as tab:
        for _ in range(MOST + AT_ONCE + 5):
            tab.fire(getattr(slow, name))
        tab.settled()
        assert tasks(served) <= MOST
        busy = [message for message in tab.got if message.get("error") == BUSY]
        assert len(busy) == (5 if name == "button" else AT_ONCE + 5)
        slow.gate.set()
        until(lambda: tasks(served) == 0, "all is done")
        if name == "button":
            assert slow.clicked == MOST + AT_ONCE
        assert tab.click(slow.button)["error"] is None


def test_moves_of_the_mouse_supersede_each_other_while_a_handler_works(
    served: Local, slow: Slow
) -> None:
    with joined(served, visit(served)) as tab:
        tab.fire(slow.button)
        assert slow.begun.wait(PATIENCE)
        for number in range(2000):
            last = tab.fire(slow.area, "mousemove", x=number)
        tab.settled()
        assert tasks(served) <= AT_ONCE
        slow.gate.set()
        while tab.until("ack")["ack"] != last:
            pass
        assert all(message.get("error") is None for message in tab.got)
    assert slow.moves[-1] == 1999
    assert slow.moves == sorted(slow.moves)
    assert len(slow.moves) <= AT_ONCE + 1


def test_a_click_between_moves_comes_between_them(served: Local, slow: Slow) -> None:
    order: list[Any] = []
    slow.area.on("mousemove", lambda msg: order.append(msg.x))
    slow.area.on("click", lambda msg: order.append("click"))
    with joined(served, visit(served)) as tab:
        tab.fire(slow.button)
        assert slow.begun.wait(PATIENCE)
        for number in range(100):
            tab.fire(slow.area, "mousemove", x=number)
        tab.fire(slow.area)
        for number in range(100, 200):
            last = tab.fire(slow.area, "mousemove", x=number)
        slow.gate.set()
        while tab.until("ack")["ack"] != last:
            pass
    assert order[-3:] == [99, "click", 199]


def test_a_browser_that_takes_no_answers_is_closed(
    served: Local, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "MOST_WAITING", 10)
    token = visit(served)
    session = served.session()
    join = {"t": "join", "page": token, "seq": 0, "browser": "no stream"}
    answer = session.post("/_satchel/post", json=join).json()
    number = next(message["channel"] for message in answer if "channel" in message)
    codes = [
        session.post("/_satchel/post", json={"t": "window", "channel": number, "call": "x"})
        for _ in range(20)
    ]
    assert codes[0].status_code == 204
    assert codes[-1].status_code == 400


def test_scripts_that_no_browser_takes_are_not_kept_for_ever(
    caplog: pytest.LogCaptureFixture,
) -> None:
    page = jp.WebPage()

    async def run() -> None:
        for number in range(10 * MOST_SCRIPTS):
            await page.run_javascript(f"{number}")

    asyncio.run(run())
    assert [script.text for script in page.scripts][-1] == f"{10 * MOST_SCRIPTS - 1}"
    assert len(page.scripts) == MOST_SCRIPTS
    assert caplog.text.count("oldest scripts are dropped") == 1
    asyncio.run(page.run_javascript("x" * 2_000_000))
    asyncio.run(page.run_javascript("y" * 3_000_000))
    assert [script.text[0] for script in page.scripts] == ["y"]


def test_classes_no_longer_in_use_are_forgotten(
    served: Local, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A box that follows the mouse has another class for each place."""
    monkeypatch.setattr(page_rules, "MOST_CLASSES", MOST_CLASSES)
    with joined(served, visit(served)) as tab:
        live = next(iter(served.app.pages.all()))

        async def follow(msg: Any) -> None:
            for number in range(MOST_CLASSES):
                slow.out.classes = f"left-[{msg.x + number}px]"
                await slow.page.update()

        slow.area.on("mousemove", follow)
        for start in (0, MOST_CLASSES, 2 * MOST_CLASSES):
            number = tab.fire(slow.area, "mousemove", x=start)
            while tab.until("ack")["ack"] != number:
                pass
        slow.out.classes = "mt-[77px]"
        number = tab.fire(slow.area, "mousemove", x=9 * MOST_CLASSES)
        while tab.until("ack")["ack"] != number:
            pass
        assert len(live.rules) <= 2 * (MOST_CLASSES + 1)
        rules = tab.settled_text()  # the last place is shown with its rule
        assert f"left:{10 * MOST_CLASSES - 1}px" in rules
