"""Programs as their users run them: in a process of their own, served without a window."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "seed"

PYTHON = sys.executable  # tests.platforms.wine.served puts Windows' Python in its place

# For tests of programs that are not part of this checkout.
with_seed = pytest.mark.skipif(not SEED.is_dir(), reason="shared/seed is not beside the checkout")


class Served:
    """A running program.

    Attributes:
        url: its address with the launch token.
        data: the folder of ``--data-dir``.
    """

    def __init__(self, process: subprocess.Popen[str], data: Path) -> None:
        assert process.stdout is not None
        self.process = process
        self.data = data
        self.lines: list[str] = []
        for line in process.stdout:
            self.lines.append(line.rstrip())
            if "token=" in line:
                self.url = line.strip()
                break
        else:
            raise AssertionError("The program did not start:\n" + "\n".join(self.lines))
        # Keep reading, so that the program never waits for a full pipe.
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.lines += (line.rstrip() for line in self.process.stdout)

    @property
    def origin(self) -> str:
        """The address without a path."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def token(self) -> str:
        """The launch token."""
        return self.url.partition("token=")[2]

    @property
    def sessions(self) -> list[Path]:
        """The session folders that exist."""
        return sorted((self.data / "sessions").iterdir())

    @property
    def uploads(self) -> list[Path]:
        """The contents of uploads that no handler has kept, without their descriptions."""
        found = [path for path in self.data.glob("uploads/*/**/*") if path.is_file()]
        return sorted(p for p in found if p.suffix != ".json" and p.name != "descriptions")

    @property
    def log(self) -> str:
        """The program's output and log so far."""
        files = sorted(self.data.rglob("*.log"))
        return "\n".join([*self.lines, *(file.read_text("utf-8") for file in files)])

    def stop(self) -> int:
        """End the program as Ctrl-C would; return its exit code."""
        self.process.terminate()
        code = self.process.wait(20)
        self._reader.join(5)
        return code

    def kill(self) -> None:
        """Kill the program, without a chance to clean up."""
        self.process.kill()
        self.process.wait(20)


def trash_home(data: Path) -> Path:
    """The folder of the trash that a program with these data removes files to."""
    return data.with_name(f"{data.name}-home")


def start(program: Path | str | None, data: Path, *options: str, cwd: Path = ROOT) -> Served:
    """Start a program file, a module:function or the default app; wait until it answers."""
    named = [] if program is None else [str(program)]
    command = [PYTHON, "-m", "desktop", *named, "--no-window", "--data-dir", str(data)]
    process = subprocess.Popen(
        [*command, *options],
        cwd=cwd,
        env=os.environ | {"XDG_DATA_HOME": str(trash_home(data))},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return Served(process, data)


@contextmanager
def served(program: Path | str, data: Path, *options: str, cwd: Path = ROOT) -> Iterator[Served]:
    """A program that runs as long as the context."""
    running = start(program, data, *options, cwd=cwd)
    try:
        yield running
    finally:
        running.stop()


def write_program(folder: Path, source: str) -> Path:
    """A program file with ``import core as jp`` and this source."""
    path = folder / "program.py"
    path.write_text("import core as jp\n" + textwrap.dedent(source), "utf-8")
    return path
