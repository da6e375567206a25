"""A page shown by a thousand browsers: how late updates arrive, and what an idle browser costs.

    python benchmarks/broadcast.py [--browsers 1000] [--updates 100] [--rounds 3]

Ours and a bare websocket broadcast of texts of the same size, each a server in a process of its
own with the same settings of uvicorn, in turns. The browsers are sockets of this process, which
does no more with an update than to find the time in it.
"""

from __future__ import annotations

import argparse
import re
import resource
import select
import socket
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from servers import Server, serving

HERTZ = 10
IDLE_SECONDS = 2.0  # in which a server ends what it does when browsers join
LOST_SECONDS = 60.0  # an update that takes longer is lost

_TIME = re.compile(rb"at (\d{20})")
_COOKIE = re.compile(rb"set-cookie: ([^;]+)", re.IGNORECASE)
_PING = b"\x89"
_PAGE = re.compile(rb'"page": "([^"]+)", "seq": (\d+)')


class Crowd:
    """The sockets of all simulated browsers of this process."""

    def __init__(self) -> None:
        self._poll = select.epoll()
        self._sockets: dict[int, socket.socket] = {}

    def add(self, joined: socket.socket) -> None:
        """One more."""
        joined.setblocking(False)
        self._sockets[joined.fileno()] = joined
        self._poll.register(joined, select.EPOLLIN)

    def remove(self, left: socket.socket) -> None:
        """One less."""
        self._poll.unregister(left)
        del self._sockets[left.fileno()]
        left.close()

    def attend(self, seconds: float) -> list[tuple[int, int]]:
        """Read for at most so many seconds; when each update was sent and arrived.

        Raises:
            RuntimeError: a server closed a connection.
        """
        times = []
        for number, _ in self._poll.poll(seconds):
            data = self._sockets[number].recv(65536)
            now = time.monotonic_ns()
            if not data:
                raise RuntimeError("A server closed a connection.")
            times += [(int(sent), now) for sent in _TIME.findall(data)]
            if _PING in data:
                answer_pings(self._sockets[number], data)
        return times


def answer_pings(connection: socket.socket, data: bytes) -> None:
    """Answer the pings among these frames: servers close connections that do not.

    https://www.rfc-editor.org/rfc/rfc6455#section-5.2
    """
    start = 0
    while start + 2 <= len(data):
        kind, size, content = data[start], data[start + 1], start + 2
        if size == 126:
            size, content = int.from_bytes(data[start + 2 : start + 4]), start + 4
        if kind == _PING[0]:
            payload = data[content : content + size]
            connection.send(bytes([0x8A, 0x80 | size, 0, 0, 0, 0]) + payload)
        start = content + size


