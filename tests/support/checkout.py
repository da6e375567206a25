"""Commands in a copy of this checkout, in which Satchel was set up without a network."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.support.documents import blocks_of
from tests.support.native import SECONDS, until
from tests.support.served import ROOT

GUIDE = ROOT / "docs" / "guide"

MY_PROGRAM = """
import core as jp


def home():
    page = jp.WebPage(title="My program")

    def chosen(msg):
        page.title = ", ".join(file.name for file in msg.files)

    jp.Input(type="file", change=chosen, a=page)
    return page


jp.justpy(home)
"""

MY_MODULE = """
import core as jp


def function():
    return jp.WebPage(title="Of a module")
"""


class Checkout:
    """A copy of this checkout in which Satchel is set up, with the files that documents mention."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("assets", "core", "desktop", "examples", "scripts"):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        for name in ("LICENSE", "README.md", "pyproject.toml"):
            shutil.copy(ROOT / name, folder)
        self._set_up()

    def prepare(self) -> None:
        """Write the files, and remove what earlier commands left."""
        self._link()
        shutil.rmtree(self.folder / "home", ignore_errors=True)
        [first, *_] = blocks_of(GUIDE / "index.md")
        self.write("first.py", first.code)
        self.write("my_program.py", MY_PROGRAM)
        self.write("package/module.py", MY_MODULE)
        for name in ("a.jpg", "wall.png"):
            Image.new("RGB", (256, 256), "red").save(self.folder / name)

    def _set_up(self) -> None:
        """Do what scripts/venv does, without a network: dependencies are those of the tests."""
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", ".venv"], cwd=self.folder)
        self.bash("python -m pip install --quiet .")
        done = f"{self.folder}\n{(ROOT / 'pyproject.toml').read_text()}"
        self.write(".venv/installed", done)

    def _link(self) -> None:
        """Make the copied install editable: Python finds the packages in the checkout."""
        [site] = self.folder.glob(".venv/lib/python*/site-packages")
        for name in ("assets", "core", "desktop"):
            shutil.rmtree(site / name, ignore_errors=True)
        (site / "satchel.pth").write_text(str(self.folder))

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def environment(self) -> dict[str, str]:
        """No display, no network, an empty home, and the checkout's Python first in PATH."""
        graphic = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        kept = {key: value for key, value in os.environ.items() if key not in graphic}
        programs = [self.folder / ".venv" / "bin", Path(sys.executable).parent]
        return kept | {
            "HOME": str(self.folder / "home"),
            "XDG_DATA_HOME": str(self.folder / "home" / "data"),
            "XDG_STATE_HOME": str(self.folder / "home" / "state"),
            "PATH": os.pathsep.join([*map(str, programs), os.environ["PATH"]]),
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "PYTHONUNBUFFERED": "1",
            "PIP_NO_INDEX": "1",
            "PIP_NO_BUILD_ISOLATION": "0",  # pip's way to disable it
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }

    def bash(self, command: str) -> None:
        """Run a command and wait for it."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=self.folder,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr


class Started:
    """A command that runs until it is ended."""

    def __init__(self, checkout: Checkout, command: str, **environment: str) -> None:
        self.output = checkout.folder / "output"
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                ["bash", "-euo", "pipefail", "-c", command],
                cwd=checkout.folder,
                env=checkout.environment() | environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def until(self, happened: Callable[[], bool], what: str) -> None:
        def happened_or_ended() -> bool:
            ended = self.process.poll()
            assert ended is None, f"It ended with {ended}:\n{self.output.read_text()}"
            return happened()

        until(happened_or_ended, what)

    def address(self) -> str:
        """The address that it prints, once it has."""

        def printed() -> list[str]:
            return re.findall(r"http://127\.0\.0\.1:\d+\S*", self.output.read_text())

        self.until(lambda: bool(printed()), "an address is printed")
        return printed()[0]

    def end(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(SECONDS)
