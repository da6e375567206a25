"""The least that files from a page can cost: ``python limit_files.py PORT``.

The page sends all chosen files as one body: a line with their names and sizes, then what they hold.
The server reads it into memory, writes the files, and syncs once. A file alone is written as it
comes.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from pathlib import Path
from typing import Any

import uvicorn

SAVED = Path("saved").absolute()
SAVED.mkdir()
PAGE = b"""<!DOCTYPE html><input type=file multiple><script>
document.querySelector('input').onchange = ({ target }) => {
  const files = [...target.files];
  const head = JSON.stringify(files.map(({ name, size }) => [name, size])) + '\\n';
  const body = files.length > 1 ? new Blob([head, ...files]) : files[0];
  fetch(files.length > 1 ? '/batch' : '/one', { method: 'POST', body });
};
</script>"""


async def app(scope: Any, receive: Any, send: Any) -> None:
    """The page, and the two ways in."""
    if scope["type"] == "lifespan":
        return
    if scope["path"] == "/batch":
        await batch(receive)
    elif scope["path"] == "/one":
        await one(receive)
    body = PAGE if scope["method"] == "GET" else b""
    headers = [(b"content-type", b"text/html"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def batch(receive: Any) -> None:
    """Many files, which appear under their names when all are synced."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        body += message["body"]
        more = message["more_body"]
    head, _, _ = body.partition(b"\n")
    start = len(head) + 1
    named = json.loads(head)
    for name, size in named:
        (SAVED.parent / name).write_bytes(memoryview(body)[start : start + size])
        start += size
    folder = os.open(SAVED, os.O_RDONLY)
    ctypes.CDLL(None).syncfs(folder)
    for name, _ in named:
        os.replace(SAVED.parent / name, SAVED / name)
    os.fsync(folder)
    os.close(folder)


async def one(receive: Any) -> None:
    """A file, written as it arrives."""
    with (SAVED / "large.bin").open("wb", buffering=0) as file:
        more = True
        while more:
            message = await receive()
            file.write(message["body"])
            more = message["more_body"]
        os.fsync(file)


uvicorn.run(app, port=int(sys.argv[1]), http="httptools", lifespan="off", log_level="warning")
