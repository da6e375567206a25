"""The upload engine on a disk that fails: every way in, and what must be true afterwards."""

from __future__ import annotations

import json
import os
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from core.uploads.engine import Uploads
from core.uploads.errors import UploadRefused
from core.uploads.http.form_body import receive_form
from core.uploads.http.request import RefusalResponse, UploadRequest
from core.uploads.http.routes import upload_routes
from core.uploads.info import UploadInfo
from core.uploads.limits import UploadLimits
from core.uploads.local_files import LocalFile
from tests.support.broken_disk import BrokenDisk
from tests.support.tus import Session

CONTENT = os.urandom(1_500_000)  # two blocks
QUOTA = 10_000_000


class Site:
    """The engine and a client.

    Args:
        chosen: a file of this machine, for the door that copies it.
    """

    def __init__(self, folder: Path, chosen: Path) -> None:
        self.chosen = chosen
        self.folder = folder
        limits = UploadLimits(max_size=1 << 30, keep_free=0, session_bytes=QUOTA)
        self.uploads = Uploads(folder, limits)
        routes = [
            Route("/form", self._form, methods=["POST"]),
            Route("/local", self._local, methods=["POST"]),
        ]
        app = Session(Starlette(routes=[*routes, *upload_routes(self.uploads)]))
        transport = httpx.ASGITransport(app)
        self.client = httpx.AsyncClient(transport=transport, base_url="http://host:81")

    async def _form(self, request: Request) -> Response:
        asked = UploadRequest(request.scope, request.receive)
        try:
            parts = await receive_form(self.uploads, asked)
        except UploadRefused as refusal:
            return RefusalResponse(refusal, asked)
        return JSONResponse({"ids": [upload.id for _, upload in parts.uploads]}, 201)

    async def _local(self, request: Request) -> Response:
        asked = UploadRequest(request.scope, request.receive)
        source = LocalFile.at(self.chosen)
        upload = UploadInfo("me", "a.txt", source.size, "text/plain", 0, id="f" * 32)
        try:
            await self.uploads.copy(upload, source)
        except UploadRefused as refusal:
            return RefusalResponse(refusal, asked)
        return JSONResponse({"ids": [upload.id]}, 201)

    @property
    def names(self) -> list[str]:
        """All that lies in the upload folder."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))

    @property
    def reserved(self) -> tuple[int, int]:
        """Bytes that count for the session, and bytes that are still to come, of everybody."""
        index = self.uploads.store.index
        return index.bytes_of("me"), sum(index.reserved("me"))

    def contents(self, *ids: str) -> list[bytes]:
        """What a handler gets, which keeps nothing of it."""
        files = self.uploads.claims.take("me", ids)
        found = [file.read() for file in files]
        self.uploads.claims.discard(files)
        return found

    def clear(self) -> None:
        """Remove all uploads of the session."""
        for upload in list(self.uploads.store.all()):
            if upload.owner == "me":
                self.uploads.store.remove(upload)
        self.uploads.expiry.remove_expired()


Act = Callable[[], Awaitable[Any]]


async def each_failure(
    broken: BrokenDisk, act: Act, prepare: Act
) -> AsyncIterator[tuple[str, Any]]:
    """Act with each of its calls failing, once and from then on, with two errors each.

    Yields:
        Which call it was, and the answer; the disk still fails.
    """
    for failure in broken.failures():
        await prepare()
        failure.begin()
        answer = await act()
        if failure.happened:
            yield str(failure), answer
        failure.end()


def check_words(answer: httpx.Response, case: str) -> None:
    """Check that a text says which file, that it is the disk, and what to do."""
    assert answer.status_code == 507, (case, answer.status_code, answer.text)
    assert "a.txt" in answer.text or "b.txt" in answer.text, (case, answer.text)
    assert "try again" in answer.text, (case, answer.text)


def ids_of(answer: httpx.Response) -> list[str]:
    """The uploads that a response names."""
    found = answer.json()
    return found["ids"] if "ids" in found else [found["id"]]


async def put(site: Site) -> httpx.Response:
    return await site.client.put("/uploads/a.txt", content=CONTENT)


async def put_of_unknown_size(site: Site) -> httpx.Response:
    async def body() -> AsyncIterator[bytes]:
        yield CONTENT

    return await site.client.put("/uploads/a.txt", content=body())


async def put_nothing(site: Site) -> httpx.Response:
    return await site.client.put("/uploads/a.txt", content=b"")


async def send_batch(site: Site) -> httpx.Response:
    head = json.dumps([{"name": "a.txt", "size": 3}, {"name": "b.txt", "size": 4}]).encode()
    content = struct.pack(">I", len(head)) + head + b"onefour"
    headers = {"Content-Type": "application/vnd.satchel.batch"}
    return await site.client.post("/uploads/batch", content=content, headers=headers)


async def send_form(site: Site) -> httpx.Response:
    files = [("f", ("a.txt", CONTENT)), ("f", ("b.txt", b"two"))]
    return await site.client.post("/form", files=files)


async def copy_local(site: Site) -> httpx.Response:
    return await site.client.post("/local")


WHOLE = {
    "put": (put, [CONTENT]),
    "put of unknown size": (put_of_unknown_size, [CONTENT]),
    "put nothing": (put_nothing, [b""]),
    "batch": (send_batch, [b"one", b"four"]),
    "form": (send_form, [CONTENT, b"two"]),
}
"""Doors through which all comes, or nothing; and what comes."""
