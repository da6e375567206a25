"""Printing on Qt: the system's dialog, for `window.print()` of a page and File > Print.

Qt leaves the requests of pages to the program.
"""

from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo


class Printing:
    """Prints the page of one window."""

    def __init__(self, native: Any) -> None:
        self.native = native
        self.view = native.webview
        self.dialog: QPrintDialog | None = None
        self.at_work: list[QPrinter] = []  # kept alive until they are done
        self.view.printRequested.connect(self.ask)
        self.view.printFinished.connect(lambda _ok: self.at_work.clear())

    def ask(self) -> None:
        """Let the person choose a printer, or a file to print to."""
        if self.dialog is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrinterInfo.defaultPrinter().isNull():  # it offers a file
            printer.setOutputFileName(str(folder() / "page.pdf"))
        self.dialog = QPrintDialog(printer, self.native)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.finished.connect(lambda code: self.answered(printer, code))
        self.dialog.show()

    def answered(self, printer: QPrinter, code: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
        if code:
            self.at_work.append(printer)
            self.view.print(printer)


def folder() -> Path:
    """The folder for pages printed to files: the downloads, else the home folder."""
    downloads = platformdirs.user_downloads_path()
    return downloads if downloads.is_dir() else Path.home()
