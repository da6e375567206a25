"""Peers: the user of this machine at the other end of a connection, if the system knows (Linux).

The kernel is asked for the socket at the other end (sock_diag(7)): 12 µs, however many there are.
"""

from __future__ import annotations

import functools
import ipaddress
import itertools
import socket
import struct
import sys
import threading
from contextlib import suppress
from typing import Any

_NETLINK = getattr(socket, "AF_NETLINK", 16)  # of Linux only
_SOCK_DIAG, _BY_FAMILY, _REQUEST = 4, 20, 1
_HEADER = struct.Struct("=IHHII")  # struct nlmsghdr
_WHICH = struct.Struct("=BBBBI2s2s16s16sIII")  # struct inet_diag_req_v2
_USER = struct.Struct("=II")  # of struct inet_diag_msg: idiag_uid, idiag_inode
_USER_AT = 80
_ANY_STATE = _NO_COOKIE = 0xFFFFFFFF

_numbers = itertools.count(1)
_asking = threading.Lock()


def user_of(client: Any, server: Any) -> int | None:
    """The user whose process holds the other end of a connection.

    Args:
        client: host and port of the other end, as in a scope.
        server: host and port of our end.

    Returns:
        None if the system cannot say, or the client is not on this machine or has disconnected.
    """
    if sys.platform != "linux" or not client or not server:
        return None
    with suppress(OSError, ValueError, struct.error):
        return _ask(_question(client, server))
    return None


def _question(client: tuple[str, int], server: tuple[str, int]) -> bytes:
    theirs, ours = (ipaddress.ip_address(host) for host, _ in (client, server))
    family = socket.AF_INET6 if theirs.version == 6 else socket.AF_INET
    ports = (struct.pack("!H", port) for _, port in (client, server))
    addresses = (address.packed.ljust(16, b"\0") for address in (theirs, ours))
    return _WHICH.pack(
        family, socket.IPPROTO_TCP, 0, 0, _ANY_STATE,
        *ports, *addresses, 0, _NO_COOKIE, _NO_COOKIE,
    )  # fmt: skip


@functools.cache
def _kernel() -> socket.socket:
    """A socket to the kernel, kept open for when all file descriptors are in use."""
    kernel = socket.socket(_NETLINK, socket.SOCK_RAW, _SOCK_DIAG)
    kernel.setblocking(False)  # the answer is there when the question has been sent
    return kernel


def _ask(question: bytes) -> int | None:
    with _asking:
        number, size = next(_numbers) & 0xFFFFFFFF, _HEADER.size + len(question)
        _kernel().send(_HEADER.pack(size, _BY_FAMILY, _REQUEST, number, 0) + question)
        answer = _kernel().recv(4096)
        while _HEADER.unpack_from(answer)[3] != number:  # of a question that failed
            answer = _kernel().recv(4096)
    if _HEADER.unpack_from(answer)[1] != _BY_FAMILY:  # there is no such socket
        return None
    user, inode = _USER.unpack_from(answer, _USER_AT)
    return user if inode else None  # 0: no process holds it
