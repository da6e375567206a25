"""A page with plain forms, our upload client and the real engine, for tests of the client."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    Response,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.uploads.engine import Uploads
from core.uploads.http.routes import upload_routes
from core.uploads.limits import UploadLimits

ASSETS = Path(__file__).parents[2] / "assets"
NOTICES = ASSETS / "client" / "notices" / "notices.css"  # in the bundle, all are in one folder
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"

PAGE = """<!doctype html>
<html lang="en"><title>Upload</title>
<link rel="stylesheet" href="/_satchel/client/satchel.css">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
<h1>Files</h1>
<form id="several"><label>Files <input type="file" name="files" multiple></label>
  <textarea name="note"></textarea> <button>Upload</button></form>
<form id="picture"><input type="file" name="first" disabled>
  <input type="file" name="picture" accept="image/*,.svgz"> <button>Send</button></form>
<form id="eager" data-e="submit"><p>Drop here</p><input type="file" name="eager" multiple></form>
<label id="outside">Alone <input type="file" name="alone"></label>
<p id="elsewhere">Nothing here</p>
<img id="own" draggable="true" alt="own">
</html>"""

STYLE = """
body { font-family: sans-serif; max-width: 50rem; margin: 2rem auto; }
form, label, #elsewhere { display: block; padding: 1rem; margin-bottom: 1rem; }
@media (prefers-color-scheme: dark) { body { background: #12151c; color: #e8ebf1; } }
"""

# What uploads/submit.js does in a real page: submit -> files -> handler -> outcome.
SCRIPT = """
import { notify } from '/_satchel/client/notify.js';
import { Submission } from '/_satchel/client/uploads/uploads.js';
import { installDrop, installPaste } from '/_satchel/client/uploads/drop.js';
import { installFileInputs } from '/_satchel/client/uploads/file-inputs.js';

const changes = [];

function chosen(form) {
  const inputs = [...form.elements].filter((element) => element.type === 'file');
  return inputs.map((input) => ({ input, files: [...input.files] }))
    .filter(({ files }) => files.length > 0);
}

async function submit(form) {
  const submission = new Submission(form, chosen(form));
  const ids = await submission.run();
  const answer = await fetch('/handler', { method: 'POST', body: JSON.stringify(ids) });
  if (answer.ok) submission.finish(null, await answer.json());
  else submission.finish(await answer.text());
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  submit(event.target).catch((error) => notify(error.name + ': ' + error.message, 'bad'));
});
document.addEventListener('change', ({ target }) => {
  changes.push([target.name, ...[...(target.files ?? [])].map(({ name }) => name)].join(' '));
  document.documentElement.dataset.changes = changes.join(', ');
});
installDrop();
installPaste();
installFileInputs({ addListener: (type, listener) => document.addEventListener(type, listener) });
document.documentElement.dataset.ready = '';
"""


@dataclass
class Received:
    name: str
    content: bytes
    type: str
    modified: int
    folder: str
    digests: dict[str, str]


@dataclass
class Site:
    """The server under the page, and what a test may make it do.

    Attributes:
        requests: the methods of all requests for uploads, `BATCH` for those of many files.
        patched: how many bytes of PATCH requests reached the engine.
        refusals: answers instead of the engine's, by method.
        lost: methods whose next response does not arrive.
        answering: called with the method before each response to it.
        rejected: what the handler says about single files, by name.
    """

    folder: Path
    url: str = ""
    received: list[list[Received]] = field(default_factory=list)
    delivered: list[list[str]] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    refusals: dict[str, tuple[int, str]] = field(default_factory=dict)
    patched: int = 0
    lost: set[str] = field(default_factory=set)
    answering: Callable[[str], None] = lambda method: None
    rejected: dict[str, str] = field(default_factory=dict)
    handler_error: str = ""
    open: threading.Event = field(default_factory=threading.Event)
    handle: threading.Event = field(default_factory=threading.Event)
    cut: Callable[[], None] = lambda: None  # resets every connection

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.uploads = Uploads(self.folder, UploadLimits())
        self.open.set()
        self.handle.set()

    def app(self) -> ASGIApp:
        routes = [
            Route("/", lambda _: HTMLResponse(PAGE)),
            Route("/page.css", lambda _: Response(STYLE, media_type="text/css")),
            Route("/page.js", lambda _: Response(SCRIPT, media_type="text/javascript")),
            Route("/handler", self._handler, methods=["POST"]),
            Route("/_satchel/client/notices.css", lambda _: FileResponse(NOTICES)),
            Mount("/_satchel/client", StaticFiles(directory=ASSETS / "client")),
            Mount("/_satchel/vendor", StaticFiles(directory=ASSETS / "vendor")),
            *upload_routes(self.uploads),
        ]
        return Gate(self, Starlette(routes=routes))

    async def _handler(self, request: Request) -> Response:
        selections = await request.json()
        rejected: dict[str, str] = {}
        await asyncio.to_thread(self.handle.wait)
        for ids in selections:
            files = self.uploads.claims.take("me", ids)
            self.delivered.append(ids)
            self.received.append(
                [
                    Received(f.name, f.read(), f.type, f.lastModified, f.folder, f.digests)
                    for f in files
                ]
            )
            rejected |= {
                f.upload_id: self.rejected[f.name] for f in files if f.name in self.rejected
            }
            self.uploads.claims.discard(files)
        if self.handler_error:
            return PlainTextResponse(self.handler_error, 500)
        return JSONResponse(rejected)

    @property
    def stored(self) -> list[str]:
        """What lies in the upload folder; of a delivered upload only its description does."""
        names = {path.name for path in self.folder.rglob("*") if path.is_file()}
        delivered = {f"{id}.json" for ids in self.delivered for id in ids}
        return sorted(names - delivered - {"descriptions"})


@dataclass
class Gate:
    """In front of the engine: session and CSP as the guard sets them, and faults on request."""

    site: Site
    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        scope.setdefault("state", {})["session_id"] = "me"
        if not scope["path"].startswith("/uploads"):
            return await self.app(scope, receive, self._with_csp(send))
        method = "BATCH" if scope["path"] == "/uploads/batch" else scope["method"]
        self.site.requests.append(method)
        status, text = self.site.refusals.get(method, (0, ""))
        if status:
            return await PlainTextResponse(text, status)(scope, receive, send)
        await self.app(scope, self._held(method, receive), self._lossy(method, send))

    def _with_csp(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"content-security-policy", CSP.encode()))
            await send(message)

        return sending

    def _lossy(self, method: str, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.site.answering(method)
            if method in self.site.lost:
                self.site.lost.discard(method)
                self.site.cut()
                for _ in range(3):  # otherwise the response would be gone before the connection is
                    await asyncio.sleep(0)
            await send(message)

        return sending

    def _held(self, method: str, receive: Receive) -> Receive:
        """While the gate is shut, a PATCH gets its first bytes and then nothing."""
        first = True

        async def receiving() -> Message:
            nonlocal first
            if method == "PATCH" and not first:
                await asyncio.to_thread(self.site.open.wait)
            first = False
            message = await receive()
            if method == "PATCH":
                self.site.patched += len(message.get("body", b""))
            return message

        return receiving


def reset_connections(server: uvicorn.Server) -> None:
    """Act like a pulled cable: no response, no closing handshake."""
    for connection in list(server.server_state.connections):
        connection.loop.call_soon_threadsafe(connection.transport.abort)


@contextlib.contextmanager
def serving(site: Site) -> Iterator[Site]:
    config = uvicorn.Config(
        site.app(), port=0, log_config=None, http="httptools", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    site.cut = lambda: reset_connections(server)
    listening = config.bind_socket()
    listening.listen()  # so that the page may load before the server has started
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    site.url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    try:
        yield site
    finally:
        site.open.set()
        site.handle.set()
        server.should_exit = True
        thread.join()


def make_file(folder: Path, name: str, content: bytes = b"content") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
