"""A tab: an open page with its document and its channel to the program."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from ..live.protocol import Acknowledgement, PageSettings, ServerMessage
from .accessible_names import described
from .dom import Element
from .dom_patch import Document
from .errors import HandlerFailed, NotPossible, NotSeen
from .file_chooser import ChosenFile
from .html_parser import parse
from .http_session import HttpSession
from .messages import Messages

PATIENCE = 10.0
"""Seconds after which a test that waits for the program fails."""


class Download(NamedTuple):
    """A file that a handler offered with ``page.download()``.

    Attributes:
        name: of the saved file; empty if the response's headers have it.
        response: what the browser saves: ``.content`` holds the bytes.
    """

    name: str
    response: httpx.Response


class Event(NamedTuple):
    """An event that was sent, and is acknowledged later."""

    number: int
    name: str


class Tab:
    """An open page. A thread receives the changes of its document.

    Attributes:
        document: the page as it is now.
        failed_files: messages about files of the last form that were refused, or that a handler
            marked as failed.
        messages: what the program tells and asks.
    """

    def __init__(self, session: HttpSession, html: str) -> None:
        self.document = Document(html)
        self.failed_files: list[str] = []
        self._session = session
        self._settings = self._client_settings()
        self._chosen: dict[Element, list[ChosenFile]] = {}
        self._uploaded: dict[Element, list[str]] = {}  # ids, until their form is submitted
        self._number = 0
        self._answers: dict[int, Acknowledgement] = {}
        self._failures: list[str] = []
        self._downloads: list[Download] = []
        self._unanswered: list[Event] | None = None  # inside `without_waiting`
        self._changed = threading.Condition()
        self.messages = Messages(lambda text: self._socket.send(text), self._changed)
        self._closing = contextlib.ExitStack()
        self._socket = self._connect()
        self._receiver = threading.Thread(target=self._receive, daemon=True)
        self._receiver.start()

    @property
    def downloads(self) -> list[Download]:
        """The files that handlers offered with ``page.download()``, requested as browsers do."""
        with self._changed:
            new = self.document.downloads[len(self._downloads) :]
        self._downloads += [Download(name, self.get(address)) for address, name in new]
        return self._downloads

    def reading(self) -> threading.Condition:
        """A context in which the document does not change."""
        return self._changed

    def wait(self, condition: Callable[[], Any], seconds: float = PATIENCE) -> bool:
        """Wait until a condition holds; False if it does not in so many seconds."""
        with self._changed:
            return bool(self._changed.wait_for(condition, seconds))

    def close(self) -> None:
        """Close the tab."""
        self._closing.close()
        self._receiver.join(PATIENCE)

    # Events

    def send(self, element: Element, event: str, data: dict[str, Any]) -> Any:
        """Send an event of an element to the program, and wait until its handlers have ended.

        Returns:
            What they answered (`Msg.answer`); None inside `without_waiting`.

        Raises:
            HandlerFailed: a handler raised.
            NotPossible: the element is behind a dialog.
        """
        self.check_in_front(element)
        return self.send_to({"c": element.component_id}, event, data)

    def send_to(self, target: dict[str, int | None], event: str, data: dict[str, Any]) -> Any:
        """The same for any target, named as in `EventMessage`."""
        self._number += 1
        sent = Event(self._number, event)
        message = {"t": "event", "n": sent.number, **target, "e": event, "data": data}
        self._socket.send(json.dumps(message))
        if self._unanswered is None:
            return self._wait_for_answer(sent)
        self._unanswered.append(sent)
        return None

    def source(self, element: Element, part: Any) -> dict[str, Any]:
        """Names what is dragged for a ``files_dropped`` event, perhaps of another page."""
        return {"page": self._settings["page"], "c": element.component_id, "detail": part}

    def check_in_front(self, element: Element) -> None:
        """NotPossible if a question is in front of the page."""
        with self._changed:
            if question := next(iter(self.messages.questions.values()), None):
                raise NotPossible(
                    f"{described(element)} is behind the dialog {question['args']['question']!r}: "
                    "answer it first (page.dialog)."
                )

    @contextlib.contextmanager
    def without_waiting(self) -> Iterator[list[Event]]:
        """Do not wait for events that are sent in the block, but add them to the list."""
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

    def _wait_for_answer(self, event: Event) -> Any:
        with self._changed:
            if not self._changed.wait_for(lambda: event.number in self._answers, PATIENCE):
                raise NotSeen(f"The {event.name} handler did not end within {PATIENCE} seconds.")
            answer = self._answers.pop(event.number)
            failures, self._failures = self._failures, []
        self.failed_files += answer.get("files", {}).values()
        if (error := answer.get("error")) is not None:
            raise HandlerFailed("\n".join([error, *failures]).strip())
        return answer.get("result")

    # Files

    def get(self, path: str) -> httpx.Response:
        """The response to a GET, as for a link."""
        return self._session.get(path)

    def purpose(self, control: Element) -> str:
        """The purpose of a file input's uploads, as the upload protocol writes it."""
        return f"{self._settings['page']}/{control.component_id}/{self._number}"

    def choose(self, control: Element, files: list[ChosenFile]) -> None:
        """Put files into a file input, in place of those that it held."""
        self._chosen[control] = files
        self._uploaded.pop(control, None)

    def has_files(self, control: Element) -> bool:
        """Whether a file input holds files."""
        return bool(self._chosen.get(control) or self._uploaded.get(control))

    def upload(self, controls: Iterable[Element]) -> dict[Element, list[str]]:
        """Send the files in inputs, and return their ids; refusals go to `failed_files`."""
        for control in controls:
            for file in self._chosen.pop(control, []):
                self._upload(control, file)
        return {control: ids for control in controls if (ids := self._uploaded.get(control))}

    def forget_uploads(self, controls: Iterable[Element]) -> None:
        """Forget uploads that were submitted with their form."""
        for control in controls:
            self._uploaded.pop(control, None)

    def _upload(self, control: Element, file: ChosenFile) -> None:
        digest = control.attributes.get("data-digest", "")
        try:
            sent = self._session.upload(file.path, self.purpose(control), file.folder, digest)
        except httpx.HTTPStatusError as refusal:
            self.failed_files.append(refusal.response.text)
        else:
            self._uploaded.setdefault(control, []).append(sent)

    # The channel

    def _client_settings(self) -> PageSettings:
        elements = self.document.elements()
        script = next(e for e in elements if e.attributes.get("id") == "satchel-page")
        settings: PageSettings = json.loads("".join(str(child) for child in script.children))
        return settings

    def _connect(self) -> ClientConnection:
        address = self._session.url.replace("http", "ws", 1)
        query = f"page={self._settings['page']}&seq={self._settings['seq']}"
        headers = {"Cookie": self._session.cookie, "Origin": self._session.url}
        connection = connect(f"{address}/_satchel/socket?{query}", additional_headers=headers)
        return self._closing.enter_context(connection)

    def _receive(self) -> None:
        with contextlib.suppress(ConnectionClosed):
            for text in self._socket:
                with self._changed:
                    self._take(json.loads(text))
                    self._changed.notify_all()

    def _take(self, message: ServerMessage) -> None:
        self.messages.take(message)
        if "ops" in message or "now" in message:
            operations = message["ops"] if "ops" in message else message["now"]
            self.document.apply(operations)
            self.messages.run_scripts(operations)
        elif "html" in message:
            self.document.replace(message["html"])
        elif "failure" in message:  # for the program's author, before the answer to the event
            self._failures.append(" ".join(parse(message["failure"]).text.split()))
        elif "ack" in message:
            self._answers[message["ack"]] = message
