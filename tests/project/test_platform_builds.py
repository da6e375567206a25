"""What `scripts/test_platforms windows` builds once, and leaves nothing of running."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from tests.platforms.wine import build
from tests.platforms.wine.prefix import Prefix


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


def test_a_program_that_wine_does_not_find_ends_with_its_prefix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Prefix, "_run", lambda *words, **options: None)
    prefix, other = Prefix(tmp_path / "prefix"), Prefix(tmp_path / "other")
    command = [sys.executable, "-c", "import time; print(flush=True); time.sleep(600)"]
    left, others = (
        subprocess.Popen(command, env=each.environment, stdout=subprocess.PIPE)
        for each in (prefix, other)
    )
    for process in (left, others):
        assert process.stdout is not None and process.stdout.readline()
    prefix.end_programs()
    assert left.wait(20) != 0 and others.poll() is None
    other.end_programs()
    assert others.wait(20) != 0
