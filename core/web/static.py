"""``/static``: files of the session, then of the program. Also what scripts of modules need."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from starlette.convertors import PathConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ..downloads.component_files import ADDRESS as COMPONENT_FILES
from ..downloads.responses import FileDownload
from ..elements.client_module import script_folder
from ..elements.id_references import InNewWindow
from ..executors import DOWNLOADS
from ..files.addresses import quoted, unquoted
from ..files.entries import ENTRIES, names_another
from ..files.session_folder import SessionFolder
from ..language.texts import _
from ..media.types import guess_type
from ..words import well_formed
from .access.sessions import is_session_id
from .file_responses import UserFile
from .settings import Settings
from .viewer import VIEW

PREFIX = "/static/"
THUMBNAILS = "/_satchel/thumbnail/"

# Never served, in any folder: source code and compiled code.
SOURCE_SUFFIXES = frozenset({".py", ".pyc", ".pyo", ".pyw"})

# Databases, keys and settings lie beside a program, so only kinds of files that pages use are
# served; from a folder of this name, everything but source code and hidden files.
PUBLIC_FOLDER = "static"
PUBLIC_KINDS = frozenset({"image", "audio", "video", "font"})
PUBLIC_SUFFIXES = frozenset(
    {".css", ".htm", ".html", ".js", ".map", ".mjs", ".pdf", ".txt", ".vtt", ".wasm"}
    | {".eot", ".otf", ".ttf", ".webmanifest", ".woff", ".woff2"}
)

# Of our own scripts, which the viewer needs in every program.
_OURS = {"assets": Path(str(files("assets"))).resolve()}

# Addresses of files that may have a viewer.
_FILES = (PREFIX, ENTRIES, COMPONENT_FILES)

# Names that need no quoting in an address.
_PLAIN = re.compile(r"[\w.~/-]*", re.ASCII)

logger = logging.getLogger(__name__)

# A colon names a drive or a stream on Windows.
_NEVER = set("\0:") if os.name == "nt" else set("\0")


class _AnyPath(PathConvertor):
    """``{path:any}``: Starlette's ``path`` ends at a newline, which a name may contain."""

    regex = r"[\s\S]*"


register_url_convertor("any", _AnyPath())