class Browsers:
    """Simulated browsers of one server, all of one session.

    Args:
        path: of the page that they show; None opens websockets of the limit.
    """

    def __init__(self, crowd: Crowd, server: Server, path: str | None) -> None:
        self.server = server
        self._crowd = crowd
        self._path = path
        self._cookie = ""
        self._sockets: list[socket.socket] = []

    def __len__(self) -> int:
        return len(self._sockets)

    def join(self, count: int) -> None:
        """Let browsers load the page and open its channel."""
        for _ in range(count):
            connection = self._open(self._channel())
            self._sockets.append(connection)
            self._crowd.add(connection)
            self._crowd.attend(0)

    def leave(self) -> None:
        """Let all browsers leave."""
        for each in self._sockets:
            self._crowd.remove(each)
        self._sockets.clear()

    def idle(self, seconds: float) -> None:
        """Let time pass."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._crowd.attend(left)

    def listen(self, updates: int) -> dict[int, list[int]]:
        """Let the server send updates; the nanoseconds each took to each browser.

        Raises:
            RuntimeError: some did not arrive.
        """
        arrived: dict[int, list[int]] = {}
        missing = updates * len(self)
        with self._request(f"/broadcast?hertz={HERTZ}&updates={updates}", "Connection: close"):
            end = time.monotonic() + updates / HERTZ + LOST_SECONDS
            while missing:
                times = self._crowd.attend(1)
                missing -= len(times)
                for sent, now in times:
                    arrived.setdefault(sent, []).append(now - sent)
                if time.monotonic() > end:
                    raise RuntimeError(f"{missing} updates were lost.")
        return arrived

    def _request(self, path: str, *headers: str) -> socket.socket:
        """A connection on which a request was sent."""
        lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{self.server.port}", *headers]
        if self._cookie:
            lines.append(f"Cookie: {self._cookie}")
        connection = socket.create_connection(("127.0.0.1", self.server.port), timeout=30)
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        return connection

    def _channel(self) -> str:
        """The address of the channel of a freshly loaded page."""
        if self._path is None:
            return "/listen"
        with self._request(self._path, "Connection: close") as connection:
            answer = connection.makefile("rb").read()
        if not self._cookie and (cookie := _COOKIE.search(answer)):
            self._cookie = cookie[1].decode()
        page = _PAGE.search(answer)
        assert page, answer[:500]
        return f"/_satchel/socket?page={page[1].decode()}&seq={page[2].decode()}"

    def _open(self, path: str) -> socket.socket:
        connection = self._request(
            path,
            f"Origin: {self.server.url}",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        )
        answer = connection.recv(4096)
        assert answer.startswith(b"HTTP/1.1 101"), answer
        return connection


@dataclass
class Measured:
    """The results of one server."""

    last: list[float] = field(default_factory=list)  # milliseconds from update to last delivery
    each: list[float] = field(default_factory=list)  # to any delivery
    cpu: list[float] = field(default_factory=list)  # microseconds per delivery

    def listen(self, browsers: Browsers, updates: int) -> None:
        """One round of updates."""
        before = browsers.server.cpu()
        arrived = browsers.listen(updates)
        count = updates * len(browsers)
        self.cpu.append((browsers.server.cpu() - before) * 1e6 / count)
        self.last += [max(times) / 1e6 for times in arrived.values()]
        self.each += [each / 1e6 for times in arrived.values() for each in times]


@contextmanager
def joined(crowd: Crowd, script: str, path: str | None, count: int) -> Iterator[Browsers]:
    """A server and its browsers."""
    with serving(script) as server:
        browsers = Browsers(crowd, server, path)
        browsers.join(count)
        yield browsers
        browsers.leave()


def idle_bytes(script: str, path: str | None, count: int) -> float:
    """The server's memory for one more idle browser."""
    with joined(Crowd(), script, path, 10) as browsers:  # they warm the server up
        before = browsers.server.memory()
        browsers.join(count)
        browsers.idle(IDLE_SECONDS)
        return (browsers.server.memory() - before) / count


def percentile(values: list[float], percent: int) -> float:
    """The value below which this percentage of the values lies."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def line(name: str, limit: float, ours: float, unit: str) -> str:
    """A line of the table."""
    return f"| {name}, {unit} | {limit:.1f} | {ours:.1f} | {ours / limit:.2f} |"


def report(limit: Measured, ours: Measured) -> None:
    """Print how late updates arrive."""
    for percent in (50, 95):
        for name, one, two in (
            ("any browser", limit.each, ours.each),
            ("the last browser", limit.last, ours.last),
        ):
            name = f"update until {name} has it, p{percent}"
            print(line(name, percentile(one, percent), percentile(two, percent), "ms"))
    cpu = (statistics.median(each.cpu) for each in (limit, ours))
    print(line("server's CPU per delivery", *cpu, "µs"))


def options() -> argparse.Namespace:
    """What the command says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--browsers", type=int, default=1_000)
    parser.add_argument("--updates", type=int, default=100, help="of one round, 10 a second")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def main() -> None:
    chosen = options()
    files = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files[1], files[1]))
    print(f"| {chosen.browsers:,} browsers | limit | Satchel | ratio |\n|---|---|---|---|")
    limit, ours, crowd = Measured(), Measured(), Crowd()
    with (
        joined(crowd, "limit.py", None, chosen.browsers) as bare,
        joined(crowd, "ours_shared.py", "/shared", chosen.browsers) as pages,
    ):
        for _ in range(chosen.rounds):
            limit.listen(bare, chosen.updates)
            ours.listen(pages, chosen.updates)
    report(limit, ours)
    bare_kb = idle_bytes("limit.py", None, chosen.browsers) / 1000
    for name, path in (("one shared page", "/shared"), ("a page of its own", "/own")):
        kb = idle_bytes("ours_shared.py", path, chosen.browsers) / 1000
        print(line(f"server's memory for an idle browser, {name}", bare_kb, kb, "KB"))


if __name__ == "__main__":
    main()
