"""Files in a session's folder whose names only some disks have: they are files like all others."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import testing
from core.files.session_folder import SessionFolder
from core.web.static import Static
from tests.conftest import Serve
from tests.support import samples
from tests.support.file_tiles import tile, tiles
from tests.support.local import Local, local, session_id, whose
from tests.support.served import Served

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these names cannot be there")

NAMES = [
    b"caf\xe9.txt",
    b"two\nlines.txt",
    b"back\\slash.txt",
    b"\xff\xfe/in \xe9/\xf0.txt",
    b"caf%E9.txt",  # not the first one
    b"colon:tab\t.txt",
]


def put(folder: Path) -> dict[str, bytes]:
    """Files with odd names; the content of each is its name on disk."""
    for name in NAMES:
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name)
    return {os.fsdecode(name): name for name in NAMES}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Local]:
    with local(tmp_path, whose) as served:
        yield served


def test_every_name_is_listed_and_leads_to_its_own_file(served: Local) -> None:
    mine = session_id(1)
    folder = SessionFolder(served.data / "sessions" / mine).made()
    wanted = put(folder.folder)
    assert {entry.path for entry in folder.list()} == set(wanted)
    with served.session() as client:
        for entry in folder.list():
            address = Static(served.app.settings).link(f"/static/{mine}/{entry.path}")
            assert re.fullmatch(r"[!-~]+", address)
            assert client.get(address).content == wanted[entry.path]
            assert client.get(entry.thumbnail).status_code == 307  # to the icon of its type
            assert entry.label.encode()
        missing = client.get(f"/static/{mine}/no%E9.txt")
        assert missing.status_code == 404 and "no\ufffd.txt" in missing.text
        assert client.get("/_satchel/thumbnail/no%E9.txt").status_code == 404


def test_every_name_is_renamed_and_removed(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path)
    wanted = put(tmp_path)
    renamed = folder.rename(os.fsdecode(NAMES[0]), "coffee.txt")
    assert renamed.read_bytes() == NAMES[0]
    for path in [*wanted][1:]:
        folder.remove(path)
    assert [entry.path for entry in folder.list()] == ["coffee.txt"]


@pytest.mark.browser
def test_the_shelf_shows_saves_zips_and_removes_them(
    serve: Serve, page: Page, tmp_path: Path
) -> None:
    served: Served = serve(None)
    page.goto(served.url)
    [session] = served.sessions
    wanted = put(session)
    samples.image().save(session / os.fsdecode(b"pictur\xe9.png"), "PNG")
    page.reload()
    entries = SessionFolder(session).list()
    expect(tiles(page)).to_have_count(len(wanted) + 1)
    picture = tile(page, "pictur\ufffd.png").locator("img")
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 50
    page.get_by_role("listbox").press("Control+a")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as ZIP").click()
    with ZipFile(download.value.path()) as archive:
        assert archive.testzip() is None and len(archive.namelist()) == len(wanted) + 1
        zipped = {archive.read(name) for name in archive.namelist()}
        assert set(wanted.values()) < zipped
    found = set()
    for number in range(len(entries)):
        tiles(page).nth(number).click()
        expect(page.get_by_role("status").filter(has_text="1 of ")).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("button", name="Save", exact=True).click()
        found.add(download.value.path().read_bytes())
    # A folder is saved as a ZIP.
    assert {content for name, content in wanted.items() if "/" not in name} < found
    page.get_by_role("listbox").press("Control+a")
    page.get_by_role("listbox").press("Delete")
    expect(tiles(page)).to_have_count(0)
    assert SessionFolder(session).list() == []


def test_a_program_that_lists_its_files_by_name_is_no_500(tmp_path: Path) -> None:
    def page(request: jp.Request) -> jp.WebPage:
        wp = jp.WebPage()
        folder = jp.app.session_folder(request.session_id)
        put(folder.folder)
        for entry in folder.list():
            jp.A(text=entry.label, href=f"/static/{request.session_id}/{entry.path}", a=wp)
        return wp

    with testing.serve(page, folder=tmp_path) as user:
        links = user.open().find_all(role="link")
        assert {link.download().content for link in links} == set(NAMES)
