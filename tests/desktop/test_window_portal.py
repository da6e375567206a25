"""The desktop's own dialogs for files, where it has a portal: here those of GTK."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from playwright.sync_api import Page, Playwright, expect

from desktop.files import opener, other_programs
from tests.desktop.conftest import Start
from tests.support.display import Display
from tests.support.native import NativeApp, until
from tests.support.served import ROOT
from tests.support.session_bus import PORTALS, SessionBus
from tests.support.tray import Tray

pytestmark = pytest.mark.native

PROGRAM = ROOT / "tests" / "support" / "window_program.py"
SAVE, OPEN, FOLDER = "^Save file$", "^Open files$", "^Choose a folder$"


@pytest.fixture(scope="module")
def bus(display: Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SessionBus]:
    """A session with a portal."""
    bus = SessionBus(tmp_path_factory.mktemp("session"), display.environment)
    yield bus
    bus.close()


@pytest.fixture(scope="module")
def page(
    playwright: Playwright,
    display: Display,
    bus: SessionBus,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Page]:
    """A program in that session."""
    folder = tmp_path_factory.mktemp("portal")
    app = NativeApp(
        playwright,
        [str(PROGRAM)],
        folder / "data",
        display=display.name,
        environment=bus.environment,
    )
    try:
        yield app.page()
    finally:
        app.kill()


def ask(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def says(page: Page, text: str) -> None:
    expect(page.locator("#outcome")).to_have_text(text)


def answer(page: Page, display: Display, title: str, *keys: str) -> None:
    """Press keys in a dialog until the program has its answer: it may not show its files yet."""
    display.window(title)

    def answered() -> bool:
        if display.has_window(title):
            display.press(*keys)
        return page.locator("#outcome").inner_text() != "..."

    until(answered, "the program has the answer")


def test_a_file_is_saved_and_the_next_one_beside_it(
    page: Page, display: Display, tmp_path: Path
) -> None:
    ask(page, "save")
    display.answer_file_dialog(SAVE, tmp_path / "mine #1 100%.txt")
    says(page, f"save: {tmp_path / 'mine #1 100%.txt'}")
    assert (tmp_path / "mine #1 100%.txt").read_bytes() == b"the report"
    ask(page, "save a file")
    display.window(SAVE)
    display.press("Return")
    says(page, f"save a file: {tmp_path / 'other.txt'}")
    assert (tmp_path / "other.txt").read_bytes() == b"shown"


def test_several_files_are_opened_and_only_those_of_the_wanted_kind(
    page: Page, display: Display, bus: SessionBus
) -> None:
    for name in ("a.txt", "b.txt", "c.png"):
        (bus.begins / name).write_text(name)
    ask(page, "choose")
    answer(page, display, OPEN, "ctrl+a", "Return")
    says(page, "choose: [('a.txt', b'a.txt'), ('b.txt', b'b.txt')]")


def test_a_folder_is_chosen(page: Page, display: Display, bus: SessionBus) -> None:
    ask(page, "folder")
    answer(page, display, FOLDER, "alt+s")
    says(page, f"folder: {bus.begins}")


@pytest.mark.parametrize(("button", "title"), [("save", SAVE), ("folder", FOLDER)])
def test_a_dialog_is_cancelled_and_the_next_one_opens(
    page: Page, display: Display, button: str, title: str
) -> None:
    for _ in range(2):
        ask(page, button)
        display.window(title)
        display.press("Escape")
        display.wait_until_gone(title)
        says(page, f"{button}: None")


def test_a_window_becomes_dark_and_light_with_the_desktop(
    page: Page, display: Display, bus: SessionBus
) -> None:
    def is_dark() -> tuple[bool, bool]:
        """Whether the menus are, and what the page is told."""
        left, top = display.corner(page.locator("body"), "^Tester$")
        told = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        return sum(display.colour((left + 400, top - 5))) < 3 * 128, told

    assert is_dark() == (False, False)
    for scheme, dark in (("prefer-dark", True), ("default", False), ("prefer-dark", True)):
        bus.prefer(scheme)
        until(lambda: is_dark() == (dark, dark), f"the window follows: {scheme}")  # noqa: B023
    bus.prefer("default")


@pytest.mark.source  # an executable has the same
def test_in_a_sandbox_files_are_opened_by_the_portal(
    bus: SessionBus, display: Display, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    monkeypatch.setenv("SNAP", "/snap/mine/1")
    path = tmp_path / "mine #1 100%.txt"
    path.write_text("mine")
    opener.open_file(path)
    until(lambda: bus.opened.read_text() == f"{path}\n", "the program has it")
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(other_programs.open_with, path, None)
        display.window("^Open With")
        display.press("Escape")
        assert asked.result() is None
    assert bus.opened.read_text() == f"{path}\n"


def test_without_an_answer_of_the_portal_a_window_opens_with_dialogs_of_qt(
    start: Start, display: Display
) -> None:
    silent = Tray()
    connection = open_dbus_connection(silent.address)
    connection.send_and_get_reply(message_bus.RequestName(PORTALS[0]))
    app = start(PROGRAM, **silent.environment)
    ask(app.page(), "folder")
    display.window(FOLDER)
    display.press("Escape")
    says(app.page(), "folder: None")
    assert app.stop() == 0
    silent.close()
