"""The programs of the document from which Satchel was ordered, unchanged, in a browser."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.conftest import Serve
from tests.support.served import SEED, with_seed

pytestmark = with_seed


def test_static_download(serve: Serve, page: Page, pictures: list[Path], tmp_path: Path) -> None:
    program = tmp_path / "static_download.py"
    shutil.copy(SEED / "static_download.py", program)
    shutil.copy(pictures[0], tmp_path / "image1.png")
    page.goto(serve(program).url)
    with page.expect_download() as download:
        page.get_by_text("Download image").click()
    assert download.value.suggested_filename == "image1.png"
    assert download.value.path().read_bytes() == pictures[0].read_bytes()


def test_dynamic_download(serve: Serve, page: Page) -> None:
    page.goto(serve(SEED / "dynamic_download.py").url)
    link = page.get_by_text("Download File")
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "text_file.txt"
    text = download.value.path().read_text()
    assert text.startswith("This text file was generated on 20")
    # The handler replaced text-white, a colour, by text-yellow-500, and left text-2xl, a size.
    expect(link).to_have_class("inline-block m-2 p-2 bg-blue-500 text-2xl text-yellow-500")
    expect(link).to_have_css("color", "oklch(0.795 0.184 86.047)")


def test_file_input(serve: Serve, page: Page, pictures: list[Path]) -> None:
    page.goto(serve(SEED / "file_input.py").url)
    page.set_input_files("input", pictures)
    for path in pictures:
        modified = int(path.stat().st_mtime * 1000)
        line = f"{path.name} | {path.stat().st_size} | image/png | {modified}"
        expect(page.get_by_text(line)).to_be_visible()


def test_upload_thumbnails(serve: Serve, page: Page, pictures: list[Path], tmp_path: Path) -> None:
    data = tmp_path / "data"
    running = serve(SEED / "upload_thumbnails.py", data=data)
    page.goto(running.url)
    expect(page.get_by_text("No images uploaded yet")).to_be_visible()
    page.set_input_files("input", pictures)
    page.get_by_role("button", name="Upload").click()
    expect(page.locator("img")).to_have_count(3)
    expect(page.get_by_text("No images uploaded yet")).to_have_count(0)
    for image in page.locator("img").all():
        assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 300

    (session,) = running.sessions
    assert {path.name for path in session.iterdir()} == {path.name for path in pictures}
    for path in pictures:
        assert (session / path.name).read_bytes() == path.read_bytes()
        with page.expect_download() as download:
            page.locator(f'a[download="{path.name}"]').click()
        assert download.value.suggested_filename == path.name
        assert download.value.path().read_bytes() == path.read_bytes()

    running.stop()
    page.goto("about:blank")  # the page that was open would load itself anew meanwhile
    page.goto(serve(SEED / "upload_thumbnails.py", data=data).url)
    expect(page.locator("img")).to_have_count(3)
