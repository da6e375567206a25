"""Printing on Qt: the system's dialog, for `window.print()` of a page and File > Print.

Why: without it a page's wish to be printed is heard by nobody. Written for PySide6 6.12.
"""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter


class Printing:
    """Prints the page of one window, one time after the other."""

    def __init__(self, native: Any) -> None:
        self.native = native
        self.view = native.webview
        self.dialog: QPrintDialog | None = None
        self.view.printRequested.connect(self.ask)
        self.view.printFinished.connect(lambda _ok: self.end())

    def ask(self) -> None:
        """Let the person choose a printer, or a file to print to."""
        if self.dialog is not None:
            return
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog does not keep it
        self.dialog = QPrintDialog(self.printer, self.native)
        self.dialog.accepted.connect(self.print)
        self.dialog.rejected.connect(self.end)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.show()

    def print(self) -> None:
        if self.dialog is not None:
            self.view.print(self.printer)  # which has to be there until it is finished

    def end(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
