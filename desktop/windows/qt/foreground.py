"""Brings a window to the front on Qt."""

import os
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

TOKEN = "XDG_ACTIVATION_TOKEN"


class Front(QObject):
    """Emit `wanted` on any thread to bring the window to the front. Make it on Qt's.

    Args:
        native: the window (QMainWindow).
    """

    wanted = Signal(str)

    def __init__(self, native: Any) -> None:
        super().__init__(native)
        self.native = native
        self.wanted.connect(self.come, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def come(self, activation: str) -> None:
        """Out of the task bar, above the others, and with the keyboard."""
        if activation:
            os.environ[TOKEN] = activation  # Qt's Wayland plugin takes it from here, once
        if self.native.isMinimized():  # a maximised window is maximised again
            self.native.setWindowState(self.native.windowState() & ~Qt.WindowState.WindowMinimized)
        self.native.show()
        self.native.raise_()
        self.native.activateWindow()
