"""Heads of requests: limits of size and time, and wrong ones."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

import core as jp
from core.serving import Program
from tests.support.local import (
    BEARER,
    PATIENCE,
    TOKEN,
    TUS,
    Local,
    local,
    read_answer,
    sampler,
    session_id,
    whose,
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    with local(tmp_path_factory.mktemp("data"), program=sampler()) as served:
        yield served


@pytest.mark.row(20, 31)
def test_the_size_of_a_head(served: Local) -> None:
    first = (f"Host: {served.host}", f"Authorization: Bearer {TOKEN}")
    heads = {
        "one of 60 KiB": ["X: " + "x" * 61440],
        "one of 1 MiB": ["X: " + "x" * 2**20],
        "one of 16 MiB": ["X: " + "x" * 2**24],
        "20,000": [f"X-{number}: x" for number in range(20_000)],
        "101": [f"X-{number}: x" for number in range(101)],
    }
    for case, lines in heads.items():
        assert served.raw("GET / HTTP/1.1", *first, *lines).status == 431, case
    assert served.raw(f"GET /{'x' * 61440} HTTP/1.1", *first).status == 431
    assert served.raw(f"GET /?{'x' * 2**20} HTTP/1.1", *first).status == 431
    assert served.raw("GET / HTTP/1.1", *first, "X: " + "x" * 16384).status == 200


def test_the_size_of_a_handshake(served: Local) -> None:
    """The websockets package accepts lines of 8 KiB; beyond that, uvicorn never answers."""
    handshake = ("Connection: Upgrade", "Upgrade: websocket", f"Host: {served.host}")
    for lines in (["X: " + "x" * 9000], [f"X-{number}: x" for number in range(129)]):
        assert served.raw("GET /_satchel/socket HTTP/1.1", *handshake, *lines).status == 431


def test_trailers_change_nothing(served: Local) -> None:
    """Fields after a body are not those of the request that was let in."""
    lines = (
        "POST /posted HTTP/1.1", f"Host: {served.host}", f"Origin: {served.url}",
        "Cookie: " + served.cookies.cookie(session_id(1)), "Transfer-Encoding: chunked",
    )  # fmt: skip
    trailers = b"0\r\nHost: evil.example\r\nCookie: x\r\n\r\n"
    assert served.raw(*lines, body=trailers).body == session_id(1).encode()


@pytest.mark.row(6, 7)
def test_nul_and_other_bytes_in_addresses(served: Local) -> None:
    host, bearer = f"Host: {served.host}", f"Authorization: Bearer {TOKEN}"
    for path in ("/%00", "/static/a%00.png", f"/static/{session_id(1)}/%00", "/uploads/%00"):
        assert served.raw(f"GET {path} HTTP/1.1", host, bearer).status == 400, path
    for path in ("/%ff", "/%0a", "/static/%0d%0a", "/_satchel/thumbnail/%0a", "/static/%ff"):
        assert served.raw(f"GET {path} HTTP/1.1", host, bearer).status in (200, 404), path
    for line in ("GET /\xff HTTP/1.1", "OPTIONS * HTTP/1.1", "GET x HTTP/1.1", "x"):
        assert 400 <= served.raw(line, host, bearer).status < 500, line


@pytest.mark.row(29, 30)
def test_lengths_that_disagree(served: Local) -> None:
    """Request smuggling: RFC 9112, section 6.3."""
    lines = ("POST /posted HTTP/1.1", f"Host: {served.host}", f"Origin: {served.url}")
    hidden = b"0\r\n\r\nGET /fails HTTP/1.1\r\n\r\n"
    for lengths in (
        ["Content-Length: 5", "Transfer-Encoding: chunked"],
        ["Transfer-Encoding: chunked", "Content-Length: 5"],
        ["Content-Length: 5", "Content-Length: 6"],
        ["Content-Length: 5", "Content-Length: 5"],
        ["Content-Length: 5, 5"],
        ["Content-Length: -5"],
        ["Content-Length: +5"],
        ["Transfer-Encoding: x, chunked, x"],
    ):
        assert served.raw(*lines, *lengths, body=hidden).status == 400, lengths


@pytest.mark.row(34)
def test_a_refused_body_is_never_a_request(served: Local) -> None:
    """Row 34: the answers stay in step with the requests."""
    hidden = f"GET /?token={TOKEN} HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode()
    head = f"POST /posted HTTP/1.1\r\nHost: {served.host}\r\nContent-Length: {len(hidden)}\r\n\r\n"
    mine = f"GET / HTTP/1.1\r\nHost: {served.host}\r\nAuthorization: Bearer {TOKEN}\r\n\r\n"
    with served.connect() as connection:
        stream = connection.makefile("rb")
        connection.sendall(head.encode() + hidden + mine.encode())
        assert read_answer(stream).status == 403
        assert read_answer(stream).status == 200


@pytest.mark.row(34)
def test_pipelined_requests_are_each_answered(served: Local) -> None:
    cookie = served.cookies.cookie(session_id(1))
    body = b"x" * 100_000
    head = (
        f"POST /posted HTTP/1.1\r\nHost: {served.host}\r\nOrigin: {served.url}\r\n"
        f"Cookie: {cookie}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with served.connect() as connection:
        stream = connection.makefile("rb")
        connection.sendall((head.encode() + body) * 3 + head.encode()[:20])
        for _ in range(3):
            assert read_answer(stream).body == session_id(1).encode()
        connection.sendall(head.encode()[20:] + body)
        assert read_answer(stream).body == session_id(1).encode()


@pytest.mark.row(36)
def test_half_a_head_is_not_waited_for(tmp_path: Path) -> None:
    with local(tmp_path, whose, head_seconds=0.3) as served:
        for sent in (b"", b"\r\n", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX: "):
            with served.connect() as connection:
                connection.sendall(sent)
                assert is_closed(connection), sent


def is_closed(connection: socket.socket) -> bool:
    try:
        return connection.recv(100) == b""
    except ConnectionResetError:  # it was closed before what we sent arrived
        return True


@pytest.mark.row(36)
def test_hundreds_of_silent_connections_do_not_lock_out_a_session(tmp_path: Path) -> None:
    """Those that waited longest have to go, long before their time is over."""
    with local(tmp_path, whose, head_seconds=100) as served, ExitStack() as open_ones:
        silent = [open_ones.enter_context(served.connect()) for _ in range(500)]
        for connection in silent[::2]:
            with suppress(ConnectionError):
                connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
        assert served.session().get("/").status_code == 200
        assert all(is_closed(connection) for connection in silent[:200])
        silent[-1].sendall(f"GET / HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode())
        assert read_answer(silent[-1].makefile("rb")).status == 403  # the youngest may stay


def test_half_a_second_request_is_not_waited_for(tmp_path: Path) -> None:
    with local(tmp_path, whose, head_seconds=1.5) as served, served.connect() as connection:
        stream = connection.makefile("rb")
        request = f"GET / HTTP/1.1\r\nHost: {served.host}\r\n\r\n".encode()
        connection.sendall(request)
        assert read_answer(stream).status == 403
        connection.sendall(request[:20])
        assert is_closed(connection)


def test_a_refused_body_is_not_waited_for(tmp_path: Path) -> None:
    with local(tmp_path, whose, head_seconds=1.5) as served, served.connect() as connection:
        stream = connection.makefile("rb")
        head = f"POST / HTTP/1.1\r\nHost: {served.host}\r\nContent-Length: 9000\r\n\r\n"
        connection.sendall(head.encode())
        assert read_answer(stream).status == 403
        connection.sendall(b"x")
        assert is_closed(connection)


def upload_head(served: Local, path: str, size: int) -> bytes:
    lines = (
        f"PATCH {path} HTTP/1.1", f"Host: {served.host}", f"Authorization: Bearer {TOKEN}",
        "Tus-Resumable: 1.0.0", "Upload-Offset: 0", f"Content-Length: {size}",
        "Content-Type: application/offset+octet-stream",
    )  # fmt: skip
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()


@pytest.mark.row(36)
def test_a_body_that_is_too_slow_is_cut_off_and_what_arrived_is_kept(tmp_path: Path) -> None:
    """Row 36: one byte every ten seconds, and none at all."""
    with local(tmp_path, whose, body_seconds=1.0, body_rate=1000) as served:
        client = served.client(headers={**BEARER, **TUS})
        for sent in (b"", b"x", b"x" * 100):
            path = client.post("/uploads", headers={"Upload-Length": "9999"}).headers["Location"]
            path = path.removeprefix(served.url)
            with served.connect() as connection:
                connection.sendall(upload_head(served, path, 9999) + sent)
                assert is_closed(connection), sent
            assert client.head(path).headers["Upload-Offset"] == str(len(sent))


def test_a_body_that_we_hold_up_is_not_cut(tmp_path: Path) -> None:
    """The program takes longer than the interval to read what it was sent at once."""
    program = Program()

    async def slow(request: jp.Request) -> jp.Response:
        read = 0
        async for chunk in request.stream():
            read += len(chunk)
            await jp.asyncio.sleep(1.2)
        return jp.PlainTextResponse(str(read))

    program.add_route("/slow", slow, methods=["POST"])
    with local(tmp_path, program=program, body_seconds=1.0, body_rate=10**9) as served:
        answer = served.session().post("/slow", content=b"x" * 500_000)
        assert answer.text == "500000"


def test_responses_bodies_and_websockets_may_take_longer_than_a_head(tmp_path: Path) -> None:
    """An answer, a body and a websocket may take longer."""
    program = Program()

    async def slow(request: jp.Request) -> jp.Response:
        await jp.asyncio.sleep(1.5)
        return jp.PlainTextResponse(await request.body())

    program.add_route("/slow", slow, methods=["GET", "POST"])
    program.add_route("/page", lambda: jp.WebPage())
    with local(tmp_path, program=program, head_seconds=1.0) as served:
        assert served.session().get("/slow").status_code == 200
        page = served.session().get("/page").text.partition('"page": "')[2].partition('"')[0]
        address = f"/_satchel/socket?page={page}&seq=0"
        with served.connect() as connection, served.websocket(address) as websocket:
            cookie = served.cookies.cookie(session_id(1))
            head = (
                f"POST /slow HTTP/1.1\r\nHost: {served.host}\r\nOrigin: {served.url}\r\n"
                f"Cookie: {cookie}\r\nContent-Length: 4\r\n\r\nbo"
            )
            connection.sendall(head.encode())
            assert served.session().get("/slow").status_code == 200  # which takes its time
            connection.sendall(b"dy")
            assert read_answer(connection.makefile("rb")).body == b"body"
            assert websocket.ping().wait(PATIENCE)
