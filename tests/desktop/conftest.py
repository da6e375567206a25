"""Fixtures for tests of windows on a screen, of files given to them, and of the default app."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.conftest import Serve
from tests.support.display import Display
from tests.support.intake import Intake, write_intake_program
from tests.support.native import NativeApp
from tests.support.served import Served, write_program
from tests.support.shelf import EMPTY

Start = Callable[..., NativeApp]


@pytest.fixture
def start(playwright: Playwright, display: Display, tmp_path: Path) -> Iterator[Start]:
    """A function that opens a program's window on the display."""
    running: list[NativeApp] = []

    def start(
        *arguments: str | Path, data: Path = tmp_path / "data", **environment: str
    ) -> NativeApp:
        words = [str(argument) for argument in arguments]
        app = NativeApp(playwright, words, data, display=display.name, environment=environment)
        running.append(app)
        return app

    yield start
    for app in running:
        app.kill()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """A function that writes a program into a folder of its own."""
    folder = tmp_path / "mine"
    folder.mkdir()
    return lambda source: write_program(folder, source)


@pytest.fixture(scope="module")
def intake_window(
    playwright: Playwright, display: Display, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Intake, Page]]:
    """One window for all tests of a module, with a program that prints what reaches it."""
    folder = tmp_path_factory.mktemp("intake")
    arguments = [str(write_intake_program(folder))]
    app = NativeApp(playwright, arguments, folder / "data", display=display.name)
    try:
        yield Intake(app), app.page()
    finally:
        app.kill()


@pytest.fixture
def intake(intake_window: tuple[Intake, Page]) -> Intake:
    """What reaches that program from now on."""
    intake, _page = intake_window
    intake.forget()
    return intake


@pytest.fixture
def shelf(serve: Serve, page: Page) -> Served:
    """The default app, open in the page."""
    served = serve(None)
    page.goto(served.url)
    expect(page.get_by_text(EMPTY)).to_be_visible()
    return served
