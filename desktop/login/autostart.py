"""Start at login, on desktops of Linux: an entry in the person's autostart folder (XDG)."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop.system import state_files
from desktop.system.errors import DesktopError

ENTRY = """\
[Desktop Entry]
Type=Application
Name={name}
Exec={command}
Path={folder}
Terminal=false
"""

OFF = re.compile(r"^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$", re.MULTILINE)
"""How desktops switch an entry off in their settings."""

RESERVED = re.compile(r"([\"`$\\])")


class AutostartFailed(DesktopError):
    """The entry cannot be written or removed."""


@dataclass(frozen=True)
class Autostart:
    """A program's entry.

    Attributes:
        identifier: the entry's name in the folder, without `.desktop`.
        name: of the program, as desktops show it.
        command: what starts it.
        folder: the one to start it in.
    """

    identifier: str
    name: str
    command: tuple[str, ...]
    folder: Path

    @property
    def path(self) -> Path:
        """The file of the entry."""
        return config_home() / "autostart" / f"{self.identifier}.desktop"

    @property
    def is_on(self) -> bool:
        """Whether the program starts at login."""
        found = state_files.recall(self.path)
        return bool(found) and not OFF.search(found)

    def turn_on(self) -> None:
        """Write the entry.

        Raises:
            AutostartFailed: it cannot be written.
        """
        words = " ".join(map(quoted, self.command))
        text = ENTRY.format(
            name=escaped(self.name), command=escaped(words), folder=escaped(str(self.folder))
        )
        try:
            text.encode()  # entries are UTF-8
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            state_files.store(self.path, text)
        except UnicodeEncodeError as error:
            raise AutostartFailed(
                f"{self.name} cannot start at login: a path of it is not UTF-8. Rename that."
            ) from error
        except OSError as error:
            raise AutostartFailed(
                f"{self.name} does not start at login: {self.path} cannot be written: "
                f"{error.strerror}. Make its folder one that you may write to."
            ) from error

    def turn_off(self) -> None:
        """Remove the entry.

        Raises:
            AutostartFailed: it cannot be removed.
        """
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise AutostartFailed(
                f"{self.name} still starts at login: {self.path} cannot be removed: "
                f"{error.strerror}. Remove it by hand."
            ) from error


def is_offered() -> bool:
    """Whether this system has such entries."""
    return sys.platform == "linux"


def config_home() -> Path:
    named = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~/.config"))


def quoted(word: str) -> str:
    """A word of an Exec line (freedesktop.org, Desktop Entry Specification)."""
    return '"' + RESERVED.sub(r"\\\1", word).replace("%", "%%") + '"'


def escaped(value: str) -> str:
    """The value of a key."""
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
