"""Routes to files: of sessions and of the program, thumbnails, offers, and the client."""

from __future__ import annotations

import importlib.resources

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from ..downloads.offers import Offers
from ..downloads.responses import FileDownload
from ..elements.client_module import ADDRESS as MODULES
from ..executors import DOWNLOADS
from ..media.types import icon_of
from ..thumbnails.cache import Thumbnails
from ..words import well_formed
from .session_folders import SessionFolders
from .static import THUMBNAILS, Static, named_path

# Addresses below /_satchel, and the folders of `assets` behind them.
ASSETS = {"client": "bundle", "vendor": "vendor", "icons": "icons"}

DOWNLOAD = "/_satchel/download/"


class FileRoutes:
    """The routes of one application to files."""

    def __init__(
        self, static: Static, thumbnails: Thumbnails, offers: Offers, folders: SessionFolders
    ) -> None:
        self._static = static
        self._thumbnails = thumbnails
        self._offers = offers
        self._folders = folders

    def routes(self) -> list[BaseRoute]:
        """The routes, all for GET."""
        assets = importlib.resources.files("assets")
        return [
            Route(f"{THUMBNAILS}{{path:any}}", self._thumbnail),
            Route(f"{DOWNLOAD}{{token}}", self._download),
            *(
                Mount(f"/_satchel/{name}", StaticFiles(directory=str(assets / folder)))
                for name, folder in ASSETS.items()
            ),
            Route("/static/{path:any}", self._static.endpoint),
            Route(f"{MODULES}{{name}}/{{path:any}}", self._static.module_file),
        ]

    async def _download(self, request: Request) -> Response:
        """A download that a handler offered to this session."""
        token = request.path_params["token"]
        response = self._offers.response(request.state.session_id, token)
        if response is None:
            raise HTTPException(404, "This download has expired. Ask for it again in the page.")
        return response

    async def _thumbnail(self, request: Request) -> Response:
        """A thumbnail of one of the session's files, or an icon for its type."""
        folder = self._folders.find(request.state.session_id)
        name = named_path(request, THUMBNAILS)
        try:
            path = await DOWNLOADS.run(folder.path, name)
        except FileNotFoundError:
            raise HTTPException(404, f"There is no file {well_formed(name)}.") from None
        picture = await self._thumbnails.get(path)
        if picture is None:
            return RedirectResponse(f"/_satchel/icons/{icon_of(name)}.svg", 307)
        return FileDownload(picture, inline=True)
