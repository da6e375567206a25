"""One running instance of each program in each data folder.

A second start hands over to the first and ends. A file that only this user can read holds the
address and key of the first one's socket. Only the lock decides whether there is a first one: no
crash leaves it behind.
"""

import contextlib
import json
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Client
from pathlib import Path

from desktop.start.instance_socket import (
    MAX_MESSAGE,
    PAUSE,
    UNREACHABLE,
    InstanceSocket,
    Message,
)
from desktop.system import state_files
from desktop.system.errors import DesktopError, FolderError
from desktop.system.file_lock import Lock

log = logging.getLogger("satchel.desktop")

PATIENCE = 30.0  # seconds in which the first instance answers


class NoAnswer(DesktopError):
    """The program is already running but is not responding."""


class Instance:
    """This program in this data folder: the first one if `claim` returns True.

    Args:
        folder: the data folder.
        mark: distinguishes this program from others of the same folder.
    """

    def __init__(self, folder: Path, mark: str) -> None:
        self.lock = Lock(folder / f"instance-{mark}.lock")
        self.file = folder / f"instance-{mark}.json"
        self.socket = InstanceSocket(folder / f"instance-{mark}.socket")

    def claim(self) -> bool:
        """Whether this is the first instance; if so, other starts can reach it from now on.

        Raises:
            FolderError: the lock cannot be made.
        """
        try:
            if not self.lock.take():
                return False
        except OSError as error:
            raise FolderError(f"{self.lock.path} cannot be made: {error.strerror}.") from error
        try:
            address, key = self.socket.listen(), self.socket.key.hex()
            facts = {"address": address, "key": key, "process": os.getpid()}
            state_files.store(self.file, json.dumps(facts))
        except OSError as error:
            log.warning("A second start will not reach this one: %s", error)
        return True

    def ready(self, answer: Callable[[Message], Message]) -> None:
        """Answer second starts from now on, those that wait included."""
        self.socket.ready(answer)

    def close(self) -> None:
        """Release the place: the next start is the first one again."""
        if self.lock.descriptor is None:
            return
        state_files.discard(self.file)
        self.socket.close()
        self.lock.release()

    def hand_over(self, message: Message) -> Message | None:
        """Ask the first instance; None if it has ended, and this one has become the first.

        Raises:
            NoAnswer: it is running but is not responding.
        """
        outcome: list[Message | None] = []
        # The first may be suspended while it is asked; then this thread is abandoned.
        asking = threading.Thread(target=lambda: outcome.append(self.ask(message)), daemon=True)
        asking.start()
        asking.join(PATIENCE)
        if not outcome:
            process = self.facts().get("process", "unknown")
            raise NoAnswer(
                f"This program is already running (process {process}) but is not responding. "
                "End it, then start it again."
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
        """Address, key and process of the first instance; empty while it starts."""
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(self.file.read_text("utf-8"))
            if isinstance(found, dict) and {"address", "key", "process"} <= found.keys():
                return found
        return {"address": "", "key": "", "process": 0}


def allow_to_come_forward(process: int) -> None:
    """On Windows only the program in front, this one, can let another come to the front."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)
