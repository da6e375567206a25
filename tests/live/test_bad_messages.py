"""Messages that our client would never send: a line in the log, and no effect."""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

import core as jp
from tests.support.local import PATIENCE, Local, local

NOT_MESSAGES = [
    ("hello", "not JSON"),
    ("[" * 100_000, "not JSON"),
    ("[1, 2]", "not a JSON object"),
    ('"event"', "not a JSON object"),
    ('{"t": "shutdown"}', "unknown type 'shutdown'"),
    ('{"t": ["event"]}', "unknown type"),
    ("{}", "unknown type None"),
]
# The component 0 stands for the button, which has a handler for click and nothing else.
NOT_EVENTS: list[tuple[dict[str, Any], str]] = [
    ({"c": 987654321, "e": "click"}, "'click' for component 987654321, which is not on the page"),
    ({"c": "1", "e": "click"}, "for component '1'"),
    ({"c": [1], "e": "click"}, "for component [1]"),
    ({"c": 0, "e": "mouseover"}, "has no handler for 'mouseover'"),
    ({"c": 0, "e": "before"}, "'before' is not an event"),
    ({"c": 0, "e": ["click"]}, "is not an event"),
    ({"c": 0, "e": {"click": 1}}, "is not an event"),
    ({"c": 0, "e": "line\nbreak" * 100}, r"'line\nbreak"),
    ({"e": "keydown"}, "has no handler for 'keydown'"),
    ({}, "None is not an event"),
]


@pytest.fixture(scope="module")
def wp() -> Any:
    page: Any = jp.WebPage()
    page.out = jp.P(text="as before", a=page)

    def changed(self: Any, msg: Any) -> None:
        page.out.text = f"changed {msg.files} {msg.form_data}"

    page.button = jp.Button(a=page, click=changed, before=changed)
    return page


