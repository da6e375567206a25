"""Requests of the application to itself: files behind addresses, for other programs to read."""

from __future__ import annotations

import asyncio
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message

from ..downloads.dragged import MOST_COPIED, Named, SecondNames, gone, too_large
from ..downloads.responses import PLACE, FilePlace, suggested_name
from ..executors import LOCAL_COPIES
from ..files import disk
from ..files.errors import FileError, UnsafeName
from ..files.names import legal_name
from ..language.reasons import reason
from ..language.texts import _
from ..words import well_formed

log = logging.getLogger(__name__)


class OwnRequests:
    """Finds the file behind an address, as a session would get it.

    Args:
        app: the application behind its guard.
        folder: for what has to be generated; on the disk of the sessions.

    Attributes:
        names: folders in it.
    """

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self._app = app
        self.names = SecondNames(folder)

    async def file(self, session_id: str, address: str, name: str) -> Named:
        """The file of an address; one that is generated is made first.

        Args:
            name: what to call it; "" leaves that to the response.

        Raises:
            FileError: there is none, or it is too large to be made for this.
        """
        parts = urlsplit(address)
        shown = name or unquote(parts.path.rpartition("/")[2]) or address
        answer = _Answer(self.names, shown)
        place = FilePlace()
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": unquote(parts.path),
            "raw_path": parts.path.encode(),
            "root_path": "",
            "query_string": parts.query.encode(),
            "headers": [(b"host", b"localhost"), (b"accept-encoding", b"identity")],
            "client": None,
            "server": None,
            "state": {"session_id": session_id},
            PLACE: place,
        }
        try:
            await self._app(scope, answer.receive, answer.send)
        except FileError:
            await answer.discard()
            raise
        except Exception as error:
            await answer.discard()
            log.exception("%s could not be made to be dragged", address)
            name = well_formed(shown)
            raise FileError(_("“{name}” could not be made. See the log.", name=name)) from error
        except BaseException:
            await answer.discard()
            raise
        if answer.status != 200:
            await answer.discard()
            raise gone([shown]) if answer.status == 404 else _refused(shown, answer.status)
        if place.path is not None:
            return Named(place.path, name or place.name)
        return Named(await answer.finished(name), name or answer.name)


@dataclass
class _Answer:
    """A response whose body goes into a file."""

    names: SecondNames
    shown: str
    status: int = 0
    name: str = ""
    descriptor: int | None = None
    path: Path | None = None
    size: int = 0
    asked: bool = False

    async def receive(self) -> Message:
        if not self.asked:
            self.asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await asyncio.Event().wait()  # whoever waits for us to leave is cancelled at the end
        raise AssertionError

    async def send(self, event: Message) -> None:
        if event["type"] == "http.response.start":
            self.status = event["status"]
            self.name = suggested_name(Headers(raw=event["headers"]))
        elif self.status == 200 and (body := event.get("body", b"")):
            self.size += len(body)
            if self.size > MOST_COPIED:
                raise too_large(self.shown)
            await LOCAL_COPIES.run(self._write, body)

    def _write(self, body: bytes) -> None:
        if self.descriptor is None:
            self._open()
        assert self.descriptor is not None
        try:
            disk.write_all(self.descriptor, body)
        except OSError as error:
            name, why = well_formed(self.shown), reason(error)
            words = _("“{name}” could not be made: {reason}.", name=name, reason=why)
            raise FileError(words) from error

    def _open(self) -> None:
        self.path = self.names.place() / "part"
        self.descriptor = disk.create_private(self.path)

    async def finished(self, wanted: str) -> Path:
        """The complete file, under its name."""
        return await LOCAL_COPIES.run(self._finish, wanted)

    def _finish(self, wanted: str) -> Path:
        if self.path is None:
            self._open()
        assert self.path is not None and self.descriptor is not None
        os.close(self.descriptor)
        try:
            name = legal_name(wanted or self.name or self.shown)
        except UnsafeName:
            name = "download"
        return self.path.rename(self.path.with_name(name))

    async def discard(self) -> None:
        """Nothing comes of it."""
        if self.descriptor is not None and self.path is not None:
            os.close(self.descriptor)
            await LOCAL_COPIES.run(disk.discard, self.path)


def _refused(name: str, status: int) -> FileError:
    words = _(
        "“{name}” cannot be dragged: the program answered {status}.",
        name=well_formed(name),
        status=str(status),
    )
    return FileError(words)
