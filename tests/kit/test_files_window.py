"""kit.Files in the real window: with the keyboard of the system, and saved by its dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.support.display import Display
from tests.support.file_tiles import selected, tile, tiles
from tests.support.native import NativeApp, until
from tests.support.served import write_program

pytestmark = pytest.mark.native

PROGRAM = """
from core import kit

def page(request):
    wp = kit.Page("Pictures")
    folder = jp.app.session_folder(request.session_id)
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder.folder / name).write_text(name)
    kit.Files(folder, view="list", a=wp)
    return wp

jp.justpy(page)
"""


@pytest.fixture(scope="module")
def app(display: Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NativeApp]:
    folder = tmp_path_factory.mktemp("files")
    program = write_program(folder, PROGRAM)
    with sync_playwright() as playwright:
        app = NativeApp(playwright, [str(program)], folder / "data", display=display.name)
        yield app
        app.kill()


@pytest.fixture(scope="module")
def page(app: NativeApp) -> Page:
    page = app.page()
    expect(tiles(page)).to_have_count(3)
    return page


def test_keys_and_dialogs_of_the_window(
    page: Page, app: NativeApp, display: Display, tmp_path: Path
) -> None:
    tile(page, "a.txt").click()
    display.window("Pictures")
    display.press("shift+Down")
    until(lambda: selected(page) == ["a.txt", "b.txt"], "both are selected")
    display.press("Escape", "Down", "F2")
    expect(page.get_by_role("textbox", name="New name of c.txt")).to_be_focused()
    display.press("z", "Return")
    expect(tile(page, "z.txt")).to_have_count(1)
    assert (app.session / "z.txt").read_text() == "c.txt"
    page.get_by_role("button", name="Save").click()
    display.answer_file_dialog("Save file", tmp_path / "saved.txt")
    until((tmp_path / "saved.txt").exists, "it is saved")
    assert (tmp_path / "saved.txt").read_text() == "c.txt"
    page.get_by_role("listbox").focus()
    display.press("Delete")
    expect(tiles(page)).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(tiles(page)).to_have_count(3)
