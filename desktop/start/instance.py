"""One running instance of each program in each data folder.

A second start hands what it was asked for to the first one, and ends. It finds it by a file that
only this user can read, with the address and the key of a local socket (on Windows, of a named
pipe). Whether there is a first one, only the lock tells: it cannot be left behind.
"""

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
    Client,
    Connection,
    Listener,
    answer_challenge,
    deliver_challenge,
)
from pathlib import Path
from typing import Any

from desktop.system import state_files
from desktop.system.errors import DesktopError, FolderError
from desktop.system.file_lock import Lock

log = logging.getLogger("satchel.desktop")

Message = dict[str, Any]

PAUSE = 0.05  # seconds between two tries to reach an instance that is starting or ending
PATIENCE = 30.0  # seconds in which it answers
SILENCE = 5.0  # seconds in which a second start says what it wants
MAX_ASKING = 64  # second starts at a time
MAX_MESSAGE = 16 << 20  # bytes
LONGEST_ADDRESS = 100  # of a socket; systems allow 104 or 108 bytes
# The other side is not there (yet, or any more), or is not who it should be.
UNREACHABLE = (OSError, EOFError, AuthenticationError, ValueError)


class NoAnswer(DesktopError):
    """The program runs already, but does not answer."""


class Instance:
    """This program in this data folder: us, if `claim` says so.

    Args:
        folder: the data folder.
        mark: tells this program from others of the same folder.
    """

    def __init__(self, folder: Path, mark: str) -> None:
        self.lock = Lock(folder / f"instance-{mark}.lock")
        self.file = folder / f"instance-{mark}.json"
        self.socket = folder / f"instance-{mark}.socket"
        self.answer: Callable[[Message], Message] = lambda message: {}
        self.answering = threading.Event()
        self.listener: Listener | None = None
        self.places = threading.BoundedSemaphore(MAX_ASKING)
        self.temporary = ""

    def claim(self) -> bool:
        """Whether we are the first; other starts can reach us from then on.

        Raises:
            FolderError: the lock cannot be made.
        """
        try:
            if not self.lock.take():
                return False
        except OSError as error:
            raise FolderError(f"{self.lock.path} cannot be made: {error.strerror}.") from error
        try:
            self.listen()
        except OSError as error:
            log.warning("A second start will not reach this one: %s", error)
        return True

    def listen(self) -> None:
        key = secrets.token_hex(32)
        self.key = bytes.fromhex(key)
        self.listener = listener = self.bound()
        facts = {"address": listener.address, "key": key, "process": os.getpid()}
        state_files.store(self.file, json.dumps(facts))
        threading.Thread(target=self.accept, args=(listener,), daemon=True).start()

    def bound(self) -> Listener:
        # Without the key: the listener would check it while all others wait (see `serve`).
        if sys.platform == "win32":
            return Listener(family="AF_PIPE")
        if len(bytes(self.socket)) <= LONGEST_ADDRESS:
            with contextlib.suppress(OSError):  # a file system without sockets
                self.socket.unlink(missing_ok=True)
                listener = Listener(str(self.socket), "AF_UNIX", backlog=64)
                self.socket.chmod(0o600)
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
        """Answer one second start, as soon as there is something to answer with."""
        try:
            self.converse(connection)
        finally:
            self.places.release()

    def converse(self, connection: Connection) -> None:
        with connection, contextlib.suppress(*UNREACHABLE):
            limit_silence(connection)
            deliver_challenge(connection, self.key)
            answer_challenge(connection, self.key)
            message = json.loads(connection.recv_bytes(MAX_MESSAGE))
            self.answering.wait()
            if self.listener is not None:
                connection.send_bytes(json.dumps(self.answer(message)).encode())

    def ready(self, answer: Callable[[Message], Message]) -> None:
        """From now on second starts are answered; those that wait are, too."""
        self.answer = answer
        self.answering.set()

    def close(self) -> None:
        """Nobody reaches us any more: who tries is the first one then."""
        if self.lock.descriptor is None:
            return
        listener, self.listener = self.listener, None
        self.answering.set()
        state_files.discard(self.file)
        if listener is not None:
            listener.close()
        if self.temporary:
            shutil.rmtree(self.temporary, ignore_errors=True)
        self.lock.release()

    def hand_over(self, message: Message) -> Message | None:
        """Ask the running one; None where it has ended, and we are the first one now.

        Raises:
            NoAnswer: it runs, but does not answer.
        """
        outcome: list[Message | None] = []
        # It may be stopped while it reads: a thread can be left behind.
        asking = threading.Thread(target=lambda: outcome.append(self.ask(message)), daemon=True)
        asking.start()
        asking.join(PATIENCE)
        if not outcome:
            process = self.facts().get("process", "unknown")
            raise NoAnswer(
                f"This program is already running (process {process}), but is not "
                "End it, then start again."
            )
        return outcome[0]

    def ask(self, message: Message) -> Message | None:
        while True:
            with contextlib.suppress(*UNREACHABLE):
                facts = self.facts()
                address, key = facts["address"], bytes.fromhex(facts["key"])
                with Client(address, authkey=key) as connection:
                    allow_to_come_forward(facts["process"])
                    connection.send_bytes(json.dumps(message).encode())
                    answer: Message = json.loads(connection.recv_bytes(MAX_MESSAGE))
                    return answer
            if self.claim():
                return None
            time.sleep(PAUSE)

    def facts(self) -> Message:
        """Where the running one is reached; empty while it starts."""
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(self.file.read_text("utf-8"))
            if isinstance(found, dict) and {"address", "key", "process"} <= found.keys():
                return found
        return {"address": "", "key": "", "process": 0}


def limit_silence(connection: Connection) -> None:
    """End the conversation with a client that says nothing; on Windows it only keeps its thread."""
    if sys.platform != "win32":
        limit = struct.pack("ll", int(SILENCE), 0)  # struct timeval
        with socket.socket(fileno=os.dup(connection.fileno())) as ours:
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)


def allow_to_come_forward(process: int) -> None:
    """Windows lets only the program in front, which is us, say who else may come there."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)
