"""Serving: how a server starts and ends."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from websockets.exceptions import ConnectionClosed

import core as jp
from core.serving import Program, Server, StartError, launched_by
from core.web.app import Application
from core.web.server.server import STOP_SECONDS
from core.web.settings import Settings
from tests.support.local import PATIENCE, TUS, Local, local, session_id

# Less than after which `stop` forces the end: a second for handlers, and four more.
END_SECONDS = STOP_SECONDS + 3.5


def settings(folder: Path) -> Settings:
    return Settings(b"x" * 32, folder / "sessions", folder / "uploads", folder / "cache")


def program(startup: Any = None) -> Program:
    made = Program()
    made.function = lambda: jp.WebPage(title="served")
    made.startup = startup
    return made


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def our_threads() -> set[threading.Thread]:
    """Threads of an application; those for the disk are the process's."""
    names = ("satchel-server", "satchel-handler", "satchel-thumbnails", "AnyIO")
    return {thread for thread in threading.enumerate() if thread.name.startswith(names)}


# A server


def test_start_and_stop_leave_nothing(tmp_path: Path, pictures: list[Path]) -> None:
    before, children_before = our_threads(), children()
    with local(tmp_path, lambda: jp.WebPage()) as served:
        served.file("picture.png", pictures[0].read_bytes())
        client = served.session()
        assert client.get("/").status_code == 200
        assert client.get("/_satchel/thumbnail/picture.png").status_code == 200
        assert children() - children_before
        port = served.server.port
    for thread in our_threads() - before:
        thread.join(PATIENCE)
        assert not thread.is_alive(), thread
    assert not children() - children_before
    assert is_free(port)


def children() -> set[int]:
    """The processes that this one started and that are there, by their ids."""
    return {child.pid for child in psutil.Process().children()}


def test_it_answers_when_start_returns(tmp_path: Path) -> None:
    started = []
    server = Server(Application(program(lambda: started.append(1)), settings(tmp_path)))
    server.start()
    try:
        assert started == [1]
        assert httpx.get(server.url).status_code == 200
        assert server.url == f"http://127.0.0.1:{server.port}"
    finally:
        server.stop()
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.url)


def test_stop_may_be_called_at_any_time(tmp_path: Path) -> None:
    server = Server(Application(program(), settings(tmp_path)))
    server.stop()
    assert is_free(server.port)
    server = Server(Application(program(), settings(tmp_path)))
    server.start()
    server.stop()
    server.stop()


def test_a_port_in_use(tmp_path: Path) -> None:
    app = Application(program(), settings(tmp_path))
    server = Server(app)  # bound, not even started
    try:
        with pytest.raises(StartError, match=f"Port {server.port} on 127.0.0.1 cannot be used"):
            Server(app, port=server.port)
        with pytest.raises(StartError, match="Choose another port"):
            Server(app, port=70_000)
        with pytest.raises(StartError, match="on 203.0.113.1 cannot be used"):
            Server(app, host="203.0.113.1")
    finally:
        server.stop()


def test_ipv6(tmp_path: Path) -> None:
    try:
        server = Server(Application(program(), settings(tmp_path)), host="::1")
    except StartError:
        pytest.skip("this machine has no IPv6")
    server.start()
    try:
        assert server.url == f"http://[::1]:{server.port}"
        assert httpx.get(server.url).status_code == 200
    finally:
        server.stop()


async def fails_later() -> None:
    raise LookupError("no table for the picnic")


def fails() -> None:
    raise LookupError("no table for the picnic")


@pytest.mark.parametrize("startup", [fails, fails_later])
def test_a_startup_function_that_fails(
    tmp_path: Path, startup: Any, caplog: pytest.LogCaptureFixture
) -> None:
    server = Server(Application(program(startup), settings(tmp_path)))
    with pytest.raises(StartError, match="startup function failed.*no table for the picnic"):
        server.start()
    assert "Traceback" in caplog.text and startup.__name__ in caplog.text
    assert is_free(server.port)
    server.stop()


def test_startup_runs_on_the_loop(tmp_path: Path) -> None:
    loops = []

    async def startup() -> None:
        loops.append(jp.asyncio.get_running_loop())

    app = Application(program(startup), settings(tmp_path))
    server = Server(app)
    server.start()
    server.stop()
    assert loops == [app.loop]


def page_token(served: Local, path: str = "/") -> str:
    html = served.session().get(path).text
    return html.partition('"page": "')[2].partition('"')[0]


