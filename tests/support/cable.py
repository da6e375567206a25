"""A network cable that a test can cut: a relay between a browser and a program."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

BLOCK = 64 * 1024


class Cable:
    """Relays TCP connections to a port of this machine, as a SOCKS proxy (RFC 1928) of a browser.

    A proxy, because the program answers only to its own address.

    Attributes:
        proxy: the address of the near end, for Playwright's ``proxy``.
    """

    def __init__(self, far_port: int) -> None:
        self._far_port = far_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.proxy = f"socks5://127.0.0.1:{self._listener.getsockname()[1]}"
        self._open: list[socket.socket] = []
        self._silent: set[socket.socket] = set()
        self._is_cut = False
        Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """End all connections; new ones end at once."""
        self._is_cut = True
        for end in self._open:
            _close(end)
        self._open.clear()

    def silence(self, *, refuses: bool = False) -> None:
        """Drop everything on open connections without closing them.

        Args:
            refuses: new ones end at once, until `mend`; by default they work.
        """
        self._is_cut = refuses
        self._silent.update(self._open)

    def mend(self) -> None:
        """Let new connections through again."""
        self._is_cut = False

    def close(self) -> None:
        """Remove the cable."""
        self.cut()
        _close(self._listener)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if self._is_cut:
                    _close(near)
                    continue
                _greet(near)
                far = socket.create_connection(("127.0.0.1", self._far_port))
                self._open += [near, far]
                Thread(target=_relay, args=(near, far, self._silent), daemon=True).start()
                Thread(target=_relay, args=(far, near, self._silent), daemon=True).start()


def _greet(near: socket.socket) -> None:
    """Agree to no authentication, and to any address."""
    near.recv(BLOCK)
    near.sendall(b"\x05\x00")
    near.recv(BLOCK)
    near.sendall(b"\x05\x00\x00\x01" + bytes(6))


def _relay(source: socket.socket, target: socket.socket, silent: set[socket.socket]) -> None:
    with suppress(OSError):
        while block := source.recv(BLOCK):
            if source not in silent:
                target.sendall(block)
    _close(source)
    _close(target)


def _close(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)  # wakes a thread that waits in recv or accept
    end.close()


@contextmanager
def cable(far_port: int) -> Iterator[Cable]:
    """A cable that exists as long as the context."""
    laid = Cable(far_port)
    try:
        yield laid
    finally:
        laid.close()
