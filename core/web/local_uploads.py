"""Files of this computer that are copied instead of sent: pages name them by handles.

The window says once which files a drop contained; the handles are kept here. Responses are JSON, or
a sentence for the user. A handle is 32 hex digits, good for one copy, and becomes the id of the
upload, so that pages follow and cancel it like any other. A file whose copy was interrupted gets
the id of that upload: its copy continues there.

- ``POST /_satchel/local/vouch``: the files of a drop or choice, as the page saw them -> handles
  (`LocalFiles.vouch`).
- ``POST /_satchel/local/opened``: files opened with the program (`LocalFiles.opened`).
- ``POST /_satchel/local/queued``: what a page is about to have copied (`queued_copies`).
- ``POST /_satchel/local``: a list of files, as in a batch (core/uploads/http/batch.py), each with a
  ``handle`` -> ``{"ids": [...]}``, all complete and durable, or none. 410 for files that were not
  vouched for, have changed, or were copied already; a browser that has the file may send it. If it
  is requested again with the same ``for``, a file is not copied twice.
"""

from __future__ import annotations

import asyncio
import itertools
import secrets
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from ..executors import DATA_FOLDER
from ..files.errors import FileChanged
from ..language.texts import N_, _
from ..live.errors import BadMessage
from ..live.messages import read_json
from ..live.pages import Pages
from ..media.types import guess_type
from ..uploads.engine import Uploads
from ..uploads.errors import UnknownUpload, UploadRefused
from ..uploads.http.request import RefusalResponse, UploadRequest
from ..uploads.info import UploadInfo
from ..uploads.local_files import Contents, LocalFile, Opened
from ..uploads.metadata import claimed
from .queued_copies import QueuedCopies, upload_of
from .settings import LocalFiles, Settings

UNKNOWN = N_("“{name}” was used already, or this window no longer knows it. Choose it again.")

MAX_HANDLES = 50_000
"""Files that may wait to be copied; beyond that, browsers send the oldest."""

Action = Callable[[LocalFiles, str, Any], Awaitable[Any]]


