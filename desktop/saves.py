"""Saving a file: ask our server for it, ask the person where to put it, write it there."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from core.files import names
from desktop.dialogs import Dialogs
from desktop.errors import SaveError
from desktop.fetch import Loopback
from desktop.saving import write_file

MAX_SAVES = 20  # at once, those that wait for a dialog included
CHUNK = 1 << 20  # bytes
NAMELESS = "download"


class Saves:
    """The saves of all windows. Its methods block: a person may take their time."""

    def __init__(self, server: Loopback, dialogs: Dialogs) -> None:
        self.server = server
        self.dialogs = dialogs
        self.places = threading.BoundedSemaphore(MAX_SAVES)
        self.writing: set[Path] = set()  # what closing now would break

    def save(self, url: str, name: str) -> Path | None:
        """Save an address of ours where the person wants it; None if they change their mind.

        The answer is asked for first: where it is an error, no dialog opens.

        Raises:
            DesktopError: it could not be had, or could not be written.
        """
        with self.place(), contextlib.closing(self.server.open(url)) as found:
            name = name or found.name or unquote(urlsplit(url).path.rpartition("/")[2])
            return self.write(name, found.chunks())

    def keep(self, path: Path, name: str) -> Path | None:
        """Save a file that the web view has made, and remove it from where that was."""
        try:
            with self.place():
                return self.write(name, chunks_of(path))
        finally:
            path.unlink(missing_ok=True)

    def write(self, name: str, chunks: Iterator[bytes]) -> Path | None:
        target = self.dialogs.save_as(sensible(name))
        if target is not None:
            self.writing.add(target)
            try:
                write_file(target, chunks)
            finally:
                self.writing.discard(target)
        return target

    @contextlib.contextmanager
    def place(self) -> Iterator[None]:
        if not self.places.acquire(blocking=False):
            raise SaveError(
                f"{MAX_SAVES} files are being saved already. Finish some of them first."
            )
        try:
            yield
        finally:
            self.places.release()


def sensible(name: str) -> str:
    """A name that every system takes: pages and servers may suggest whatever they like."""
    try:
        return names.safe_name(name)
    except names.UnsafeName:
        return NAMELESS


def chunks_of(path: Path) -> Iterator[bytes]:
    with open(path, "rb", buffering=0) as file:
        while chunk := file.read(CHUNK):
            yield chunk
