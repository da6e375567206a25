"""Fixtures for all tests: a real Chromium, and programs served to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.served import Served, start, write_program

CHROMIUM = shutil.which("chromium")  # None: the one that Playwright installed
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

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
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """An empty tab. An error in a page's script fails the test."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
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


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    """Three pictures, one of them with a name that needs care in links."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    paths = [folder / name for name in ("red.png", "a #1 100%.png", "日本 é.png")]
    for path, color in zip(paths, ("red", "green", "blue"), strict=True):
        Image.new("RGB", (300, 200), color).save(path)
    return paths
