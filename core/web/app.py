"""Application: one program being served, as an ASGI application.

The only module that creates its parts and hands them to each other.
"""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from ..downloads.offers import Offers
from ..elements.component import Component
from ..elements.webpage import WebPage
from ..files.errors import FileError
from ..files.session_folder import SessionFolder
from ..files.visits import Visits
from ..jobs.errors import ProcessEnded, TooMuch
from ..jobs.registry import Jobs
from ..live.channel import Channel
from ..live.dispatcher import Dispatcher
from ..live.errors import HostError
from ..live.failures import Failures
from ..live.handler_calls import HandlerCalls
from ..live.live_page import LivePage
from ..live.own_events import Fields
from ..live.pages import Pages
from ..live.progress import Progress
from ..live.protocol import ClientFeatures
from ..live.receiver import Receiver
from ..loop_guard import LoopGuard
from ..previews.previews import Previews
from ..thumbnails.cache import Thumbnails
from ..uploads.engine import Uploads
from ..uploads.http.routes import upload_routes
from ..workers.process import COMMAND
from .access.guard import Guard
from .access.sessions import Sessions
from .access.tickets import Tickets
from .access.visit_recorder import VisitRecorder
from .drag_out import DragOut
from .file_responses import FileResponses
from .file_routes import DOWNLOAD, FileRoutes
from .hosting import Hosting
from .lifespan import Lifespan
from .live_routes import LiveRoutes
from .local_uploads import LocalUploads
from .own_requests import OwnRequests
from .pages.endpoints import PageEndpoints
from .pages.error_pages import disconnected, http_error
from .pages.form_submit import FormSubmissions
from .pages.program import Program
from .pages.responses import PageResponses
from .pages.routes import reserved_routes
from .session_folders import SessionFolders
from .settings import Settings
from .static import Static
from .tasks import Tasks
from .transfers import Transfers
from .unfinished_uploads import UnfinishedUploads
from .upkeep import Upkeep
from .upload_progress import UploadProgress
from .upload_targets import UploadTargets

current: ContextVar[Application] = ContextVar("current")
"""The application whose request or event is being handled; handlers and their tasks inherit it."""

running: weakref.WeakSet[Application] = weakref.WeakSet()
"""All that are being served. On a thread that the program started, none is `current`."""


FOR_USERS = (FileError, HostError, TooMuch, ProcessEnded)
"""Errors whose texts are for the user, if no handler catches them."""

# Patches of one page are made one by one; a long one must not hold up those of other pages.
PATCH_THREADS = 4


