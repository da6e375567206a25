"""Files that leave the page by hand: dragged into other programs, or copied for them.

A page names a component or an address, never a file; which files these are is decided here.
"""

from __future__ import annotations

import json
import secrets
import time
from pathlib import Path
from typing import Any, NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from ..attribute_dict import AttributeDict
from ..downloads.archives import Zip, ZipDownload
from ..downloads.dragged import Named, check_all, check_count, expanded, gone, named, vanished
from ..downloads.user_files import user_file
from ..elements.component import Component
from ..elements.drag_files import files_in
from ..elements.message import Msg
from ..executors import LOCAL_COPIES, PROGRAM_FILES
from ..files.errors import FileError
from ..language.texts import N_, _
from ..live.channel import Channel
from ..live.context import enter_context
from ..live.errors import HostError
from ..live.event_message import add_component, add_origin
from ..live.handler_calls import HandlerCalls
from ..live.live_page import LivePage
from ..live.pages import Pages
from ..live.protocol import DragSource
from .hosting import Hosting
from .own_requests import OwnRequests
from .session_folders import SessionFolders

DRAGGED = "/_satchel/dragged/"

MOST_READY = 20
"""Drags that are prepared at the same time."""

KEPT = 120.0
"""Seconds for which files that were not ready in time are kept for the next attempt."""

GONE = N_("What you drag is no longer on this page.")
NOTHING = N_("There is nothing to drag here.")
VANISHED = N_("What you dragged is no longer there.")


class _Ready(NamedTuple):
    """Files that can be dragged. The key is the session, and what its page asked for."""

    key: tuple[str, str]
    paths: list[Path]
    moves: bool


