"""A page that a user without a browser has open."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from .control import Control
from .dom import Document, Element, parse
from .errors import HandlerFailed, NotSeen
from .names import described, labels, names

if TYPE_CHECKING:
    from .user import User

# Seconds after which a test that waits for the program fails.
PATIENCE = 10.0


class Page:
    """A page that a user has open.

    Every action waits until the program's handlers are done and their changes are shown.

    Attributes:
        failed_files: what the user is told of files of the last form that were not taken, or that
            a handler marked as failed.
    """

    def __init__(self, user: User, html: str) -> None:
        self.user = user
        self.failed_files: list[str] = []
        self.document = Document(html)
        settings = next(
            element
            for element in self.document.elements()
            if element.attributes.get("id") == "satchel-page"
        )
        self._settings = json.loads("".join(str(child) for child in settings.children))
        self._number = 0
        self._answers: dict[int, dict[str, Any]] = {}
        self._failures: list[str] = []
        self._changed = threading.Condition()
        self._closing = contextlib.ExitStack()
        self._socket = self._connect()
        self._receiver = threading.Thread(target=self._receive, daemon=True)
        self._receiver.start()

    # What the user sees

    @property
    def text(self) -> str:
        """All text of the page."""
        with self._changed:
            body = next(self._find_all(None, None, "body"))
            return body.text

    @property
    def title(self) -> str:
        """The title of the window or tab."""
        with self._changed:
            titles = [
                element.text for element in self.document.elements() if element.tag == "title"
            ]
            return str(self.document.page.get("title", titles[0]))

    def find(
        self, text: str | None = None, *, role: str | None = None, tag: str | None = None
    ) -> Control:
        """The one element with this text, label, placeholder, title or alt text, role and tag.

        Raises:
            NotSeen: there is none, or more than one.
        """
        with self._changed:
            found = list(self._find_all(text, role, tag))
        if len(found) != 1:
            wanted = ", ".join(
                f"{n}={v!r}" for n, v in (("text", text), ("role", role), ("tag", tag)) if v
            )
            these = "".join(f"\n  {described(element)}" for element in found[:10])
            they = f":{these}\n" if found else ". "
            raise NotSeen(
                f"{len(found)} elements with {wanted}{they}The page says: {self.text[:500]}"
            )
        return Control(self, found[0])

    def find_all(
        self, text: str | None = None, *, role: str | None = None, tag: str | None = None
    ) -> list[Control]:
        """All elements with this text or name, role and tag, in order."""
        with self._changed:
            return [Control(self, element) for element in self._find_all(text, role, tag)]

    def wait_for(self, condition: Callable[[], Any]) -> None:
        """Wait until something is so, for what the program does by itself.

        Raises:
            NotSeen: it was not so within `PATIENCE` seconds.
        """
        with self._changed:
            if not self._changed.wait_for(condition, PATIENCE):
                raise NotSeen(f"It did not happen. The page says: {self.text[:500]}")

    def close(self) -> None:
        """Close the tab."""
        self._closing.close()
        self._receiver.join(PATIENCE)

    def _find_all(self, text: str | None, role: str | None, tag: str | None) -> Iterator[Element]:
        labelled = labels(list(self.document.elements()))
        found = [
            element
            for element in self.document.elements()
            if (role is None or element.role == role)
            and (tag is None or element.tag == tag)
            and (text is None or text in names(element, labelled.get(element)))
        ]
        if text is not None and not (role or tag):  # of what has the same text, the innermost
            around = {id(element.parent) for element in found}
            meant = {labelled[element] for element in found if element in labelled}
            found = [e for e in found if id(e) not in around]
            found = [e for e in found if e in labelled or e.closest("label") not in meant]
        yield from found

    # What travels

    def purpose(self, control: Element) -> str:
        """What the uploads of a file input are for, as its server is told."""
        return f"{self._settings['page']}/{control.component_id}/{self._number}"

    def _connect(self) -> ClientConnection:
        address = self.user.url.replace("http", "ws", 1)
        query = f"page={self._settings['page']}&seq={self._settings['seq']}"
        headers = {"Cookie": self.user.cookie, "Origin": self.user.url}
        connection = connect(f"{address}/_satchel/socket?{query}", additional_headers=headers)
        return self._closing.enter_context(connection)

    def _receive(self) -> None:
        with contextlib.suppress(ConnectionClosed):
            for text in self._socket:
                with self._changed:
                    self._take(json.loads(text))
                    self._changed.notify_all()

    def _take(self, message: dict[str, Any]) -> None:
        if "ops" in message:
            self.document.apply(message["ops"])
        elif "now" in message:
            self.document.apply(message["now"])
        elif "html" in message:
            self.document.replace(message["html"])
        elif "failure" in message:  # for the program's author, before the answer to the event
            self._failures.append(" ".join(parse(message["failure"]).text.split()))
        elif "ack" in message:
            self._answers[message["ack"]] = message

    def send(self, element: Element, event: str, data: dict[str, Any]) -> None:
        """Tell the program about an event, and wait until it is handled.

        Raises:
            HandlerFailed: the handler raised.
        """
        self._number += 1
        number = self._number
        message = {"t": "event", "n": number, "c": element.component_id, "e": event, "data": data}
        self._socket.send(json.dumps(message))
        with self._changed:
            if not self._changed.wait_for(lambda: number in self._answers, PATIENCE):
                raise NotSeen(f"The {event} handler did not end within {PATIENCE} seconds.")
            answer = self._answers.pop(number)
            failures, self._failures = self._failures, []
        self.failed_files += answer.get("files", {}).values()
        if (error := answer.get("error")) is not None:
            raise HandlerFailed("\n".join([error, *failures]).strip())
