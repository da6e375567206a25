"""Long messages and forms: they have limits, and hold up nobody else."""

from __future__ import annotations

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core.live import messages
from core.live.errors import BadMessage
from core.live.messages import MOST_VALUES, ON_LOOP, parse
from core.serving import Program
from core.uploads.http import form_body
from core.uploads.http.form_body import MAX_URLENCODED
from tests.support.channels import joined, visit
from tests.support.local import PATIENCE, local

MANY = [
    "[" + "[]," * (MOST_VALUES + 1) + "1]",
    "[" + "{}," * (MOST_VALUES + 1) + "1]",
    "[" + "1," * (MOST_VALUES + 1) + "1]",
    "[" + '"",' * (MOST_VALUES + 1) + "1]",
    "[" + '"a,\\"b",' * (MOST_VALUES + 1) + "1]",
    "[" * (MOST_VALUES + 1),
]


@pytest.mark.parametrize("text", MANY, ids=lambda text: text[:8])
def test_a_message_has_at_most_so_many_values(text: str) -> None:
    with pytest.raises(BadMessage, match="more than 100,000 values"):
        parse(f'{{"t": "event", "data": {text}}}')


@pytest.mark.parametrize("piece", ["a, [b] {c} ", '"quoted", ', "\\", "\n,"])
def test_a_long_text_is_one_value_whatever_is_in_it(piece: str) -> None:
    text = piece * (2 * MOST_VALUES)
    assert parse(json.dumps({"value": text}))["value"] == text


def test_long_messages_are_read_off_the_loop_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[tuple[int, bool]] = []
    real = messages.parse

    def noting(text: str | bytes) -> Any:
        try:
            on_loop = asyncio.get_running_loop() is not None
        except RuntimeError:
            on_loop = False
        read.append((len(text), on_loop))
        return real(text)

    monkeypatch.setattr(messages, "parse", noting)
    page = jp.WebPage()
    area = jp.Textarea(a=page)
    with local(tmp_path, lambda: page) as served:
        token = visit(served)
        with joined(served, token) as tab:
            number = tab.fire(area, "input", value="x" * ON_LOOP)
            while tab.until("ack")["ack"] != number:
                pass
            assert area.value == "x" * ON_LOOP
            assert [on_loop for size, on_loop in read if size > ON_LOOP] == [False]
            read.clear()
            channel = next(m["channel"] for m in tab.got if "channel" in m)
            event = {"t": "event", "n": 7, "c": area.component_id, "e": "input"}
            body = {**event, "channel": channel, "data": {"value": "y" * (256 << 10)}}
            assert served.session().post("/_satchel/post", json=body).status_code == 204
            while tab.until("ack")["ack"] != 7:
                pass
            assert len(area.value) == 256 << 10
            assert [on_loop for _, on_loop in read] == [False]


def test_a_short_message_waits_for_no_long_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another session, without websockets, clicks while the program reads what one has sent."""
    begun, goes_on = threading.Event(), threading.Event()
    real = messages.parse

    def slow(text: str | bytes) -> Any:
        if len(text) > ON_LOOP:
            begun.set()
            goes_on.wait(PATIENCE)
        return real(text)

    monkeypatch.setattr(messages, "parse", slow)
    page = jp.WebPage()
    with local(tmp_path, lambda: page) as served, ThreadPoolExecutor() as posting:
        token = visit(served, 2)
        long = {"t": "alive", "more": "x" * ON_LOOP}
        first = posting.submit(
            served.session(1).post, "/_satchel/post", json=long, timeout=PATIENCE
        )
        assert begun.wait(PATIENCE)
        join = {"t": "join", "page": token, "seq": 0, "browser": "b"}
        answer = served.session(2).post("/_satchel/post", json=join, timeout=PATIENCE / 2)
        assert answer.status_code == 200 and not first.done()
        goes_on.set()
        assert first.result().status_code == 404  # of no channel


def test_a_form_in_one_line_has_a_limit_and_is_read_off_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    real = form_body.parse_qsl

    def noting(*arguments: Any, **options: Any) -> Any:
        threads.append(threading.current_thread().name)
        return real(*arguments, **options)

    monkeypatch.setattr(form_body, "parse_qsl", noting)

    async def posted(request: Any) -> jp.Response:
        form = await request.received()
        return jp.PlainTextResponse(f"{len(form.fields)}")

    program = Program()
    program.add_route("/posted", posted, methods=["POST"])
    with local(tmp_path, program=program) as served:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        client = served.session()
        assert client.post("/posted", content=b"a=1&b=%20", headers=kind).text == "2"
        assert threads[0].startswith("satchel-rendering")
        too_much = client.post("/posted", content=b"%" * (MAX_URLENCODED + 1), headers=kind)
        assert too_much.status_code == 413
        assert "multipart/form-data" in too_much.text
