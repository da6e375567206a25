"""Logging: messages to the terminal and to a file."""

import logging
import logging.handlers
import sys
from pathlib import Path

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


class LogFile(logging.handlers.RotatingFileHandler):
    """Drops lines that a full disk refuses, instead of printing a traceback for each."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, as logging calls it
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def log_file(path: Path) -> logging.Handler:
    handler = LogFile(
        path,
        maxBytes=MAX_BYTES,
        backupCount=1,
        encoding="utf-8",
        delay=True,
        errors="backslashreplace",
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
