"""The system's dialogs. All block: call them from a thread that may wait for a person."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import platformdirs

from core.language.texts import N_, _
from core.media.accept import suffixes
from desktop.errors import WindowTimeout
from desktop.system import state_files
from desktop.windows.native_window import FileDialog, NativeWindow

ALL_FILES = N_("All files (*)")

Answer = TypeVar("Answer")


class Parent(Protocol):
    """The window that a dialog belongs to."""

    native: NativeWindow


class Dialogs:
    """Files, folders and questions. All raise `WindowTimeout` if nobody answers in time.

    Args:
        last_folder: the file that remembers the folder of the last save.

    Dialogs begin in that folder; `remember` is for saves that have succeeded.
    """

    def __init__(self, last_folder: Path) -> None:
        self.last_folder = last_folder

    def save_as(self, window: Parent, name: str, timeout: float | None = None) -> Path | None:
        """Ask where to save a file; None if the person cancels."""
        found = choose(window, FileDialog("SAVE", self.folder(), name), timeout)
        return found[0] if found else None

    def choose_folder(self, window: Parent, timeout: float | None = None) -> Path | None:
        """Ask for a folder; None if the person cancels."""
        found = choose(window, FileDialog("FOLDER", self.folder()), timeout)
        return found[0] if found else None

    def remember(self, folder: Path) -> None:
        """Begin in this folder from now on."""
        state_files.remember(self.last_folder, str(folder))

    def open_files(
        self, window: Parent, types: str = "", multiple: bool = True, timeout: float | None = None
    ) -> list[Path]:
        """Ask which files to open; an empty list if the person cancels.

        Args:
            types: as in a file input's `accept`: "image/*,.pdf".
        """
        dialog = FileDialog("OPEN", filters=filters(types), multiple=multiple)
        return choose(window, dialog, timeout)

    def ask(
        self, window: Parent, text: str, answers: Sequence[str], timeout: float | None = None
    ) -> int:
        """Ask a question; the number of the answer.

        The first answer is the default; closing the dialog gives the last one.
        """
        native = window.native
        return opened(native, timeout, lambda: native.ask(text, answers, timeout))

    def folder(self) -> Path:
        """The folder of the last save, else the user's downloads, else the home folder."""
        last = state_files.recall(self.last_folder)
        for folder in (Path(last) if last else None, platformdirs.user_downloads_path()):
            if folder is not None and folder.is_dir():
                return folder
        return Path.home()


def choose(window: Parent, dialog: FileDialog, timeout: float | None) -> list[Path]:
    native = window.native
    found = opened(native, timeout, lambda: native.choose(dialog, timeout))
    return [Path(path).absolute() for path in found]


def opened(native: NativeWindow, timeout: float | None, ask: Callable[[], Answer]) -> Answer:
    """Open one dialog at a time in each window."""
    with native.one_dialog:
        try:
            return ask()
        except TimeoutError:
            raise WindowTimeout(f"Nobody answered the dialog in {timeout:g} seconds.") from None


def filters(types: str) -> list[str]:
    """The filters that a dialog offers: "Files (*.jpg *.png)"."""
    wanted = " ".join(f"*{suffix}" for suffix in suffixes(types))
    every = _(ALL_FILES)
    return [_("Files ({endings})", endings=wanted), every] if wanted else [every]
