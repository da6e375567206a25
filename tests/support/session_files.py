"""Files of a session folder, for tests of it."""

from __future__ import annotations

import os
from pathlib import Path

from core.files import disk
from core.files.session_folder import SessionFolder


def incoming(folder: SessionFolder, content: bytes = b"content") -> Path:
    beside = disk.private_folder(folder.folder.parent.parent / "incoming")
    path = beside / os.urandom(8).hex()
    path.write_bytes(content)
    return path


def paths(folder: SessionFolder) -> list[str]:
    return [entry.path for entry in folder.list()]


def contents(folder: SessionFolder) -> list[bytes]:
    return sorted(folder.path(each).read_bytes() for each in paths(folder))