class DragOut:
    """Serves the calls of pages whose files are dragged; passes others on to the window.

    Args:
        requests: finds the files behind addresses.
    """

    def __init__(
        self,
        hosting: Hosting,
        calls: HandlerCalls,
        pages: Pages,
        folders: SessionFolders,
        requests: OwnRequests,
    ) -> None:
        self._hosting = hosting
        self._calls = calls
        self._pages = pages
        self._folders = folders
        self._requests = requests
        self._ready: dict[str, _Ready] = {}
        self._late: dict[tuple[str, str], tuple[str, float]] = {}  # key -> token, since when

    async def call(self, channel: Channel, name: str, arguments: dict[str, Any]) -> Any:
        """Serve a call of a page.

        Raises:
            HostError: it was refused or failed; the text is shown to the user.
        """
        own = {"prepare_drag": self._prepare, "drag": self._drag}
        if name not in own:
            return await self._hosting.call(channel, name, arguments)
        if not self._hosting.drags(channel.session_id):
            raise HostError(_("Files can be dragged out of the program's own window only."))
        try:
            return await own[name](channel, arguments)
        except FileError as error:
            raise HostError(_("{problem} Nothing was dragged.", problem=error)) from error

    async def _prepare(self, channel: Channel, arguments: dict[str, Any]) -> str:
        """{component or address, name, detail}: find the files, or make them; a token for them."""
        asked = {each: arguments.get(each) for each in ("component", "address", "name", "detail")}
        key = channel.session_id, json.dumps(asked)
        token, since = self._late.pop(key, ("", 0.0))
        if token in self._ready and since + KEPT > time.monotonic():
            return token
        component = self._component(channel.live, arguments.get("component"))
        files = await self._files(channel, component, arguments)
        paths, are_originals = await LOCAL_COPIES.run(self._requests.names.ready, files)
        moves = component is not None and component.drag_moves and are_originals
        token = secrets.token_urlsafe(9)
        self._ready[token] = _Ready(key, paths, moves)
        while len(self._ready) > MOST_READY:
            del self._ready[next(iter(self._ready))]
        return token

    async def _drag(self, channel: Channel, arguments: dict[str, Any]) -> str:
        """{ready, box}: drag files that were prepared.

        Returns:
            "copied", "moved", "nothing" or, if the mouse was released too early, "late".

        Raises:
            HostError: some are gone, before they were dragged or while a person dragged them.
        """
        token = arguments.get("ready")
        ready = self._ready.pop(token, None) if isinstance(token, str) else None
        if ready is None or ready.key[0] != channel.session_id:
            raise HostError(_(GONE))
        await LOCAL_COPIES.run(check_all, ready.paths)
        wanted = {"paths": ready.paths, "moves": ready.moves, "box": arguments.get("box")}
        self._announce(channel, self._source(channel, ready))
        try:
            result = await self._hosting.do(channel, "drag", wanted)
        finally:
            self._announce(channel, None)
        if result == "copied" and (missing := await LOCAL_COPIES.run(vanished, ready.paths)):
            raise HostError(_("{problem} Look whether it arrived.", problem=gone(missing)))
        if result == "late":
            self._ready[str(token)] = ready
            self._late = {k: late for k, late in self._late.items() if late[0] in self._ready}
            self._late[ready.key] = str(token), time.monotonic()
        return str(result)

    def _announce(self, channel: Channel, source: DragSource | None) -> None:
        """Tell the pages of the session what is dragged."""
        for each in self._pages.channels(channel.session_id):
            each.send({"window": {"drag": source}})

    def _source(self, channel: Channel, ready: _Ready) -> DragSource | None:
        asked = json.loads(ready.key[1])
        number, detail = asked["component"], asked["detail"]
        if number is None:  # a link
            return None
        return {"page": channel.live.token, "c": number, "detail": detail}

    async def copy(self, channel: Channel, files: Any) -> None:
        """Put files on the clipboard, for other programs to paste.

        Raises:
            FileError: one is gone, or cannot be read.
            HostError: the page is in a browser.
        """
        if not self._hosting.drags(channel.session_id):
            raise HostError(_("A browser cannot copy files for other programs. Save them instead."))
        folder = self._folders.find(channel.session_id)
        found = await PROGRAM_FILES.run(named, files, folder)
        ready = await LOCAL_COPIES.run(self._requests.names.ready, found)
        await self._hosting.do(channel, "copy_files", {"paths": ready.paths})

    def _component(self, live: LivePage, number: Any) -> Component | None:
        component = live.snapshot.get(number) if isinstance(number, int) else None
        return component if component is not None and component.drag_files is not None else None

    async def _files(
        self, channel: Channel, component: Component | None, arguments: dict[str, Any]
    ) -> list[Named]:
        if component is not None:
            enter_context(channel, channel.session_id)
            detail = arguments.get("detail")
            return await self._of_component(channel.live, channel.session_id, component, detail)
        address, name = arguments.get("address"), arguments.get("name")
        if not isinstance(address, str) or not address.startswith("/"):
            raise HostError(_(GONE))
        wanted = name if isinstance(name, str) else ""
        return [await self._requests.file(channel.session_id, address, wanted)]

    async def _of_component(
        self, live: LivePage, session_id: str, component: Component, detail: Any
    ) -> list[Named]:
        files = await self._given(live, session_id, component, detail)
        folder = self._folders.find(session_id)
        return await PROGRAM_FILES.run(named, files, folder)

    async def _given(
        self,
        live: LivePage,
        session_id: str,
        component: Component,
        detail: Any,
        nothing: str = NOTHING,
    ) -> Any:
        """The files of a component, as the program names them when they are dragged."""
        files: Any = component.drag_files
        if callable(files):
            msg = Msg(detail=detail)
            add_origin(msg, live, session_id, component, "drag_files")
            add_component(msg, component)
            files = await self._calls.ask(live, component, msg, "drag_files", files)
        if files is None or files == []:
            raise HostError(_(nothing))
        return files

    # Within the program.

    async def dragged(self, channel: Channel, source: Any) -> list[Any]:
        """What is dragged onto a page, perhaps from another page of its session.

        Args:
            source: {page, c, detail}: the page's token, the component that is dragged, and what its
                `drag_files` is asked.

        Raises:
            HostError: it is gone; the text is for the user.
        """
        source = source if isinstance(source, AttributeDict) else AttributeDict()
        live = self._pages.find(source.page, channel.session_id)
        component = self._component(live, source.c) if live is not None else None
        if live is None or component is None:
            raise HostError(_(GONE))
        session_id, detail = channel.session_id, source.detail
        files = files_in(await self._given(live, session_id, component, detail, VANISHED))
        try:
            check_count(files)
        except FileError as error:
            raise HostError(str(error)) from error
        return files

    # For browsers, which save what is dragged from an address.

    def routes(self) -> list[BaseRoute]:
        """The route of the files of components, for the browsers of their pages."""
        return [Route(f"{DRAGGED}{{page}}/{{component:int}}", self._download)]

    async def _download(self, request: Request) -> Response:
        session_id = request.state.session_id
        live = self._pages.find(request.path_params["page"], session_id)
        component = self._component(live, request.path_params["component"]) if live else None
        if live is None or component is None:
            raise HTTPException(404, _(GONE))
        try:
            detail = json.loads(request.query_params.get("detail", "null"))
            enter_context(live.subscribers.of_session(session_id), session_id)
            files = await self._of_component(live, session_id, component, detail)
            pairs = await PROGRAM_FILES.run(expanded, files)
        except (FileError, HostError, ValueError) as error:
            raise HTTPException(404, str(error)) from error
        if "zip" in request.query_params:
            return ZipDownload(Zip(pairs), "Files.zip")
        if len(pairs) != 1:
            raise HTTPException(404, _(GONE))
        [(name, path)] = pairs
        path = await PROGRAM_FILES.run(Path.resolve, path)  # a program may name a symlink
        return user_file(path, name=name, download=True)
