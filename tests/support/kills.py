"""A server to kill, and what it receives: the name of a file determines its content."""

from __future__ import annotations

import asyncio
import os
import random
import socket
import time
from collections.abc import Callable, Coroutine
from functools import lru_cache, partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from core.executors import AFTER_HANDLERS, DATA_FOLDER
from core.files import atomic_rename, copies, disk
from core.files.placement import Placement
from core.files.session_folder import SessionFolder
from core.uploads.engine import Uploads
from core.uploads.errors import UploadRefused
from core.uploads.http.routes import upload_routes
from core.uploads.info import UploadInfo
from core.uploads.limits import UploadLimits
from core.uploads.local_files import LocalFile
from tests.support.processes import KILL
from tests.support.tus import Session

# What a change of the disk is made of: a server may die before, or in, any of them.
STEPS = (
    "open", "write", "fsync", "replace", "rename", "mkdir", "link", "unlink", "rmdir", "utime",
    "truncate", "copy_file_range",
)  # fmt: skip


@lru_cache(64)
def content_of(name: str) -> bytes:
    """The content of a file: ``SEED-SIZE.bin``, or several of these joined by ``+``."""
    found = []
    for piece in name.removesuffix(".bin").split("+"):
        seed, size = piece.split("-")
        found.append(random.Random(int(seed)).randbytes(int(size)))
    return b"".join(found)


def run(folder: Path, ready: Connection, fatal_step: int | None, delay: float) -> None:
    """Serve the folder until somebody kills us, or until that step.

    Args:
        delay: seconds that each write, copy and sync takes at most.
    """
    if delay:
        _slow_down(delay)
    if fatal_step is not None:
        die_at(fatal_step)
    uploads = Uploads(folder / "uploads", UploadLimits(keep_free=0))
    saved = disk.private_folder(folder / "saved")

    async def save(request: Request) -> Response:
        return await _while_awaited(request, saves(request.path_params["id"]))

    async def saves(id: str) -> str:
        files = await DATA_FOLDER.obtain(
            uploads.claims.release, uploads.claims.take, "me", [id], Placement()
        )
        try:
            await files[0].asave(SessionFolder(saved))
            await files[0].asave(saved)  # the second is a copy
            await AFTER_HANDLERS.run(uploads.claims.settle, files)
        finally:
            await AFTER_HANDLERS.run(uploads.claims.discard, files)
        return files[0].name

    async def copy(request: Request) -> Response:
        return await _while_awaited(request, copies(**request.path_params))

    async def copies(id: str, name: str) -> str:
        file = await asyncio.to_thread(LocalFile.at, folder / "chosen" / name)
        await uploads.copy(UploadInfo("me", name, file.size, "", file.lastModified, id=id), file)
        return name

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready.send(listener.getsockname()[1])

    listener = socket.create_server(("127.0.0.1", 0))
    own = [Route("/save/{id}", save), Route("/copy/{id}/{name}", copy)]
    app = Session(Starlette(routes=[*own, *upload_routes(uploads)]))
    config = uvicorn.Config(app, http="httptools", ws="none", lifespan="off", log_config=None)
    Announcing(config).run([listener])


async def _while_awaited(request: Request, work: Coroutine[Any, Any, str]) -> Response:
    """Cancel work when the client has left."""
    task = asyncio.create_task(work)

    async def watch() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        task.cancel()

    watching = asyncio.create_task(watch())
    try:
        return PlainTextResponse(await task)
    except UploadRefused as refusal:
        return PlainTextResponse(str(refusal), refusal.status)
    except asyncio.CancelledError:
        return PlainTextResponse(status_code=400)  # no client reads it
    finally:
        watching.cancel()


def _slow_down(delay: float) -> None:
    def slow(function: Callable[..., Any], *arguments: Any) -> Any:
        time.sleep(random.random() * delay)
        return function(*arguments)

    for owner, names in (
        (disk, ("write_all",)),
        (copies, ("append_range",)),
        (os, ("fsync", "replace")),
    ):
        for name in names:
            setattr(owner, name, partial(slow, getattr(owner, name)))


def die_at(step: int) -> None:
    """Have this process killed at a step of its work on the disk."""
    left = step

    def count(function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            if function is write:  # in the middle of a block
                write(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            os.kill(os.getpid(), KILL)
        return function(*arguments, **options)

    write = os.write
    for name in STEPS:
        if hasattr(os, name):
            setattr(os, name, partial(count, getattr(os, name)))
    atomic_rename.rename_new = partial(count, atomic_rename.rename_new)
