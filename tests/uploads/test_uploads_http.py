"""Uploads to a real server process: broken connections, kill -9, flat memory."""

import os
import re
import socket
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.tus import upload_id
from tests.support.upload_server import Server, Start, batch_of


def answer_of(connection: socket.socket) -> str:
    """Everything that comes until the server closes."""
    with connection, connection.makefile("rb") as answer:
        return answer.read().decode()


def wait_until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.002)  # with 0, Wine has no time for the server


def wait_for_bytes(path: Path, size: int) -> None:
    wait_until(lambda: path.stat().st_size >= size)


@pytest.mark.row(26)
@pytest.mark.parametrize("received", [1, 1 << 20, 5_000_000])
def test_killed_in_the_middle_then_resumed_is_identical(
    start: Start, tmp_path: Path, received: int
) -> None:
    folder, content = tmp_path / "uploads", os.urandom(8_000_000)
    server = start(folder)
    path = server.create(len(content))
    assert server.patch(path, 0, content[:received]).status_code == 204
    with server.begin_patch(path, received, len(content) - received) as connection:
        connection.sendall(content[received : received + 2_000_000])
        wait_for_bytes(folder / f"{upload_id(path)}.part", received + (1 << 20))
        server.kill()
    again = start(folder)
    offset = again.offset(path)
    assert received < offset <= received + 2_000_000
    assert again.patch(path, offset, content[offset:]).headers["upload-offset"] == "8000000"
    assert (folder / f"{upload_id(path)}.done").read_bytes() == content
    assert sorted(p.suffix for p in folder.iterdir()) == [".done", ".json"]


@pytest.mark.row(35)
@pytest.mark.parametrize("reset", [False, True])
def test_client_that_vanishes_leaves_its_bytes_and_no_crash(
    server: Server, tmp_path: Path, reset: bool
) -> None:
    path = server.create(3_000_000)
    part = tmp_path / "uploads" / f"{upload_id(path)}.part"
    connection = server.begin_patch(path, 0, 3_000_000)
    connection.sendall(b"x" * 1_500_000)
    wait_for_bytes(part, 1 << 20)  # the server is in the middle of it
    if reset:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    offset = server.offset(path)
    assert 1 << 20 <= offset <= 1_500_000
    assert server.patch(path, offset, b"x" * (3_000_000 - offset)).status_code == 204
    assert not re.search("Traceback|Exception|ERROR", server.logged())


@pytest.mark.row(35)
@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize("way", ["PUT", "batch"])
def test_what_ends_too_early_and_cannot_go_on_leaves_nothing(
    server: Server, tmp_path: Path, reset: bool, way: str
) -> None:
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    body = batch_of(bytes(1 << 20), bytes(1 << 20), bytes(1 << 20))
    start = {"PUT": "PUT /uploads/a", "batch": "POST /uploads/batch"}[way]
    head = (
        f"{start} HTTP/1.1\r\nHost: x\r\nContent-Type: application/vnd.satchel.batch\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    connection.sendall(head.encode() + body[:1_500_000])
    folder = tmp_path / "uploads"
    wait_until(lambda: any(folder.glob("*.part")))
    if reset:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    wait_until(lambda: not any(folder.iterdir()))
    assert not re.search("Traceback|Exception|ERROR", server.logged())


@pytest.mark.row(34)
def test_pipelined_puts_are_each_stored(server: Server, tmp_path: Path) -> None:
    bodies = [bytes([65 + number]) * 100_000 for number in range(3)]
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        for number, body in enumerate(bodies):
            last = "Connection: close\r\n" if number == 2 else ""
            head = f"PUT /uploads/a HTTP/1.1\r\nHost: x\r\n{last}Content-Length: {len(body)}"
            connection.sendall(f"{head}\r\n\r\n".encode() + body)
        assert answer_of(connection).count("HTTP/1.1 201 ") == 3
    stored = [path.read_bytes() for path in (tmp_path / "uploads").glob("*.done")]
    assert sorted(stored) == bodies


@pytest.mark.row(44)
def test_stalled_patch_gives_way_to_head(server: Server, tmp_path: Path) -> None:
    path = server.create(3_000_000)
    connection = server.begin_patch(path, 0, 3_000_000)
    connection.sendall(b"x" * 1_500_000)
    wait_for_bytes(tmp_path / "uploads" / f"{upload_id(path)}.part", 1 << 20)
    assert 1 << 20 <= server.offset(path) <= 1_500_000
    connection.sendall(b"x" * 1_500_000)  # it has not read the answer yet
    answer = answer_of(connection)
    assert answer.startswith("HTTP/1.1 409 ")
    assert "This transfer was ended. What arrived is kept" in answer


@pytest.mark.row(34)
@pytest.mark.parametrize("length", [200, 10_000_000])
def test_refused_body_is_never_read_as_a_request(server: Server, length: int) -> None:
    path = server.create(10)
    connection = server.begin_patch(path, 0, length)
    hidden = f"DELETE {path} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\n\r\n"
    connection.sendall(hidden.encode())
    answer = answer_of(connection)
    assert answer.startswith("HTTP/1.1 413 ") and answer.count("HTTP/1.1") == 1
    assert server.offset(path) == 0


@pytest.mark.row(43)
def test_chunked_body_is_stopped_at_the_exact_byte(server: Server, tmp_path: Path) -> None:
    path = server.create(3_000_000)
    pieces = (b"x" * 100_000 for _ in range(31))
    assert server.patch(path, 0, pieces).status_code == 413
    assert server.offset(path) == 0
    pieces = (b"y" * 100_000 for _ in range(30))
    assert server.patch(path, 0, pieces).status_code == 204
    done = tmp_path / "uploads" / f"{upload_id(path)}.done"
    assert done.read_bytes() == b"y" * 3_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_stays_flat_and_each_byte_is_written_once(server: Server) -> None:
    def counted(file: str, name: str) -> int:
        text = Path(f"/proc/{server.process.pid}/{file}").read_text()
        found = re.search(rf"^{name}:\s+(\d+)", text, re.MULTILINE)
        assert found is not None
        return int(found[1])

    size, block = 128 << 20, bytes(1 << 20)
    server.patch(server.create(1 << 20), 0, block)
    before, written = counted("status", "VmRSS") * 1024, counted("io", "wchar")
    path = server.create(size)
    assert server.patch(path, 0, (block for _ in range(128))).status_code == 204
    assert counted("status", "VmHWM") * 1024 - before < 16 << 20
    assert counted("io", "wchar") - written < size * 1.01
