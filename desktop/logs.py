"""The log: what a person should see goes to the terminal, everything to a file."""

import logging
import logging.handlers
import sys
from pathlib import Path

MAX_BYTES = 1 << 20
OURS = "satchel"  # the loggers of all rooms are below this one


def start(folder: Path, *, debug: bool) -> None:
    """Log to the terminal and to `folder`/satchel.log (two files of 1 MiB at most)."""
    root = logging.getLogger()
    root.setLevel(logging.INFO if debug else logging.WARNING)
    logging.getLogger(OURS).setLevel(logging.DEBUG if debug else logging.INFO)
    # A handler of its own would write everything a second time.
    logging.getLogger("pywebview").addHandler(logging.NullHandler())
    root.addHandler(terminal())
    root.addHandler(log_file(folder / "satchel.log"))


def terminal() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    return handler


def log_file(path: Path) -> logging.Handler:
    handler = logging.handlers.RotatingFileHandler(
        path, maxBytes=MAX_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler
