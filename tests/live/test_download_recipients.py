"""A download goes to the session whose event or request offers it, and to no other."""

from __future__ import annotations

import asyncio
import base64
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import core as jp
from tests.support.channels import Tab, joined, visit
from tests.support.local import Local, local


def downloads(tab: Tab) -> list[str]:
    """The addresses of the downloads that a browser got."""
    operations = [each for message in tab.settled() for each in message.get("now", ())]
    return [address for kind, address, _ in operations if kind == "d"]


def lines() -> Iterator[str]:
    yield "of A"


class Shared:
    """One page for everybody. Its handlers wait at the gate and then let the browser save."""

    def __init__(self) -> None:
        self.gate, self.saved = threading.Event(), threading.Event()
        self.page = jp.WebPage()
        self.plain = jp.Button(a=self.page, click=self.save)
        self.late = jp.Button(a=self.page, click=self.save_later)
        self.apart = jp.Button(a=self.page, click=self.save_on_a_thread)
        self.refused: list[str] = []

    def save(self, msg: Any) -> None:
        self.page.download(lines(), name="a.txt")

    async def save_later(self, msg: Any) -> None:
        await asyncio.to_thread(self.gate.wait, 30)
        self.page.download(lines(), name="a.txt")
        self.saved.set()

    def save_on_a_thread(self, msg: Any) -> None:
        def work() -> None:
            try:
                self.page.download(b"of A", name="a.txt")
            except RuntimeError as error:
                self.refused.append(str(error))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()


@pytest.fixture
def shared() -> Shared:
    return Shared()


@pytest.fixture
def served(tmp_path: Path, shared: Shared) -> Iterator[Local]:
    with local(tmp_path, lambda: shared.page) as running:
        yield running


def saved(served: Local, address: str, number: int = 1) -> str:
    return served.session(number).get(address).text


def test_a_browser_that_came_back_on_another_channel_gets_its_file(
    served: Local, shared: Shared
) -> None:
    token = visit(served)
    visit(served, 2)
    with joined(served, token, 2) as other:
        with joined(served, token) as first:
            first.fire(shared.late)
            first.settled()
        with joined(served, token) as again:
            shared.gate.set()
            address = again.until("now")["now"][0][1]
            assert saved(served, address) == "of A"
        assert downloads(other) == []


def test_a_file_for_a_browser_that_is_away_waits_for_it_and_not_for_others(
    served: Local, shared: Shared
) -> None:
    token = visit(served)
    visit(served, 2)
    with joined(served, token) as first:
        first.fire(shared.late)
        first.settled()
    with joined(served, token, 2) as other:
        shared.gate.set()
        assert shared.saved.wait(20)
        other.click(shared.plain)  # gets its own
        assert len(downloads(other)) == 1
    with joined(served, token) as again:
        assert len(downloads(again)) == 1


def test_a_generator_goes_to_one_tab_of_the_session(served: Local, shared: Shared) -> None:
    token = visit(served)
    with joined(served, token) as first, joined(served, token) as second:
        first.click(shared.plain)
        assert len(downloads(first)) == 1
        assert downloads(second) == []


def test_outside_of_handlers_no_session_is_guessed(served: Local, shared: Shared) -> None:
    token = visit(served)
    with joined(served, token) as first:
        first.click(shared.apart)
        assert len(downloads(first)) == 1  # nobody else was served the page
        visit(served, 2)
        with joined(served, token, 2) as other:
            first.click(shared.apart)
            assert "does not know which session it is for" in shared.refused[0]
            assert "served to 2" in shared.refused[0]
            assert downloads(other) == []
        assert len(downloads(first)) == 1


def test_a_download_of_a_progress_handler_is_for_the_sender_of_the_file(
    served: Local, shared: Shared
) -> None:
    chosen = jp.Input(type="file", a=shared.page)
    chosen.on("progress", shared.save)
    token = visit(served)
    visit(served, 2)
    with joined(served, token) as first, joined(served, token, 2) as other:
        metadata = "name YS50eHQ=,for " + _encoded(f"{token}/{chosen.component_id}/1")
        headers = {"Tus-Resumable": "1.0.0", "Upload-Length": "3", "Upload-Metadata": metadata}
        made = served.session().post("/uploads", headers=headers)
        assert made.status_code == 201, made.text
        part = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        sent = served.session().patch(
            made.headers["Location"], headers={**headers, **part}, content=b"abc"
        )
        assert sent.status_code == 204, sent.text
        first.until("now")
        assert downloads(other) == []


def test_a_download_of_on_disconnect_is_not_for_other_sessions(
    served: Local, shared: Shared
) -> None:
    left = threading.Event()

    def on_disconnect(websocket: str) -> None:
        shared.page.download(b"of A", name="a.txt")
        left.set()

    shared.page.on_disconnect = on_disconnect  # type: ignore[assignment,method-assign]
    token = visit(served)
    visit(served, 2)
    with joined(served, token, 2) as other:
        with joined(served, token):
            pass
        assert left.wait(20)
        assert downloads(other) == []


def test_a_download_of_a_page_function_is_for_the_session_of_the_request(tmp_path: Path) -> None:
    page = jp.WebPage()
    asked: list[str] = []

    def function(request: jp.Request) -> jp.WebPage:
        if asked:
            page.download(b"for the second", name="b.txt")
        asked.append(request.session_id)
        return page

    with local(tmp_path, function) as served:
        token = visit(served)
        with joined(served, token) as first:
            visit(served, 2)
            assert downloads(first) == []
            with joined(served, token, 2) as second:
                assert len(downloads(second)) == 1


def _encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
