"""A small program to drop files on, as on a file manager: `drop_target.py X Y FOLDER`

It copies what is dropped into the folder, or moves it there if the person wanted that. It prints
"ready", "over" when something comes over it, and for each drop its action and the names, as JSON.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.dropped_files import taken


class Target(QLabel):
    """A label that takes files."""

    def __init__(self, folder: Path) -> None:
        # Above all windows, and placed by us, not by a window manager.
        flags = Qt.WindowType.BypassWindowManagerHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__("drop here", None, flags | Qt.WindowType.FramelessWindowHint)
        self.folder = folder
        self.ready = False
        self.setAcceptDrops(True)
        self.setStyleSheet("background: white")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.ready:
            self.ready = True
            print("ready", flush=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()
        print("over", flush=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        moves = event.proposedAction() == Qt.DropAction.MoveAction
        event.acceptProposedAction()
        addresses = event.mimeData().data("text/uri-list").data()
        names = taken(addresses, self.folder, moves)
        action = event.proposedAction().name
        formats = event.mimeData().formats()
        print(json.dumps({"action": action, "names": names, "formats": formats}), flush=True)


def main() -> None:
    application = QApplication(sys.argv[:1])
    label = Target(Path(sys.argv[3]))
    label.setGeometry(int(sys.argv[1]), int(sys.argv[2]), 120, 80)
    label.show()
    application.exec()


if __name__ == "__main__":
    main()
