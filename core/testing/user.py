"""A user without a browser: opens pages, clicks, types, chooses files and reads what it sees."""

from __future__ import annotations

import base64
import contextlib
import json
import mimetypes
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from ..serve import Server
from ..web.app import Program, Settings
from ..web.routes import RequestFunction
from .dom import Document, Element

# Seconds after which a test that waits for the program fails.
PATIENCE = 10.0


class NotSeen(AssertionError):
    """The page does not show what the test looks for, or shows it more than once."""


class HandlerFailed(AssertionError):
    """A handler raised; the user was told so."""


class Page:
    """A page that a user has open.

    Every action waits until the program's handlers are done and their changes are shown.
    """

    def __init__(self, user: User, html: str) -> None:
        self._user = user
        self.document = Document(html)
        settings = next(
            element
            for element in self.document.elements()
            if element.attributes.get("id") == "satchel-page"
        )
        self._settings = json.loads("".join(str(child) for child in settings.children))
        self._number = 0
        self._answers: dict[int, dict[str, Any]] = {}
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
        """The one element with this text, label or placeholder, role and tag.

        Raises:
            NotSeen: there is none, or more than one.
        """
        with self._changed:
            found = list(self._find_all(text, role, tag))
        if len(found) != 1:
            wanted = ", ".join(
                f"{n}={v!r}" for n, v in (("text", text), ("role", role), ("tag", tag)) if v
            )
            raise NotSeen(f"{len(found)} elements with {wanted}. The page says: {self.text[:500]}")
        return Control(self, found[0])

    def find_all(
        self, text: str | None = None, *, role: str | None = None, tag: str | None = None
    ) -> list[Control]:
        """All elements with this text, label or placeholder, role and tag, in order."""
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
        found = [
            element
            for element in self.document.elements()
            if (role is None or element.role == role)
            and (tag is None or element.tag == tag)
            and (text is None or text in _names(element))
        ]
        around = {id(e.parent) for e in found} if text is not None and not (role or tag) else set()
        yield from (element for element in found if id(element) not in around)

    # What travels

    def _connect(self) -> ClientConnection:
        address = self._user.url.replace("http", "ws", 1)
        query = f"page={self._settings['page']}&seq={self._settings['seq']}"
        headers = {"Cookie": self._user.cookie, "Origin": self._user.url}
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
        elif "html" in message:
            self.document.replace(message["html"])
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
            error = self._answers.pop(number).get("error")
        if error:
            raise HandlerFailed(error)


def _names(element: Element) -> set[str]:
    attributes = (
        element.attributes.get(name, "") for name in ("aria-label", "placeholder", "title")
    )
    return {element.text, *attributes, str(element.value)} if element.text else {*attributes}


class Control:
    """An element that a user may act on."""

    def __init__(self, page: Page, element: Element) -> None:
        self.page = page
        self.element = element

    @property
    def text(self) -> str:
        """The text in it."""
        return self.element.text

    @property
    def value(self) -> Any:
        """What it holds."""
        return self.element.value

    def click(self) -> None:
        """Click it: its handlers run, and those around it; a submit button submits its form."""
        element: Element | None = self.element
        if self.element.role in ("checkbox", "radio"):
            self.element.checked = not self.element.checked
            self._tell("change")
        while element is not None:
            if "click" in element.events:
                self.page.send(element, "click", _value(element))
            element = element.parent
        form = self.element.closest("form")
        kind = self.element.attributes.get("type", "submit")
        if form is not None and self.element.role == "button" and kind == "submit":
            self._submit(form)

    def type(self, text: str) -> None:
        """Replace what it holds by this text."""
        self.element.value = text
        self._tell("input")
        self._tell("change")

    def select(self, value: str | list[str]) -> None:
        """Choose options of a select by their values."""
        self.element.value = value
        self._tell("change")

    def choose(self, *paths: str | Path) -> None:
        """Choose files in a file input; they are sent when the form is submitted."""
        self.page._user.chosen[self.element] = [Path(path) for path in paths]
        if "change" in self.element.events:
            files = [_file(path) for path in self.page._user.chosen[self.element]]
            self.page.send(self.element, "change", {"files": files})

    def submit(self) -> None:
        """Submit the form that this is, or is in."""
        form = self.element.closest("form")
        if form is None:
            raise NotSeen(f"{self.element.tag} is not in a form.")
        self._submit(form)

    def download(self) -> httpx.Response:
        """What the link leads to: ``.content`` holds the bytes."""
        return self.page._user.get(self.element.attributes["href"])

    def _tell(self, event: str) -> None:
        if event in self.element.events:
            self.page.send(self.element, event, _value(self.element))

    def _submit(self, form: Element) -> None:
        user = self.page._user
        controls = [
            e for e in form.elements() if e.tag in ("input", "select", "textarea", "button")
        ]
        entries = []
        for control in controls:
            entry = {"c": control.component_id, **_value(control)}
            if paths := user.chosen.pop(control, []):
                entry["uploads"] = [user.upload(path) for path in paths]
            entries.append(entry)
        self.page.send(form, "submit", {"form": entries})


