"""Fixtures for all tests: a real Chromium, and programs served to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

import core as jp
from core import testing
from core.files.clock import Clock
from core.uploads.engine import Uploads
from tests.support import tus, windows
from tests.support.bus import Desktop
from tests.support.coarse_times import CoarseTimes
from tests.support.display import Display, open_display
from tests.support.plain import Plain
from tests.support.served import Served, served, start, write_program

os.environ["SATCHEL_LANG"] = "en"  # whatever this machine speaks; programs inherit it
if sys.platform == "win32":
    windows.refuse_what_is_lacking()


def pytest_configure(config: pytest.Config) -> None:
    if sys.platform == "win32":
        config.pluginmanager.register(windows)


CHROMIUM = shutil.which("chromium")  # None: the one that Playwright installed
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

# Milliseconds. Lost connections are tried again after seconds, and the machine may be busy.
expect.set_options(timeout=20_000)

Serve = Callable[..., Served]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. One per module: its event loop would be in the way of async tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser without cookies."""
    context = chromium.new_context(accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """An empty tab. An error in a page's script fails the test."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    # From the start: Playwright does not wait until Chromium reports file choosers to it, and a key
    # may open one before that.
    page.on("filechooser", lambda chooser: None)
    yield page
    assert errors == []


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """A function that serves a program: a file, the source of one that has ``jp`` already, or None:
    the default app.
    """
    running: list[Served] = []

    def serve(program: Path | str | None, *options: str, data: Path | None = None) -> Served:
        if isinstance(program, str):
            program = write_program(tmp_path, program)
        running.append(start(program, data or tmp_path / "data", *options))
        return running[-1]

    yield serve
    for each in running:
        each.stop()


@pytest.fixture(scope="module")
def program(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The program whose source the module has as ``PROGRAM``."""
    folder = tmp_path_factory.mktemp("program")
    with served(write_program(folder, request.module.PROGRAM), folder / "data") as running:
        yield running


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Callable[..., Plain]]:
    """A function that runs the source of a program in a process of its own."""
    running: list[Plain] = []

    def run(source: str, **environment: str) -> Plain:
        running.append(Plain(tmp_path, source, **environment))
        return running[-1]

    yield run
    for each in running:
        each.process.kill()
        each.process.communicate()


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    """Three pictures, one of them with a name that needs care in links."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    paths = [folder / name for name in ("red.png", "a #1 100%.png", "日本 é.png")]
    for path, color in zip(paths, ("red", "green", "blue"), strict=True):
        Image.new("RGB", (300, 200), color).save(path)
    return paths


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """For modules that connect to windows. Not beside `chromium`, which has its own."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    """A screen of its own, with a window manager."""
    made = open_display()
    yield made
    made.close()


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """A desktop that takes note of what it is asked for."""
    made = Desktop()
    yield made
    made.close()


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """A function that makes a small file system of its own, with options of mount."""
    disks: list[Path] = []

    def mount(options: str) -> Path:
        disk = tmp_path / f"disk-{len(disks)}"
        disk.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
        if sys.platform != "linux" or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("mounting a file system is not permitted here")
        disks.append(disk)
        return disk

    yield mount
    for disk in disks:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.fixture
def coarse_times(monkeypatch: pytest.MonkeyPatch) -> CoarseTimes:
    """Writes files whose times do not show that they have changed."""
    return CoarseTimes(monkeypatch)


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has one: thousands of syncs take no time there."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    """The upload engine on an empty folder."""
    return tus.uploads(tmp_path)


@pytest.fixture
async def client(uploads: Uploads) -> AsyncIterator[httpx.AsyncClient]:
    """A client of that engine, without a network."""
    async with tus.client(uploads) as client:
        yield client


class Live:
    """A page of components in Chromium, with the components at hand.

    Attributes:
        page: the tab.
        web_page: what it shows.
        stage: what the components stand in.
    """

    def __init__(
        self, page: Page, web_page: jp.WebPage, stage: jp.Div, handler: list[Callable[[], Any]]
    ) -> None:
        self.page = page
        self.web_page = web_page
        self.stage = stage
        self._handler = handler
        self._done = 0

    def do(self, change: Callable[[], Any]) -> Any:
        """Change components as a handler does; what that returned, when the browser shows it."""
        results: list[Any] = []
        self._handler[:] = [lambda: results.append(change())]
        self._done += 1
        self.page.evaluate("document.getElementById('live-do').click()")
        expect(self.page.locator("#live-done")).to_have_text(str(self._done))
        assert results, "the change failed: see the log"
        return results[0]

    def attribute(self, component: jp.Component, name: str) -> str | None:
        """An attribute of the component's element."""
        return self.element(component).get_attribute(name)

    def element(self, component: jp.Component) -> Locator:
        """The elements of a component."""
        return self.page.locator(f'[data-c="{component.component_id}"]')

    def children(self, component: jp.Component) -> list[str]:
        """The texts of the element's children, in order."""
        return self.element(component).locator("> *").all_text_contents()


@pytest.fixture
def live(page: Page) -> Iterator[Callable[..., Live]]:
    """A function that shows components in Chromium."""
    with ExitStack() as stack:

        def show(*components: jp.Component, **options: Any) -> Live:
            handler: list[Callable[[], Any]] = []
            stage = jp.Div().add(*components)
            web_page = jp.WebPage(**options).add(stage)
            done = jp.P(id="live-done", text="0", a=web_page)

            def run() -> None:
                handler[0]()
                done.text = str(int(done.text) + 1)

            jp.Button(id="live-do", click=run, a=web_page)
            user = stack.enter_context(testing.serve(routes=[("/", lambda: web_page)]))
            page.goto(user.url)
            return Live(page, web_page, stage, handler)

        yield show


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Lets time pass for uploads, in seconds, while somebody looks at the clock."""
    now = time.time
    monkeypatch.setattr(Clock, "unseen", lambda self, since, now: 0.0)

    def pass_by(seconds: float) -> None:
        monkeypatch.setattr("core.uploads.expiry.time.time", lambda: now() + seconds)

    return pass_by
