"""Browsers of live pages, as far as the program sees them: messages on channels."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import ClientConnection

import core as jp
from tests.support.local import PATIENCE, Local, session_id


def visit(served: Local, number: int = 1, path: str = "/") -> str:
    """Load a page as a session; return its token."""
    answer = served.session(number).get(path)
    assert answer.status_code == 200, answer.text
    found = re.search(r'"page": "([^"]+)"', answer.text)
    assert found
    return found[1]


class Tab:
    """One browser's channel to a page."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.got: list[dict[str, Any]] = []
        self._numbers = 0

    def until(self, key: str) -> dict[str, Any]:
        """Read up to the next message with this key."""
        while True:
            self.got.append(json.loads(self.socket.recv(PATIENCE)))
            if key in self.got[-1]:
                return self.got[-1]

    def send(self, **message: Any) -> None:
        """Send a message."""
        self.socket.send(json.dumps(message))

    def fire(self, component: jp.Component, event: str = "click", **data: Any) -> int:
        """Send an event without waiting; return its number."""
        self._numbers += 1
        number, target = self._numbers, component.component_id
        self.send(t="event", n=number, c=target, e=event, data=data)
        return number

    def click(self, component: jp.Component) -> dict[str, Any]:
        """Click, and wait for the answer."""
        number = self.fire(component)
        while (answer := self.until("ack"))["ack"] != number:
            pass
        return answer

    def settled(self) -> list[dict[str, Any]]:
        """All messages so far: the program answers a keep-alive after them."""
        self.send(t="alive")
        self.until("alive")
        return self.got

    def settled_text(self) -> str:
        """Everything sent so far, as text."""
        return json.dumps(self.settled(), ensure_ascii=False)


@contextmanager
def joined(served: Local, token: str, number: int = 1, seq: int = -1) -> Iterator[Tab]:
    """A channel of a session that has received the page."""
    cookie = served.cookies.cookie(session_id(number))
    address = f"/_satchel/socket?page={token}&seq={seq}"
    with served.websocket(address, Cookie=cookie) as socket:
        tab = Tab(socket)
        tab.until("channel")
        yield tab
