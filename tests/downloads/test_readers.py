"""Responses that a client does not read do not occupy a connection and its resources forever."""

import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import core as jp
from core.downloads.offers import download
from core.serving import Program
from core.web.access.request_head import CONNECTION
from tests.support.local import BEARER, Local, local

PATIENCE = 30
MIB = 1 << 20


def ask(served: Local, reader: socket.socket, path: str, *lines: str) -> None:
    bearer = [f"{name}: {value}" for name, value in BEARER.items()]
    lines = (f"GET {path} HTTP/1.1", f"Host: {served.host}", *bearer, *lines)
    reader.sendall("".join(f"{line}\r\n" for line in lines).encode() + b"\r\n")


def test_reader_that_stops_is_closed(tmp_path: Path) -> None:
    """The generator of the download is closed, and so are its resources."""
    begun, closed = threading.Event(), threading.Event()

    def endless() -> Iterator[bytes]:
        try:
            while True:
                begun.set()
                yield bytes(MIB)
        finally:
            closed.set()

    program = Program()
    program.add_route("/endless", lambda: download(endless(), "endless.bin"))
    with local(tmp_path, program=program, body_seconds=0.01) as served, served.connect() as reader:
        ask(served, reader, "/endless")
        assert reader.recv(12) == b"HTTP/1.1 200" and begun.wait(PATIENCE)
        assert closed.wait(PATIENCE)


def test_rest_of_an_answer_that_nobody_takes(tmp_path: Path) -> None:
    """The rest fits into the buffers, so the server does not wait before it ends the connection."""
    answered = threading.Event()

    async def until_it_waits(connection: Any) -> AsyncIterator[bytes]:
        while not connection.transport.get_write_buffer_size():
            yield bytes(1 << 14)
        answered.set()

    def page(request: jp.Request) -> jp.Response:
        connection = request.scope["extensions"][CONNECTION]
        return jp.StreamingResponse(until_it_waits(connection))

    with local(tmp_path, page, body_seconds=0.01) as served, served.connect() as reader:
        ask(served, reader, "/", "Connection: close")
        assert answered.wait(PATIENCE)
        end = time.monotonic() + PATIENCE
        while served.server.connections and time.monotonic() < end:
            time.sleep(0.01)
        assert not served.server.connections


def test_reader_may_pause(tmp_path: Path) -> None:
    """For longer than a sender: people pause downloads, or think about where to save them."""
    program = Program()
    program.add_route("/large", lambda: download((bytes(MIB) for _ in range(64)), "large.bin"))
    with (
        local(tmp_path, program=program, body_seconds=0.05) as served,
        served.client(headers=BEARER) as client,
        client.stream("GET", "/large") as answer,
    ):
        time.sleep(20 * 0.05)
        assert sum(len(chunk) for chunk in answer.iter_raw(MIB)) == 64 * MIB


def test_reader_that_reads_gets_all(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(64):
            yield bytes(MIB)

    program = Program()
    program.add_route("/large", lambda: download(chunks(), "large.bin"))
    with (
        local(tmp_path, program=program, body_seconds=5) as served,
        served.client(headers=BEARER) as client,
        client.stream("GET", "/large") as answer,
    ):
        assert sum(len(chunk) for chunk in answer.iter_raw(MIB)) == 64 * MIB
