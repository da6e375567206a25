"""Files that are dragged out of a Qt window."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.windows.native_window import Dragged
from desktop.windows.qt.clipboard import as_files

BADGE = QColor("#2563eb")
BADGE_SIZE = 22  # pixels

MOST_PIXELS = 256.0
"""The longest side of the picture at the pointer, in CSS pixels."""


def drag(native: Any, dragged: Dragged) -> str:
    """Drag until the person lets go; the events of all windows are served meanwhile."""
    if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
        return "late"
    action = Qt.DropAction
    source = QDrag(native)
    source.setMimeData(as_files(dragged.paths))
    dress(source, native.webview, dragged)
    offered = action.CopyAction | action.MoveAction if dragged.moves else action.CopyAction
    done = source.exec(offered, action.CopyAction)
    if done == action.IgnoreAction:
        return "nothing"
    return "copied" if done == action.CopyAction else "moved"


def dress(source: QDrag, view: Any, dragged: Dragged) -> None:
    """Show what is dragged, and how many files it is."""
    zoom = view.zoomFactor()
    shown = QRect(*(round(each * zoom) for each in box_of(dragged.box))).intersected(view.rect())
    if shown.isEmpty():
        return
    picture = view.grab(shown)
    if len(dragged.paths) > 1:
        add_badge(picture, len(dragged.paths))
    source.setPixmap(picture)
    # Beside the pointer: what is under it decides where the files go.
    source.setHotSpot(QPoint(-8, -8))


def box_of(value: object) -> tuple[float, float, float, float]:
    """A part of the page; empty if the page sent something else."""
    if not isinstance(value, list) or len(value) != 4:
        return 0, 0, 0, 0
    if not all(isinstance(each, int | float) and abs(each) < 1e6 for each in value):
        return 0, 0, 0, 0
    left, top, width, height = value
    return left, top, min(width, MOST_PIXELS), min(height, MOST_PIXELS)


def add_badge(picture: QPixmap, count: int) -> None:
    """Write the number of files into the upper right corner."""
    text = f"{count:,}"
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(QApplication.font())
    font.setBold(True)
    painter.setFont(font)
    width = max(BADGE_SIZE, painter.fontMetrics().horizontalAdvance(text) + 12)
    across = round(picture.width() / picture.devicePixelRatio())
    place = QRect(across - width, 0, width, BADGE_SIZE)
    painter.setBrush(BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(place, BADGE_SIZE / 2, BADGE_SIZE / 2)
    painter.setPen(QColor("white"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
