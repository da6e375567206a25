"""tus 1.0.0 over HTTP (https://tus.io/protocols/resumable-upload) with its extensions creation,
creation-with-upload, creation-defer-length, termination, checksum, expiration and concatenation.
As strict as the text, as kind as its clients need.

``GET /uploads?name=...&size=...&lastModified=...`` (``path``, ``digest``) is our own: it lists the
session's uploads of this file that no handler got, so that a client that lost the address can
continue. With a HEAD request it names the input that it continues the upload for (``Satchel-For``).
"""

import base64
import binascii
from collections.abc import Awaitable, Callable
from contextlib import suppress
from email.utils import formatdate
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..append import Body
from ..engine import Uploads
from ..errors import UploadRefused
from ..hashes import CHECKSUMS, Checksum, parse_checksum
from ..info import Status, UploadInfo
from ..metadata import MAX_TARGET, chosen_id, describe, parse_number
from .request import UploadRequest, answer

VERSION = "1.0.0"
EXTENSIONS = (
    "creation,creation-with-upload,creation-defer-length,termination,checksum,expiration,"
    "concatenation"
)
TARGET = "Satchel-For"
"""Of a HEAD request by a page that goes on with an upload: the input that it is for now."""

BODY_TYPE = "application/offset+octet-stream"
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

Action = Callable[[UploadRequest], Awaitable[Response]]


class TusHandler:
    """Requests in, engine calls, responses out."""

    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads

    async def collection(self, request: Request) -> Response:
        if request.method == "GET" and "Tus-Resumable" not in request.headers:
            return await answer(request, self._resumable)
        return await _answer(request, {"OPTIONS": self._options, "POST": self._post})

    async def upload(self, request: Request) -> Response:
        actions: dict[str, Action] = {
            "OPTIONS": self._options,
            "HEAD": self._head,
            "PATCH": self._patch,
            "DELETE": self._delete,
        }
        return await _answer(request, actions)

    async def _options(self, request: UploadRequest) -> Response:
        headers = {
            "Tus-Version": VERSION,
            "Tus-Extension": EXTENSIONS,
            "Tus-Checksum-Algorithm": ",".join(CHECKSUMS),
        }
        if self._uploads.limits.max_size is not None:
            headers["Tus-Max-Size"] = str(self._uploads.limits.max_size)
        return Response(headers=headers)

    async def _post(self, request: UploadRequest) -> Response:
        concat = request.header("Upload-Concat") or ""
        if concat.startswith("final;"):
            return await self._final(request, concat.removeprefix("final;"))
        if concat not in ("", "partial"):
            raise UploadRefused(400, "Upload-Concat must be `partial` or `final;` and addresses.")
        if request.has_body:
            request.check_body(BODY_TYPE)
        checksum, size = _checksum(request), self._length(request)
        if size is not None and request.has_body and (_body_length(request) or 0) > size:
            raise UploadRefused(413, f"More was sent than the {size:,} bytes of the upload.")
        upload = self._new(request, size, concat)
        status = await self._uploads.create(upload)
        if status.offset > 0:  # asked for again: it is here already, or is asked for with PATCH
            async for _ in request.stream():
                pass
        elif request.has_body and size != 0:
            status = await self._receive_first(request, upload, checksum)
        return self._created(request, status)

    async def _receive_first(
        self, request: UploadRequest, upload: UploadInfo, checksum: Checksum | None
    ) -> Status:
        """Receive the bytes that came with the creation; if they are refused, nothing is left."""
        try:
            return await self._receive(request, upload.id, 0, checksum)
        except UploadRefused as refusal:
            if refusal.status in (413, 460):
                await self._uploads.abandon(upload)
            raise

    async def _final(self, request: UploadRequest, addresses: str) -> Response:
        if request.header("Upload-Length") or request.header("Upload-Defer-Length"):
            raise UploadRefused(400, "The size of a file is that of its pieces: send no other.")
        if request.has_body:
            raise UploadRefused(403, "A file of pieces takes no bytes of its own.")
        here = f"{request.url.path}/"
        ids = [_path(each).removeprefix(here) for each in addresses.split()]
        upload = await self._uploads.join(self._new(request, None, f"final;{addresses}"), ids)
        return self._created(request, Status(upload, upload.size or 0, None))

    def _created(self, request: UploadRequest, status: Status) -> Response:
        # Relative (RFC 9110, section 10.2.2): behind a proxy only the client knows its scheme.
        location = {"Location": f"{request.url.path}/{status.upload.id}"}
        return Response(status_code=201, headers=location | _progress(status))

    def _length(self, request: UploadRequest) -> int | None:
        deferred = request.header("Upload-Defer-Length")
        if deferred is None:
            return request.number("Upload-Length")
        if deferred != "1" or request.header("Upload-Length") is not None:
            raise UploadRefused(400, "Send either Upload-Length or Upload-Defer-Length: 1.")
        return None

    async def _head(self, request: UploadRequest) -> Response:
        target = (request.header(TARGET) or "")[:MAX_TARGET]
        status = await self._uploads.status(request.owner, request.path_params["id"], target)
        upload, headers = status.upload, _progress(status)
        if upload.size is None:
            headers["Upload-Defer-Length"] = "1"
        else:
            headers["Upload-Length"] = str(upload.size)
        if upload.concat:
            headers["Upload-Concat"] = upload.concat
        if upload.metadata:
            headers["Upload-Metadata"] = upload.metadata
        return Response(headers=headers)

    async def _patch(self, request: UploadRequest) -> Response:
        request.check_body(BODY_TYPE)
        start = request.number("Upload-Offset")
        upload_id = request.path_params["id"]
        try:
            status = await self._receive(request, upload_id, start, _checksum(request))
        except UploadRefused as refusal:
            with suppress(UploadRefused):
                refusal.headers |= _expiry(await self._uploads.expires(request.owner, upload_id))
            raise
        return Response(status_code=204, headers=_progress(status))

    async def _delete(self, request: UploadRequest) -> Response:
        await self._uploads.terminate(request.owner, request.path_params["id"])
        return Response(status_code=204)

    async def _receive(
        self, request: UploadRequest, upload_id: str, offset: int, checksum: Checksum | None
    ) -> Status:
        # On a POST it is the upload's own, which it has already.
        declares = request.method != "POST" and request.header("Upload-Length")
        size = request.number("Upload-Length") if declares else None
        body = Body(offset, _body_length(request), size, checksum)
        return await self._uploads.receive(request.owner, upload_id, body, request.stream())

    def _new(self, request: UploadRequest, size: int | None, concat: str) -> UploadInfo:
        sent = ",".join(request.headers.getlist("Upload-Metadata"))
        if len(sent) > self._uploads.limits.max_metadata:
            limit = self._uploads.limits.max_metadata
            raise UploadRefused(431, f"Upload-Metadata is longer than {limit:,} bytes.")
        metadata = parse_metadata(sent)
        claim = {**metadata, "name": metadata.get("filename"), "type": metadata.get("filetype")}
        return describe(
            request.owner, claim, size, metadata=sent, concat=concat, **chosen_id(metadata)
        )

    async def _resumable(self, request: UploadRequest) -> Response:
        query = request.query_params
        size = parse_number(query.get("size", ""))
        if size is None:
            raise UploadRefused(400, "Ask for name, size and lastModified.")
        found = await self._uploads.resumable(describe(request.owner, query, size))
        return JSONResponse([{"id": upload.id, "offset": offset} for upload, offset in found])