class Application:
    """One program being served.

    Attributes:
        settings: as given.
        pages: the live pages of browsers.
        uploads: the upload engine.
        dispatcher: handles events.
        progress: how far the files of forms are.
        offers: downloads that handlers offered.
        failures: reports what the program raised.
        hosting: the window around the pages, if there is one.
        live: the channels of browsers.
        jobs: work on many things, which belongs to sessions.
        unfinished: files whose transfer was interrupted.
        drag_out: files that are dragged out of pages, or copied.
        upkeep: removes old files.
    """

    def __init__(self, program: Program, settings: Settings) -> None:
        self.settings = settings
        self._program = program
        self._executor = ThreadPoolExecutor(settings.worker_threads, "satchel-handler")
        self._patch_executor = ThreadPoolExecutor(PATCH_THREADS, "satchel-patch")
        self._tickets = Tickets()
        self.offers = Offers()
        self._guard = LoopGuard(settings.debug)
        self._static = Static(settings)
        self.pages = Pages(self._live_page, settings.page_grace, self._left, self._guard)
        self._folders = SessionFolders(settings, self.pages)
        self.failures = Failures(settings.debug, FOR_USERS, self.pages.all)
        self._calls = HandlerCalls(self._executor, self.failures)
        self.progress = Progress(self._calls.run_progress)
        targets = UploadTargets(self.pages)
        self.uploads = Uploads(
            settings.uploads,
            settings.upload_limits(),
            settings.notes / "uploads.clock",
            observer=UploadProgress(targets, self.pages.channels, self.progress),
            rules=targets.rules,
            measure=lambda owner: self._folders.size(owner) + self.jobs.size(owner),
        )
        worker = settings.worker_command or COMMAND
        self.thumbnails = Thumbnails(settings.cache, worker)
        self.previews = Previews(settings.cache, worker)
        self._tasks = Tasks(self._task_failed, self._guard)
        self.jobs = Jobs(
            settings.job_limits,
            settings.job_folder,
            lambda session_id: self._folders.find(session_id).folder,
            lambda: self._tasks.loop,
            settings.job_command,
        )
        transfers = Transfers(self.uploads, self._folders.make)
        self.hosting = Hosting(settings.host, self.pages, self._calls, self._tasks)
        self._local = LocalUploads(settings, self.uploads, self.pages, self._tasks.start)
        self.unfinished = UnfinishedUploads(self.uploads, targets, self._local)
        own = OwnRequests(lambda *call: self._inner(*call), settings.drag_folder)
        self.drag_out = DragOut(self.hosting, self._calls, self.pages, self._folders, own)
        calls, dragged = self._calls, self.drag_out.dragged
        self.dispatcher = Dispatcher(transfers, calls, self.progress, self.failures, dragged)
        receiver = Receiver(self.dispatcher, self.drag_out.call)
        self.live = LiveRoutes(self.pages, receiver, self._folders, settings.post_bytes)
        responses = FileResponses(self.thumbnails, self.previews)
        files = FileRoutes(self._static, responses, self.offers, self._folders)
        visits = Visits(settings.notes)
        self.upkeep = Upkeep(
            settings, self.uploads, self.thumbnails, self.pages, visits, self.offers, self.jobs
        )
        self._lifespan = Lifespan(
            program.startup, self._tasks, self.upkeep, self.failures, settings.debug
        )
        self._inner = self._routed(files)
        self._asgi = self._guarded(VisitRecorder(self._inner, visits, settings.token is None))

    def _routed(self, files: FileRoutes) -> Starlette:
        """All routes, behind the guard."""
        responses = PageResponses(
            self.pages, self.failures, self._client_features, self.settings.debug
        )
        endpoints = PageEndpoints(responses, self.uploads, self._calls, self._folders.make)
        forms = FormSubmissions(self.pages, self.uploads, self.dispatcher, responses, self._folders)
        return Starlette(
            routes=[
                *self.live.routes(),
                forms.route(),
                *files.routes(),
                *self._local.routes(),
                *self.drag_out.routes(),
                *upload_routes(self.uploads),
                *reserved_routes(),
                *endpoints.routes(self._program),
            ],
            middleware=self._program.middleware,
            exception_handlers={HTTPException: http_error, ClientDisconnect: disconnected},
            lifespan=lambda app: self.lifespan(),
        )

    def _guarded(self, app: ASGIApp) -> Guard:
        settings = self.settings
        return Guard(
            app,
            sessions=Sessions(settings.secret, settings.cookie_name, settings.token),
            tickets=self._tickets,
            token=settings.token,
            allowed_hosts=settings.allowed_hosts,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._tasks.attach()
        current.set(self)
        await self._asgi(scope, receive, send)

    @asynccontextmanager
    async def lifespan(self) -> AsyncIterator[None]:
        """The application is served within this context."""
        running.add(self)
        self._tasks.attach()
        await self._local.restore()
        try:
            async with self._lifespan.run():
                yield
        finally:
            running.discard(self)
            self.pages.close()
            self.jobs.stop()
            await asyncio.to_thread(self.jobs.close)
            await asyncio.to_thread(self.thumbnails.close)
            await asyncio.to_thread(self.previews.close)
            for executor in (self._executor, self._patch_executor):
                executor.shutdown(wait=False, cancel_futures=True)

    @property
    def loop(self) -> asyncio.AbstractEventLoop | None:
        """The server's event loop; None until the application is first called."""
        return self._tasks.loop

    @property
    def startup_error(self) -> Exception | None:
        """What the program's startup function raised."""
        return self._lifespan.startup_error

    def mint_ticket(self, session_id: str) -> str:
        """A ticket for ``/_satchel/enter?ticket=...&next=/``, for one use by our own window."""
        return self._tickets.mint(session_id)

    def session_folder(self, session_id: str) -> SessionFolder:
        """The files of a session; makes its folder if need be."""
        return self._folders.make(session_id)

    def offer(self, session_id: str, content: Any, name: str | None) -> str:
        """Offer something to one session; returns its address."""
        return DOWNLOAD + self.offers.add(session_id, content, name)

    def transfers(self) -> int:
        """How many uploads are in flight, plus how many handlers work on complete ones."""
        return self.uploads.active + self.dispatcher.with_files

    def close_streams(self) -> None:
        """End streams and uploads, which would keep the server from stopping. On the loop."""
        self._guard.check(self)
        self._calls.stop()
        self.live.streams.close()
        self.uploads.stop()

    def run_task(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Run a coroutine on the server's loop; may be called from any thread."""
        self._tasks.run(coroutine)

    async def act(self, window: str, name: str, function: Any) -> Any:
        """Call a function of the program as a handler of the page that a native window shows."""
        current.set(self)
        return await self.hosting.act(window, name, function)

    def announce_opened(self) -> None:
        """Have pages ask for the files opened with the program. Any thread may call it."""
        self._tasks.call(self._local.announce)

    def _client_features(self, page: WebPage, session_id: str) -> ClientFeatures:
        return {
            "websockets": self._program.websockets and page.use_websockets,
            "window": self.hosting.is_around(session_id),
            "drags": self.hosting.drags(session_id),
            "local": self._local.is_for(session_id),
            "debug": self.settings.debug,
        }

    # Callbacks of parts that are made before those that they call

    def _live_page(self, page: WebPage) -> LivePage:
        link, failed = self._static.link, self._component_failed
        run = self._run_own
        return LivePage(page, link, self._patch_executor, self.offer, failed, self._guard, run)

    async def _run_own(
        self, live: LivePage, target: Component, session_id: str, event: str, fields: Fields
    ) -> str | None:
        """Run the handler of an event that the program causes."""
        current.set(self)
        return await self._calls.run_own(live, target, session_id, event, fields)

    def _left(self, channel: Channel) -> None:
        own = getattr(channel.live.page.on_disconnect, "__func__", None)
        if own is not WebPage.on_disconnect:
            self._tasks.start(self._calls.run_on_disconnect(channel))

    def _task_failed(self, error: BaseException) -> None:
        self.failures.note(error, "A background task failed")

    def _component_failed(self, live: LivePage, error: Exception, what: str) -> None:
        """Report what a component of a page raised. Any thread may call it."""
        self._tasks.call(self.failures.note, error, what, [live])
