"""Files that are dragged out of a page in a browser, which saves them from an address."""

from __future__ import annotations

import errno
import io
import os
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import core as jp
from core.downloads import dragged as dragged_files
from tests.conftest import Serve
from tests.support.api import shows

PROGRAM = """
from pathlib import Path

FILES = Path(__file__).parent / "files"

def asked(msg):
    return [FILES / "a.txt"] * (msg.detail or 1)

def page(request):
    wp = jp.WebPage()
    jp.P(text="One", drag_files=FILES / "a.txt", a=wp)
    jp.P(text="Folder", drag_files=[FILES, ("b.txt", FILES / "a.txt")], a=wp)
    jp.P(text="Asked", drag_files=asked, data_drag_detail="2", a=wp)
    jp.P(text="Gone", drag_files=FILES / "gone.txt", a=wp)
    jp.A(text="Link", href="/static/files/a.txt", download="c.txt", a=wp)
    jp.A(text="Elsewhere", href="http://127.0.0.1:9/x", download="x", a=wp)
    later = jp.P(text="Later", a=wp)
    def set_later():
        later.drag_files = FILES / "a.txt"
    jp.Button(text="Set", click=set_later, a=wp)
    return wp

jp.justpy(page)
"""

DRAGGED = """element => {
    const dataTransfer = new DataTransfer();
    const event = new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer });
    element.dispatchEvent(event);
    return dataTransfer.getData('DownloadURL');
}"""


def dragged(page: Page, text: str) -> tuple[str, str]:
    """The name and address of what a browser saves of an element."""
    element = page.get_by_text(text, exact=True)
    expect(element).to_have_js_property("draggable", True)
    page.wait_for_function(f"element => ({DRAGGED})(element)", arg=element.element_handle())
    _type, name, address = element.evaluate(DRAGGED).split(":", 2)
    return name, address


@pytest.mark.browser
@shows("Component.drag_files")
def test_browsers_save_what_is_dragged(
    serve: Serve, page: Page, tmp_path: Path, chromium: Browser
) -> None:
    files = tmp_path / "files"
    (files / "below").mkdir(parents=True)
    (files / "a.txt").write_bytes(b"content")
    (files / "below" / "b.txt").write_bytes(b"below")
    page.goto(serve(PROGRAM).url)

    name, address = dragged(page, "One")
    saved = page.request.get(address)
    assert (name, saved.body()) == ("a.txt", b"content")
    assert saved.headers["content-disposition"].startswith("attachment")

    name, whole = dragged(page, "Folder")
    archive = zipfile.ZipFile(io.BytesIO(page.request.get(whole).body()))
    assert name == "Files.zip"
    contents = {name: archive.read(name) for name in archive.namelist()}
    assert contents == {
        "files/a.txt": b"content",
        "files/below/b.txt": b"below",
        "b.txt": b"content",
    }

    name, asked = dragged(page, "Asked")
    archive = zipfile.ZipFile(io.BytesIO(page.request.get(asked).body()))
    assert (name, archive.namelist()) == ("Files.zip", ["a.txt", "a (2).txt"])

    name, link = dragged(page, "Link")
    assert (name, page.request.get(link).body()) == ("c.txt", b"content")
    assert page.get_by_text("Elsewhere").evaluate(DRAGGED) == "", "it is not from this program"

    page.get_by_role("button", name="Set").click()
    assert dragged(page, "Later")[0] == "a.txt"

    gone = page.request.get(dragged(page, "Gone")[1])
    assert gone.status == 404
    # Nobody else gets any of it, with the same address.
    stranger = chromium.new_context()
    assert not stranger.request.get(address).ok
    stranger.close()


@pytest.mark.parametrize("value", [7, b"bytes", [None], {"a": 1}, ("a.txt", "b.txt", 3)])
def test_what_names_no_file_is_refused_when_it_is_set(value: Any) -> None:
    with pytest.raises(TypeError, match="drag_files takes a path"):
        jp.Div(drag_files=value)


def test_a_file_gets_the_name_that_people_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = tmp_path / "stored (2).txt"
    stored.write_bytes(b"content")
    names = dragged_files.SecondNames(tmp_path / "names")
    files = [dragged_files.Named(stored, "photo.txt"), dragged_files.Named(stored, stored.name)]

    ready = names.ready(files)
    assert [path.name for path in ready.paths] == ["photo.txt", stored.name]
    assert ready.paths[0].samefile(stored), "a second name costs no space"
    assert not ready.are_originals, "moving the second name would leave the first"
    assert names.ready(files[1:]).are_originals

    def fails(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", fails)
    [copy, _] = names.ready(files).paths
    assert copy.read_bytes() == b"content"
    assert not copy.samefile(stored)
    monkeypatch.setattr(dragged_files, "MOST_COPIED", 3)
    with pytest.raises(jp.FileError, match="“stored .2..txt” is not ready to be dragged"):
        names.ready(files)


def test_second_names_go_after_a_day(tmp_path: Path) -> None:
    names = dragged_files.SecondNames(tmp_path / "names")
    old, fresh = names.place(), names.place()
    yesterday = time.time() - dragged_files.KEPT - 1
    (old / "a.txt").touch()
    os.utime(old, (yesterday, yesterday))
    names.sweep()
    assert list((tmp_path / "names").iterdir()) == [fresh]
