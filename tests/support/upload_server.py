"""The upload engine in a process: `python -m tests.support.upload_server FOLDER`."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx

from core.uploads.engine import Uploads
from core.uploads.limits import UploadLimits
from tests.support.tus import BODY, TUS, application

ROOT = Path(__file__).parents[2]


def serve(folder: Path) -> None:
    import uvicorn

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            print(listener.getsockname()[1], flush=True)

    listener = socket.create_server(("127.0.0.1", 0))
    app = application(Uploads(folder, UploadLimits(keep_free=0)))
    Announcing(uvicorn.Config(app, http="httptools", access_log=False)).run([listener])


class Server:
    """The process, and a client of it."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.support.upload_server", str(folder)]
        self.log = folder.with_suffix(".log").open("a+")
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.log, text=True, cwd=ROOT
        )
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=60)

    def create(self, size: int) -> str:
        answer = self.client.post("/uploads", headers={**TUS, "Upload-Length": str(size)})
        assert answer.status_code == 201, answer.text
        return httpx.URL(answer.headers["location"]).path

    def patch(self, path: str, offset: int, content: bytes | Iterator[bytes]) -> httpx.Response:
        headers = {**BODY, "Upload-Offset": str(offset)}
        return self.client.patch(path, headers=headers, content=content)

    def batch(self, *contents: bytes) -> httpx.Response:
        kind = {"Content-Type": "application/vnd.satchel.batch"}
        return self.client.post("/uploads/batch", headers=kind, content=batch_of(*contents))

    def offset(self, path: str) -> int:
        answer = self.client.head(path, headers=TUS)
        assert answer.status_code == 200
        return int(answer.headers["upload-offset"])

    def begin_patch(self, path: str, offset: int, length: int) -> socket.socket:
        """A connection on which a PATCH of `length` bytes has been announced."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        headers = {"Host": "x", **BODY, "Upload-Offset": offset, "Content-Length": length}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        connection.sendall(f"PATCH {path} HTTP/1.1\r\n{lines}\r\n".encode())
        return connection

    def logged(self) -> str:
        self.log.seek(0)
        return self.log.read()

    def kill(self) -> None:
        self.process.kill()
        self.close()

    def close(self) -> None:
        self.client.close()
        self.process.terminate()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.log.close()


Start = Callable[[Path], Server]
"""Starts a server for an upload folder."""


def batch_of(*contents: bytes) -> bytes:
    head = json.dumps([{"name": f"{n}", "size": len(c)} for n, c in enumerate(contents)]).encode()
    return len(head).to_bytes(4, "big") + head + b"".join(contents)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
