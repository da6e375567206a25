"""Lets the system's browser in without a secret on its command line.

Every user of the computer can read command lines, and could be faster than the browser. So the
browser opens a file that only this user can read, and the file leads to the address that lets it in
(as Jupyter's servers do).
"""

import logging
import os
import secrets
import sys
import threading
from collections.abc import Callable
from html import escape
from pathlib import Path
from string import Template

import platformdirs

from desktop.system import state_files

log = logging.getLogger("satchel.desktop")

SECONDS = 60.0
"""How long a file stays: the browser may have to start first."""

PAGE = Template("""<!doctype html><html lang="en"><meta charset="utf-8"><title>Opening…</title>
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=$address"><a href="$address">Open the page</a></html>
""")


class Entrance:
    """Makes the files, and removes them.

    Args:
        folder: of the files; only this user can read it.
        mark: distinguishes this program's files from those of others.
        address: makes an address that lets a browser in once.
    """

    def __init__(self, folder: Path, mark: str, address: Callable[[], str]) -> None:
        self.folder = visible_to_browsers(folder)
        self.prefix, self.address = f"satchel-{mark}-", address
        self.remove_all()  # those of a launch that was killed

    def open(self) -> str:
        """The address of a new file; empty, and logged, if it cannot be written."""
        if "WSL_DISTRO_NAME" in os.environ:
            return self.address()  # browsers of Windows do not find the files of Linux
        path = self.folder / f"{self.prefix}{secrets.token_hex(8)}.html"
        try:
            state_files.store(path, PAGE.substitute(address=escape(self.address())))
        except OSError as error:
            log.warning("The browser is not opened: %s cannot be written: %s", path, error.strerror)
            return ""
        removal = threading.Timer(SECONDS, state_files.discard, (path,))
        removal.daemon = True
        removal.start()
        return path.as_uri()

    def remove_all(self) -> None:
        """Remove the files: the program ends."""
        for path in self.folder.glob(f"{self.prefix}*.html"):
            state_files.discard(path)


def visible_to_browsers(folder: Path) -> Path:
    """The folder, or one that is not hidden if browsers may be confined.

    Browsers that Ubuntu installs as snaps see no hidden folders, and a /tmp of their own.
    """
    home = Path(os.path.expanduser("~"))  # "~" if the user has none
    if sys.platform != "linux" or not (home / "snap").is_dir():
        return folder
    downloads = platformdirs.user_downloads_path()
    return downloads if downloads.is_dir() else home
