"""Connections of unknown clients: one timer for each, and a limit for all."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import httpx
import pytest

from core.web.server.connection_limits import MAX_STRANGERS
from tests.support.local import Local, local, read_answer, sampler, session_id, whose
from tests.support.served import served, write_program
from tests.support.windows import not_on_windows

UPGRADE = ("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13")
KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[Local]:
    """A server that gives strangers little time, but enough to send a head on a busy machine."""
    with local(tmp_path, program=sampler(), head_seconds=1.5) as running:
        yield running


ENDLESS = 2**36  # bytes: more than can be sent before a clock strikes


def head(first: str, *lines: str) -> bytes:
    return "".join(f"{line}\r\n" for line in (first, *lines, "")).encode()


def is_ended(connection: socket.socket) -> bool:
    """Whether the server closes the connection (else: socket.timeout)."""
    with suppress(ConnectionError):
        while connection.recv(65536):
            pass
    return True


SOCKET = "/_satchel/socket"
NO_HANDSHAKES = {
    "a body": (f"GET {SOCKET} HTTP/1.1", "Content-Length: 100"),
    "no byte of a body": (f"GET {SOCKET} HTTP/1.1", "Content-Length: 0"),
    "chunks": (f"GET {SOCKET} HTTP/1.1", "Transfer-Encoding: chunked"),
    "POST": (f"POST {SOCKET} HTTP/1.1",),
    "POST with a body": (f"POST {SOCKET} HTTP/1.1", "Content-Length: 100"),
    "HTTP/1.0": (f"GET {SOCKET} HTTP/1.0",),
    "an address that is none": ("GET \xe4 HTTP/1.1",),
}


@pytest.mark.parametrize("case", NO_HANDSHAKES)
def test_requests_that_are_not_handshakes_are_refused_and_closed(hasty: Local, case: str) -> None:
    first, *lines = NO_HANDSHAKES[case]
    with hasty.connect() as connection:
        connection.sendall(head(first, f"Host: {hasty.host}", *UPGRADE, KEY, *lines))
        stream = connection.makefile("rb")
        assert read_answer(stream).status == 400
        assert is_ended(connection)


@pytest.mark.parametrize("line", ["X\x01: x", "Sec-WebSocket-Key: short", "Sec-WebSocket-Key: "])
def test_a_handshake_with_a_fault_is_answered(hasty: Local, line: str) -> None:
    with hasty.connect() as connection:
        connection.sendall(head(f"GET {SOCKET} HTTP/1.1", f"Host: {hasty.host}", *UPGRADE, line))
        assert 400 <= read_answer(connection.makefile("rb")).status < 500
        assert is_ended(connection)


@contextmanager
def held_up(served: Local) -> Iterator[None]:
    """The event loop does nothing; what comes in the meantime it finds all at once."""
    assert served.app.loop is not None
    go_on = Event()
    served.app.loop.call_soon_threadsafe(go_on.wait, 30)
    try:
        yield
    finally:
        go_on.set()


def flood(connection: socket.socket, block: bytes) -> int:
    """Send a block again and again until the server has enough; how many bytes it took."""
    sent = 0
    with suppress(ConnectionError):
        while sent < ENDLESS:
            sent += connection.send(block)
    return sent


def test_the_clock_of_a_stranger_is_not_wound_up(hasty: Local) -> None:
    """Neither by requests that are refused, nor by bodies without end, nor by silence."""
    refused = head("GET / HTTP/1.1", f"Host: {hasty.host}")
    endless = head("POST / HTTP/1.1", f"Host: {hasty.host}", "Content-Length: 9000000000000")
    with hasty.connect() as connection:
        stream = connection.makefile("rb")
        with suppress(ConnectionError, IndexError):  # the answer that is none: it is closed
            while True:
                connection.sendall(refused)
                assert read_answer(stream).status == 403
    with hasty.connect() as connection:
        connection.sendall(endless)
        assert flood(connection, b"x" * 65536) < ENDLESS
    assert hasty.session().get("/").status_code == 200


def test_a_client_that_does_not_read_refusals_is_closed(hasty: Local) -> None:
    """What waits to be sent to a stranger does not keep the connection open."""
    request = head("GET / HTTP/1.1", f"Host: {hasty.host}")
    with hasty.connect() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        assert flood(connection, request * 1000) < ENDLESS


def test_the_clock_stops_when_the_guard_lets_a_client_in(hasty: Local) -> None:
    """A request that the guard lets in may take longer, and so may those after it."""
    cookie = hasty.cookies.cookie(session_id(1))
    request = head("GET / HTTP/1.1", f"Host: {hasty.host}", f"Cookie: {cookie}")
    with hasty.connect() as connection:
        stream = connection.makefile("rb")
        connection.sendall(request)
        assert read_answer(stream).status == 200
        with hasty.connect() as stranger:  # whose clock is the younger one
            assert is_ended(stranger)
        connection.sendall(request)
        assert read_answer(stream).status == 200


@pytest.mark.parametrize("sent", ["", "half a head", "a body", "a handshake with a body"])
def test_a_thousand_strangers_do_not_lock_out_a_session(tmp_path: Path, sent: str) -> None:
    with local(tmp_path, whose, head_seconds=100) as running, ExitStack() as open_ones:
        heads = {
            "": b"",
            "half a head": b"GET / HTTP/1.1\r\nHost: ",
            "a body": head("POST / HTTP/1.1", f"Host: {running.host}", "Content-Length: 9"),
            "a handshake with a body": head(
                f"GET {SOCKET} HTTP/1.1", f"Host: {running.host}", *UPGRADE, "Content-Length: 9"
            ),
        }
        strangers = []
        for _ in range(700):
            strangers.append(open_ones.enter_context(running.connect()))
            with suppress(ConnectionError):
                strangers[-1].sendall(heads[sent])
        assert running.session().get("/").status_code == 200
        gone = strangers[: len(strangers) - MAX_STRANGERS - 50]
        assert all(is_ended(connection) for connection in gone)


def test_a_request_that_lies_in_the_socket_is_answered(tmp_path: Path) -> None:
    """Strangers that connect at the same moment do not displace it before it is read."""
    with local(tmp_path, whose, head_seconds=100) as running, ExitStack() as open_ones:
        with held_up(running):
            mine = open_ones.enter_context(running.connect())
            cookie = running.cookies.cookie(session_id(1))
            mine.sendall(head("GET / HTTP/1.1", f"Host: {running.host}", f"Cookie: {cookie}"))
            for _ in range(400):
                open_ones.enter_context(running.connect())
        assert read_answer(mine.makefile("rb")).body == session_id(1).encode()


@pytest.mark.parametrize("cookie", [False, True], ids=["stranger", "session"])
@pytest.mark.parametrize("where", ["one trailer", "trailers", "a chunk's extension"])
def test_trailers_and_extensions_have_a_limit(tmp_path: Path, where: str, cookie: bool) -> None:
    """RFC 9112, section 7.1.1: recipients limit chunk extensions, and trailers as a head."""
    begin, block = {
        "one trailer": (b"0\r\nX: ", b"x" * 65536),
        "trailers": (b"0\r\n", b"X: x\r\n" * 10_000),
        "a chunk's extension": (b"5;x=", b"x" * 65536),
    }[where]
    with local(tmp_path, program=sampler(), head_seconds=100) as running:
        lines = [f"Host: {running.host}", f"Origin: {running.url}", "Transfer-Encoding: chunked"]
        if cookie:
            lines.append("Cookie: " + running.cookies.cookie(session_id(1)))
        with running.connect() as connection:
            connection.sendall(head("POST /uploads/x HTTP/1.1", *lines) + begin)
            assert flood(connection, block) < ENDLESS


def test_a_body_of_tiny_chunks_is_not_limited_like_a_head(tmp_path: Path) -> None:
    with local(tmp_path, program=sampler()) as running:
        lines = ("POST /posted HTTP/1.1", f"Host: {running.host}", f"Origin: {running.url}")
        cookie = "Cookie: " + running.cookies.cookie(session_id(1))
        body = b"1\r\nx\r\n" * 50_000 + b"0\r\nX: x\r\n\r\n"
        answer = running.raw(*lines, cookie, "Transfer-Encoding: chunked", body=body)
        assert answer.body == session_id(1).encode()


CROWDED = """
import resource

