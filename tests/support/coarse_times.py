"""A disk whose times are far apart: what is written there again has the same time."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest


class CoarseTimes:
    """Writes files and folders as such a disk would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._time = int(time.time())
        # A machine that is busy for a while must not outlast it.
        monkeypatch.setattr("core.files.file_versions.COARSEST", 3600.0)

    def write(self, path: Path, content: bytes) -> Path:
        """Write a file, in place where it exists, without a change of its time or its folder's."""
        path.write_bytes(content)
        for each in (path, path.parent):
            os.utime(each, (self._time, self._time))
        return path