@contextlib.contextmanager
def busy(data: Path) -> Iterator[Local]:
    """A server with everything that could keep it from stopping."""
    going = threading.Event()

    async def never(request: jp.Request) -> jp.Response:
        going.set()
        await jp.asyncio.Event().wait()
        raise AssertionError("not reached")

    made = program()
    made.add_route("/never", never)
    with local(data, program=made) as served, contextlib.ExitStack() as stack:
        token = page_token(served)
        cookie = served.cookies.cookie(session_id(1))
        head = f"Host: {served.host}\r\nCookie: {cookie}\r\nOrigin: {served.url}\r\n"
        address = served.file("large.bin", bytes(8_000_000))
        requests = [
            "GET /_satchel/stream HTTP/1.1\r\n",
            "GET /never HTTP/1.1\r\n",
            f"GET {address} HTTP/1.1\r\n",
            "POST /_satchel/post HTTP/1.1\r\nContent-Length: 100\r\n",
        ]
        for request in requests:
            connection = stack.enter_context(served.connect())
            connection.sendall((request + head + "\r\n").encode())
        half = stack.enter_context(served.connect())
        half.sendall(b"GET / HTTP/1.1\r\n")
        websocket = stack.enter_context(served.websocket(f"/_satchel/socket?page={token}&seq=0"))
        websocket.recv()
        assert going.wait(PATIENCE)
        yield served
        with pytest.raises(ConnectionClosed):
            while True:
                websocket.recv(timeout=PATIENCE)


def test_it_stops_in_time_whatever_is_open(tmp_path: Path) -> None:
    with busy(tmp_path) as served:
        began = time.monotonic()
        served.server.stop()
        took = time.monotonic() - began
        assert not [t for t in our_threads() if t.name == "satchel-server"]
    assert took < END_SECONDS


def test_streams_end_at_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The server does not wait a second for them, and nothing is cancelled."""
    with local(tmp_path, lambda: jp.WebPage()) as served:
        token = page_token(served)
        with served.websocket(f"/_satchel/socket?page={token}&seq=0") as websocket:
            websocket.recv()
            with served.session().stream("GET", "/_satchel/stream") as stream:
                lines = stream.iter_lines()
                assert next(lines)
                served.server.stop()
                assert "data:" not in "".join(lines)
    assert "Cancel" not in caplog.text and "Traceback" not in caplog.text


def test_an_upload_in_flight_is_kept(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with local(tmp_path, lambda: jp.WebPage()) as served:
        tus = served.session(1, **TUS)
        created = tus.post("/uploads", headers={"Upload-Length": "1000"})
        path = httpx.URL(created.headers["Location"]).path
        with served.connect() as connection:
            cookie = served.cookies.cookie(session_id(1))
            connection.sendall(
                f"PATCH {path} HTTP/1.1\r\nHost: {served.host}\r\nCookie: {cookie}\r\n"
                f"Origin: {served.url}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                "Content-Type: application/offset+octet-stream\r\nContent-Length: 1000\r\n"
                "Expect: 100-continue\r\n\r\n".encode()
            )
            assert connection.recv(25) == b"HTTP/1.1 100 Continue\r\n\r\n"
            connection.sendall(b"x" * 400)
            # The next answer on another connection comes after these bytes were read.
            assert served.session().get("/").status_code == 200
            served.server.stop()
    assert "Cancel" not in caplog.text and "Traceback" not in caplog.text
    with local(tmp_path, lambda: jp.WebPage()) as served:
        tus = served.session(1, **TUS)
        assert tus.head(path).headers["Upload-Offset"] == "400"


def test_tasks_of_the_program_are_cancelled(tmp_path: Path) -> None:
    cancelled = threading.Event()
    running = threading.Event()

    async def forever() -> None:
        running.set()
        try:
            await jp.asyncio.Event().wait()
        finally:
            cancelled.set()

    app = Application(program(), settings(tmp_path))
    with pytest.raises(RuntimeError, match="needs a running server"):
        app.run_task(forever())
    server = Server(app)
    server.start()
    app.run_task(forever())
    assert running.wait(PATIENCE)
    server.stop()
    assert cancelled.is_set()
    with pytest.raises(RuntimeError, match="needs a running server"):
        app.run_task(forever())


async def made() -> jp.WebPage:
    return jp.WebPage()


@pytest.mark.parametrize("start", [jp.justpy, jp.serve, lambda page: jp.Route("/a", page)])
@pytest.mark.parametrize("page", [jp.WebPage, made])
def test_a_page_in_place_of_the_function_that_makes_it(start: Any, page: Any) -> None:
    reason = r"Give the function itself, without \(\) after its name: "
    with launched_by(lambda app: None), pytest.raises(TypeError, match=reason):
        start(page())


def test_a_task_that_was_not_called() -> None:
    with pytest.raises(TypeError, match=r"Call the function: run_task\(work\(\)\)"):
        jp.run_task(made)  # type: ignore[arg-type]


def test_a_task_before_there_is_a_server() -> None:
    with pytest.raises(RuntimeError, match="in a handler, .* given as startup="):
        jp.App().run_task(made())
