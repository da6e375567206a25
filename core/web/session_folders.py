"""The folders of an application's sessions."""

from __future__ import annotations

from pathlib import Path

from ..executors import DATA_FOLDER
from ..files.session_folder import SessionFolder
from ..live.pages import Pages


class SessionFolders:
    """Finds and makes the folders of sessions.

    Args:
        root: contains a folder for each session, named by its id.
        named: the same for the folders that sessions have besides their own.
        pages: knows which sessions have a browser.
    """

    def __init__(self, root: Path, named: Path, pages: Pages) -> None:
        self._root = root
        self._named = named
        self._pages = pages

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
