"""A small program to drag from, as a file manager would: `drag_source.py X Y FILE...`

Instead of files, there may be contents as other programs offer them: see `dragged_contents`.

It prints "ready" when it can be dragged from, then the action of each drag.
"""

import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.dragged_contents import contents


class Source(QLabel):
    """A label that is dragged as files."""

    def __init__(self, files: list[str]) -> None:
        # Above all windows, and placed by us, not by a window manager.
        flags = Qt.WindowType.BypassWindowManagerHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__("drag me", None, flags | Qt.WindowType.FramelessWindowHint)
        self.files = files
        self.pressed: QPoint | None = None
        self.ready = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.ready:
            self.ready = True
            print("ready", flush=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.pressed is None:
            return
        self.pressed = None
        data = QMimeData()
        offered = contents(self.files)
        for kind, content in offered.items():
            data.setData(kind, content)
        if not offered:
            data.setUrls([QUrl.fromLocalFile(file) for file in self.files])
        drag = QDrag(self)
        drag.setMimeData(data)
        print(drag.exec(Qt.DropAction.CopyAction).name, flush=True)


def main() -> None:
    application = QApplication(sys.argv[:1])
    label = Source(sys.argv[3:])
    label.setGeometry(int(sys.argv[1]), int(sys.argv[2]), 80, 40)
    label.show()
    application.exec()


if __name__ == "__main__":
    main()
