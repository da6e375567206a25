"""The program in its real window."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shlex
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable
from pathlib import Path
from threading import Event

from playwright.sync_api import Page, Playwright, TimeoutError

from tests.support.served import trash_home

ROOT = Path(__file__).parents[2]
# The same tests drive executables (scripts/test_executable): the default app, and tests/packed,
# which runs the program of a test.
APP, RUNNER = os.environ.get("SATCHEL_APP"), os.environ.get("SATCHEL_RUNNER")
# The worst way in which a desktop starts programs: without open streams, even for errors.
CLOSED = ["/bin/sh", "-c", 'exec "$0" "$@" <&- >&- 2>&-']
SECONDS = 30  # until a test gives up
POLL = 0.2


def free_port() -> int:
    """A free port, outside of the range that systems assign themselves."""
    while True:
        port = random.randrange(15000, 30000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


class NativeApp:
    """A program in its window, started as a person would start it.

    Attributes:
        data: the folder of ``--data-dir``.
        opened: the file that collects the addresses given to the system's browser.
    """

    def __init__(
        self,
        playwright: Playwright,
        arguments: list[str],
        data: Path,
        *,
        display: str | None = None,
        environment: dict[str, str] | None = None,
    ) -> None:
        self.playwright = playwright
        self.data = data
        self.port = free_port()
        self.opened = data.parent / "opened"
        descriptor, output = tempfile.mkstemp(dir=data.parent, prefix="output-")
        self.output = Path(output)
        self.forgotten = 0  # bytes
        end = arguments.index("--") if "--" in arguments else len(arguments)
        first = 1 if arguments[:1] == ["add"] else 0  # a word that comes before all options
        options = [*arguments[:first], "--data-dir", str(data), *arguments[first:end]]
        surroundings = self.surroundings(display) | (environment or {})
        if APP:
            self.command, self.environment = self.packed(options, surroundings)
        else:
            self.command = [sys.executable, "-m", "desktop", *options]
            self.environment = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [*self.command, *arguments[end:]],
            env=self.environment,
            cwd=data.parent,
            stdin=subprocess.DEVNULL,
            stdout=descriptor,
            stderr=subprocess.STDOUT,
            text=True,
        )
        os.close(descriptor)

    def packed(
        self, arguments: list[str], surroundings: dict[str, str]
    ) -> tuple[list[str], dict[str, str]]:
        """The same for an executable: without Python or a terminal, with an empty home."""
        assert APP and RUNNER, "scripts/test_executable sets both"
        home = {"HOME": str(self.data.parent), "PATH": "/nowhere", "LANG": "C.UTF-8"}
        *options, program = arguments[:3]
        if not program.endswith(".py"):
            return [*CLOSED, APP, *arguments], home | surroundings
        place = self.data.parent.joinpath(program).absolute()
        inside = Path(RUNNER).parent / "_internal" / "program" / "examples" / place.name
        if place.parent == ROOT / "examples" and inside.exists():
            place = inside  # it is packed
        report = {"SATCHEL_TEST_PROGRAM": str(place), "SATCHEL_TEST_OUTPUT": str(self.output)}
        return [*CLOSED, RUNNER, *options, *arguments[3:]], home | surroundings | report

    def second(
        self, *arguments: str, cwd: Path, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Start it a second time, and wait until that start has ended."""
        return self._run([*self.command, *arguments], cwd, environment)

    def add(self, *files: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Give files to the default app by its command `add`."""
        start = self.command[: self.command.index("--data-dir")]
        return self._run([*start, "add", "--data-dir", str(self.data), *files], cwd, {})

    def _run(
        self, command: list[str], cwd: Path, environment: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            env=self.environment | environment,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )

    def surroundings(self, display: str | None) -> dict[str, str]:
        """The environment: a display or none, and a browser that only records addresses."""
        browser = self.data.parent / "browser"
        browser.write_text(f'#!/bin/sh\necho "$@" >>{shlex.quote(str(self.opened))}\n')
        browser.chmod(0o755)
        found = {
            "SATCHEL_CDP_PORT": str(self.port),
            "BROWSER": str(browser),
            "XDG_DATA_HOME": str(trash_home(self.data)),
            **display_environment(display or ""),
        }
        return found | ({} if display else {"QT_QPA_PLATFORM": "offscreen"})

    @property
    def lines(self) -> list[str]:
        """What the program has printed since `forget`."""
        return self.output.read_bytes()[self.forgotten :].decode().split("\n")[:-1]

    def forget(self) -> None:
        """Clear `lines`."""
        self.forgotten = self.output.stat().st_size

    def said(self) -> str:
        """Its output since `forget`, and its log."""
        return "\n".join([*self.lines, self.log()])

    def log(self) -> str:
        """Its log."""
        path = self.data / "state" / "satchel.log"
        return path.read_text() if path.exists() else ""

    @property
    def sessions(self) -> Path:
        """The folder of session folders."""
        return self.data / "sessions"

    @property
    def session(self) -> Path:
        """The folder of the window's session."""
        return self.sessions / (self.data / "window-session").read_text()

    def files(self) -> dict[str, bytes]:
        """Names and contents of the files of the window's session."""
        return {path.name: path.read_bytes() for path in self.session.iterdir()}

    def pages(self) -> list[Page]:
        """The pages of all windows, once at least one is there and answers clicks."""
        for _ in range(6):
            self._wait_for_page()
            with contextlib.suppress(TimeoutError):
                return [self._ready(page) for page in self.connect()]
        raise AssertionError("The window does not answer:\n" + "\n".join(self.lines))

    def connect(self) -> list[Page]:
        """The pages of all windows, whatever they show and whether they answer or not."""
        browser = self.playwright.chromium.connect_over_cdp(
            f"http://127.0.0.1:{self.port}",
            no_defaults=True,  # otherwise Playwright asks for features that a web view lacks
            is_local=True,
        )
        return browser.contexts[0].pages

    def _ready(self, page: Page) -> Page:
        """The page, once its script runs. Connecting during a navigation gets no answer."""
        page.locator("body").wait_for(state="attached", timeout=5000)
        page.wait_for_load_state(timeout=5000)
        page.set_default_timeout(SECONDS * 1000)
        return page

    def page(self) -> Page:
        """The page of the first window."""
        return self.pages()[0]

    def _wait_for_page(self) -> None:
        for _ in range(SECONDS * 10):
            if any(self._is_ours(target["url"]) for target in self.targets()):
                return
            if ended(self.process, 0.1):
                break
        raise AssertionError("No window opened:\n" + "\n".join(self.lines))

    def targets(self) -> list[dict[str, str]]:
        """Address and title of each window's page, as Chromium's debugger lists them."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/json/list") as answer:
                found: list[dict[str, str]] = json.load(answer)
        except OSError:  # it does not listen yet
            return []
        return found

    @property
    def titles(self) -> list[str]:
        """The titles of the pages in all windows."""
        return sorted(target["title"] for target in self.targets())

    def _is_ours(self, url: str) -> bool:
        return url.startswith("http://127.0.0.1:") and "/_satchel/enter" not in url

    def wait(self) -> int:
        """Wait until the program ends by itself; return its exit code."""
        return self.process.wait(SECONDS)

    def stop(self) -> int:
        """End it as a system that shuts down would; return its exit code."""
        self.process.terminate()
        return self.wait()

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(SECONDS)


def display_environment(name: str) -> dict[str, str]:
    """What leads a program to a display: X11's by number, Wayland's by the path of its socket."""
    is_wayland = name.startswith("/")
    return {"DISPLAY": "" if is_wayland else name, "WAYLAND_DISPLAY": name if is_wayland else ""}


def ended(process: subprocess.Popen[str], seconds: float) -> bool:
    """Whether the process ends within this time."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def until(happened: Callable[[], bool], what: str) -> None:
    """Wait for something in another process that sends no signal.

    A file that goes while `happened` looks at it, as that process renames it, is looked at again.
    """
    never = Event()
    for _ in range(int(SECONDS / POLL)):
        with contextlib.suppress(FileNotFoundError):
            if happened():
                return
        never.wait(POLL)
    raise AssertionError(f"In {SECONDS} s it did not happen that {what}")


def has_focus(page: Page) -> bool:
    """Whether the page's window is in front for its program, which learns it last."""
    return page.evaluate("document.hasFocus()") is True
