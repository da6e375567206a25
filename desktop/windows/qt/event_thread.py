"""Qt's event thread, called from others."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class EventThread(QObject):
    """Emit `wanted` to have a function called on Qt's thread. Make it there."""

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted.connect(self.do, Qt.ConnectionType.QueuedConnection)

    def ask(self, call: Callable[[], T]) -> "Future[T]":
        """Have a function called on Qt's thread, and get what it returns. Any other thread."""
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(call())
            except BaseException as error:
                future.set_exception(error)

        self.wanted.emit(run)
        return future

    @Slot(object)
    def do(self, call: Callable[[], object]) -> None:
        call()
