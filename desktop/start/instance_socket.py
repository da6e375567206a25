"""The local socket (on Windows, a named pipe) at which an instance answers second starts."""

import contextlib
import json
import logging
import os
import secrets
import shutil
import socket
import struct
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from multiprocessing import AuthenticationError
from multiprocessing.connection import (
    Connection,
    Listener,
    answer_challenge,
    deliver_challenge,
)
from pathlib import Path
from typing import Any

log = logging.getLogger("satchel.desktop")

Message = dict[str, Any]

PAUSE = 0.05  # seconds between two tries to reach an instance that is starting or ending
SILENCE = 5.0  # seconds in which a second start sends its message
MAX_ASKING = 64  # second starts at a time
MAX_MESSAGE = 16 << 20  # bytes
LONGEST_ADDRESS = 100  # of a socket; systems allow 104 or 108 bytes
# The other side does not exist (yet, or any longer), or lacks the key.
UNREACHABLE = (OSError, EOFError, AuthenticationError, ValueError)


class InstanceSocket:
    """Answers second starts: they can connect after `listen`, and wait until `ready`.

    Args:
        path: of the socket; if the system does not accept it, one in a temporary folder is used.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.temporary = ""
        self.key = secrets.token_bytes(32)
        self.listener: Listener | None = None
        self.answer: Callable[[Message], Message] = lambda message: {}
        self.answering = threading.Event()
        self.places = threading.BoundedSemaphore(MAX_ASKING)

    def listen(self) -> Any:
        """Accept connections from now on; returns the address.

        Raises:
            OSError: no socket can be made.
        """
        self.listener = listener = self.bound()
        threading.Thread(target=self.accept, args=(listener,), daemon=True).start()
        return listener.address

    def bound(self) -> Listener:
        # Without the key: the listener would check it while all others wait; `converse` does.
        if sys.platform == "win32":
            return Listener(family="AF_PIPE")
        if len(bytes(self.path)) <= LONGEST_ADDRESS:
            with contextlib.suppress(OSError):  # a file system without sockets
                self.path.unlink(missing_ok=True)
                listener = Listener(str(self.path), "AF_UNIX", backlog=64)
                self.path.chmod(0o600)
                return listener
        self.temporary = tempfile.mkdtemp(prefix="satchel-")  # 0700
        return Listener(f"{self.temporary}/socket", "AF_UNIX", backlog=64)

    def accept(self, listener: Listener) -> None:
        while self.listener is listener:
            try:
                connection = listener.accept()
            except UNREACHABLE as error:
                log.debug("A second start went away: %s", error)
                time.sleep(PAUSE)
            else:
                if self.places.acquire(blocking=False):
                    threading.Thread(target=self.serve, args=(connection,), daemon=True).start()
                else:
                    connection.close()  # it tries again

    def serve(self, connection: Connection) -> None:
        try:
            self.converse(connection)
        finally:
            self.places.release()

    def converse(self, connection: Connection) -> None:
        """Answer one second start, once `ready` was called."""
        with connection, contextlib.suppress(*UNREACHABLE):
            limit_silence(connection)
            deliver_challenge(connection, self.key)
            answer_challenge(connection, self.key)
            message = json.loads(connection.recv_bytes(MAX_MESSAGE))
            self.answering.wait()
            if self.listener is not None:
                connection.send_bytes(json.dumps(self.answer(message)).encode())

    def ready(self, answer: Callable[[Message], Message]) -> None:
        """Answer second starts from now on, those that wait included."""
        self.answer = answer
        self.answering.set()

    def close(self) -> None:
        """Disconnect those that wait, and remove the socket."""
        listener, self.listener = self.listener, None
        self.answering.set()
        if listener is not None:
            listener.close()
        if self.temporary:
            shutil.rmtree(self.temporary, ignore_errors=True)


def limit_silence(connection: Connection) -> None:
    """End the conversation with a client that sends nothing; on Windows it only keeps a thread."""
    if sys.platform != "win32":
        limit = struct.pack("ll", int(SILENCE), 0)  # struct timeval
        with socket.socket(fileno=os.dup(connection.fileno())) as ours:
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
