"""The default app in its window: files are opened, shown, and saved, one, several, or all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.support.bus import Desktop
from tests.support.display import Display, not_on_wayland
from tests.support.file_tiles import choose, selected, tile, tiles
from tests.support.native import NativeApp, until
from tests.support.served import trash_home
from tests.support.uploading import keep_panels

pytestmark = [pytest.mark.native, pytest.mark.twice]

PROGRAMS = {"xdg-open": "opened-files", "reader": "read", "xdg-email": "mail", "lp": "printed"}

FILES = {"a.txt": b"a", "b c.txt": b"b", "run.sh": b"#!/bin/sh\n"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the app lives, with programs that note the files which they are given."""
    folder = tmp_path_factory.mktemp("shelf")
    (folder / "bin").mkdir()
    for name, notes in PROGRAMS.items():
        program = folder / "bin" / name
        program.write_text(f'#!/bin/sh\nfor each; do echo "$each"; done >>"{folder / notes}"\n')
        program.chmod(0o755)
    entries = folder / "share" / "applications"
    entries.mkdir(parents=True)
    for name in ("Absent", "Reader"):
        entry = f"Type=Application\nName={name}\nExec={name.lower()} %F\nMimeType=text/plain;\n"
        (entries / f"{name}.desktop").write_text(f"[Desktop Entry]\n{entry}")
    return folder


@pytest.fixture(scope="module")
def app(display: Display, desktop: Desktop, folder: Path) -> Iterator[NativeApp]:
    """One window for all tests of this module, with three files."""
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    (folder / "home").mkdir()
    own = {"PATH": path, "HOME": str(folder / "home"), "XDG_DATA_DIRS": str(folder / "share")}
    around = desktop.environment | own
    with sync_playwright() as playwright:
        app = NativeApp(playwright, [], folder / "data", display=display.name, environment=around)
        yield app
        app.kill()


@pytest.fixture(scope="module")
def shelf(app: NativeApp, tmp_path_factory: pytest.TempPathFactory) -> Page:
    page = app.page()
    sent = tmp_path_factory.mktemp("sent")
    for name, content in FILES.items():
        (sent / name).write_bytes(content)
    page.locator("input[type=file]").set_input_files([sent / name for name in FILES])
    expect(tiles(page)).to_have_count(len(FILES))
    return page


@pytest.fixture(autouse=True)
def closed_notices(shelf: Page) -> Iterator[None]:
    """No notice of a test lies over the files of the next one."""
    yield
    shelf.locator(".satchel-notice-close").evaluate_all("all => all.forEach(each => each.click())")


def test_people_are_told_once_that_files_can_be_dragged_out(shelf: Page) -> None:
    hint = shelf.get_by_role("status").filter(has_text="Drag files from here")
    files, line = shelf.locator(".kit-files-view").bounding_box(), hint.bounding_box()
    assert files is not None and line is not None
    assert files["y"] + files["height"] <= line["y"]
    shelf.get_by_role("button", name="Close hint").click()
    expect(hint).to_have_count(0)
    shelf.reload()
    expect(tiles(shelf)).to_have_count(len(FILES))
    expect(hint).to_have_count(0)


def click(page: Page, command: str, name: str) -> None:
    """Select a file only, and press the button of a command."""
    tile(page, name).click()
    until(lambda: selected(page) == [name], "it is selected, and no other one")
    expect(page.get_by_text("1 of ")).to_be_visible()
    page.get_by_role("button", name=command, exact=True).click()


