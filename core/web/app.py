"""Application: the ASGI application that joins components, live pages, files and sessions."""

from __future__ import annotations

import asyncio
import importlib.resources
import inspect
import logging
import secrets
import weakref
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from ..downloads.offers import Offers
from ..downloads.responses import FileDownload
from ..elements.container import leave_all
from ..elements.webpage import WebPage
from ..executors import DATA_FOLDER, DOWNLOADS, RENDERING
from ..files.errors import FileError
from ..files.names import as_text
from ..files.session_folder import SessionFolder
from ..files.visits import Visits
from ..live.channel import Channel, HostError, Receiver
from ..live.dispatcher import Events
from ..live.document import content_security_policy, document
from ..live.event_stream import StreamChannels
from ..live.failures import Failures
from ..live.live_page import LivePage
from ..live.pages import Pages
from ..live.system_exit import no_exit
from ..live.trace import failure
from ..live.websocket import SocketChannels
from ..media.types import icon_of
from ..thumbnails.cache import Thumbnails
from ..uploads.engine import Uploads
from ..words import well_formed
from .access.guard import Guard
from .access.sessions import Sessions
from .access.tickets import Tickets
from .error_pages import apology, cut_short, failure_page, refusal, wants_page
from .hosting import Hosting
from .local_uploads import LocalUploads
from .program import Program
from .routes import (
    PageRequest,
    RequestFunction,
    catch_all,
    plain_answer,
    reserved_routes,
    route,
)
from .server.loop_errors import LoopErrors
from .server.stalls import StallWatch
from .settings import Settings, WindowHost
from .static import THUMBNAILS, Static, named_path
from .submit import Submissions
from .transfers import Transfers
from .upkeep import Upkeep
from .upload_progress import UploadProgress

__all__ = ["Application", "HostError", "Program", "Settings", "WindowHost"]

logger = logging.getLogger(__name__)

# The application whose request or event is being handled; handlers and tasks inherit it.
current: ContextVar[Application] = ContextVar("current")

# Those that are running: a thread that the program started itself knows no current one.
running: weakref.WeakSet[Application] = weakref.WeakSet()


