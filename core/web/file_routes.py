"""Routes to files: of sessions and of the program, thumbnails, offers, and the client."""

from __future__ import annotations

import importlib.resources
from functools import partial
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from ..downloads.component_files import ADDRESS as COMPONENT_FILES
from ..downloads.component_files import component_files
from ..downloads.offers import Offers
from ..elements.client_module import ADDRESS as MODULES
from ..executors import DOWNLOADS
from ..files.entries import ENTRIES
from ..language import client
from ..language.texts import _
from ..words import well_formed
from .file_responses import FileResponses, UserFile
from .session_folders import SessionFolders
from .static import THUMBNAILS, Static, named_path

# Addresses below /_satchel, and the folders of `assets` behind them. What first pages load is not
# served by Starlette's StaticFiles: its first file loads twenty modules of anyio.
ASSETS = {"client": "bundle", "icons": "icons"}
VENDOR = "/_satchel/vendor"

DOWNLOAD = "/_satchel/download/"


class FileRoutes:
    """The routes of one application to files."""

    def __init__(
        self, static: Static, responses: FileResponses, offers: Offers, folders: SessionFolders
    ) -> None:
        self._static = static
        self._responses = responses
        self._offers = offers
        self._folders = folders

    def routes(self) -> list[BaseRoute]:
        """The routes, all for GET."""
        assets = importlib.resources.files("assets")
        return [
            Route(f"{THUMBNAILS}{{path:any}}", self._thumbnail),
            Route(f"{DOWNLOAD}{{token}}", self._download),
            Route(f"{ENTRIES}{{path:any}}", self._entry),
            Route(f"{COMPONENT_FILES}{{token}}/{{name:any}}", self._component_file),
            *(
                Route(f"/_satchel/{name}/{{path:any}}", partial(self._static.asset, folder))
                for name, folder in ASSETS.items()
            ),
            Mount(VENDOR, StaticFiles(directory=str(assets / "vendor"))),
            Route(f"{client.ADDRESS}{{name}}", self._language),
            Route("/static/{path:any}", self._static_file),
            Route(f"{MODULES}{{name}}/{{path:any}}", self._static.module_file),
        ]

    async def _static_file(self, request: Request) -> Response:
        """One of the session's files, or of the program's own."""
        found = await DOWNLOADS.run(self._static.find, request)
        if isinstance(found, Path):
            return await self._responses.of_program(request, found)
        return await self._responses.of(request, found)

    async def _language(self, request: Request) -> Response:
        """The texts of our own scripts. What a document says last wins over an older address."""
        is_current = request.url.path == client.script_address()
        age = "max-age=31536000, immutable" if is_current else "no-store"
        headers = {"Cache-Control": age}
        return Response(client.script(), headers=headers, media_type="text/javascript")

    async def _download(self, request: Request) -> Response:
        """A download that a handler offered to this session."""
        token = request.path_params["token"]
        response = self._offers.response(request.state.session_id, token)
        if response is None:
            raise HTTPException(404, _("This download has expired. Ask for it again in the page."))
        return response

    async def _thumbnail(self, request: Request) -> Response:
        """A thumbnail of one of the session's files, or an icon for its type."""
        return await self._responses.thumbnail(await self._file_of_session(request, THUMBNAILS))

    async def _entry(self, request: Request) -> Response:
        """One of the session's files."""
        return await self._responses.of(request, await self._file_of_session(request, ENTRIES))

    async def _component_file(self, request: Request) -> Response:
        """A file that a component shows to this session."""
        token, session_id = request.path_params["token"], request.state.session_id
        found = component_files.find(token, session_id)
        if found is None:
            raise HTTPException(404, _("This file is no longer shown. Reload the page."))
        content = found.content
        if isinstance(content, Path):  # a program may name a symlink, unlike a user
            content = await DOWNLOADS.run(Path.resolve, content)
        return await self._responses.of(request, UserFile(content, found.name))

    async def _file_of_session(self, request: Request, prefix: str) -> UserFile:
        """The file in the session's folder that an address names after a prefix."""
        folder = self._folders.find(request.state.session_id)
        name = named_path(request, prefix)
        try:
            path = await DOWNLOADS.run(folder.path, name)
        except FileNotFoundError:
            raise HTTPException(
                404, _("There is no file {name}.", name=well_formed(name))
            ) from None
        return UserFile(path, path.name, folder.folder)
