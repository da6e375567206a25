"""``/static``: the session's own files, then the program's."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from ..files.downloads import FileDownload, user_file
from ..files.folders import SessionFolder
from .sessions import is_session_id
from .settings import Settings

PREFIX = "/static/"

# Never shown, whatever folder they lie in: a program's source, and what it compiles to.
SOURCE_SUFFIXES = frozenset({".py", ".pyc", ".pyo", ".pyw"})


class Static:
    """Serves files of one application's folders."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._private = [folder.resolve() for folder in settings.private]

    def endpoint(self, request: Request) -> Response:
        """Answer one GET. Runs on a worker thread: it looks at the disk."""
        path = request.path_params["path"]
        first, _, rest = path.partition("/")
        download = "download" in request.query_params
        try:
            if is_session_id(first):
                return self._session_file(request, first, rest, download)
            return FileDownload(self._program_file(path), inline=not download)
        except FileNotFoundError:
            return PlainTextResponse(f"There is no file {path}.", status_code=404)

    def _session_file(self, request: Request, owner: str, name: str, download: bool) -> Response:
        if owner != request.state.session_id:
            raise FileNotFoundError(name)
        return user_file(
            SessionFolder(self._settings.sessions / owner).path(name), download=download
        )

    def _program_file(self, path: str) -> Path:
        parts = path.replace("\\", "/").split("/")
        if any(part.startswith(".") or part in ("", "..") or "\0" in part for part in parts):
            raise FileNotFoundError(path)
        for folder in self._settings.static:
            found = (folder / Path(*parts)).resolve()
            if found.is_file() and self._may_show(folder.resolve(), found):
                return found
        raise FileNotFoundError(path)

    def _may_show(self, folder: Path, found: Path) -> bool:
        """Whether a file lies in a shown folder, is no source and in no private place."""
        if not found.is_relative_to(folder) or found.suffix.lower() in SOURCE_SUFFIXES:
            return False
        return not any(found.is_relative_to(private) for private in self._private)

    def link(self, address: str) -> str:
        """Quote an address by hand that names a file of a session letter for letter.

        ``/static/<session id>/a #1.png`` becomes ``/static/<session id>/a%20%231.png``.
        """
        if not address.startswith(PREFIX):
            return address
        owner, _, name = address.removeprefix(PREFIX).partition("/")
        if not is_session_id(owner) or quote(name) == name:
            return address
        try:
            SessionFolder(self._settings.sessions / owner).path(name)
        except FileNotFoundError:
            return address
        return PREFIX + quote(f"{owner}/{name}")
