"""A page that a user without a browser has open."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from .accessible_names import labels, listed, names, there
from .control import Control
from .dom import Element
from .errors import HandlerFailed, NotSeen
from .page_copy import Document
from .parsing import parse

if TYPE_CHECKING:
    from .user import User

# Seconds after which a test that waits for the program fails.
PATIENCE = 10.0


class Download(NamedTuple):
    """What a handler offered with ``page.download()``.

    Attributes:
        name: what the browser calls the file; empty where the answer's headers say it.
        response: the answer that the browser saves: ``.content`` holds the bytes.
    """

    name: str
    response: httpx.Response


class Event(NamedTuple):
    """What was told to the program, and has an answer later."""

    number: int
    name: str


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
        self._downloads: list[Download] = []
        self._unanswered: list[Event] | None = None  # where nobody waits for them yet
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

    @property
    def downloads(self) -> list[Download]:
        """What handlers offered with ``page.download()`` so far, asked for as a browser does."""
        with self._changed:
            fresh = self.document.downloads[len(self._downloads) :]
        self._downloads += [Download(name, self.user.get(address)) for address, name in fresh]
        return self._downloads

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
            if found:
                raise NotSeen(f"{len(found)} elements with {wanted}:{listed(found)}")
            raise NotSeen(f"0 elements with {wanted}. {self._said(role, tag)}")
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
                raise NotSeen(f"It did not happen. {self._said()}")

    def close(self) -> None:
        """Close the tab."""
        self._closing.close()
        self._receiver.join(PATIENCE)

    def _said(self, role: str | None = None, tag: str | None = None) -> str:
        """What a test finds instead of what it looked for."""
        with self._changed:
            elements = list(self.document.elements())
            return f"The page says: {self.text[:500]}{listed(there(elements, role, tag))}"

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
        if self._unanswered is None:
            self.wait_until_handled([Event(number, event)])
        else:
            self._unanswered.append(Event(number, event))

    @contextlib.contextmanager
    def without_waiting(self) -> Iterator[list[Event]]:
        """What is told in the block is told only; it is in the list, to be waited for."""
        self._unanswered = []
        try:
            yield self._unanswered
        finally:
            self._unanswered = None

    def wait_until_handled(self, events: Iterable[Event]) -> None:
        """Wait until the handlers of events have ended.

        Raises:
            HandlerFailed: one of them raised.
        """
        for event in events:
            self._wait_for_answer(event)

    def _wait_for_answer(self, event: Event) -> None:
        with self._changed:
            if not self._changed.wait_for(lambda: event.number in self._answers, PATIENCE):
                raise NotSeen(f"The {event.name} handler did not end within {PATIENCE} seconds.")
            answer = self._answers.pop(event.number)
            failures, self._failures = self._failures, []
        self.failed_files += answer.get("files", {}).values()
        if (error := answer.get("error")) is not None:
            raise HandlerFailed("\n".join([error, *failures]).strip())
