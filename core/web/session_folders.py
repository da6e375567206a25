"""The folders of an application's sessions."""

from __future__ import annotations

from ..executors import DATA_FOLDER
from ..files import name_index
from ..files.session_folder import SessionFolder
from ..live.pages import Pages
from .settings import Settings


class SessionFolders:
    """Finds and makes the folders of sessions.

    Args:
        settings: say where they are: the session's own, and its named ones.
        pages: knows which sessions have a browser.
    """

    def __init__(self, settings: Settings, pages: Pages) -> None:
        self._root = settings.sessions
        self._named = settings.shelves
        self._pages = pages
        name_index.keep_in(settings.notes / "names", self._root, self._named)

    def find(self, session_id: str) -> SessionFolder:
        """The files of a session, whose folder may not exist yet."""
        return SessionFolder(self._root / session_id)

    def make(self, session_id: str) -> SessionFolder:
        """The files of a session; makes its folder if need be. Blocks."""
        return self.find(session_id).made()

    def size(self, session_id: str) -> int:
        """The size of all files that a session keeps, in bytes. Blocks."""
        return self.find(session_id).size() + SessionFolder(self._named / session_id).size()

    async def prepare(self, session_id: str) -> None:
        """Make the folder of a session before its handlers run, because they may use its path."""
        if not self._pages.channels(session_id):  # else it was made for the first of them
            await DATA_FOLDER.run(self.make, session_id)
