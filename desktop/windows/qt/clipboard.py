"""Files for other programs, in the formats in which they expect files."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def copy(paths: Sequence[Path]) -> None:
    """Put files on the clipboard, to be copied where they are pasted. Qt's thread only."""
    data = as_files(paths)
    lines = b"\n".join([b"copy", *map(address, paths)])
    data.setData("x-special/gnome-copied-files", lines)  # GNOME, Xfce, MATE, Cinnamon
    data.setData("application/x-kde-cutselection", b"0")  # KDE: not cut
    data.setText("\n".join(str(path) for path in paths).encode("utf-8", "replace").decode())
    QGuiApplication.clipboard().setMimeData(data)


def as_files(paths: Sequence[Path]) -> QMimeData:
    """Files as text/uri-list (RFC 2483)."""
    data = QMimeData()
    data.setData("text/uri-list", b"".join(address(path) + b"\r\n" for path in paths))
    return data


def address(path: Path) -> bytes:
    """The address of a file, byte for byte, whatever encoding its name is in."""
    return f"file://{quote(os.fsencode(path))}".encode()
