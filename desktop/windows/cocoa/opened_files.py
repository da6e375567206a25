"""Files that the Finder opens with the program while it runs.

It sends those to the application's delegate. Files with which the program is started are in its
arguments: the executable's loader puts them there (PyInstaller's `argv_emulation`).
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop.windows.cocoa.pywebview_parts import add_to_delegate

SUCCESS = 0
"""NSApplicationDelegateReplySuccess."""


def receive(take: Callable[[Sequence[Path]], None]) -> None:
    """Have the files given to a function, which must not block."""

    def application_openFiles_(self: Any, application: Any, names: Any) -> None:  # noqa: N802
        take([Path(str(name)) for name in names])
        application.replyToOpenOrPrint_(SUCCESS)

    add_to_delegate(application_openFiles_)
