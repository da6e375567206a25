"""Logging: messages to the terminal and to a file."""

import contextlib
import logging
import logging.handlers
import os
import sys
from pathlib import Path

from desktop.system.file_lock import Lock

log = logging.getLogger("satchel.desktop")

MAX_BYTES = 1 << 20
AWAIT = (
    "So it did nothing. In an async function write 'await' before the call; in a plain one use "
    "jp.run_task(...). After a handler, the page is updated by itself."
)
OURS = ("satchel", "core")  # the loggers of all rooms are below these


def start(folder: Path, *, debug: bool) -> None:
    """Log to the terminal and to `folder`/satchel.log (two files of 1 MiB at most)."""
    root = logging.getLogger()
    root.setLevel(logging.INFO if debug else logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.DEBUG if debug else logging.INFO)
    # A handler of its own would write everything a second time.
    logging.getLogger("pywebview").addHandler(logging.NullHandler())
    logging.getLogger("uvicorn").setLevel(logging.WARNING)  # it logs every connection
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").addFilter(hint_at_await)
    root.addHandler(terminal())
    root.addHandler(log_file(folder / "satchel.log"))


def say(text: str) -> None:
    """Print a text to the terminal as it is, and log it if logging has started."""
    print(text, file=sys.stderr, flush=True)
    if logging.getLogger().handlers:
        log.error(text, extra={"is_said": True})


def hint_at_await(record: logging.LogRecord) -> bool:
    """Add advice to the warning of a coroutine that is never awaited, a common slip in handlers."""
    text = record.getMessage()
    if "was never awaited" in text:
        record.msg, record.args = f"{text.rstrip()}\n{AWAIT}", ()
    return True


def terminal() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    handler.addFilter(lambda record: not hasattr(record, "is_said"))
    return handler


class LogFile(logging.handlers.WatchedFileHandler):
    """Appends to a file that several programs of one user share; keeps one older file.

    The first program that finds the file full renames it, and the others go on in the new one.
    Lines that a full disk refuses are dropped, instead of printing a traceback for each.

    Args:
        path: of the file; the older one has `.1` behind its name.
        most: bytes after which it is renamed.
    """

    def __init__(self, path: Path, most: int = MAX_BYTES) -> None:
        super().__init__(path, encoding="utf-8", delay=True, errors="backslashreplace")
        self.path = path
        self.most = most
        self.is_rotating = False

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(OSError):  # Windows: another program is writing; then the next
            self.rotate()
        with contextlib.suppress(OSError):
            super().emit(record)
        if os.name == "nt" and self.stream:  # while it is open, nobody can rename it
            self.stream.close()
            self.stream = None

    def rotate(self) -> None:
        """Rename the file if it is full; one program at a time."""
        if self.is_rotating or not self.is_full():  # a lock may log that there are no locks here
            return
        self.is_rotating = True
        lock = Lock(self.path.with_name(f"{self.path.name}.lock"))
        try:
            if lock.take() and self.is_full():
                os.replace(self.path, self.path.with_name(f"{self.path.name}.1"))
        finally:
            lock.release()
            self.is_rotating = False

    def is_full(self) -> bool:
        return self.path.exists() and self.path.stat().st_size >= self.most

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, as logging calls it
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def log_file(path: Path) -> logging.Handler:
    handler = LogFile(path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
