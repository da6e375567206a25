"""``POST /uploads/batch``: many small files in one body.

Its type is ``application/vnd.satchel.batch``: four bytes with the length of the head (big endian),
the head (JSON: a list of ``name``, ``size``, and optionally ``type``, ``lastModified``, ``path``,
``id``), then the contents, one after the other. 201 with ``{"ids": [...]}``, all of them durable
with one sync. A client that chose the ids may send the batch again.
"""

import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..engine import Uploads
from ..errors import UploadRefused
from ..info import UploadInfo
from ..metadata import chosen_id, describe
from .request import UploadRequest, answer

BATCH_TYPE = "application/vnd.satchel.batch"
MAX_HEAD = 1 << 20
"""The longest head of a batch, in bytes."""


class BatchHandler:
    """Requests in, engine calls, responses out."""

    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads

    async def post(self, request: Request) -> Response:
        """Store many small files."""
        return await answer(request, self._batch)

    async def _batch(self, request: UploadRequest) -> Response:
        request.check_body(BATCH_TYPE)
        limit = self._uploads.limits.max_batch
        if request.number("Content-Length") > limit:
            raise UploadRefused(413, f"A batch can have {limit:,} bytes. Send fewer files in it.")
        body = Frame(request.stream())
        uploads = [self._described(request.owner, claim) for claim in await body.head()]
        if not 0 < len(uploads) <= self._uploads.limits.max_pieces:
            most = self._uploads.limits.max_pieces
            raise UploadRefused(413, f"A batch can have 1 to {most} files.")
        await self._uploads.receive_batch(uploads, body)
        return JSONResponse({"ids": [upload.id for upload in uploads]}, 201)

    def _described(self, owner: str, claim: Any) -> UploadInfo:
        size = claim.get("size") if isinstance(claim, dict) else None
        if not isinstance(size, int) or isinstance(size, bool) or size < 0:
            raise UploadRefused(400, "Each file in the head of a batch needs a name and a size.")
        upload = describe(owner, claim, size, **chosen_id(claim))
        if size > (limit := self._uploads.limits.max_batched):
            message = f"“{upload.name}” has {size:,} bytes; in a batch at most {limit:,} can be."
            raise UploadRefused(413, message)
        return upload


class Frame:
    """Takes the body of a batch apart; UploadRefused (400) if it ends too early."""

    def __init__(self, body: AsyncIterator[bytes]) -> None:
        self._body = body
        self._rest = bytearray()

    async def head(self) -> list[Any]:
        """The list at the beginning."""
        length = int.from_bytes(await self.take(4), "big")
        if length > MAX_HEAD:
            raise UploadRefused(413, f"The head of a batch can have {MAX_HEAD:,} bytes.")
        try:
            head = json.loads(await self.take(length))
        except (ValueError, RecursionError):
            head = None
        if not isinstance(head, list):
            raise UploadRefused(400, "The head of a batch must be a list in JSON.")
        return head

    async def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        while len(self._rest) < size:
            chunk = await anext(self._body, None)
            if chunk is None:
                raise UploadRefused(400, "The batch is shorter than its head says.")
            self._rest += chunk
        taken = bytes(memoryview(self._rest)[:size])
        del self._rest[:size]
        return taken

    async def skip(self, size: int) -> None:
        """Pass over the next `size` bytes."""
        await self.take(size)

    async def end(self) -> None:
        """400 if there is more."""
        if self._rest or any([chunk async for chunk in self._body]):
            raise UploadRefused(400, "The batch is longer than its head says.")
