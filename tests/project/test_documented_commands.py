"""The commands of the documents run as written, and no block of code is forgotten.

Every command of a ```sh block has an entry in COMMANDS, which says what it shows, or in NOT_RUN.
Bash runs it in a separate checkout, where Satchel was set up without a network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.support.documents import Fence, blocks, blocks_of, fences
from tests.support.native import SECONDS, free_port, until
from tests.support.served import ROOT

GUIDE = ROOT / "docs" / "guide"

# Blocks that are not code. The reference's are signatures, written by scripts/make_reference.
DRAWN = {"docs/architecture.md", "docs/reference.md"}
USAGE = "README.md"  # the usage of the command, in a block without a kind

UPLOADS = "docs/uploads.md"  # tests/uploads/test_clients.py runs all its blocks of these kinds
OF_CLIENTS = {"sh", "py", "js"}

OF_OTHERS = "docs/from-nicegui.md"  # its ```py blocks are for NiceGUI, which is not installed

# Commands that tests cannot run.
NOT_RUN = {
    "scripts/test": "it runs these tests",
    "scripts/test --fast": "it runs these tests",
    'python -m pytest -m "not native"': "it runs these tests",
    "python -m playwright install chromium": "it downloads a browser",
}

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
            assert self.process.poll() is None, self.output.read_text()
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


Start = Callable[..., Started]
Check = Callable[[Checkout, Start, str], None]


def opens(title: str) -> Check:
    """It opens a window that shows a page of this title."""

    def check(checkout: Checkout, start: Start, command: str) -> None:
        port = free_port()
        window = {"QT_QPA_PLATFORM": "offscreen", "SATCHEL_CDP_PORT": str(port)}
        started = start(checkout, command, **window)
        started.until(lambda: title in titles(port), f"a window shows {title!r}")

    return check


def titles(port: int) -> list[str]:
    try:
        found = httpx.get(f"http://127.0.0.1:{port}/json/list").json()
    except (httpx.TransportError, json.JSONDecodeError):  # it does not listen yet
        return []
    return [target["title"] for target in found]


def serves(title: str) -> Check:
    """It prints an address at which there is a page of this title."""

    def check(checkout: Checkout, start: Start, command: str) -> None:
        # Port 8000, which is also uvicorn's default, may be taken here.
        port = str(free_port())
        started = start(checkout, command.replace("PORT=8000", f"PORT={port}"), UVICORN_PORT=port)
        page = httpx.get(started.address(), follow_redirects=True)
        assert f"<title>{title}</title>" in page.text

    return check


def serves_app(title: str) -> Check:
    """The same, for a program that ends with ``start_server=False``."""

    def check(checkout: Checkout, start: Start, command: str) -> None:
        [program] = [b for b in blocks_of(GUIDE / "running.md") if "start_server=False" in b.code]
        checkout.write("my_program.py", program.code)
        serves(title)(checkout, start, command)

    return check


def ends(checkout: Checkout, start: Start, command: str) -> None:
    """It does its work."""
    checkout.bash(command)


def packs(checkout: Checkout, start: Start, command: str) -> None:
    """It creates an executable, which runs."""
    checkout.bash(command)
    checkout.bash("dist/photo-wall/photo-wall --version")


COMMANDS = {
    "scripts/run": serves("Satchel"),
    "scripts/run first.py": opens("First page"),
    "scripts/run first.py --no-window": serves("First page"),
    "python -m desktop": opens("Satchel"),
    "python -m desktop my_program.py": opens("My program"),
    "python -m desktop my_program.py -- a.jpg": opens("a.jpg"),
    "python -m desktop package.module:function": opens("Of a module"),
    "python -m desktop examples/static_download.py": opens("Static download"),
    "PORT=8000 python my_program.py": serves("My program"),
    "uvicorn my_program:app": serves_app("Served by others"),
    "python -m pip install .": ends,
    'python -m pip install ".[test]"': ends,
    'python -m pip install ".[pack]"': ends,
    'python -m pip install "satchel[pack]"': ends,
    'python -m desktop pack my_program.py --name "Photo Wall" --icon wall.png': packs,
}


def of_shell() -> list[Fence]:
    return [f for f in fences() if f.kind == "sh" and f.document != UPLOADS]


def written() -> list[str]:
    """The commands of all documents, each once."""
    return list(dict.fromkeys(command for fence in of_shell() for command in fence.commands))


def cases() -> list[Any]:
    return [
        pytest.param(command, COMMANDS[command], id=command, marks=marks(COMMANDS[command]))
        for command in written()
        if command in COMMANDS
    ]


def marks(check: Check) -> list[pytest.MarkDecorator]:
    if check is packs:
        return [pytest.mark.packaged, pytest.mark.timeout(900)]
    return [] if check is ends else [pytest.mark.native, pytest.mark.source]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    return Checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture
def checkout(installed: Checkout) -> Checkout:
    installed.prepare()
    return installed


@pytest.fixture
def start() -> Iterator[Start]:
    """A function that starts a command."""
    running: list[Started] = []

    def start(checkout: Checkout, command: str, **environment: str) -> Started:
        running.append(Started(checkout, command, **environment))
        return running[-1]

    yield start
    for each in running:
        each.end()


@pytest.mark.skipif(sys.platform != "linux", reason="drives Qt's web engine")
@pytest.mark.parametrize(("command", "check"), cases())
def test_command_does_what_the_document_says(
    checkout: Checkout, start: Start, command: str, check: Check
) -> None:
    check(checkout, start, command)


def test_no_block_is_forgotten() -> None:
    """Blocks run according to their kind; others must be listed in this module."""
    assert [fence.name for fence in fences() if not is_run(fence)] == []


def is_run(fence: Fence) -> bool:
    match fence.kind:
        case "python":  # by test_docs
            return fence.name in {block.name for block in blocks()}
        case "text":  # what a page or program of test_docs says
            return fence.code in [text for block in blocks() for text in block.says]
        case "":
            return fence.document in DRAWN or fence.document == USAGE
        case kind if fence.document == UPLOADS:
            return kind in OF_CLIENTS
        case "sh":
            return {*COMMANDS, *NOT_RUN}.issuperset(fence.commands)
        case "py":
            return fence.document == OF_OTHERS
        case _:
            return False


def test_nothing_is_named_here_that_no_document_has() -> None:
    assert {*COMMANDS, *NOT_RUN} - set(written()) == set()


def test_code_for_others_is_python() -> None:
    for fence in fences():
        if fence.kind == "py":
            compile(fence.code, fence.name, "exec")


def test_the_usage_names_every_option() -> None:
    [usage] = [fence.code for fence in fences() if fence.document == USAGE and not fence.kind]
    help_text = subprocess.run(
        [sys.executable, "-m", "desktop", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    options = set(re.findall(r"--[a-z-]+", help_text.stdout))
    assert options - {"--help", "--version"} == set(re.findall(r"--[a-z-]+", usage))