class Application:
    """One program being served.

    Attributes:
        settings: as given.
        thumbnails: small pictures of files.
        hosting: the window around the pages, if there is one.
        startup_error: what the program's startup function raised.
    """

    def __init__(self, program: Program, settings: Settings) -> None:
        self.program = program
        self.settings = settings
        self.loop: asyncio.AbstractEventLoop | None = None
        self.startup_error: Exception | None = None
        self.static = Static(settings)
        self.uploads = Uploads(
            settings.uploads, settings.upload_limits(), settings.notes / "uploads.clock"
        )
        self.uploads.admission.kept.measure = lambda owner: self._files_of(owner).size()
        command = settings.thumbnail_command
        self.thumbnails = (
            Thumbnails(settings.cache, command) if command else Thumbnails(settings.cache)
        )
        self._local = LocalUploads(self)
        self.executor = ThreadPoolExecutor(settings.worker_threads, "satchel-handler")
        self.pages = Pages(
            self.static.link,
            settings.page_grace,
            self._left,
            self.offer,
            self._component_failed,
        )
        self.failures = Failures(settings.debug, (FileError, HostError), self.pages.all)
        transfers = Transfers(self.uploads, self.pages, self.session_folder)
        self.events = Events(transfers, self.executor, self.failures)
        transfers.report(self.events.progress, UploadProgress(self.pages.channels).stored)
        self._tickets = Tickets()
        self._offers = Offers()
        self._visits = Visits(settings.notes)
        self._tasks: set[asyncio.Task[Any]] = set()
        self.hosting = Hosting(settings.host, self.pages, self.events)
        receiver = Receiver(self.events, self.hosting.call)
        self._sockets = SocketChannels(self.pages, receiver)
        self._streams = StreamChannels(
            self.pages, receiver, self._sockets.channels, settings.post_bytes
        )
        self._asgi = self._guarded()

    def _guarded(self) -> Guard:
        """All routes, behind what says who is let in."""
        settings = self.settings
        inside = Starlette(
            routes=self._routes(),
            middleware=self.program.middleware,
            exception_handlers={HTTPException: refusal, ClientDisconnect: cut_short},
            lifespan=self._lifespan,
        )

        async def visited(scope: Scope, receive: Receive, send: Send) -> None:
            state = scope.get("state", {})
            # A new session has no folder, and may be of a client that keeps no cookies.
            is_new = settings.token is None and "set_cookie" in state
            if (session_id := state.get("session_id")) and not is_new:
                await self._visits.note(session_id)
            await inside(scope, receive, send)

        return Guard(
            visited,
            sessions=Sessions(settings.secret, settings.cookie_name, settings.token),
            tickets=self._tickets,
            token=settings.token,
            allowed_hosts=settings.allowed_hosts,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.loop = self.hosting.loop = asyncio.get_running_loop()
        current.set(self)
        await self._asgi(scope, receive, send)

    def mint_ticket(self, session_id: str) -> str:
        """A pass for ``/_satchel/enter?ticket=...&next=/``, good for one use by our own window."""
        return self._tickets.mint(session_id)

    def session_folder(self, session_id: str) -> SessionFolder:
        """The files of a session, whose folder exists from now on."""
        return self._files_of(session_id).made()

    def _files_of(self, session_id: str) -> SessionFolder:
        return SessionFolder(self.settings.sessions / session_id)

    async def expect_files(self, session_id: str) -> None:
        """A browser has come whose handlers may name the folder of its session."""
        if not self.pages.channels(session_id):  # those have one
            await DATA_FOLDER.run(self.session_folder, session_id)

    def transfers(self) -> int:
        """How many uploads are in flight, and how many handlers work on those that were."""
        return self.uploads.active + self.events.with_files

    def close_streams(self) -> None:
        """On the loop: end what would keep the server from stopping, uploads in flight too."""
        self.events.is_stopping = True
        self._streams.close()
        self.uploads.stop()

    def run_task(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Run a coroutine on the server's loop; may be called from any thread."""
        if self.loop is None or self.loop.is_closed():
            coroutine.close()
            raise RuntimeError(needs_server("run_task()"))
        self.loop.call_soon_threadsafe(self._start_task, coroutine)

    async def act(self, window: str, name: str, function: Any) -> Any:
        """Call a function of the program as a handler of the page that a native window shows."""
        current.set(self)
        return await self.hosting.act(window, name, function)

    def _start_task(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        leave_all()  # in the context of this callback, of which the task gets a copy
        task = asyncio.ensure_future(_without_exit(coroutine))
        self._tasks.add(task)
        task.add_done_callback(self._task_ended)

    def _task_ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.failures.note(error, "A background task failed")

    def _component_failed(self, live: LivePage, error: Exception, what: str) -> None:
        """A component of a page raised. Called on any thread."""
        if self.loop is not None:
            self.loop.call_soon_threadsafe(self.failures.note, error, what, [live])

    def _unhandled(self, error: Exception, what: str) -> None:
        """An error that nobody awaits, as of asyncio.create_task()."""
        self.failures.note(error, f"A task failed ({what})")

    @asynccontextmanager
    async def _lifespan(self, app: Starlette) -> AsyncIterator[None]:
        stalls = StallWatch() if self.settings.debug else None
        errors = LoopErrors(self._unhandled if self.settings.debug else None)
        asyncio.get_running_loop().set_exception_handler(errors)
        running.add(self)
        try:
            await self._start_up()
            upkeep = Upkeep(
                self.settings,
                self.uploads,
                self.thumbnails,
                self.pages,
                self._visits,
                self._offers,
            )
            self._start_task(upkeep.run())
            self._start_task(upkeep.release_offers())
            yield
        finally:
            running.discard(self)
            if stalls is not None:
                stalls.stop()
            for task in self._tasks:
                task.cancel()
            self.pages.close()
            await asyncio.to_thread(self.thumbnails.close)
            self.executor.shutdown(wait=False, cancel_futures=True)

    async def _start_up(self) -> None:
        try:
            with no_exit():
                result = self.program.startup() if self.program.startup else None
                if inspect.isawaitable(result):
                    await result
        except Exception as error:
            self.startup_error = error
            raise

    # Routes

    def _routes(self) -> list[BaseRoute]:
        assets = importlib.resources.files("assets")
        routes: list[BaseRoute] = [
            WebSocketRoute("/_satchel/socket", self._socket),
            Route("/_satchel/stream", self._streams.stream),
            Route("/_satchel/submit", Submissions(self).endpoint, methods=["POST"]),
            Route("/_satchel/post", self._post, methods=["POST"]),
            Route("/_satchel/thumbnail/{path:any}", self._thumbnail),
            Route("/_satchel/download/{token}", self._download),
            Mount("/_satchel/client", StaticFiles(directory=str(assets / "bundle"))),
            Mount("/_satchel/vendor", StaticFiles(directory=str(assets / "vendor"))),
            Mount("/_satchel/icons", StaticFiles(directory=str(assets / "icons"))),
            Route("/static/{path:any}", self.static.endpoint),
            *self._local.routes(),
            *self.uploads.routes(),
            *reserved_routes(),
        ]
        routes += [route(self, *arguments) for arguments in self.program.routes]
        if self.program.function is not None:
            routes.append(catch_all(self, self.program.function))
        return routes

    async def _socket(self, websocket: WebSocket) -> None:
        await self.expect_files(websocket.state.session_id)
        await self._sockets.endpoint(websocket)

    async def _post(self, request: Request) -> Response:
        await self.expect_files(request.state.session_id)
        return await self._streams.post(request)

    async def answer(self, request: PageRequest, result: Any, status: int = 200) -> Response:
        """The response for what a request function returned."""
        response = plain_answer(result)
        if response is not None:
            return response
        page: WebPage = result
        nonce = secrets.token_urlsafe(16)
        socket = f"{'wss' if request.url.is_secure else 'ws'}://{request.headers['host']}"
        headers = {
            "Content-Security-Policy": content_security_policy(page, nonce, socket),
            "Cache-Control": "no-store",
        }
        html = page.html or await self._document(page, request.state.session_id, nonce)
        response = _html_response(html, status, headers)
        for cookie in page.cookies.values():
            response.headers.append("Set-Cookie", cookie.OutputString())
        return response

    async def _document(self, page: WebPage, session_id: str, nonce: str) -> str:
        live = self.pages.serve(page, session_id)
        client = self._client_settings(page, session_id)
        with self.pages.held(live, session_id):  # a page may take longer to paint than it is kept
            return await RENDERING.run(document, live, nonce, client)

    def _client_settings(self, page: WebPage, session_id: str) -> dict[str, Any]:
        return {
            "websockets": self.program.websockets and page.use_websockets,
            "window": self.hosting.is_around(session_id),
            "local": self._local.is_for(session_id),
            "debug": self.settings.debug,
        }

    def tell_opened(self) -> None:
        """Something was opened with the program: let pages ask for it. Called on any thread."""
        if self.loop is not None and self.settings.local is not None:
            self.loop.call_soon_threadsafe(self._tell_opened, self.settings.local.session_id)

    def _tell_opened(self, session_id: str) -> None:
        for channel in self.pages.channels(session_id):
            channel.tell(opened=True)

    def offer(self, session_id: str, content: Any, name: str | None) -> str:
        """An address at which a session, and nobody else, finds something to save."""
        return f"/_satchel/download/{self._offers.add(session_id, content, name)}"

    async def _download(self, request: Request) -> Response:
        """What a handler lets this session save."""
        token = request.path_params["token"]
        response = self._offers.response(request.state.session_id, token)
        if response is None:
            raise HTTPException(404, "This download is over. Ask for it again in the page.")
        return response

    def _left(self, channel: Channel) -> None:
        own = getattr(channel.live.page.on_disconnect, "__func__", None)
        if own is not WebPage.on_disconnect:
            self._start_task(self.events.disconnected(channel))

    async def failed(
        self, request: PageRequest, function: RequestFunction, error: Exception
    ) -> Response:
        """The response for a request function that raised."""
        name = getattr(function, "__qualname__", repr(function))
        what = f"{name} could not answer {ascii(request.url.path)}"
        reference = self.failures.note(error, what, ())
        if not self.settings.debug:
            return apology(request, reference)
        if not wants_page(request):
            return apology(request, reference, f"{type(error).__name__}: {error}")
        return await self.answer(request, failure_page(failure(what, error, reference)), 500)

    async def _thumbnail(self, request: Request) -> Response:
        """A small picture of one of the session's files, or an icon of its type."""
        folder = self._files_of(request.state.session_id)
        name = named_path(request, THUMBNAILS)
        try:
            path = await DOWNLOADS.run(folder.path, name)
        except FileNotFoundError:
            raise HTTPException(404, f"There is no file {as_text(name)}.") from None
        picture = await self.thumbnails.get(path)
        if picture is None:
            return RedirectResponse(f"/_satchel/icons/{icon_of(name)}.svg", 307)
        return FileDownload(picture, inline=True)


def _html_response(html: str, status: int, headers: dict[str, str]) -> HTMLResponse:
    try:
        return HTMLResponse(html, status, headers)
    except UnicodeEncodeError:  # one text with a lone surrogate is no reason to show nothing
        return HTMLResponse(well_formed(html), status, headers)


def needs_server(name: str) -> str:
    """What a program is told that asks for something too early."""
    return (
        f"{name} needs a running server: ask for it in a handler, a page function, or the "
        "function given as startup=."
    )


async def _without_exit(coroutine: Coroutine[Any, Any, Any]) -> None:
    with no_exit():
        await coroutine