class LocalUploads:
    """Requests in, calls of `LocalFiles` and of the engine, responses out.

    Args:
        settings: of the application.
        pages: those that are open; of those that are closed, others continue the copies.
        start: starts a task.

    Attributes:
        queued: what pages are about to have copied.
    """

    def __init__(
        self,
        settings: Settings,
        uploads: Uploads,
        pages: Pages,
        start: Callable[[Coroutine[Any, Any, None]], object],
    ) -> None:
        self._local = settings.local
        self._uploads = uploads
        self._channels = pages.channels
        self._start = start
        self.queued = QueuedCopies(uploads, settings.copies)
        self._max_bytes = settings.post_bytes
        self._files: dict[str, LocalFile] = {}  # by handle, oldest first
        self._opened: dict[int, dict[str, Any]] = {}  # what pages are sent, by number
        self._resumed: dict[int, dict[str, Any]] = {}  # the same, of copies to continue
        self._numbers = itertools.count(-1, -1)  # the window counts upwards
        pages.gone = self._page_closed

    def routes(self) -> list[BaseRoute]:
        """The routes."""
        actions = {"/vouch": self._vouch, "/opened": self._show_opened, "": self._copy}
        actions["/queued"] = self._note_queue
        return [
            Route(f"/_satchel/local{path}", self._endpoint(action), methods=["POST"])
            for path, action in actions.items()
        ]

    def is_for(self, session_id: str) -> bool:
        """Whether pages of a session may use files of this computer."""
        return self._local is not None and self._local.session_id == session_id

    async def restore(self) -> None:
        """Have what a killed program had still to copy offered to people, in a window."""
        if self._local is not None:
            await self.queued.restore()

    def announce(self) -> None:
        """Have the pages of the window ask for opened files. On the event loop."""
        if self._local is not None:
            for channel in self._channels(self._local.session_id):
                channel.send({"opened": True})

    def _endpoint(self, action: Action) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            asked = UploadRequest(request.scope, request.receive)
            try:
                if self._local is None or not self.is_for(asked.owner):
                    raise UploadRefused(404, _("This page is not in the program's window."))
                answer = await action(self._local, asked.owner, await self._content(asked))
            except UploadRefused as refusal:
                return RefusalResponse(refusal, asked)
            except FileChanged as change:
                return RefusalResponse(UploadRefused(410, str(change)), asked)
            return JSONResponse(answer, headers={"Cache-Control": "no-store"})

        return endpoint

    async def _content(self, request: UploadRequest) -> Any:
        if request.number("Content-Length") > self._max_bytes:
            raise UploadRefused(
                413,
                _("A request can have {count} bytes. Name fewer files.", count=self._max_bytes),
            )
        try:
            return await read_json(await request.body())
        except BadMessage as error:
            raise UploadRefused(400, f"This is {error}.") from error

    async def _vouch(self, local: LocalFiles, owner: str, seen: Any) -> Any:
        found = await local.vouch(seen if isinstance(seen, dict) else {})
        left = await self._interrupted(owner)
        return [self._handle(each, left) if isinstance(each, LocalFile) else each for each in found]

    async def _note_queue(self, local: LocalFiles, owner: str, said: Any) -> None:
        await self.queued.note(owner, said if isinstance(said, dict) else {}, self._files)

    async def _interrupted(self, owner: str) -> list[UploadInfo]:
        """Copies that were interrupted, and that no page can continue as it is."""
        found = await DATA_FOLDER.run(self._uploads.unfinished, owner)
        return [upload for upload, _ in found if upload.source and upload.id not in self._files]

    def _handle(self, file: LocalFile, interrupted: Sequence[UploadInfo]) -> str:
        """A handle of a file; that of the interrupted copy of it, if there is one."""
        same = (upload.id for upload in interrupted if file.is_source_of(upload))
        handle = next((each for each in same if each not in self._files), secrets.token_hex(16))
        self._files[handle] = file
        while len(self._files) > MAX_HANDLES:
            del self._files[next(iter(self._files))]
        return handle

    async def _show_opened(self, local: LocalFiles, owner: str, shown: Any) -> Any:
        numbers = shown if isinstance(shown, list) else []
        numbers = [number for number in numbers if isinstance(number, int)]
        for number in numbers:
            self._opened.pop(number, None)
            self._resumed.pop(number, None)
        found = await local.opened(numbers)
        left = await self._interrupted(owner) if found else []
        for each in found:
            # Other pages that ask for the same files get the same handles.
            if each.number not in self._opened:
                self._opened[each.number] = self._described(each, left)
        return [self._opened[each.number] for each in found] + list(self._resumed.values())

    def _described(self, opened: Opened, left: Sequence[UploadInfo]) -> dict[str, Any]:
        return {
            "number": opened.number,
            "files": [{"handle": self._handle(file, left), **facts(file)} for file in opened.files],
            "problems": opened.problems,
            "destination": opened.destination,
        }

    def resume(self, files: Mapping[str, LocalFile], destination: str) -> None:
        """Have a page continue copies, as of files that were opened with the program.

        On the event loop.

        Args:
            files: by the ids of their uploads.
            destination: where they go.
        """
        self._files |= files
        waiting = {file["handle"] for each in self._resumed.values() for file in each["files"]}
        new = [{"handle": id, **facts(file)} for id, file in files.items() if id not in waiting]
        if new:
            described = {"files": new, "problems": [], "destination": destination}
            number = next(self._numbers)
            self._resumed[number] = {"number": number, **described}
        self.announce()

    def is_continued(self, upload: UploadInfo) -> bool:
        """Whether a page is about to continue a copy, or does."""
        return upload.id in self._files

    def _page_closed(self, token: str, session_id: str) -> None:
        """The page of a token is closed, or loaded again: another one continues its copies."""
        if self.is_for(session_id):
            self._start(self._continue(token, session_id))

    async def _continue(self, token: str, session_id: str) -> None:
        known = self._uploads.store.index.of(session_id)
        begun = [each for each, _ in known if each.source and _is_of(each, token)]
        by_destination: dict[str, dict[str, LocalFile]] = {}
        for handle, queued in self.queued.take(token, self._files).items():
            left = replace(self._files[handle], name=queued.name, folder=queued.path)
            by_destination.setdefault(queued.destination, {})[handle] = left
        for upload in begun:
            file = await DATA_FOLDER.run(LocalFile.source_of, upload)
            if file is None:
                self._files.pop(upload.id, None)  # people are told instead
            else:
                by_destination.setdefault(upload.destination, {})[upload.id] = file
        for destination, files in by_destination.items():
            self.resume(files, destination)

    async def _copy(self, local: LocalFiles, owner: str, claims: Any) -> Any:
        most = self._uploads.limits.max_pieces
        if not isinstance(claims, list) or not 0 < len(claims) <= most:
            raise UploadRefused(400, f"Name 1 to {most} files in a list.")
        claims = [claim if isinstance(claim, dict) else {} for claim in claims]
        missing = [claim for claim in claims if not await self._is_copied(owner, claim)]
        found = [self._find(owner, claim) for claim in missing]
        uploads, sources = [upload for upload, _ in found], [source for _, source in found]
        if len(claims) == len(found) == 1:
            await self._uploads.copy(uploads[0], sources[0])
        elif found:
            await self._copy_batch(uploads, sources)
        await self.queued.settle(upload.id for upload in uploads)
        for upload in uploads:
            self._files.pop(upload.id, None)
        return {"ids": [claimed(claim, "handle") for claim in claims]}

    async def _is_copied(self, owner: str, claim: Mapping[str, Any]) -> bool:
        """Whether the same submission had the file copied before, and missed our response.

        So no handler can have got it yet.
        """
        try:
            known = await self._uploads.waiting(owner, claimed(claim, "handle"))
        except UnknownUpload:
            return False
        return bool(known.target) and known.target == claim.get("for")

    def _find(self, owner: str, claim: Mapping[str, Any]) -> tuple[UploadInfo, LocalFile]:
        """The upload that a claim becomes, and its file."""
        handle = claimed(claim, "handle")
        source = self._files.get(handle)
        if source is None:
            name = claimed(claim, "name")[:80]
            raise UploadRefused(410, _(UNKNOWN, name=name))
        return upload_of(owner, handle, source, claim), source

    async def _copy_batch(self, uploads: list[UploadInfo], sources: list[LocalFile]) -> None:
        limits = self._uploads.limits
        most = limits.max_batched
        if any(source.size > most for source in sources):
            raise UploadRefused(413, _("In a batch a file can have {count} bytes.", count=most))
        if sum(source.size for source in sources) > limits.max_batch:
            raise UploadRefused(413, _("A batch can have {count} bytes.", count=limits.max_batch))
        known = await asyncio.gather(*(self._is_known(upload) for upload in uploads))
        if any(known) or len({upload.id for upload in uploads}) < len(uploads):
            raise UploadRefused(
                410, _("Some of these files were already copied. Choose them again.")
            )
        await self._uploads.receive_batch(uploads, Contents(sources))

    async def _is_known(self, upload: UploadInfo) -> bool:
        try:
            await self._uploads.described(upload.owner, upload.id)
        except UnknownUpload:
            return False
        return True


def _is_of(upload: UploadInfo, token: str) -> bool:
    """Whether an upload was begun by the page of a token."""
    return upload.target.partition("/")[0] == token


def facts(file: LocalFile) -> dict[str, Any]:
    """A file as a browser would describe it."""
    media_type = guess_type(file.name)
    return {
        "name": file.name,
        "size": file.size,
        "type": "" if media_type == "application/octet-stream" else media_type,
        "lastModified": file.lastModified,
        "path": file.folder,
    }
