"""Responses with users' files: as they are, to save, or small pictures of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..downloads.responses import FileDownload
from ..downloads.user_files import user_file
from ..media.types import icon_of
from ..thumbnails.cache import Thumbnails


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
    a small picture of it, or the icon of its type.
    """

    def __init__(self, thumbnails: Thumbnails) -> None:
        self._thumbnails = thumbnails

    async def of(self, request: Request, file: UserFile) -> Response:
        """The response to a request."""
        if "thumbnail" in request.query_params:
            return await self.thumbnail(file)
        download = "download" in request.query_params
        return user_file(file.content, name=file.name, download=download, below=file.below)

    async def thumbnail(self, file: UserFile) -> Response:
        """A small picture of a file, or the icon of its type."""
        if isinstance(file.content, Path):
            picture = await self._thumbnails.get(file.content)
            if picture is not None:
                return FileDownload(picture, inline=True)
        return RedirectResponse(f"/_satchel/icons/{icon_of(file.name)}.svg", 307)
