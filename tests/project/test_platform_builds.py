"""What `scripts/test_platforms` builds: once, however many runs want it."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from tests.platforms.wine import build


def test_nobody_else_builds_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = []

    def look() -> None:
        with (tmp_path / "lock").open("w") as lock, pytest.raises(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        built.append(True)

    monkeypatch.setattr(build, "HOME", tmp_path / "python")
    monkeypatch.setattr(build, "_build_if_stale", look)
    build.build()
    build.build()
    assert built == [True, True]
