"""tus 1.0.0 over HTTP (https://tus.io/protocols/resumable-upload): creation,
creation-with-upload, termination. As strict as the text, as kind as its clients need.
"""

import base64
import binascii
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from .errors import UnsafeName, UploadRefused
from .exchange import RefusalResponse, UploadRequest, parse_number
from .media import claimed_type
from .names import safe_name
from .storage import Upload

if TYPE_CHECKING:
    from .uploads import Uploads

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination"
BODY_TYPE = "application/offset+octet-stream"
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

Action = Callable[[UploadRequest], Awaitable[Response]]


def routes(uploads: "Uploads") -> list[BaseRoute]:
    """The two addresses of the protocol."""
    endpoint = Endpoint(uploads)
    return [
        Route("/uploads", endpoint.collection, methods=_METHODS),
        Route("/uploads/{id}", endpoint.upload, methods=_METHODS),
    ]


class Endpoint:
    """Requests in, engine calls, responses out."""

    def __init__(self, uploads: "Uploads") -> None:
        self._uploads = uploads

    async def collection(self, request: Request) -> Response:
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
        headers = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS}
        if self._uploads.limits.max_size is not None:
            headers["Tus-Max-Size"] = str(self._uploads.limits.max_size)
        return Response(headers=headers)

    async def _post(self, request: UploadRequest) -> Response:
        if request.has_body:
            request.check_body(BODY_TYPE)
        upload = self._new(request)
        await self._uploads.create(upload)
        offset = 0
        if request.has_body and upload.size:
            offset = await self._receive(request, upload.id, 0)
        location = request.url.replace(path=f"{request.url.path}/{upload.id}", query="")
        headers = {"Location": str(location), "Upload-Offset": str(offset)}
        return Response(status_code=201, headers=headers)

    async def _head(self, request: UploadRequest) -> Response:
        upload, offset = await self._uploads.status(request.owner, request.path_params["id"])
        headers = {"Upload-Offset": str(offset), "Upload-Length": str(upload.size)}
        if upload.metadata:
            headers["Upload-Metadata"] = upload.metadata
        return Response(headers=headers)

    async def _patch(self, request: UploadRequest) -> Response:
        request.check_body(BODY_TYPE)
        start = request.number("Upload-Offset")
        offset = await self._receive(request, request.path_params["id"], start)
        return Response(status_code=204, headers={"Upload-Offset": str(offset)})

    async def _delete(self, request: UploadRequest) -> Response:
        await self._uploads.terminate(request.owner, request.path_params["id"])
        return Response(status_code=204)

    async def _receive(self, request: UploadRequest, upload_id: str, offset: int) -> int:
        length = request.number("Content-Length") if request.header("Content-Length") else None
        body = request.stream()
        return await self._uploads.receive(request.owner, upload_id, offset, body, length)

    def _new(self, request: UploadRequest) -> Upload:
        size = request.number("Upload-Length")
        sent = ",".join(request.headers.getlist("Upload-Metadata"))
        if len(sent) > self._uploads.limits.max_metadata:
            limit = self._uploads.limits.max_metadata
            raise UploadRefused(431, f"Upload-Metadata is longer than {limit:,} bytes.")
        metadata = parse_metadata(sent)
        name = _name(metadata)
        return Upload(
            owner=request.owner,
            name=name,
            size=size,
            type=claimed_type(metadata.get("filetype", ""), name),
            lastModified=parse_number(metadata.get("lastModified", "")) or 0,
            metadata=sent,
        )


def parse_metadata(header: str) -> dict[str, str]:
    """Upload-Metadata: `key base64,key base64`; UploadRefused (400) where it is anything else."""
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
    upload_request = UploadRequest(request.scope, request.receive)
    try:
        response = await _action(upload_request, actions)(upload_request)
    except UploadRefused as refusal:
        response = RefusalResponse(refusal, upload_request)
    except ClientDisconnect:
        response = Response(status_code=400)  # nobody is there to read it
    response.headers["Tus-Resumable"] = VERSION
    response.headers["Cache-Control"] = "no-store"
    return response


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


def _name(metadata: dict[str, str]) -> str:
    try:
        return safe_name(metadata.get("filename", "unnamed"))
    except UnsafeName as error:
        raise UploadRefused(400, str(error)) from error
