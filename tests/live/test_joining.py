"""Nothing is lost between finding a page and joining it: neither the page nor a tab."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import core as jp
from core.live.live_page import LivePage
from tests.support.channels import joined, visit
from tests.support.local import PATIENCE, Local, local
from tests.support.native import until

GRACE = 2.0  # enough for a browser to come, on a busy machine


class Painting:
    """Holds a painting of a live page up, between its two looks at the components."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.goes_on = threading.Event(), threading.Event()
        self.holds = False
        whole = LivePage.whole

        def held(live: LivePage) -> tuple[int, str]:
            if self.holds:
                self.holds = False
                self.begun.set()
                self.goes_on.wait(PATIENCE)
            return whole(live)

        monkeypatch.setattr(LivePage, "whole", held)


@pytest.fixture
def painting(monkeypatch: pytest.MonkeyPatch) -> Painting:
    return Painting(monkeypatch)


@pytest.fixture
def page() -> jp.WebPage:
    return jp.WebPage()


@pytest.fixture
def other() -> jp.WebPage:
    """A page at ``/other``, which no browser joins."""
    return jp.WebPage()


@pytest.fixture
def served(tmp_path: Path, page: jp.WebPage, other: jp.WebPage) -> Iterator[Local]:
    def function(request: jp.Request) -> jp.WebPage:
        return other if request.url.path == "/other" else page

    with local(tmp_path, function, page_grace=GRACE) as running:
        yield running


def outlast_grace(served: Local, other: jp.WebPage) -> None:
    """Wait for longer than a page without a browser is kept."""
    visit(served, path="/other")
    until(lambda: other.view is None, "a page without a browser is let go")


def read_until(stream: Iterator[str], text: str) -> bool:
    return any(text in line for line in stream)


def test_a_tab_whose_stream_broke_while_it_joined_misses_nothing(
    served: Local, page: jp.WebPage, painting: Painting
) -> None:
    out = jp.P(text="before", a=page)
    token = visit(served)
    session = served.session(1)
    join = {"t": "join", "page": token, "seq": -1, "browser": "b"}
    answers: list[httpx.Response] = []

    def post() -> None:
        answers.append(served.session(1).post("/_satchel/post", json=join))

    painting.holds = True
    joining = threading.Thread(target=post)
    joining.start()
    assert painting.begun.wait(PATIENCE)
    with session.stream("GET", "/_satchel/stream?browser=b") as stream:
        assert read_until(stream.iter_lines(), "retry")
    until(lambda: not served.app.live.streams.open_streams, "the server notices it")
    painting.goes_on.set()
    joining.join()
    assert answers[0].status_code == 200
    with session.stream("GET", "/_satchel/stream?browser=b", timeout=PATIENCE) as stream:
        lines = stream.iter_lines()
        assert read_until(lines, "retry")
        out.text = "after"
        served.app.run_task(page.update())  # type: ignore[arg-type]
        assert read_until(lines, "after")


def test_a_page_is_not_let_go_while_a_tab_joins_it(
    served: Local, page: jp.WebPage, other: jp.WebPage, painting: Painting
) -> None:
    token = visit(served)
    with joined(served, token):
        pass
    join = {"t": "join", "page": visit(served), "seq": -1, "browser": "b"}
    answers: list[httpx.Response] = []
    painting.holds = True
    thread = threading.Thread(
        target=lambda: answers.append(served.session(1).post("/_satchel/post", json=join))
    )
    thread.start()
    assert painting.begun.wait(PATIENCE)
    outlast_grace(served, other)
    painting.goes_on.set()
    thread.join()
    assert answers[0].status_code == 200
    channel = next(m["channel"] for m in answers[0].json() if "channel" in m)
    alive = served.session(1).post("/_satchel/post", json={"t": "alive", "channel": channel})
    assert alive.status_code == 204
    assert served.app.pages.all() == [page.view]
    assert page.view is not None


class Late(jp.Div):
    """A component that, while it is painted, holds the painter up."""

    def __init__(self, **attributes: Any) -> None:
        self.begun, self.goes_on = threading.Event(), threading.Event()
        self.holds = False
        super().__init__(**attributes)

    @property
    def is_void(self) -> bool:  # type: ignore[override]
        if self.holds:
            self.begun.set()
            self.goes_on.wait(PATIENCE)
        return False


def test_a_page_that_takes_long_to_paint_is_there_when_it_is_painted(
    served: Local, page: jp.WebPage, other: jp.WebPage
) -> None:
    late = Late(a=page)
    late.holds = True
    thread = threading.Thread(target=visit, args=(served,))
    thread.start()
    assert late.begun.wait(PATIENCE)
    outlast_grace(served, other)
    assert page.view is not None
    late.goes_on.set()
    thread.join()


def test_classes_set_while_a_newcomer_is_painted_have_rules_in_all_browsers(
    served: Local, page: jp.WebPage
) -> None:
    late = Late(a=page)
    out = jp.P(a=page)
    token = visit(served)
    with joined(served, token) as first:
        first.settled()
        late.holds = True
        thread = threading.Thread(target=visit, args=(served, 2))
        thread.start()
        assert late.begun.wait(PATIENCE)
        out.classes = "mt-[77px]"  # by another thread, before the painter comes to it
        late.goes_on.set()
        thread.join()
        late.holds = False
        served.app.run_task(page.update())  # type: ignore[arg-type]
        while "mt-[77px]" not in json.dumps([m.get("ops") for m in first.got]):
            first.until("ops")
        assert "margin-top" in json.dumps(first.got)