_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (200, most))

jp.justpy(lambda: jp.WebPage(html="let in"))
"""


@not_on_windows("a process has no limit of its open files")
def test_without_file_descriptors_the_log_stays_small(tmp_path: Path) -> None:
    """asyncio writes a traceback for each of 2048 attempts, each second."""
    with served(write_program(tmp_path, CROWDED), tmp_path / "data") as running:
        address = urlsplit(running.url)
        with ExitStack() as open_ones:
            for _ in range(400):
                place = (address.hostname, address.port)
                open_ones.enter_context(socket.create_connection(place, timeout=10))
            assert httpx.get(running.url, follow_redirects=True, timeout=30).text == "let in"
        running.stop()
        assert "No more connections can be accepted: Too many open files" in running.log
        assert len(running.log) < 100_000


def test_a_client_that_leaves_while_it_is_refused_is_not_an_error(
    hasty: Local, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system says so where our end is closed."""

    def shutdown(connection: socket.socket, how: int) -> None:
        raise OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN))

    monkeypatch.setattr(socket.socket, "shutdown", shutdown)
    with hasty.connect() as connection:
        connection.sendall(head(f"POST {SOCKET} HTTP/1.1", f"Host: {hasty.host}", *UPGRADE, KEY))
        assert read_answer(connection.makefile("rb")).status == 400
        assert hasty.session().get("/").status_code == 200  # what follows was logged before this
    assert "Fatal error" not in caplog.text
