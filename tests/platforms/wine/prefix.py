"""A prefix: the drives and the registry of one Windows machine, gone with all its programs at the
end.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")  # no window of the machine appears on that of its user


class Prefix:
    """A machine with Windows 10.

    Args:
        folder: an empty one.

    Attributes:
        environment: what programs on it need.
        is_gone: whether the prefix has ended, so that nothing may start in it.
    """

    def __init__(self, folder: Path) -> None:
        self.is_gone = False
        missing = "mscoree=;mshtml="  # .NET and a web view: a new Windows may lack them, too
        without = {name: os.environ[name] for name in os.environ if name not in _SCREENS}
        self.environment = without | {
            "WINEPREFIX": str(folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": missing,
        }

    def set_up(self) -> None:
        self._run("wine", "wineboot", "--init")
        self._run("wine", "reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        self.end_programs()

    def start_services(self) -> None:
        """Those of Windows, until `end_programs`: else every program starts and ends them."""
        self._run("wineserver", "--persistent")
        self._run("wine", "cmd", "/c", "exit")

    def leave(self) -> None:
        """End all programs for good."""
        self.is_gone = True
        self.end_programs()

    def end_programs(self) -> None:
        """End all programs, however they hang."""
        self._run("wineserver", "--kill", check=False)  # 1: none runs
        self._run("wineserver", "--wait")
        mine = f"WINEPREFIX={self.environment['WINEPREFIX']}".encode()
        for environment in Path("/proc").glob("[0-9]*/environ"):  # a server that it did not find
            with contextlib.suppress(OSError):
                if mine in environment.read_bytes().split(b"\0"):
                    os.kill(int(environment.parent.name), signal.SIGKILL)

    def _run(self, *command: str, check: bool = True) -> None:
        nothing = subprocess.DEVNULL
        subprocess.run(
            command,
            env=self.environment,
            check=check,
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
        )


@contextlib.contextmanager
def prefix() -> Iterator[Prefix]:
    with tempfile.TemporaryDirectory(prefix="satchel-wine-", ignore_cleanup_errors=True) as folder:
        made = Prefix(Path(folder))
        try:
            made.set_up()
            yield made
        finally:
            made.leave()
