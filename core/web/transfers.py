"""Transfers: complete uploads -> the files that handlers get, and what becomes of them."""

from collections.abc import Callable, Sequence

from ..elements.component import Component
from ..executors import AFTER_HANDLERS, DATA_FOLDER
from ..files.errors import UnsafeName
from ..files.names import legal_name
from ..files.placement import Placement
from ..files.received_file import File
from ..uploads.engine import Uploads
from ..words import well_formed
from .upload_targets import rules_of


class Transfers:
    """Implements `core.live.form_files.Files`.

    Args:
        make_folder: makes the folder of a session, to which a handler may save.
    """

    def __init__(self, uploads: Uploads, make_folder: Callable[[str], object]) -> None:
        self._claims = uploads.claims
        self._make_folder = make_folder

    async def take(self, session_id: str, ids: Sequence[str]) -> list[File]:
        """The finished uploads of these ids, in this order."""
        return await DATA_FOLDER.obtain(self._claims.release, self._take, session_id, ids)

    def _take(self, session_id: str, ids: Sequence[str]) -> list[File]:
        self._make_folder(session_id)
        return self._claims.take(session_id, ids, Placement())

    async def release(self, files: Sequence[File]) -> None:
        """Give back files that no handler got."""
        self._claims.release(files)

    async def settle(self, files: Sequence[File]) -> None:
        """Make durable the files that a handler kept; raises FileError if the disk fails."""
        await AFTER_HANDLERS.run(self._claims.settle, files)

    async def discard(self, files: Sequence[File]) -> None:
        """Remove the files that no handler kept."""
        await AFTER_HANDLERS.run(self._claims.discard, files)

    def announced_name(self, name: str) -> str:
        """The name under which a chosen file would arrive."""
        try:
            return legal_name(well_formed(name))
        except UnsafeName:
            return "_"

    async def sort_out(self, control: Component, files: Sequence[File]) -> list[File]:
        """The files that a file input accepts; the `error` of the others is set."""
        return await DATA_FOLDER.run(rules_of(control).sort_out, files)