def contents(folder: Path) -> dict[str, bytes]:
    """The files in a folder and those below it."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_file_is_opened_by_its_program(shelf: Page, app: NativeApp, folder: Path) -> None:
    click(shelf, "Open", "b c.txt")
    noted = folder / "opened-files"
    until(noted.exists, "the system opens it")
    until(lambda: noted.read_text() == f"{app.session / 'b c.txt'}\n", "it is that file")


def test_a_script_is_not_opened(shelf: Page, folder: Path) -> None:
    tile(shelf, "run.sh").click()
    shelf.keyboard.press("Enter")
    problem = shelf.locator(".satchel-notice[data-kind=bad]")
    expect(problem).to_contain_text("a program or a script")
    problem.get_by_role("button", name="Close message").click()
    assert "run.sh" not in (folder / "opened-files").read_text()


def test_a_file_is_shown_in_its_folder(shelf: Page, app: NativeApp, desktop: Desktop) -> None:
    desktop.asked.clear()
    click(shelf, "Show in folder", "a.txt")
    until(lambda: bool(desktop.asked), "the file manager is asked")
    assert desktop.asked == [("ShowItems", ([(app.session / "a.txt").as_uri()], ""))]


def test_all_files_are_saved_into_a_folder(
    shelf: Page, app: NativeApp, display: Display, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"was here before")
    (app.session / "holiday").mkdir()
    (app.session / "holiday" / "a.txt").write_bytes(b"in a folder")
    expect(tiles(shelf)).to_have_count(4)
    shelf.get_by_role("listbox").press("Control+a")
    expect(shelf.get_by_text("4 of 4 items selected")).to_be_visible()
    shelf.get_by_role("button", name="Save", exact=True).click()
    display.answer_file_dialog("Choose a folder", tmp_path)
    wanted = FILES | {"a.txt": b"was here before", "a (2).txt": b"a"}
    wanted["holiday/a.txt"] = b"in a folder"
    until(lambda: contents(tmp_path) == wanted, "all are there, and nothing was replaced")
    expect(shelf.get_by_text("Saved “4 files”").last).to_be_visible()
    other = "Saved under other names: “a.txt” is “a (2).txt”."
    expect(shelf.get_by_text(other).last).to_be_visible()
    (app.session / "holiday" / "a.txt").unlink()
    (app.session / "holiday").rmdir()
    expect(tiles(shelf)).to_have_count(3)


def test_those_that_are_selected_are_saved_as_a_zip_by_the_menu(
    shelf: Page, display: Display, tmp_path: Path
) -> None:
    tile(shelf, "a.txt").click()
    tile(shelf, "run.sh").click(modifiers=["Control"])
    expect(shelf.get_by_text("2 of 3 files selected")).to_be_visible()
    display.window("^Satchel$")
    display.press("ctrl+shift+s")
    display.answer_file_dialog("Save file", tmp_path / "some.zip")
    until((tmp_path / "some.zip").exists, "the archive is saved")
    with ZipFile(tmp_path / "some.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "a.txt": b"a",
            "run.sh": b"#!/bin/sh\n",
        }


def test_one_that_is_selected_is_saved_under_its_name(
    shelf: Page, display: Display, tmp_path: Path
) -> None:
    click(shelf, "Save", "a.txt")
    display.answer_file_dialog("Save file", tmp_path / "copy.txt")
    until((tmp_path / "copy.txt").exists, "the file is saved")
    assert (tmp_path / "copy.txt").read_bytes() == b"a"


def test_the_help_menu_says_what_it_is(shelf: Page, display: Display) -> None:
    display.window("^Satchel$")
    display.press("alt+h", "Return")
    display.window("About Satchel")
    display.press("Escape")
    display.wait_until_gone("About Satchel")


def test_files_are_opened_by_the_menu(
    shelf: Page, app: NativeApp, display: Display, tmp_path: Path
) -> None:
    (tmp_path / "opened.txt").write_bytes(b"opened")
    keep_panels(shelf)
    display.window("^Satchel$")
    display.press("ctrl+o")
    display.answer_file_dialog("Open files", tmp_path / "opened.txt")
    expect(tile(shelf, "opened.txt")).to_be_visible()
    expect(shelf.locator(".satchel-state")).to_have_text("Copied")  # nothing was sent
    assert (app.session / "opened.txt").read_bytes() == b"opened"


def test_the_right_button_opens_no_menu_of_a_browser(shelf: Page, display: Display) -> None:
    tile(shelf, "a.txt").click(button="right")
    menu = shelf.get_by_role("menu", name="Files")
    expect(menu.get_by_role("menuitem", name="Show in folder")).to_be_enabled()
    texts = menu.get_by_role("menuitem").all_text_contents()
    assert texts[:4] == ["Open", "Preview", "Save", "Copy"]
    assert texts[6:10] == ["Open with…", "Copy to folder…", "Send by mail…", "Print…"]
    shelf.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_the_menu_copies_files_for_other_programs(
    shelf: Page, app: NativeApp, display: Display
) -> None:
    tile(shelf, "a.txt").click(button="right")
    menu = shelf.get_by_role("menu", name="Files")
    menu.get_by_role("menuitem", name="Copy", exact=True).click()
    address, uris = (app.session / "a.txt").as_uri(), "text/uri-list"
    until(lambda: display.clipboard(uris)[uris].split() == [address], "the file is copied")


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def test_other_programs_get_files(
    shelf: Page, app: NativeApp, folder: Path, display: Display, tmp_path: Path
) -> None:
    given = str(app.session / "b c.txt")
    choose(shelf, "b c.txt", "Open with…")
    dialog = shelf.get_by_role("dialog", name="Open “b c.txt” with")
    expect(dialog.get_by_role("button")).to_have_text(["Reader (usual)", ""])  # no other is here
    shelf.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    choose(shelf, "b c.txt", "Open with…")
    dialog.get_by_role("button", name="Reader").press("Enter")
    until(lambda: lines(folder / "read") == [given], "the program has it")
    expect(dialog).to_have_count(0)
    choose(shelf, "run.sh", "Open with…")
    expect(shelf.locator(".satchel-notice[data-kind=bad]")).to_contain_text("a program or a script")

    choose(shelf, "b c.txt", "Send by mail…")
    until(lambda: lines(folder / "mail") == ["--attach", given], "the message has it")
    choose(shelf, "b c.txt", "Print…")
    until(lambda: len(display.find("^Satchel$")) == 2, "it asks")
    display.window("^Satchel$")
    display.press("Return")
    until(lambda: lines(folder / "printed")[-1:] == [given], "it is printed")
    expect(shelf.get_by_text("“b c.txt” is sent to the printer.")).to_be_visible()
    (tmp_path / "b c.txt").write_bytes(b"was here before")
    choose(shelf, "b c.txt", "Copy to folder…")
    display.answer_file_dialog("Choose a folder", tmp_path)
    wanted = {"b c.txt": b"was here before", "b c (2).txt": FILES["b c.txt"]}
    until(lambda: contents(tmp_path) == wanted, "it is there, and nothing was replaced")
    shelf.locator(".satchel-notice[data-kind=bad]").get_by_role("button", name="Close").click()


def test_an_archive_is_unpacked_by_an_action(shelf: Page, app: NativeApp) -> None:
    before = tiles(shelf).count()
    with ZipFile(app.session / "things.zip", "w") as archive:
        archive.writestr("inside/sea.txt", b"waves")
    choose(shelf, "things.zip", "Actions")
    dialog = shelf.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Folder of actions")).to_be_visible()
    dialog.get_by_role("button", name="Unpack ZIP").click()
    expect(shelf.locator(".satchel-notice").get_by_text("New here: “things”.")).to_be_visible()
    assert contents(app.session / "things") == {"inside/sea.txt": b"waves"}
    shutil.rmtree(app.session / "things")
    (app.session / "things.zip").unlink()
    expect(tiles(shelf)).to_have_count(before)


def test_removed_files_are_in_the_trash_and_come_back(shelf: Page, app: NativeApp) -> None:
    trashed = trash_home(app.data) / "Trash" / "files" / "a.txt"
    tile(shelf, "a.txt").click()
    shelf.keyboard.press("Delete")
    expect(tile(shelf, "a.txt")).to_have_count(0)
    assert trashed.read_bytes() == b"a" and not (app.session / "a.txt").exists()
    shelf.keyboard.press("Control+z")
    expect(tile(shelf, "a.txt")).to_be_visible()
    assert not trashed.exists() and (app.session / "a.txt").read_bytes() == b"a"


def test_choosing_begins_in_the_home_folder(shelf: Page, display: Display, folder: Path) -> None:
    (folder / "home" / "mine.txt").write_bytes(b"mine")
    shelf.locator(".kit-upload-button").click()
    display.window("Open files")
    display.type("mine.txt")
    display.press("Return")
    expect(tile(shelf, "mine.txt")).to_be_visible()


@not_on_wayland("sway does not list menus among its windows")
def test_text_fields_have_the_menu_of_the_system(shelf: Page, display: Display) -> None:
    field = shelf.get_by_role("searchbox")
    field.fill("zzz")
    expect(shelf.get_by_text("No file has “zzz” in its name.")).to_be_visible()
    before = set(display.find(""))
    display.point(display.middle(field, "^Satchel$"))
    display.click(3)
    until(lambda: bool(set(display.find("")) - before), "a menu opens")
    display.press("Up", "Return")  # its last command
    shelf.wait_for_function("document.activeElement.selectionEnd === 3")
    assert field.evaluate("field => field.selectionStart") == 0
    field.fill("")
    expect(tile(shelf, "a.txt")).to_be_visible()
