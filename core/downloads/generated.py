"""Downloads of generated content: bytes, and the items of a generator."""

import asyncio
import contextlib
import inspect
import itertools
import logging
import time
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Iterable,
    Iterator,
    Mapping,
)
from concurrent.futures import ThreadPoolExecutor

import xxhash
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ..executors import DOWNLOADS
from ..media.types import guess_type
from .responses import Download, content_disposition, disconnected
from .sources import Source

log = logging.getLogger(__name__)

Chunks = Iterable[bytes | str] | AsyncIterable[bytes | str]


class BytesSource:
    """Bytes in memory. Construct it on a thread: it hashes the bytes."""

    def __init__(self, content: bytes) -> None:
        self.size = len(content)
        self.etag = f'"{xxhash.xxh3_128_hexdigest(content)}"'
        self.modified = time.time()
        self._content = content

    async def read(self, position: int, size: int) -> bytes:
        return self._content[position : position + size]

    def close(self) -> None:
        """Do nothing: no file is open."""


class BytesDownload(Download):
    """Bytes that are saved as a file, or shown (`inline`)."""

    def __init__(
        self,
        content: bytes,
        name: str,
        *,
        inline: bool = False,
        media_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._content = content
        disposition = content_disposition(name, inline=inline)
        super().__init__(media_type or guess_type(name), disposition, headers)

    async def source(self) -> Source:
        return await DOWNLOADS.run(BytesSource, self._content)


class GeneratedDownload(Response):
    """The items of a generator, saved as a file of unknown length.

    The next item is requested when the last one was sent. If the client leaves, the generator is
    closed, so that its ``finally`` runs. If the generator raises, the connection is cut, so that
    the part that arrived does not pass for the whole file. A plain generator has its own thread.
    """

    def __init__(self, chunks: Chunks, name: str) -> None:
        super().__init__(media_type=guess_type(name))
        del self.headers["Content-Length"]
        self.headers["Content-Disposition"] = content_disposition(name)
        self.headers["Cache-Control"] = "no-store"
        self._chunks = chunks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        gone = asyncio.ensure_future(disconnected(receive))
        start = {"type": "http.response.start", "status": self.status_code}
        try:
            await send({**start, "headers": self.raw_headers})
            if scope["method"] != "HEAD":
                async with contextlib.aclosing(_encoded_chunks(self._chunks)) as chunks:
                    await _send(chunks, send, gone)
            if not gone.done():
                await send({"type": "http.response.body", "body": b""})
        finally:
            gone.cancel()


async def _send(chunks: AsyncIterator[bytes], send: Send, gone: asyncio.Future[None]) -> None:
    while not gone.done():
        wanted = asyncio.ensure_future(anext(chunks, None))
        await asyncio.wait((wanted, gone), return_when=asyncio.FIRST_COMPLETED)
        if not wanted.done():  # the client left while the program was at work
            wanted.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await wanted
            return
        chunk = wanted.result()
        if chunk is None:
            return
        if chunk:
            await send({"type": "http.response.body", "body": chunk, "more_body": True})


async def _encoded_chunks(chunks: Chunks) -> AsyncGenerator[bytes, None]:
    """The chunks as bytes, each when it is requested."""
    if isinstance(chunks, AsyncIterable):
        try:
            async for chunk in chunks:
                yield _encoded(chunk)
        finally:
            if inspect.isasyncgen(chunks):
                await chunks.aclose()
        return
    loop = asyncio.get_running_loop()
    iterator = iter(chunks)
    # One thread for all chunks: resources that the program opens there may belong to it.
    executor = ThreadPoolExecutor(1, "satchel-generator")
    try:
        while found := await loop.run_in_executor(executor, _next, iterator):
            yield found[0]
    finally:
        # Do not wait for a program that is busy with a chunk that will not be read.
        executor.submit(_close, iterator)
        executor.shutdown(wait=False)


def _close(iterator: Iterator[bytes | str]) -> None:
    """Run the ``finally`` of a generator."""
    try:
        if inspect.isgenerator(iterator):
            iterator.close()
    except Exception:
        log.exception("A generator of a download failed while it was closed.")


def _next(iterator: Iterator[bytes | str]) -> list[bytes]:
    """A list of the next chunk; empty at the end."""
    return [_encoded(chunk) for chunk in itertools.islice(iterator, 1)]


def _encoded(chunk: bytes | str) -> bytes:
    return chunk.encode() if isinstance(chunk, str) else bytes(chunk)
