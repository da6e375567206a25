"""Bare clients: they send and receive as fast as the other end can."""

from __future__ import annotations

import base64
import http.client
import os
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

CHUNK = bytes(1 << 20)


@dataclass(frozen=True)
class Address:
    """A server on this machine, and the folder in which it runs."""

    port: int
    folder: Path

    def connect(self) -> http.client.HTTPConnection:
        """A connection for one request."""
        return http.client.HTTPConnection("127.0.0.1", self.port)

    def bare(self, size: int) -> float:
        """Seconds until a server that knows no protocol has answered so many bytes."""
        start = time.perf_counter()
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            send(connection, size)
            assert connection.recv(1) == b"k"
        return time.perf_counter() - start


def send(connection: socket.socket, size: int) -> None:
    """Send so many bytes."""
    for _ in range(size // len(CHUNK)):
        connection.sendall(CHUNK)


def request(
    address: Address, method: str, path: str, headers: dict[str, str], size: int = 0
) -> http.client.HTTPResponse:
    """One answered request with so many bytes."""
    connection = address.connect()
    connection.putrequest(method, path)
    for header, value in {**headers, "Content-Length": str(size)}.items():
        connection.putheader(header, value)
    connection.endheaders()
    send(connection.sock, size)
    response = connection.getresponse()
    answer = response.read()
    assert response.status < 300, (method, path, response.status, answer[:500])
    return response


def tus(address: Address, size: int) -> float:
    """Seconds until the last answer of tus: complete, synced and under its final name."""
    cookie = request(address, "GET", "/", {}).getheader("Set-Cookie") or ""
    headers = {
        "Cookie": cookie.partition(";")[0],
        "Origin": f"http://127.0.0.1:{address.port}",
        "Tus-Resumable": "1.0.0",
    }
    name = base64.b64encode(b"benchmark.bin").decode()
    create = {"Upload-Length": str(size), "Upload-Metadata": f"filename {name}"}
    start = time.perf_counter()
    created = request(address, "POST", "/uploads", headers | create)
    path = urlsplit(created.getheader("Location") or "").path
    patch = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    request(address, "PATCH", path, headers | patch, size)
    seconds = time.perf_counter() - start
    request(address, "DELETE", path, headers)
    return seconds


def put(address: Address, size: int) -> float:
    """Seconds until a PUT is answered and its file, which the server left to the system, synced."""
    target = address.folder / "saved" / "benchmark.bin"
    start = time.perf_counter()
    request(address, "PUT", f"/saved/{target.name}", {}, size)
    until_synced(target)
    seconds = time.perf_counter() - start
    target.unlink()
    return seconds


def until_synced(path: Path) -> None:
    """fsync a file that another process wrote."""
    descriptor = os.open(path, os.O_RDWR)
    os.fsync(descriptor)
    os.close(descriptor)


def download(port: int, path: str, size: int) -> float:
    """Seconds until all of a response has arrived."""
    first = http.client.HTTPConnection("127.0.0.1", port)
    first.request("GET", "/")
    cookie = (first.getresponse().getheader("Set-Cookie") or "").partition(";")[0]
    first.close()
    buffer = bytearray(1 << 20)
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port)) as connection:
        start = time.perf_counter()
        connection.sendall(head.encode())
        began = b""
        while b"\r\n\r\n" not in began:
            began += connection.recv(65536)
        answer, _, body = began.partition(b"\r\n\r\n")
        assert f"content-length: {size}\r\n".encode() in answer.lower() + b"\r\n", answer
        left = size - len(body)
        while left > 0 and (got := connection.recv_into(buffer)):
            left -= got
        assert left == 0, f"{left} bytes of {path} are missing"
        return time.perf_counter() - start
