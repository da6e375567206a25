"""The connection of a function on another executor to its job.

Reports go one way, "cancel" the other, as lines of JSON, so that nothing that arrives can run
anything. The first line is a ticket that only the call knows.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import BinaryIO, Self

from .report_sender import ReportSender
from .run import Run

HOST = "127.0.0.1"
PATIENCE = 5.0
"""Seconds for a connection, and for its first line."""

MAX_LINE = 8192
"""Bytes of a line."""

MAX_REPORT = 1000
"""Characters of a text that is sent."""

Address = tuple[str, int]


class Ticket:
    """What the program knows of an attempt on another executor."""

    def __init__(self, run: Run) -> None:
        self.name = secrets.token_urlsafe(24)
        self.run = run
        self._writer: asyncio.StreamWriter | None = None
        self._ended = asyncio.Event()

    def connected(self, writer: asyncio.StreamWriter) -> None:
        """The function is about to be called."""
        self._writer = writer
        if self.run.is_cancelled:
            writer.write(b"cancel\n")
        else:
            writer.write(b"go\n")
            self.run.started()

    def ended(self) -> None:
        """The function has reported all, or its connection broke."""
        self._ended.set()

    async def settle(self) -> None:
        """Wait for what the function reported last: its value may arrive before that."""
        if self._writer is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), PATIENCE)

    def cancel(self, give_up: Callable[[], object]) -> None:
        """Tell the function; or, if it has not begun, give the call up."""
        if self._writer is None:
            give_up()
        else:
            self._writer.write(b"cancel\n")


class ReportServer:
    """Hears what functions on other executors report. The event loop owns it."""

    def __init__(self) -> None:
        self._server: asyncio.Server | None = None
        self._opening = asyncio.Lock()
        self._tickets: dict[str, Ticket] = {}

    async def open(self) -> Address:
        """Listen, from the first call on; returns the address."""
        async with self._opening:
            if self._server is None:
                self._server = await asyncio.start_server(self._serve, HOST, 0, limit=MAX_LINE)
            address = self._server.sockets[0].getsockname()
            return address[0], address[1]

    @contextlib.contextmanager
    def expect(self, run: Run) -> Iterator[Ticket]:
        """In this context, a function with the ticket may report for an attempt."""
        ticket = Ticket(run)
        self._tickets[ticket.name] = ticket
        try:
            yield ticket
        finally:
            del self._tickets[ticket.name]

    def close(self) -> None:
        """Listen no longer. On the loop."""
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                name = (await reader.readline()).decode("ascii").strip()
            if (ticket := self._tickets.get(name)) is None:
                writer.write(b"cancel\n")  # it was given up, or is no call of ours
                return
            ticket.connected(writer)
            try:
                while line := await reader.readline():
                    ticket.run.tell(*_parsed(line))
            finally:
                ticket.ended()
        except (OSError, ValueError, asyncio.CancelledError):
            return  # what it says is of no use, or the program ends
        finally:
            writer.close()


def _parsed(line: bytes) -> tuple[float | None, str]:
    """A report.

    Raises:
        ValueError: it is none.
    """
    match json.loads(line):
        case [None | float() | int() as progress, str(text)]:
            return progress, text
    raise ValueError("not a report")


class ReportConnection:
    """The same connection where the function runs; a `Reporter`.

    Without a connection, as on another computer, it reports nothing.
    """

    def __init__(self, address: Address, ticket: str) -> None:
        self.is_cancelled = False
        self._sender = ReportSender(self._send)
        self._socket: socket.socket | None = None
        self._lines: BinaryIO | None = None
        with contextlib.suppress(OSError):
            self._connect(address, ticket)

    def tell(self, progress: float | None, text: str) -> None:
        self._sender.tell(progress, text)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._sender.flush()
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
            self._socket.close()

    def _connect(self, address: Address, ticket: str) -> None:
        connected = socket.create_connection(address, PATIENCE)
        lines = connected.makefile("rb")
        connected.sendall(f"{ticket}\n".encode())
        answer = lines.readline(MAX_LINE)
        if answer not in (b"go\n", b"cancel\n"):  # another computer, where another server listens
            connected.close()
            return
        connected.settimeout(None)
        self.is_cancelled = answer == b"cancel\n"
        self._socket, self._lines = connected, lines
        threading.Thread(target=self._listen, name="satchel-job-report", daemon=True).start()

    def _listen(self) -> None:
        """Wait for "cancel", or for the end of the program."""
        assert self._lines is not None
        with contextlib.suppress(OSError, ValueError):
            self._lines.readline(MAX_LINE)
        self.is_cancelled = True

    def _send(self, progress: float | None, text: str) -> None:
        if self._socket is not None:
            line = json.dumps([progress, text[:MAX_REPORT]], ensure_ascii=False) + "\n"
            with contextlib.suppress(OSError):
                self._socket.sendall(line.encode(errors="replace"))
