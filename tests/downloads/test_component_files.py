"""Files outside the session's folder that a component shows: who gets them, and how long."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import BrowserContext, expect

import core as jp
from core.downloads.component_files import component_files
from tests.conftest import Serve
from tests.support.api import shows
from tests.support.local import Local, local
from tests.support.native import until


class Shown:
    """A program whose pages show a file, and the addresses that they used."""

    def __init__(self, file: Path | bytes, name: str | None = None) -> None:
        self.file, self.name = file, name
        self.pages: list[jp.WebPage] = []
        self.address = ""

    def __call__(self) -> jp.WebPage:
        page = jp.WebPage()
        shown = jp.Img(alt="it", a=page)
        self.address = shown.src = jp.file_address(self.file, shown, self.name)
        self.pages.append(page)
        return page


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    path = tmp_path / "elsewhere" / "a #1.txt"
    path.parent.mkdir()
    path.write_text("0123456789")
    return path


@pytest.fixture
def shown(outside: Path) -> Shown:
    return Shown(outside)


@pytest.fixture
def site(tmp_path: Path, shown: Shown) -> Iterator[Local]:
    with local(tmp_path / "data", shown) as site:
        yield site


def visited(site: Local, shown: Shown) -> httpx.Client:
    """A session that was served the page."""
    client = site.session()
    assert client.get("/").status_code == 200
    return client


def test_a_session_that_shows_the_component_gets_the_file(site: Local, shown: Shown) -> None:
    client = visited(site, shown)
    assert shown.address.endswith("/a%20%231.txt")
    answer = client.get(shown.address)
    assert answer.text == "0123456789"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    part = client.get(shown.address, headers={"Range": "bytes=2-4"})
    assert (part.status_code, part.text) == (206, "234")
    saved = client.get(shown.address + "?download").headers["Content-Disposition"]
    assert saved.startswith("attachment") and "a #1.txt" in saved
    assert client.get(shown.address + "?thumbnail").headers["Location"].endswith("text.svg")


def test_other_sessions_do_not(site: Local, shown: Shown) -> None:
    visited(site, shown)
    answer = site.session(2).get(shown.address)
    assert answer.status_code == 404 and "0123456789" not in answer.text
    forged = shown.address.replace("/shown/", "/shown/x")
    assert site.session().get(forged).status_code == 404


def test_the_address_ends_with_its_component(site: Local, shown: Shown) -> None:
    gc.collect()
    before = len(component_files)
    client = visited(site, shown)
    page = shown.pages.pop()
    page.components.clear()
    del page
    site.app.pages.close()
    site.app.pages._timers.clear()
    jp.WebPage.instances.clear()

    def is_forgotten() -> bool:
        gc.collect()
        return len(component_files) <= before  # others' files may be forgotten meanwhile

    until(is_forgotten, "the address is forgotten")
    assert client.get(shown.address).status_code == 404


def test_a_program_may_end_it_sooner(site: Local, shown: Shown) -> None:
    client = visited(site, shown)
    jp.forget_address(shown.address)
    jp.forget_address(shown.address)
    assert client.get(shown.address).status_code == 404


def test_bytes_have_an_address_too(tmp_path: Path) -> None:
    shown = Shown(b"<svg/>", "made.svg")
    with local(tmp_path, shown) as site:
        answer = visited(site, shown).get(shown.address)
    assert answer.text == "<svg/>" and answer.headers["Content-Type"] == "image/svg+xml"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    with pytest.raises(jp.FileError, match="need a name"):
        jp.file_address(b"", jp.Div())


def test_a_file_that_is_gone(site: Local, shown: Shown, outside: Path) -> None:
    client = visited(site, shown)
    outside.unlink()
    assert client.get(shown.address).status_code == 404


PROGRAM = """
from pathlib import Path
from PIL import Image

kept = Path(__file__).with_name("kept.png")
Image.new("RGB", (30, 20), "red").save(kept)

def page(request):
    folder = jp.app.session_folder(request.session_id)
    (folder.folder / "mine.png").write_bytes(kept.read_bytes())
    wp = jp.WebPage()
    outside = jp.Img(alt="outside", a=wp)
    outside.src = jp.file_address(kept, outside)
    jp.Img(alt="mine", src=folder.list()[0].address, a=wp)
    jp.Button(text="forget", click=lambda: jp.forget_address(outside.src), a=wp)
    return wp

jp.justpy(page)
"""


@pytest.mark.browser
@shows("file_address", "forget_address", "Entry.address")
def test_pictures_in_a_page(serve: Serve, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(serve(PROGRAM).url)
    for name in ("outside", "mine"):
        picture = page.get_by_alt_text(name)
        expect(picture).to_be_visible()
        assert picture.evaluate("it => it.decode().then(() => it.naturalWidth)") == 30
    page.get_by_role("button", name="forget").click()
    expect(page.get_by_role("button", name="forget")).to_be_enabled()
    address = page.get_by_alt_text("outside").get_attribute("src")
    page.wait_for_function("src => fetch(src).then(({ status }) => status === 404)", arg=address)
