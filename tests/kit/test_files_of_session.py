"""kit.Files on the folder of a session: thumbnails, files dragged out and saved, a kill."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Serve
from tests.support.file_tiles import tile, tiles

pytestmark = pytest.mark.browser

PROGRAM = """
from pathlib import Path
from core import kit

def page(request):
    wp = kit.Page("Pictures")
    folder = jp.app.session_folder(request.session_id)
    kit.Upload(lambda msg: [file.save(folder) for file in msg.files] and None, compact=True, a=wp)
    kit.Files(folder, a=wp)
    return wp

jp.justpy(page)
"""

DRAGGED = """([name, kind]) => {
    const dataTransfer = new DataTransfer();
    const tiles = [...document.querySelectorAll('[role=listbox] [role=option]')];
    const tile = tiles.find(({ title }) => title === name);
    tile.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer }));
    return dataTransfer.getData(kind);
}"""


def test_pictures_arrive_with_their_thumbnails_and_are_dragged_out(
    serve: Serve, page: Page, pictures: list[Path]
) -> None:
    program = serve(PROGRAM)
    page.goto(program.url)
    page.set_input_files("input[type=file]", pictures)
    expect(tiles(page)).to_have_count(3)
    for path in pictures:
        image = tile(page, path.name).locator("img")
        expect(image).to_have_js_property("naturalWidth", 256)
        tile(page, path.name).click()
        dragged = page.evaluate(DRAGGED, [path.name, "DownloadURL"])
        media_type, name, address = dragged.split(":", 2)
        assert (media_type, name) == ("image/png", path.name)
        saved = page.request.get(address)
        assert saved.body() == path.read_bytes()
        assert saved.headers["content-disposition"].startswith("attachment")


def test_several_files_are_saved_as_one_archive(
    serve: Serve, page: Page, pictures: list[Path]
) -> None:
    page.goto(serve(PROGRAM).url)
    page.set_input_files("input[type=file]", pictures)
    expect(tiles(page)).to_have_count(3)
    tile(page, "red.png").click()
    with page.expect_download() as one:
        page.get_by_role("button", name="Save").click()
    assert one.value.suggested_filename == "red.png"
    page.get_by_role("listbox").focus()
    page.keyboard.press("Control+a")
    expect(page.get_by_text("3 of 3 files selected")).to_be_visible()
    with page.expect_download() as all_of_them:
        page.get_by_role("button", name="Save").click()
    assert all_of_them.value.suggested_filename == "Files.zip"


def test_a_kill_while_undo_is_possible_loses_nothing(
    serve: Serve, page: Page, pictures: list[Path], tmp_path: Path
) -> None:
    program = serve(PROGRAM)
    page.goto(program.url)
    page.set_input_files("input[type=file]", pictures)
    expect(tiles(page)).to_have_count(3)
    tile(page, "red.png").click()
    page.keyboard.press("Delete")
    expect(tiles(page)).to_have_count(2)
    program.kill()
    [session] = program.sessions
    [hidden] = [path for path in session.iterdir() if path.name.startswith(".")]
    assert (hidden / "red.png").read_bytes() == pictures[0].read_bytes()
    again = serve(PROGRAM)
    page.goto(again.url)
    expect(page.get_by_role("listbox")).to_have_count(1)
    assert "red.png" not in os.listdir(session)
    assert (hidden / "red.png").exists()  # until the cleanup, two days later


def test_another_session_does_not_see_them(serve: Serve, page: Page, pictures: list[Path]) -> None:
    program = serve(PROGRAM)
    page.goto(program.url)
    page.set_input_files("input[type=file]", pictures[:1])
    expect(tiles(page)).to_have_count(1)
    address = page.evaluate(DRAGGED, ["red.png", "text/uri-list"])
    browser = page.context.browser
    assert browser is not None
    other = browser.new_context()
    stranger = other.new_page()
    stranger.goto(program.url)
    expect(stranger.get_by_text("No files yet.")).to_be_visible()
    assert other.request.get(address).status == 404
    other.close()
