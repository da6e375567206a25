"""The commands of the documents run as written, and no block of code is forgotten.

Every command of a ```sh block has an entry in COMMANDS, which says what it shows, or in NOT_RUN.
Bash runs it in a separate checkout, where Satchel was set up without a network.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from tests.support.checkout import GUIDE, Checkout, Started
from tests.support.documents import Fence, blocks, blocks_of, fences
from tests.support.native import free_port
from tests.support.served import ROOT

# Blocks that are not code. The reference's are signatures, written by scripts/make_reference.
DRAWN = {"docs/architecture.md", "docs/reference.md"}
USAGE = "README.md"  # the usage of the command, in a block without a kind

ACTIONS = "docs/guide/actions.md"

UPLOADS = "docs/uploads.md"  # tests/uploads/test_clients.py runs all its blocks of these kinds
OF_CLIENTS = {"sh", "py", "js"}

# Their ```py blocks are for other packages, which are not installed.
OF_OTHERS = {"docs/from-nicegui.md", "docs/from-streamlit.md"}

# Commands that tests cannot run.
RELEASE = (
    'python -m desktop pack my_program.py --name "Photo Wall" --version 1.2.0 --deb --single-file '
    '--publisher "Ann Lee <ann@example.org>" --licence MIT --id org.example.PhotoWall '
    "--release https://example.org/files --sign ann@example.org"
)

NOT_RUN = {
    "scripts/test": "it runs these tests",
    "scripts/test --fast": "it runs these tests",
    'python -m pytest -m "not native"': "it runs these tests",
    "python -m playwright install chromium": "it downloads a browser",
    "npm pack wavesurfer.js@8.0.1": "it downloads a package",
    RELEASE: "tests/desktop/test_release.py runs what it adds to an executable",
}

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
            return fence.document in OF_OTHERS
        case "toml":  # by test_actions_declared
            return fence.document == ACTIONS
        case _ if fence.file:  # beside the programs of test_docs
            return True
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
    command = [sys.executable, "-m", "desktop"]
    for line, words in zip(usage.splitlines(), ([], ["add"]), strict=True):
        shown = subprocess.run(
            [*command, *words, "--help"], cwd=ROOT, capture_output=True, text=True
        )
        options = set(re.findall(r"--[a-z-]+", shown.stdout)) - {"--help", "--version"}
        assert options == set(re.findall(r"--[a-z-]+", line)), line
