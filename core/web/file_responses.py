"""Responses with users' files: as they are, to save, or small pictures of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from ..downloads.responses import FileDownload
from ..downloads.user_files import is_shown, user_file
from ..media.types import icon_of
from ..previews.kinds import has_preview
from ..previews.previews import Previews
from ..previews.reasons import words
from ..thumbnails.cache import LARGE, SIZE, NotDrawn, Thumbnails
from .viewer import FRAME_HEADERS, VIEW, is_for_frame, varying, viewer


class UserFile(NamedTuple):
    """A file, or bytes, that an address leads to.

    Attributes:
        below: a folder from which no step to the file may be a symlink.
    """

    content: Path | bytes
    name: str
    below: Path | None = None


class FileResponses:
    """Answers requests for users' files, by what follows the question mark of their addresses.

    Nothing: the file, shown if its type is harmless. ``download``: the file, saved. ``thumbnail``:
    a small picture of it, or the icon of its type. ``picture``: a large one. ``preview``: what the
    page needs to know to show it. ``view``: a page that shows it, which frames get in any case.
    """

    def __init__(self, thumbnails: Thumbnails, previews: Previews) -> None:
        self._thumbnails = thumbnails
        self._previews = previews

    async def of(self, request: Request, file: UserFile) -> Response:
        """The response to a request."""
        wanted = request.query_params
        if "thumbnail" in wanted:
            return await self.thumbnail(file)
        if "picture" in wanted:
            return await self._large(file)
        if "preview" in wanted:
            part = wanted["preview"]
            number = int(part) if part.isdecimal() and len(part) < 4 else 0
            found = await self._previews.describe(file.content, file.name, number)
            return JSONResponse(found)
        return varying(self._shown_or_saved(request, file))

    async def of_program(self, request: Request, path: Path) -> Response:
        """The response with a file that came with the program, and can do what pages can do."""
        if "preview" in request.query_params:
            return await self.of(request, UserFile(path, path.name))
        framed, download = is_for_frame(request), "download" in request.query_params
        is_viewed = framed or VIEW in request.query_params
        if is_viewed and not download and path.suffix.lower() == ".pdf":
            return varying(viewer(request, path.name))  # not every browser shows a PDF
        headers = FRAME_HEADERS if framed else None
        return varying(FileDownload(path, inline=not download, headers=headers))

    async def thumbnail(self, file: UserFile) -> Response:
        """A small picture of a file, or the icon of its type."""
        try:
            return await self._picture(file, SIZE)
        except NotDrawn:
            return RedirectResponse(f"/_satchel/icons/{icon_of(file.name)}.svg", 307)

    def _shown_or_saved(self, request: Request, file: UserFile) -> Response:
        download = "download" in request.query_params
        if is_for_frame(request) and not download:
            return viewer(request, file.name)
        if VIEW in request.query_params and not is_shown(file.name) and has_preview(file.name):
            return viewer(request, file.name)
        return user_file(file.content, name=file.name, download=download, below=file.below)

    async def _large(self, file: UserFile) -> Response:
        """A large picture of a file, or the reason that there is none."""
        try:
            return await self._picture(file, LARGE)
        except NotDrawn as reason:
            return PlainTextResponse(words(str(reason)), 415)

    async def _picture(self, file: UserFile, size: int) -> Response:
        if isinstance(file.content, Path):
            return FileDownload(await self._thumbnails.picture(file.content, size), inline=True)
        return Response(await self._previews.draw(file.content, size), media_type="image/webp")
