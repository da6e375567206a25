"""The system's dialogs. All block: call them from a thread that may wait for a person."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import platformdirs

from desktop import state


class Dialogs:
    """One dialog at a time: pywebview mixes up the answers of two."""

    def __init__(self, current: Callable[[], Any], last_folder: Path) -> None:
        self.current = current  # the Window that a dialog belongs to
        self.last_folder = last_folder  # the file that remembers where was saved last
        self.one = threading.Lock()

    def save_as(self, name: str) -> Path | None:
        """Ask where to save a file; None where the person changed their mind."""
        import webview

        with self.one:
            window = self.current()
            chosen = window and window.native.create_file_dialog(
                webview.FileDialog.SAVE, directory=str(self.folder()), save_filename=name
            )
        if not chosen:
            return None
        path = Path(chosen if isinstance(chosen, str) else chosen[0]).absolute()
        state.remember(self.last_folder, str(path.parent))
        return path

    def folder(self) -> Path:
        """Where the last file was saved, else the user's downloads, else the home folder."""
        last = state.recall(self.last_folder)
        for folder in (Path(last) if last else None, platformdirs.user_downloads_path()):
            if folder is not None and folder.is_dir():
                return folder
        return Path.home()

    def tell(self, title: str, message: str) -> None:
        """Show a message that belongs to no page."""
        with self.one:
            if window := self.current():
                window.native.create_confirmation_dialog(title, message)
