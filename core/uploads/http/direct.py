"""Ways in for clients without tus: PUT of one file, and one body for many small files.

- ``PUT /uploads/NAME``: the file's content; 201 with the upload's address. A body that breaks off
  leaves nothing.
- ``POST /uploads/batch``, type ``application/vnd.satchel.batch``: four bytes with the length of the
  head (big endian), the head (JSON: a list of ``name``, ``size``, and optionally ``type``,
  ``lastModified``, ``path``, ``id``), then the contents, one after the other. 201 with
  ``{"ids": [...]}``, durable all of them with one sync. Who chose the ids may send it again.
"""

import json
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from ...executors import DATA_FOLDER
from ...files import disk
from ...files.errors import UploadRefused
from ..batches import Batch
from ..disk_errors import DiskRefusal
from ..local_files import Contents
from ..metadata import chosen_id, describe
from ..store import FolderStore
from ..upload import Upload
from . import tus
from .request import RefusalResponse, UploadRequest

if TYPE_CHECKING:
    from ..engine import Uploads

BATCH_TYPE = "application/vnd.satchel.batch"
MAX_HEAD = 1 << 20
"""The longest head of a batch, in bytes."""


def routes(uploads: "Uploads") -> list[BaseRoute]:
    """The addresses of this module; they come before those of tus."""
    endpoint = Endpoint(uploads)
    return [
        Route("/uploads/batch", endpoint.batch, methods=["POST"]),
        Route("/uploads/{id}", endpoint.put, methods=["PUT"]),
    ]


class Endpoint:
    """Requests in, engine calls, responses out."""

    def __init__(self, uploads: "Uploads") -> None:
        self._uploads = uploads
        self._tus = tus.Endpoint(uploads)

    async def put(self, request: Request) -> Response:
        """One file."""
        if "Tus-Resumable" in request.headers:  # which may name another method (tus, core)
            return await self._tus.upload(request)
        return await _answer(request, self._put)

    async def batch(self, request: Request) -> Response:
        """Many small files."""
        return await _answer(request, self._batch)

    async def _put(self, request: UploadRequest) -> Response:
        request.check_coding()
        length = request.number("Content-Length") if request.header("Content-Length") else None
        claim = {"name": request.path_params["id"], "type": request.header("Content-Type")}
        upload = describe(request.owner, claim, length)
        await store_whole(self._uploads, upload, request.stream(), length)
        return JSONResponse({"id": upload.id}, 201, {"Location": f"/uploads/{upload.id}"})

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

    def _described(self, owner: str, claim: Any) -> Upload:
        size = claim.get("size") if isinstance(claim, dict) else None
        if not isinstance(size, int) or isinstance(size, bool) or size < 0:
            raise UploadRefused(400, "Each file in the head of a batch needs a name and a size.")
        upload = describe(owner, claim, size, **chosen_id(claim))
        if size > (limit := self._uploads.limits.max_batched):
            message = f"“{upload.name}” has {size:,} bytes; in a batch at most {limit:,} can be."
            raise UploadRefused(413, message)
        return upload


class Frame:
    """A body that is taken apart; 400 where it ends too early."""

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


async def store_whole(
    uploads: "Uploads", upload: Upload, body: AsyncIterator[bytes], length: int | None
) -> None:
    """Store a file whose body comes once and cannot be continued: all of it, or nothing."""
    try:
        await uploads.create(upload)
        if upload.size != 0:
            offset = await uploads.receive(upload.owner, upload.id, 0, body, length)
            if upload.size is None:
                none = _nothing()
                await uploads.receive(upload.owner, upload.id, offset, none, 0, size=offset)
    except BaseException as error:
        await uploads.abandon(upload)
        if isinstance(error, DiskRefusal):
            raise error.of_whole(upload) from error.error
        raise


async def store_batch(
    store: FolderStore, uploads: Sequence[Upload], fresh: Sequence[Upload], body: Frame | Contents
) -> None:
    """Write the files of a batch, gathered to 1 MiB, then sync and name them all at once.

    Args:
        uploads: whose contents are in the body.
        fresh: those of them that are stored.
    """
    wanted = {upload.id for upload in fresh}
    batch = await DATA_FOLDER.obtain(Batch.abandon, store.new_batch)
    try:
        gathered: list[tuple[Upload, bytes]] = []
        size = 0
        for upload in uploads:
            if upload.id not in wanted:
                await body.skip(upload.size or 0)
                continue
            gathered.append((upload, await body.take(upload.size or 0)))
            size += upload.size or 0
            if size >= disk.BLOCK:
                await DATA_FOLDER.run(store.store, batch, gathered)
                gathered, size = [], 0
        await body.end()
        await DATA_FOLDER.run(store.store, batch, gathered)
    except BaseException:
        await DATA_FOLDER.run(batch.abandon)
        raise
    if fresh:
        await DATA_FOLDER.run(store.finish_batch, batch, fresh)
    else:
        await DATA_FOLDER.run(batch.abandon)


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield b""


async def _answer(request: Request, action: Any) -> Response:
    upload_request = UploadRequest(request.scope, request.receive)
    try:
        response: Response = await action(upload_request)
    except UploadRefused as refusal:
        response = RefusalResponse(refusal, upload_request)
    except ClientDisconnect:
        response = Response(status_code=400)  # nobody is there to read it
    response.headers["Cache-Control"] = "no-store"
    return response
