"""``/static``: the session's own files, then the program's."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

from starlette.convertors import PathConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ..downloads.responses import FileDownload
from ..downloads.user_files import user_file
from ..files.addresses import quoted, unquoted
from ..files.session_folder import SessionFolder
from ..media.types import guess_type
from ..words import well_formed
from .access.sessions import is_session_id
from .settings import Settings

PREFIX = "/static/"
THUMBNAILS = "/_satchel/thumbnail/"

# Never shown, whatever folder they lie in: a program's source, and what it compiles to.
SOURCE_SUFFIXES = frozenset({".py", ".pyc", ".pyo", ".pyw"})

# Beside a program lie databases, keys and settings, too. So only what pages are made of is shown;
# in a folder of this name all but source and hidden files.
MADE_TO_BE_SHOWN = "static"
SHOWN_KINDS = frozenset({"image", "audio", "video", "font"})
SHOWN_SUFFIXES = frozenset(
    {".css", ".htm", ".html", ".js", ".map", ".mjs", ".pdf", ".txt", ".vtt", ".wasm"}
    | {".eot", ".otf", ".ttf", ".webmanifest", ".woff", ".woff2"}
)

# Such a name stands in an address as it is.
_PLAIN = re.compile(r"[\w.~/-]*", re.ASCII)

logger = logging.getLogger(__name__)

# A colon names a drive or a stream on Windows.
_NEVER = set("\0:") if os.name == "nt" else set("\0")


class _AnyPath(PathConvertor):
    """Starlette's ``path`` ends at a newline, which a name may have: ``{path:any}``."""

    regex = r"[\s\S]*"


register_url_convertor("any", _AnyPath())


class Static:
    """Serves files of one application's folders."""

    _has_reported = False  # that files are withheld

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folders = [folder.resolve() for folder in settings.static]
        self._sessions = settings.sessions.resolve()
        private = [*settings.private, settings.uploads, settings.cache]
        self._private = [folder.resolve() for folder in private]
        if self._sessions not in self._folders:
            self._private.append(self._sessions)

    def endpoint(self, request: Request) -> Response:
        """Answer one GET. Runs on a worker thread: it looks at the disk."""
        path = named_path(request, PREFIX)
        first, _, rest = path.partition("/")
        download = "download" in request.query_params
        try:
            if is_session_id(first):
                return self._session_file(request, first, rest, download)
            return FileDownload(self._program_file(path), inline=not download)
        except FileNotFoundError:
            raise HTTPException(404, f"There is no file {well_formed(path)}.") from None

    def _session_file(self, request: Request, owner: str, name: str, download: bool) -> Response:
        if owner != request.state.session_id:
            raise FileNotFoundError(name)
        folder = SessionFolder(self._settings.sessions / owner)
        return user_file(folder.path(name), download=download, below=folder.folder)

    def _program_file(self, path: str) -> Path:
        parts = path.replace("\\", "/").split("/")
        if "" in parts or set(path) & _NEVER:
            raise FileNotFoundError(path)
        for folder in self._folders:
            try:
                found = folder.joinpath(*parts).resolve()
                if self._may_show(folder, found) and found.is_file():
                    if is_made_to_be_shown(found.relative_to(folder)):
                        return found
                    self._tell_withheld(found)
            except (OSError, RuntimeError):  # too long a name, a loop of links
                continue
        raise FileNotFoundError(path)

    def _may_show(self, folder: Path, found: Path) -> bool:
        """Whether a path lies in a shown folder, is no source and in no private place."""
        if not found.is_relative_to(folder) or found.suffix.lower() in SOURCE_SUFFIXES:
            return False
        if any(part.startswith(".") for part in found.relative_to(folder).parts):
            return False
        if any(found.is_relative_to(private) for private in self._private):
            return False
        return not self._is_of_a_session(found)

    def _tell_withheld(self, found: Path) -> None:
        if self._has_reported:
            return
        self._has_reported = True
        logger.warning(
            "%s is not shown by /static, and neither are other files beside the program that are "
            "no pictures, sounds, films, fonts, styles, scripts, pages, PDFs or plain texts. "
            "Put what browsers may have into a folder named %r.",
            ascii(str(found)),
            MADE_TO_BE_SHOWN,
        )

    def _is_of_a_session(self, found: Path) -> bool:
        """Some file systems find a folder by its name in other letters, too."""
        if not found.is_relative_to(self._sessions):
            return False
        return is_session_id(found.relative_to(self._sessions).parts[0].lower())

    def link(self, address: str) -> str:
        """Quote an address by hand that names a file of a session letter for letter.

        ``/static/<session id>/a #1.png`` becomes ``/static/<session id>/a%20%231.png``. The
        address of a thumbnail names no session: browsers quote what else is in it.
        """
        if address.startswith(THUMBNAILS):
            return address.replace("#", "%23")  # a picture has no fragments
        if not address.startswith(PREFIX):
            return address
        owner, _, name = address.removeprefix(PREFIX).partition("/")
        if not is_session_id(owner) or _PLAIN.fullmatch(name):
            return address
        try:
            SessionFolder(self._settings.sessions / owner).path(name)
        except FileNotFoundError:
            return address
        return f"{PREFIX}{owner}/{quoted(name)}"


def named_path(request: Request, prefix: str) -> str:
    """The path behind a prefix of the address, byte for byte: names on disks need not be UTF-8."""
    path = unquoted(request.scope.get("raw_path") or b"")
    if path.startswith(prefix):
        return path.removeprefix(prefix)
    return str(next(iter(request.path_params.values())))


def is_made_to_be_shown(path: Path) -> bool:
    """Whether a file is of a kind that pages show, or lies in a folder of which all is shown."""
    is_of_a_kind = guess_type(path.name).partition("/")[0] in SHOWN_KINDS
    return (
        MADE_TO_BE_SHOWN in path.parts[:-1] or is_of_a_kind or path.suffix.lower() in SHOWN_SUFFIXES
    )
