"""The system's dialogs. All block: call them from a thread that may wait for a person."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import platformdirs

from core.media.sniffing import suffixes
from desktop.errors import WindowTimeout
from desktop.system import state_files

SAVE, OPEN, FOLDER = "Save file", "Open files", "Choose a folder"  # titles
ALL_FILES = "All files (*)"


class Parent(Protocol):
    """The window that a dialog belongs to.

    Attributes:
        native: pywebview's window.
        qt_thread: where dialogs are made on Qt; None elsewhere.
        one_dialog: held while one is open: pywebview mixes up the answers of two.
    """

    native: Any
    qt_thread: Any
    one_dialog: threading.Lock

    @property
    def title(self) -> str:
        """The program's."""


class Dialogs:
    """Files, folders and questions."""

    def __init__(self, last_folder: Path) -> None:
        self.last_folder = last_folder  # the file that remembers where was saved last

    def save_as(self, window: Parent, name: str, timeout: float | None = None) -> Path | None:
        """Ask where to save a file; None where the person changed their mind."""
        with window.one_dialog:
            found = self.ask_place(window, name, timeout)
        return self.remembered(found[0]) if found else None

    def choose_folder(self, window: Parent, timeout: float | None = None) -> Path | None:
        """Ask for a folder; None where the person changed their mind."""
        with window.one_dialog:
            found = self.ask_folder(window, timeout)
        if not found:
            return None
        folder = absolute(found[0])
        state_files.remember(self.last_folder, str(folder))
        return folder

    def open_files(
        self, window: Parent, types: str = "", multiple: bool = True, timeout: float | None = None
    ) -> list[Path]:
        """Ask which files to open; none where the person changed their mind.

        Args:
            types: as in a file input's `accept`: "image/*,.pdf".
        """
        with window.one_dialog:
            found = self.ask_files(window, filters(types), multiple, timeout)
        return [absolute(path) for path in found]

    def tell(self, window: Parent, message: str) -> None:
        """Show a message that belongs to no page."""
        self.ask(window, message, ["OK"])

    def ask(
        self, window: Parent, text: str, answers: Sequence[str], timeout: float | None = None
    ) -> int:
        """Ask something. The first answer is the default, the last is for who just closes it.

        Where the system knows no dialog with such answers, OK is the first, Cancel the last one.
        """
        with window.one_dialog:
            if window.qt_thread is None:
                agreed = window.native.create_confirmation_dialog(window.title, text)
                return 0 if agreed else len(answers) - 1
            from desktop.windows.qt import dialogs

            view = window.native.native
            asked = dialogs.ask(window.qt_thread, view, window.title, text, answers)
            return int(waited(asked, timeout))

    def ask_place(self, window: Parent, name: str, timeout: float | None) -> list[str]:
        folder = self.folder()
        if window.qt_thread is None:
            import webview

            kind = webview.FileDialog.SAVE
            return listed(
                window.native.create_file_dialog(kind, directory=str(folder), save_filename=name)
            )
        from desktop.windows.qt import dialogs

        place = str(folder / name)
        asked = dialogs.save_file(window.qt_thread, window.native.native, SAVE, place)
        return list(waited(asked, timeout))

    def ask_folder(self, window: Parent, timeout: float | None) -> list[str]:
        folder = str(self.folder())
        if window.qt_thread is None:
            import webview

            kind = webview.FileDialog.FOLDER
            return listed(window.native.create_file_dialog(kind, directory=folder))
        from desktop.windows.qt import dialogs

        asked = dialogs.choose_folder(window.qt_thread, window.native.native, FOLDER, folder)
        return list(waited(asked, timeout))

    def ask_files(
        self, window: Parent, names: list[str], multiple: bool, timeout: float | None
    ) -> list[str]:
        if window.qt_thread is None:
            import webview

            found = window.native.create_file_dialog(
                webview.FileDialog.OPEN,
                allow_multiple=multiple,
                file_types=[name.replace(" *", ";*") for name in names],
            )
            return listed(found)
        from desktop.windows.qt import dialogs

        view, home = window.native.native, str(Path.home())
        asked = dialogs.open_files(window.qt_thread, view, OPEN, home, names, multiple)
        return list(waited(asked, timeout))

    def remembered(self, chosen: str) -> Path:
        path = absolute(chosen)
        state_files.remember(self.last_folder, str(path.parent))
        return path

    def folder(self) -> Path:
        """Where the last file was saved, else the user's downloads, else the home folder."""
        last = state_files.recall(self.last_folder)
        for folder in (Path(last) if last else None, platformdirs.user_downloads_path()):
            if folder is not None and folder.is_dir():
                return folder
        return Path.home()


def waited(asked: Any, timeout: float | None) -> Any:
    try:
        return asked.answer(timeout)
    except TimeoutError:
        raise WindowTimeout(f"Nobody answered the dialog in {timeout:g} seconds.") from None


def listed(found: Any) -> list[str]:
    """What pywebview answers: nothing, a text, or several."""
    return [found] if isinstance(found, str) else list(found or [])


def absolute(path: str) -> Path:
    return Path(path).absolute()


def filters(types: str) -> list[str]:
    """The kinds of files that a dialog offers: "Files (*.jpg *.png)"."""
    wanted = " ".join(f"*{suffix}" for suffix in suffixes(types))
    return [f"Files ({wanted})", ALL_FILES] if wanted else [ALL_FILES]
