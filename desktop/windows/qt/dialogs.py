"""The system's dialogs on Qt, each with its own answer.

pywebview's are not used: two open ones mix up their answers, none can be closed by the program, and
a question has two answers only.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from desktop.windows.native_window import FileDialog
from desktop.windows.qt.event_thread import EventThread

FILE_MODES = {  # by kind, and whether several may be chosen
    ("SAVE", False): QFileDialog.FileMode.AnyFile,
    ("FOLDER", False): QFileDialog.FileMode.Directory,
    ("OPEN", False): QFileDialog.FileMode.ExistingFile,
    ("OPEN", True): QFileDialog.FileMode.ExistingFiles,
}


class OpenDialog:
    """An open dialog and its answer.

    Args:
        thread: Qt's.
        make: makes the dialog, on that thread.
        read: returns the answer of a dialog that was closed.
        nothing: the answer if the window closes.
    """

    def __init__(
        self,
        thread: EventThread,
        make: Callable[[], Any],
        read: Callable[[Any, int], Any],
        nothing: Any,
    ) -> None:
        self.thread = thread
        self.make, self.read, self.nothing = make, read, nothing
        self.dialog: QDialog | None = None
        self.future: Future[Any] = Future()
        thread.wanted.emit(self.open)

    def open(self) -> None:
        try:
            dialog = self.dialog = self.make()
        except RuntimeError:  # the window has closed meanwhile
            self.settle(self.nothing)
            return
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda code: self.settle(self.read(dialog, code)))
        dialog.destroyed.connect(lambda: self.settle(self.nothing))
        dialog.open()

    def settle(self, answer: Any) -> None:
        self.dialog = None
        if not self.future.done():
            self.future.set_result(answer)

    def answer(self, timeout: float | None) -> Any:
        """Wait for the answer; not on Qt's thread.

        Raises:
            TimeoutError: nobody answered, and the dialog is closed.
        """
        try:
            return self.future.result(timeout)
        except TimeoutError:
            self.thread.wanted.emit(self.withdraw)
            raise

    def withdraw(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()


def choose(thread: EventThread, parent: Any, wanted: FileDialog) -> OpenDialog:
    """Asks for files or a folder; the answer is a list of paths, empty if the person cancels."""

    def make() -> QFileDialog:
        folder = wanted.folder or Path.home()
        dialog = QFileDialog(parent, wanted.title, str(folder))
        dialog.setFileMode(FILE_MODES[wanted.kind, wanted.multiple])
        if wanted.kind == "SAVE":
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(str(folder / wanted.name))
        elif wanted.kind == "FOLDER":
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setNameFilters(list(wanted.filters))
        return dialog

    def read(dialog: QFileDialog, code: int) -> list[str]:
        return dialog.selectedFiles() if code else []

    return OpenDialog(thread, make, read, [])


def ask(
    thread: EventThread, parent: Any, title: str, text: str, answers: Sequence[str]
) -> OpenDialog:
    """Asks a question; the result is the number of the answer.

    The Enter key gives the first answer, closing the dialog the last one.
    """
    role = QMessageBox.ButtonRole

    def make() -> QMessageBox:
        box = QMessageBox(parent)
        box.setWindowTitle(title)
        box.setText(text)
        buttons = [box.addButton(answer, role.ActionRole) for answer in answers]
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[-1])
        return box

    def read(box: QMessageBox, _code: int) -> int:
        clicked = box.clickedButton()  # none if the question was withdrawn
        texts = [button.text() for button in box.buttons()]
        return texts.index(clicked.text()) if clicked else len(answers) - 1

    return OpenDialog(thread, make, read, len(answers) - 1)