def _value(element: Element) -> dict[str, Any]:
    if element.attributes.get("type") == "file":
        return {}
    if element.role in ("checkbox", "radio"):
        return {"value": element.value, "checked": element.checked}
    return {"value": element.value} if element.tag in ("input", "select", "textarea") else {}


def _file(path: Path) -> dict[str, Any]:
    found = path.stat()
    return {
        "name": path.name,
        "size": found.st_size,
        "type": mimetypes.guess_type(path.name)[0] or "",
        "lastModified": int(found.st_mtime * 1000),
    }


class User:
    """Somebody with a session of their own."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.chosen: dict[Element, list[Path]] = {}
        self._pages: list[Page] = []
        self._client = httpx.Client(base_url=url, headers={"Origin": url}, follow_redirects=True)

    @property
    def cookie(self) -> str:
        """The session cookie, as a browser sends it."""
        return "; ".join(f"{name}={value}" for name, value in self._client.cookies.items())

    def open(self, path: str = "/") -> Page:
        """Open a page of the program.

        Raises:
            NotSeen: the answer is no page.
        """
        response = self.get(path)
        if 'id="satchel-page"' not in response.text:
            raise NotSeen(f"{path} answered {response.status_code}: {response.text[:500]}")
        page = Page(self, response.text)
        self._pages.append(page)
        return page

    def get(self, path: str) -> httpx.Response:
        """The answer to a GET, as for a link."""
        return self._client.get(path)

    def upload(self, path: Path) -> str:
        """Send a file as the page's own client does (tus); its id."""
        file = _file(path)
        metadata = {
            "filename": file["name"],
            "filetype": file["type"],
            "lastModified": str(file["lastModified"]),
        }
        pairs = [f"{n} {base64.b64encode(v.encode()).decode()}" for n, v in metadata.items() if v]
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(file["size"]),
            "Upload-Metadata": ",".join(pairs),
        }
        created = self._client.post("/uploads", headers=headers).raise_for_status()
        location = urlsplit(urljoin(self.url, created.headers["Location"])).path
        if file["size"]:
            headers = {
                "Tus-Resumable": "1.0.0",
                "Upload-Offset": "0",
                "Content-Type": "application/offset+octet-stream",
            }
            with path.open("rb") as content:
                self._client.patch(location, headers=headers, content=content).raise_for_status()
        return location.rpartition("/")[2]

    def close(self) -> None:
        """Close the browser with all its pages."""
        for page in self._pages:
            page.close()
        self._client.close()


@contextmanager
def serve(
    function: RequestFunction | None = None,
    *,
    routes: Sequence[tuple[str, RequestFunction]] = (),
    folder: Path | None = None,
    **settings: Any,
) -> Iterator[User]:
    """Serve pages on a port of their own, and give a user who may open them.

    Args:
        function: answers ``/`` and every address without a route.
        routes: paths and their request functions.
        folder: where the session folders lie; by default a temporary one.
        **settings: of `core.web.settings.Settings`.
    """
    program = Program()
    program.function = function
    for path, route in routes:
        program.add_route(path, route)
    with tempfile.TemporaryDirectory() as temporary:
        data = folder or Path(temporary)
        options = {
            "secret": b"testing",
            "sessions": data / "sessions",
            "uploads": data / "uploads",
            "cache": data / "cache",
            "debug": True,
            **settings,
        }
        server = Server(program.build(Settings(**options)))
        server.start()
        user = User(server.url)
        try:
            yield user
        finally:
            user.close()
            server.stop()