def _progress(status: Status) -> dict[str, str]:
    return {"Upload-Offset": str(status.offset), **_expiry(status.expires)}


def _expiry(end: float | None) -> dict[str, str]:
    return {} if end is None else {"Upload-Expires": formatdate(end, usegmt=True)}


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        raise UploadRefused(400, f"Upload-Concat names {address[:80]}: no address.") from None


def _checksum(request: UploadRequest) -> Checksum | None:
    sent = request.header("Upload-Checksum")
    return None if sent is None else parse_checksum(sent)


def _body_length(request: UploadRequest) -> int | None:
    return request.number("Content-Length") if request.header("Content-Length") else None


def parse_metadata(header: str) -> dict[str, str]:
    """Upload-Metadata: `key base64,key base64`; UploadRefused (400) for anything else."""
    metadata: dict[str, str] = {}
    for pair in header.split(",") if header.strip() else ():
        name, _, value = pair.strip(" \t").partition(" ")
        if not name or not name.isascii() or not name.isprintable():
            raise UploadRefused(400, "Upload-Metadata has a key that is empty or not ASCII.")
        if name in metadata:
            raise UploadRefused(400, f"Upload-Metadata has the key {name} twice.")
        try:
            metadata[name] = base64.b64decode(value.encode("ascii"), validate=True).decode()
        except (binascii.Error, UnicodeError):
            message = f"The value of {name} in Upload-Metadata is not base64 of UTF-8."
            raise UploadRefused(400, message) from None
    return metadata


async def _answer(request: Request, actions: dict[str, Action]) -> Response:
    """The response, which on every way out says our version."""

    async def action(asked: UploadRequest) -> Response:
        return await _action(asked, actions)(asked)

    return await answer(request, action, **{"Tus-Resumable": VERSION})


def _action(request: UploadRequest, actions: dict[str, Action]) -> Action:
    version = request.header("Tus-Resumable")
    method = request.method
    if version:  # else the header could make a form's POST a DELETE
        method = (request.header("X-HTTP-Method-Override") or method).upper()
    if method not in actions:
        allowed = {"Allow": ", ".join(actions)}
        raise UploadRefused(405, f"{method} is not possible here.", allowed)
    if method != "OPTIONS" and version != VERSION:
        message = f"This is tus {VERSION}: the request needs the header Tus-Resumable: {VERSION}."
        raise UploadRefused(412, message, {"Tus-Version": VERSION})
    return actions[method]
