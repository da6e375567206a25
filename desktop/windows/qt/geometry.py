"""Place, size and zoom of a Qt window."""

import base64
from typing import Any

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.system.display import platform
from desktop.windows.window_state import WindowState

CASCADE = 32  # pixels by which a further window is moved from the one before it


def place(native: Any, state: WindowState, beside: Any | None) -> None:
    """Put a window where the last one was, or at an offset from one that is open.

    If that screen is gone, Qt brings part of the window back, `fit_screen` all of it.
    """
    if beside is not None:
        native.resize(beside.size())
        native.move(beside.pos() + QPoint(CASCADE, CASCADE))
    elif state.geometry:
        native.restoreGeometry(QByteArray.fromBase64(state.geometry.encode()))
        # At the next start this would surprise.
        native.setWindowState(native.windowState() & ~Qt.WindowState.WindowFullScreen)
    if not native.isMaximized():
        fit_screen(native)


def fit_screen(native: Any) -> None:
    """Move a window onto its screen if its menus are on none, and limit its size to the screen."""
    room = room_of(native)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if native.width() > room.width() or native.height() > room.height():
        native.resize(native.size().boundedTo(room.size()))
    if not any(screen.contains(native.pos()) for screen in screens):
        move_into(native, room)


def room_of(native: Any) -> QRect:
    """What of a window's screen is free for windows."""
    return QWidget.screen(native).availableGeometry()  # pywebview has a `screen` of its own


def move_into(native: Any, room: QRect) -> None:
    """Move a window, with its frame, so that all of it is seen; at least its upper left part."""
    frame = native.frameGeometry()
    x = max(min(frame.x(), room.right() + 1 - frame.width()), room.left())
    y = max(min(frame.y(), room.bottom() + 1 - frame.height()), room.top())
    native.move(x, y)


def follow_screens(application: Any) -> None:
    """Bring windows back whose screen goes away; on Wayland, the desktop does."""
    if platform() != "wayland":
        # Soon: Qt has not moved them to another screen yet.
        application.screenRemoved.connect(lambda _screen: QTimer.singleShot(0, bring_back))


def bring_back() -> None:
    """Move all windows onto a screen as a whole; some desktops leave only a corner there."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMainWindow) and not widget.isMaximized():
            fit_screen(widget)
            if not any(
                screen.geometry().contains(widget.geometry())
                for screen in QGuiApplication.screens()
            ):
                move_into(widget, room_of(widget))


def geometry(native: Any) -> str:
    """Place and size of a window, for `place`."""
    return base64.b64encode(native.saveGeometry().data()).decode("ascii")


def keep_zoom(native: Any, state: WindowState) -> None:
    """Zoom pages as they were last, and remember changes."""
    view = native.webview
    view.setZoomFactor(state.zoom)
    page = view.page()
    page.loadFinished.connect(lambda _ok: view.setZoomFactor(state.zoom))
    page.zoomFactorChanged.connect(lambda zoom: state.remember(zoom=round(zoom, 3)))
