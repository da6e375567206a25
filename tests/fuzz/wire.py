"""Raw requests, sent whole, in pieces or cut off, and their raw answers."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass, field

ENDINGS = ("wait", "wait", "wait", "wait", "close", "reset", "half")
"""What the client does after its last byte: wait for the answer, leave, or only stop sending."""

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass
class Case:
    """What is sent on one connection.

    Attributes:
        door: what it knocks at.
        data: all bytes, of one request or more.
        ending: one of `ENDINGS`.
        pieces: in how many writes it goes out.
        endless: whether the answer is a stream that does not end by itself.
    """

    door: str
    data: bytes
    ending: str = "wait"
    pieces: int = 1
    endless: bool = False


@dataclass
class Answer:
    """The first answer on a connection; status 0: the connection ended without one."""

    status: int = 0
    head: str = ""
    body: bytes = b""


def request(
    method: str, target: str, headers: dict[str, str] | None = None, body: bytes = b""
) -> bytes:
    """The bytes of a request; header values go out as Latin-1, what that lacks as UTF-8."""
    lines = [f"{method} {target} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return _bytes("\r\n".join(lines) + "\r\n\r\n") + body


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape" if text.isascii() else "replace")


def frame(payload: bytes, opcode: int = 1, final: bool = True) -> bytes:
    """A frame as clients of websockets send it (RFC 6455, section 5.2)."""
    mask = b"\x01\x02\x03\x04"
    head = bytes([opcode | (0x80 if final else 0)])
    if len(payload) < 126:
        head += bytes([0x80 | len(payload)])
    else:
        head += bytes([0x80 | 127]) + struct.pack(">Q", len(payload))
    masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))
    return head + mask + masked


def handshake(target: str, headers: dict[str, str]) -> bytes:
    """The request that opens a websocket."""
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
    }
    return request("GET", target, {**headers, **upgrade})


@dataclass
class Wire:
    """Connections to one server."""

    port: int
    patience: float
    open: int = field(default=0)

    async def send(self, case: Case) -> Answer:
        """Send a case; its answer.

        Raises:
            TimeoutError: the connection was neither answered nor closed.
        """
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError as error:
            raise TimeoutError(f"nobody accepts connections: {error}") from error
        try:
            return await asyncio.wait_for(self._exchange(case, reader, writer), self.patience)
        finally:
            writer.transport.abort()

    async def _exchange(
        self, case: Case, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> Answer:
        if case.ending == "reset":
            now = struct.pack("ii", 1, 0)
            link = writer.get_extra_info("socket")
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, now)
        has_body = not case.endless and not case.data.startswith(b"HEAD ")
        answered = asyncio.ensure_future(_answer(reader, has_body))
        with suppress(OSError):
            step = max(1, -(-len(case.data) // case.pieces))
            for at in range(0, len(case.data), step):
                writer.write(case.data[at : at + step])
                await writer.drain()
                if answered.done():  # it was refused before all was sent
                    break
            if case.ending == "half":
                writer.write_eof()
        if case.ending in ("close", "reset"):
            answered.cancel()
            return Answer()
        return await answered


async def _answer(reader: asyncio.StreamReader, has_body: bool) -> Answer:
    """The first answer that is not 1xx."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        while head.startswith(b"HTTP/1.1 100"):
            head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, OSError):
        return Answer()
    answer = Answer(int(head.split(b" ", 2)[1]), head.decode("latin-1"))
    if answer.status == 101:
        with suppress(ConnectionError):  # until the server has done what was asked, and closed
            answer.body = await reader.read()
    elif has_body and answer.status not in (204, 304):
        with suppress(asyncio.IncompleteReadError, OSError):
            answer.body = await _body(head, reader)
    return answer


async def _body(head: bytes, reader: asyncio.StreamReader) -> bytes:
    if found := _LENGTH.search(head):
        return await reader.readexactly(int(found[1]))
    if b"transfer-encoding: chunked" not in head.lower():
        return await reader.read()
    body = bytearray()
    while size := int(await reader.readline() or b"0", 16):
        body += await reader.readexactly(size)
        await reader.readline()
    return bytes(body)
