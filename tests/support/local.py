"""Applications served in this process, and clients that behave like no browser."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import httpx
from playwright.sync_api import BrowserContext
from websockets.sync.client import ClientConnection, connect

import core as jp
from core.serving import Program, Server
from core.web.access.sessions import Sessions
from core.web.app import Application
from core.web.settings import Settings

TOKEN = "the-launch-token"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
TUS = {"Tus-Resumable": "1.0.0"}
SECRET = b"the secret that signs cookies in tests"

PATIENCE = 60.0  # seconds until a client gives up: the machine may be busy

# Loading the system's certificates takes longer than most tests.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def whose(request: jp.Request) -> jp.Response:
    """Responds with the session of the request."""
    return jp.PlainTextResponse(request.session_id)


def sampler() -> Program:
    """A program with a response of every kind."""
    program = Program()
    program.function = whose
    program.add_route("/posted", whose, methods=["POST"])
    program.add_route("/page", lambda: jp.WebPage(title="live"))
    program.add_route("/fails", lambda: 1 / 0)
    program.add_route("/moved", lambda: jp.redirect("/"))
    return program


@dataclass
class Answer:
    """A response as it came over the wire."""

    status: int
    headers: httpx.Headers
    body: bytes


class Local:
    """A served application.

    Attributes:
        data: holds ``sessions``, ``uploads`` and ``cache``.
    """

    def __init__(self, app: Application, server: Server, data: Path) -> None:
        self.app = app
        self.server = server
        self.url = server.url
        self.host = f"127.0.0.1:{server.port}"
        self.data = data
        self.cookies = Sessions(app.settings.secret, app.settings.cookie_name, app.settings.token)

    def client(self, **options: Any) -> httpx.Client:
        """A client without a session."""
        return httpx.Client(base_url=self.url, verify=NO_TLS, **{"timeout": PATIENCE, **options})

    def session(self, number: int = 1, **headers: str) -> httpx.Client:
        """A client with the session ``session_id(number)``, and our own Origin."""
        cookie = self.cookies.cookie(session_id(number))
        return self.client(headers={"Cookie": cookie, "Origin": self.url, **headers})

    def websocket(self, path: str, **headers: str | None) -> ClientConnection:
        """A websocket with the first session, our Origin and host, unless overridden."""
        cookie = self.cookies.cookie(session_id(1))
        sent = {"Cookie": cookie, "Origin": self.url, **headers}
        return connect(
            f"ws://{self.host}{path}",
            additional_headers={name: value for name, value in sent.items() if value is not None},
        )

    def file(self, name: str, content: bytes | str = b"content", number: int = 1) -> str:
        """Put a file into a session's folder; return its address, unquoted."""
        path = self.data / "sessions" / session_id(number) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return f"/static/{session_id(number)}/{name}"

    def parts(self) -> list[str]:
        """The suffixes of the files in the upload folder, without descriptions."""
        paths = (self.data / "uploads").iterdir()
        return [path.suffix for path in paths if path.suffix != ".json"]

    def connect(self) -> socket.socket:
        """A bare connection."""
        return socket.create_connection(("127.0.0.1", self.server.port), timeout=PATIENCE)

    def raw(self, *lines: str, body: bytes = b"") -> Answer:
        """Send these header lines verbatim, and a body; return the first response."""
        head = "".join(f"{line}\r\n" for line in lines) + "\r\n"
        with self.connect() as connection:
            connection.sendall(head.encode("latin-1") + body)
            return read_answer(connection.makefile("rb"))


def session_id(number: int) -> str:
    """The id of a session for tests."""
    return f"{number:032x}"


def sign_in(served: Local, context: BrowserContext) -> None:
    """Give a browser the first session."""
    name, _, value = served.cookies.cookie(session_id(1)).partition("=")
    context.add_cookies([{"name": name, "value": value, "url": served.url}])


def read_answer(stream: BinaryIO) -> Answer:
    """Read a response that has a Content-Length, or ends with the connection."""
    status = int(stream.readline().split()[1])
    headers = []
    while (line := stream.readline().rstrip()) != b"":
        name, _, value = line.partition(b":")
        headers.append((name, value.strip()))
    found = httpx.Headers(headers)
    size = int(found["Content-Length"]) if "Content-Length" in found else -1
    return Answer(status, found, stream.read(size))


@contextmanager
def local(
    data: Path,
    function: Callable[..., Any] | None = None,
    *,
    program: Program | None = None,
    head_seconds: float = 10.0,
    body_seconds: float = 30.0,
    **settings: Any,
) -> Iterator[Local]:
    """An application that is served as long as the context, with a launch token."""
    if program is None:
        program = Program()
        program.function = function
    folders = {name: data / name for name in ("sessions", "uploads", "cache")}
    options = {"secret": SECRET, "token": TOKEN, **folders, **settings}
    app = Application(program, Settings(**options))
    server = Server(app, head_seconds=head_seconds, body_seconds=body_seconds)
    server.start()
    try:
        yield Local(app, server, data)
    finally:
        server.stop()
