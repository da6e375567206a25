"""Files dropped on the window and saved from it, by mouse, keyboard and the system's dialogs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.desktop.conftest import Start
from tests.support.display import Display, open_display
from tests.support.native import NativeApp, until
from tests.support.served import SEED, with_seed

pytestmark = [pytest.mark.native, with_seed]

SAVE = "Save file"  # the title of the system's dialog


@pytest.fixture
def display() -> Iterator[Display]:
    made = open_display()
    yield made
    made.close()


def with_files(start: Start, display: Display, files: list[Path]) -> tuple[NativeApp, Page]:
    """The thumbnail program, with files that were dragged in from another program."""
    app = start(SEED / "upload_thumbnails.py")
    page = app.page()
    target = display.middle(page.locator("form"), "upload_thumbnails")
    lit = page.locator("form.satchel-dropping")
    assert display.drop_files(files, target, seen=lit.is_visible) == "CopyAction"
    expect(lit).to_have_count(0)
    page.get_by_role("button", name="Upload").click()
    expect(page.locator("a[download]")).to_have_count(len(files))
    return app, page


def test_files_dropped_on_the_form_arrive(
    start: Start, display: Display, pictures: list[Path]
) -> None:
    app, page = with_files(start, display, pictures)
    names = {link.get_attribute("download") for link in page.locator("a[download]").all()}
    assert names == {path.name for path in pictures}
    assert app.files() == {path.name: path.read_bytes() for path in pictures}


def test_a_drop_beside_a_form_does_nothing(
    start: Start, display: Display, pictures: list[Path]
) -> None:
    app = start(SEED / "dynamic_download.py")
    page = app.page()
    before = page.url
    place = display.middle(page.locator("body"), "dynamic_download")
    assert display.drop_files(pictures[:1], place) == "IgnoreAction"
    page.get_by_text("Download File").wait_for()
    assert page.url == before
    assert len(app.pages()) == 1
    assert not app.opened.exists()


def test_a_click_saves_through_the_dialog(
    start: Start, display: Display, pictures: list[Path], tmp_path: Path
) -> None:
    _, page = with_files(start, display, pictures[2:])
    page.locator("a[download]").click()
    target = tmp_path / "saved" / "my copy.png"
    target.parent.mkdir()
    display.answer_file_dialog(SAVE, target)
    until(target.exists, "the file is saved")
    assert target.read_bytes() == pictures[2].read_bytes()
    assert [path.name for path in target.parent.iterdir()] == ["my copy.png"]


def test_the_dialog_suggests_the_name_and_remembers_the_folder(
    start: Start, display: Display, pictures: list[Path], tmp_path: Path
) -> None:
    _, page = with_files(start, display, pictures[1:2])
    first = tmp_path / "chosen" / "first.png"
    first.parent.mkdir()
    page.locator("a[download]").click()
    display.answer_file_dialog(SAVE, first)
    until(first.exists, "the first file is saved")
    page.locator("a[download]").click()
    display.window(SAVE)
    display.press("Return")
    second = first.with_name(pictures[1].name)
    until(second.exists, "the second one is saved beside it, under its own name")
    assert second.read_bytes() == pictures[1].read_bytes()


def test_cancel_changes_nothing(
    start: Start, display: Display, pictures: list[Path], tmp_path: Path
) -> None:
    app, page = with_files(start, display, pictures[:1])
    page.locator("a[download]").click()
    display.window(SAVE)
    before = sorted(tmp_path.rglob("*.part"))
    display.press("Escape")
    display.wait_until_gone(SAVE)
    page.locator("a[download]").click()
    display.window(SAVE)  # the next one can be saved: nothing is stuck
    assert sorted(tmp_path.rglob("*.part")) == before == []
    assert app.process.poll() is None


def test_a_target_that_cannot_be_written_is_explained(
    start: Start, display: Display, pictures: list[Path]
) -> None:
    _, page = with_files(start, display, pictures[:1])
    page.locator("a[download]").click()
    display.answer_file_dialog(SAVE, Path("/sys/picture.png"))
    page.get_by_text("“picture.png” was not saved in /sys").wait_for()


def test_a_folder_that_vanishes_meanwhile_is_explained(
    start: Start, display: Display, write: Callable[[str], Path], tmp_path: Path
) -> None:
    body = """
import os, time
def slow():
    yield b'begun'
    while not os.path.exists('GO'):
        time.sleep(0.05)
    yield b'ended'
@jp.SetRoute('/slow')
def download():
    return jp.Download(slow(), 'slow.bin')
def page():
    wp = jp.WebPage(title='Mine')
    jp.A(text='Slow', href='/slow', download='slow.bin', a=wp)
    return wp
jp.justpy(page)
"""
    app = start(write(body.replace("GO", str(tmp_path / "go"))))
    page = app.page()
    page.get_by_text("Slow").click()
    target = tmp_path / "stick" / "slow.bin"
    target.parent.mkdir()
    display.answer_file_dialog(SAVE, target)
    until(lambda: any(target.parent.iterdir()), "it is being written")
    shutil.rmtree(target.parent)
    (tmp_path / "go").touch()
    page.get_by_text(f"“slow.bin” was not saved in {target.parent}").wait_for()
    page.get_by_text("That folder no longer exists. Choose another one.").wait_for()
    assert app.stop() == 0


def test_a_file_that_is_gone_is_an_error_and_no_dialog(
    start: Start, display: Display, pictures: list[Path]
) -> None:
    app, page = with_files(start, display, pictures[:1])
    (app.session / pictures[0].name).unlink()
    page.locator("a[download]").click()
    page.get_by_text("no longer exists").wait_for()
    assert not display.has_window(SAVE)


def test_a_generated_download_is_saved(start: Start, display: Display, tmp_path: Path) -> None:
    page = start(SEED / "dynamic_download.py").page()
    page.get_by_text("Download File").click()
    target = tmp_path / "text.txt"
    display.answer_file_dialog(SAVE, target)
    until(target.exists, "the file is saved")
    assert target.read_text().startswith("This text file was generated on ")


def test_a_link_that_downloads_leaves_no_empty_window(
    start: Start, display: Display, write: Callable[[str], Path], tmp_path: Path
) -> None:
    body = """
@jp.SetRoute('/report')
def report():
    return jp.PlainTextResponse('x', headers={'Content-Disposition': 'attachment; filename=a.txt'})
def page():
    wp = jp.WebPage(title='Mine')
    jp.A(text='Report', href='/report', target='_blank', a=wp)
    return wp
jp.justpy(page)
"""
    app = start(write(body))
    app.page().get_by_text("Report").click()
    target = tmp_path / "report.txt"
    display.answer_file_dialog(SAVE, target)
    until(target.exists, "the file is saved")
    assert app.titles == ["Mine"]


def test_what_a_script_makes_is_saved_too(start: Start, display: Display, tmp_path: Path) -> None:
    page = start(SEED / "static_download.py").page()
    page.evaluate(
        """() => { const link = document.createElement('a');
           link.href = URL.createObjectURL(new Blob(['made by a script']));
           link.download = 'made.txt'; link.click(); }"""
    )
    target = tmp_path / "made.txt"
    display.answer_file_dialog(SAVE, target)
    until(target.exists, "the file is saved")
    assert target.read_text() == "made by a script"
    until(lambda: not list(tmp_path.rglob("downloads/*")), "the web view's copy is removed")