@pytest.fixture(scope="module")
def served(wp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    with local(tmp_path_factory.mktemp("data"), lambda: wp) as running:
        yield running


@pytest.fixture
def token(served: Local, wp: Any, caplog: pytest.LogCaptureFixture) -> str:
    """The token of the page, which the first session was served."""
    caplog.set_level(logging.WARNING)
    wp.out.text = "as before"
    html = served.session().get("/").text
    found = re.search(r'"page": "([^"]+)"', html)
    assert found
    return found[1]


@contextmanager
def joined(served: Local, token: str) -> Iterator[tuple[ClientConnection, str]]:
    """A channel of the page, and its id."""
    with served.websocket(f"/_satchel/socket?page={token}&seq=-1") as socket:
        messages = [json.loads(socket.recv(PATIENCE)) for _ in range(2)]
        yield socket, next(message["channel"] for message in messages if "channel" in message)


def closed(served: Local, address: str, **headers: str) -> bool:
    """Whether the program closes a channel at once, since it does not know the page."""
    with served.websocket(address, **headers) as socket:
        with pytest.raises(ConnectionClosed, match="4404"):
            socket.recv(PATIENCE)
        return True


@pytest.mark.parametrize(("message", "reason"), NOT_MESSAGES)
def test_posts_that_are_not_messages(
    served: Local,
    wp: Any,
    token: str,
    caplog: pytest.LogCaptureFixture,
    message: str,
    reason: str,
) -> None:
    with joined(served, token) as (socket, _):
        socket.send(message)
        with pytest.raises(ConnectionClosed, match="1008"):
            socket.recv(PATIENCE)
    assert reason in caplog.text
    assert "Traceback" not in caplog.text
    caplog.clear()
    answer = served.session().post("/_satchel/post", content=message)
    assert answer.status_code in (400, 404)
    assert wp.out.text == "as before"


def test_bytes_that_are_not_a_message(
    served: Local, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    with joined(served, token) as (socket, _):
        socket.send(b"\xff\x00")
        with pytest.raises(ConnectionClosed, match="1008"):
            socket.recv(PATIENCE)
    assert "not JSON" in caplog.text


@pytest.mark.parametrize(("event", "reason"), NOT_EVENTS)
def test_events_without_a_subscription(
    served: Local,
    wp: Any,
    token: str,
    caplog: pytest.LogCaptureFixture,
    event: dict[str, Any],
    reason: str,
) -> None:
    button = wp.button.component_id
    message = {"t": "event", "n": 1, **event}
    if event.get("c") == 0:
        message["c"] = button
    with joined(served, token) as (socket, _):
        socket.send(json.dumps(message))
        assert json.loads(socket.recv(PATIENCE)) == {"ack": 1, "error": None}
    assert "Ignored an event" in caplog.text
    assert reason in caplog.text
    assert "Traceback" not in caplog.text
    assert wp.out.text == "as before"


@pytest.mark.parametrize(
    "data", ["text", [1], 7, {"files": "x"}, {"form_data": [{"uploads": [1]}]}]
)
def test_data_of_the_wrong_kind_is_left_out(
    served: Local, wp: Any, token: str, caplog: pytest.LogCaptureFixture, data: Any
) -> None:
    event = {"t": "event", "c": wp.button.component_id, "e": "click", "data": data, "n": 2}
    with joined(served, token) as (socket, _):
        socket.send(json.dumps(event))
        assert "changed None None" in str(socket.recv(PATIENCE))
        assert json.loads(socket.recv(PATIENCE)) == {"ack": 2, "error": None}
    assert caplog.text == ""


def test_the_page_of_another_session(
    served: Local, wp: Any, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    stranger = served.session(2)
    address = f"/_satchel/socket?page={token}&seq=-1"
    assert closed(served, address, Cookie=stranger.headers["Cookie"])
    assert "was served to others only" in caplog.text
    click = {"t": "event", "c": wp.button.component_id, "e": "click"}
    with joined(served, token) as (_, channel):
        for message in ({"t": "join", "page": token, "seq": 1}, click, {"t": "leave"}):
            answer = stranger.post("/_satchel/post", json={**message, "channel": channel})
            assert answer.status_code == 404
    assert wp.out.text == "as before"


def test_unknown_pages_and_numbers(served: Local, token: str) -> None:
    assert closed(served, "/_satchel/socket?page=unknown")
    for number in ("", "-1", "99999", "1e3", "x"):
        with served.websocket(f"/_satchel/socket?page={token}&seq={number}") as socket:
            assert "html" in json.loads(socket.recv(PATIENCE))


def test_a_message_that_is_too_large(tmp_path: Path) -> None:
    with local(tmp_path, jp.WebPage, post_bytes=2 * 1024 * 1024) as served:
        answer = served.session().post("/_satchel/post", content=b"x" * (3 * 1024 * 1024))
        assert (answer.status_code, answer.text) == (
            413,
            "This is larger than 2 MiB, the most that can be sent.",
        )


def test_names_of_chosen_files_are_steps_of_a_path(tmp_path: Path) -> None:
    page: Any = jp.WebPage()
    chosen = jp.Input(type="file", multiple=True, a=page)
    chosen.on("change", lambda msg: setattr(out, "text", [file.name for file in msg.files]))
    out = jp.P(a=page)
    files = [{"name": name} for name in ("../../x", "con", ".htaccess", "a b#1.txt", "..", 7)]
    with local(tmp_path, lambda: page) as served:
        found = re.search(r'"page": "([^"]+)"', served.session().get("/").text)
        assert found
        with joined(served, found[1]) as (socket, _):
            event = {
                "c": chosen.component_id,
                "e": "change",
                "data": {"files": [*files, "no file"]},
            }
            socket.send(json.dumps({"t": "event", "n": 1, **event}))
            socket.recv(PATIENCE)
    con = "_con" if os.name == "nt" else "con"  # a device there
    assert out.text == [".._.._x", con, ".htaccess", "a b#1.txt", "_", "7"]