class Static:
    """Serves files from the folders of one application."""

    _has_reported = False  # that files are withheld

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folders = [folder.resolve() for folder in settings.static]
        self._sessions = settings.sessions.resolve()
        private = [*settings.private, settings.uploads, settings.cache, settings.shelves]
        self._private = [folder.resolve() for folder in private]
        if self._sessions not in self._folders:
            self._private.append(self._sessions)

    def find(self, request: Request) -> UserFile | Path:
        """The session's file that a request names, or the path of a public one. Reads the disk.

        Raises:
            HTTPException: there is none.
        """
        path = named_path(request, PREFIX)
        first, _slash, rest = path.partition("/")
        try:
            if is_session_id(first):
                return self._session_file(request, first, rest)
            return self._public_file(path, self._folders)
        except FileNotFoundError:
            raise HTTPException(
                404, _("There is no file {name}.", name=well_formed(path))
            ) from None

    def _session_file(self, request: Request, owner: str, name: str) -> UserFile:
        if owner != request.state.session_id:
            raise FileNotFoundError(name)
        folder = SessionFolder(self._settings.sessions / owner)
        path = folder.path(name)
        return UserFile(path, path.name, folder.folder)

    async def module_file(self, request: Request) -> Response:
        """Answer one GET for the script of a `Module`, or a file beside it."""
        name = request.path_params["name"]
        return await self._file_of(_OURS.get(name) or script_folder(name), request)

    async def asset(self, folder: str, request: Request) -> Response:
        """Answer one GET for a file in a folder of our assets."""
        return await self._file_of(_OURS["assets"] / folder, request)

    async def _file_of(self, folder: Path | None, request: Request) -> Response:
        path = request.path_params["path"]
        try:
            found = await DOWNLOADS.run(self._public_file, path, [folder] if folder else [])
        except FileNotFoundError:
            raise HTTPException(
                404, _("There is no file {name}.", name=well_formed(path))
            ) from None
        return FileDownload(found, inline=True)

    def _public_file(self, path: str, folders: Iterable[Path]) -> Path:
        parts = path.replace("\\", "/").split("/")
        if "" in parts or set(path) & _NEVER or any(map(names_another, parts)):
            raise FileNotFoundError(path)
        for folder in folders:
            try:
                found = folder.joinpath(*parts).resolve()
                if self._may_serve(folder, found) and found.is_file():
                    if is_public(found.relative_to(folder)):
                        return found
                    self._warn_withheld(found)
            except (OSError, RuntimeError):  # too long a name, a loop of links
                continue
        raise FileNotFoundError(path)

    def _may_serve(self, folder: Path, found: Path) -> bool:
        """Whether a path is in a served folder, and neither source code nor private."""
        if not found.is_relative_to(folder) or found.suffix.lower() in SOURCE_SUFFIXES:
            return False
        if any(part.startswith(".") for part in found.relative_to(folder).parts):
            return False
        if any(found.is_relative_to(private) for private in self._private):
            return False
        return not self._is_of_a_session(found)

    def _warn_withheld(self, found: Path) -> None:
        if self._has_reported:
            return
        self._has_reported = True
        logger.warning(
            "/static does not serve %s. Next to the program it serves only images, audio, video, "
            "fonts, styles, scripts, pages, PDFs and plain text. Put other files for browsers into "
            "a folder named %r.",
            ascii(str(found)),
            PUBLIC_FOLDER,
        )

    def _is_of_a_session(self, found: Path) -> bool:
        """Whether it is in a session folder; some file systems ignore the case of its name."""
        if not found.is_relative_to(self._sessions):
            return False
        return is_session_id(found.relative_to(self._sessions).parts[0].lower())

    def link(self, address: str) -> str:
        """Quote the name of a session's file in an address that a program wrote by hand.

        ``/static/<session id>/a #1.png`` becomes ``/static/<session id>/a%20%231.png``. Of the
        address of a thumbnail, browsers quote everything but a ``#``. An address for a window of
        its own leads to the viewer, if the file has one.
        """
        if address.startswith(THUMBNAILS):
            return address.replace("#", "%23")  # a picture has no fragments
        found = self._quoted(address) if address.startswith(PREFIX) else address
        if isinstance(address, InNewWindow) and address.startswith(_FILES):
            return _with_view(found)
        return found

    def _quoted(self, address: str) -> str:
        owner, _slash, name = address.removeprefix(PREFIX).partition("/")
        if not is_session_id(owner) or _PLAIN.fullmatch(name):
            return address
        try:
            SessionFolder(self._settings.sessions / owner).path(name)
        except FileNotFoundError:
            return address
        return f"{PREFIX}{owner}/{quoted(name)}"


def _with_view(address: str) -> str:
    """The address of a file's viewer; unchanged if it has a query."""
    path, mark, fragment = address.partition("#")
    return address if "?download" in path else f"{with_query(path, VIEW)}{mark}{fragment}"


def with_query(address: str, name: str) -> str:
    """The address with a further name in its query."""
    return f"{address}{'&' if '?' in address else '?'}{name}"


def named_path(request: Request, prefix: str) -> str:
    """The part of the path after a prefix, byte for byte, as file names need not be UTF-8."""
    path = unquoted(request.scope.get("raw_path") or b"")
    if path.startswith(prefix):
        return path.removeprefix(prefix)
    return str(next(iter(request.path_params.values())))


def is_public(path: Path) -> bool:
    """Whether a file is of a kind that pages use, or in a folder that is served as a whole."""
    is_of_a_kind = guess_type(path.name).partition("/")[0] in PUBLIC_KINDS
    return (
        PUBLIC_FOLDER in path.parts[:-1] or is_of_a_kind or path.suffix.lower() in PUBLIC_SUFFIXES
    )
