"""Files that need not be sent: pages name them by the handles that the window gave them.

All answers are JSON, or a sentence for the user. A handle is 32 hex digits, and becomes the id of
the upload: so pages are told how far it is, and end it, as they do with any other.

- ``POST /_satchel/local/vouch``: what a page saw of a drop or choice -> handles
  (`LocalFiles.vouch`).
- ``POST /_satchel/local/opened``: what was opened with the program (`LocalFiles.opened`).
- ``POST /_satchel/local``: a list of files, as in a batch (core/uploads/http/direct.py), with a
  ``handle`` each -> ``{"ids": [...]}``, all complete and durable, or none. 410 for what was not
  vouched for, is no longer what it was, or was taken already: a browser that has the file itself
  may send it. Asked for again with the same ``for``, a file that was copied is not copied twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from ..files.errors import FileChanged, UnknownUpload, UploadRefused
from ..live.messages import BadMessage, read_json
from ..uploads.engine import Uploads
from ..uploads.http.request import RefusalResponse, UploadRequest
from ..uploads.local_files import Contents, LocalFile
from ..uploads.metadata import claimed, describe
from ..uploads.upload import Upload
from .settings import LocalFiles

UNKNOWN = "“{name}” was used already, or this window no longer knows it. Choose it again."

Action = Callable[[LocalFiles, str, Any], Awaitable[Any]]


class LocalUploads:
    """Requests in, calls of `LocalFiles` and of the engine, responses out.

    Args:
        local: the files of this machine; None where there is no window.
        max_bytes: the most bytes of one request.
    """

    def __init__(self, local: LocalFiles | None, uploads: Uploads, max_bytes: int) -> None:
        self._local = local
        self._uploads = uploads
        self._max_bytes = max_bytes

    def routes(self) -> list[BaseRoute]:
        """The addresses of this module."""
        actions = {"/vouch": self._vouch, "/opened": self._opened, "": self._copy}
        return [
            Route(f"/_satchel/local{path}", self._endpoint(action), methods=["POST"])
            for path, action in actions.items()
        ]

    def is_for(self, session_id: str) -> bool:
        """Whether pages of a session may have such files."""
        return self._local is not None and self._local.session_id == session_id

    def _endpoint(self, action: Action) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            asked = UploadRequest(request.scope, request.receive)
            try:
                if self._local is None or not self.is_for(asked.owner):
                    raise UploadRefused(404, "This page is not in the program's window.")
                answer = await action(self._local, asked.owner, await self._content(asked))
            except UploadRefused as refusal:
                return RefusalResponse(refusal, asked)
            except FileChanged as change:
                return RefusalResponse(UploadRefused(410, str(change)), asked)
            return JSONResponse(answer, headers={"Cache-Control": "no-store"})

        return endpoint

    async def _content(self, request: UploadRequest) -> Any:
        if request.number("Content-Length") > self._max_bytes:
            raise UploadRefused(413, f"At most {self._max_bytes:,} bytes are read. Ask for less.")
        try:
            return await read_json(await request.body())
        except BadMessage as error:
            raise UploadRefused(400, f"This is {error}.") from error

    async def _vouch(self, local: LocalFiles, owner: str, seen: Any) -> Any:
        return await local.vouch(seen if isinstance(seen, dict) else {})

    async def _opened(self, local: LocalFiles, owner: str, shown: Any) -> Any:
        numbers = shown if isinstance(shown, list) else []
        return await local.opened([number for number in numbers if isinstance(number, int)])

    async def _copy(self, local: LocalFiles, owner: str, claims: Any) -> Any:
        most = self._uploads.limits.max_pieces
        if not isinstance(claims, list) or not 0 < len(claims) <= most:
            raise UploadRefused(400, f"Name 1 to {most} files in a list.")
        claims = [claim if isinstance(claim, dict) else {} for claim in claims]
        missing = [claim for claim in claims if not await self._is_copied(owner, claim)]
        found = [await self._find(local, owner, claim) for claim in missing]
        uploads, sources = [upload for upload, _ in found], [source for _, source in found]
        if len(claims) == len(found) == 1:
            await self._uploads.copy(uploads[0], sources[0])
        elif found:
            await self._copy_batch(uploads, sources)
        for upload in uploads:
            await local.used(upload.id)
        return {"ids": [claimed(claim, "handle") for claim in claims]}

    async def _is_copied(self, owner: str, claim: Mapping[str, Any]) -> bool:
        """Whether it is asked for again what was copied: by the same submission, which missed our
        answer, and so before any handler had it.
        """
        try:
            known = await self._uploads.waiting(owner, claimed(claim, "handle"))
        except UnknownUpload:
            return False
        return bool(known.target) and known.target == claim.get("for")

    async def _find(
        self, local: LocalFiles, owner: str, claim: Mapping[str, Any]
    ) -> tuple[Upload, LocalFile]:
        """The upload that a claim is about to become, and the file that it is of."""
        handle = claimed(claim, "handle")
        source = await local.find(handle)
        if source is None:
            name = claimed(claim, "name")[:80]
            raise UploadRefused(410, UNKNOWN.format(name=name))
        claim = {**claim, "lastModified": source.lastModified}
        return describe(owner, claim, source.size, id=handle), source

    async def _copy_batch(self, uploads: list[Upload], sources: list[LocalFile]) -> None:
        limits = self._uploads.limits
        if any(source.size > limits.max_batched for source in sources):
            raise UploadRefused(413, f"In a batch a file can have {limits.max_batched:,} bytes.")
        if sum(source.size for source in sources) > limits.max_batch:
            raise UploadRefused(413, f"A batch can have {limits.max_batch:,} bytes.")
        known = await asyncio.gather(*(self._is_known(upload) for upload in uploads))
        if any(known) or len({upload.id for upload in uploads}) < len(uploads):
            raise UploadRefused(410, "Some of these files were copied already. Choose them again.")
        await self._uploads.receive_batch(uploads, Contents(sources))

    async def _is_known(self, upload: Upload) -> bool:
        try:
            await self._uploads.described(upload.owner, upload.id)
        except UnknownUpload:
            return False
        return True
