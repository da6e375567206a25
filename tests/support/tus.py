"""A literal tus client for tests, and what it leaves on disk."""

import base64
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from core.uploads.engine import Uploads
from core.uploads.http.routes import upload_routes
from core.uploads.limits import UploadLimits

TUS = {"Tus-Resumable": "1.0.0"}
BODY = {**TUS, "Content-Type": "application/offset+octet-stream"}


class Session:
    """Stands in for the guard: the header X-Owner names the session."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        owner = dict(scope.get("headers", [])).get(b"x-owner", b"me").decode()
        scope["state"] = {"session_id": owner}
        await self.app(scope, receive, send)


def application(uploads: Uploads) -> ASGIApp:
    return Session(Starlette(routes=upload_routes(uploads)))


def uploads(tmp_path: Path) -> Uploads:
    """An engine on an empty folder."""
    return Uploads(tmp_path / "uploads", UploadLimits(max_size=1 << 30, keep_free=0))


def client(uploads: Uploads) -> httpx.AsyncClient:
    """A client of the engine, without a network."""
    transport = httpx.ASGITransport(application(uploads))
    return httpx.AsyncClient(transport=transport, base_url="http://host:81")


def metadata(**values: str) -> str:
    return ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in values.items())


async def create(client: httpx.AsyncClient, size: int, name: str = "a.txt", **more: str) -> str:
    headers = {**TUS, "Upload-Length": str(size), "Upload-Metadata": metadata(filename=name)}
    answer = await client.post("/uploads", headers=headers | more)
    assert answer.status_code == 201, answer.text
    return answer.headers["location"]


async def patch(
    client: httpx.AsyncClient, url: str, offset: int | str, content: Any, **more: str
) -> httpx.Response:
    headers = {**BODY, "Upload-Offset": str(offset), **more}
    return await client.patch(url, headers=headers, content=content)


async def offset(client: httpx.AsyncClient, url: str) -> int:
    answer = await client.head(url, headers=TUS)
    assert answer.status_code == 200
    return int(answer.headers["upload-offset"])


def upload_id(url: str) -> str:
    return url.rpartition("/")[2]


def stored(uploads: Uploads) -> list[str]:
    return sorted(path.name for path in uploads.store.folder.iterdir())
