"""Qt's event thread, called from others."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class EventThread(QObject):
    """Emit `wanted` to have a function called on Qt's thread. Make it there."""

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted.connect(self.do, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def do(self, call: Callable[[], object]) -> None:
        call()
