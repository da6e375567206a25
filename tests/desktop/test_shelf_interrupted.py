"""In a browser, the shelf says what is left of an interrupted upload; the same file goes on."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.file_tiles import tile
from tests.support.native import until
from tests.support.served import Served
from tests.support.shelf import saved, slow_network

pytestmark = pytest.mark.browser

SIZE = 3_000_000

SEND_SOME = """([size, modified]) => fetch('/uploads', {
  method: 'POST',
  headers: {
    'Tus-Resumable': '1.0.0',
    'Upload-Length': `${size}`,
    'Upload-Metadata': `filename ${btoa('film.bin')},lastModified ${btoa(modified)}`,
    'Content-Type': 'application/offset+octet-stream',
  },
  body: 'x'.repeat(size / 2),
}).then((response) => response.status)"""


SEND_ALL = """(name) => {
  const { page } = JSON.parse(document.getElementById('satchel-page').textContent);
  const input = document.querySelector('input[type=file]').dataset.c;
  const facts = { filename: name, for: `${page}/${input}/once`, path: 'trip' };
  const metadata = Object.entries(facts).map(([key, value]) => `${key} ${btoa(value)}`).join();
  return fetch('/uploads', {
    method: 'POST',
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': '5',
      'Upload-Metadata': metadata,
      'Content-Type': 'application/offset+octet-stream',
    },
    body: 'whole',
  }).then((response) => response.status);
}"""


@shows("UnfinishedUpload.received")
def test_what_was_sent_before_its_page_went_is_kept(shelf: Served, page: Page) -> None:
    for name in ("kept.txt", "not.txt"):
        assert page.evaluate(SEND_ALL, name) == 201
    page.reload()
    rows = page.get_by_role("region", name="Stopped transfers")
    said = "“kept.txt” (5 bytes) was sent, but the page was left before it was kept."
    kept = rows.locator("div").filter(has_text=said).filter(has=page.get_by_role("button"))
    kept.get_by_role("button", name="Keep").first.click()
    expect(rows).not_to_contain_text("kept.txt")
    expect(tile(page, "trip")).to_be_visible()
    [found] = shelf.sessions[0].rglob("*.txt")
    assert (found.name, found.read_bytes()) == ("kept.txt", b"whole")
    rows.get_by_role("button", name="Discard").click()
    expect(rows).to_be_hidden()
    assert shelf.uploads == []


def test_what_a_reload_stops_is_said_at_once(shelf: Served, page: Page, tmp_path: Path) -> None:
    film = tmp_path / "film.bin"
    film.write_bytes(os.urandom(8 * SIZE))
    page.on("dialog", lambda dialog: dialog.accept())
    with slow_network(page):
        page.set_input_files("input[type=file]", film)
        until(lambda: any(_parts(shelf)), "bytes arrive")
        page.reload()
        row = page.get_by_role("region", name="Stopped transfers")
        expect(row).to_contain_text(re.compile(r"“film\.bin” stopped at \d+ %"))
        page.set_input_files("input[type=file]", film)
        expect(row).to_be_hidden()  # while it is sent
    expect(tile(page, "film.bin")).to_be_visible()
    assert saved(page, "film.bin") == film.read_bytes()


def _parts(served: Served) -> list[int]:
    return [path.stat().st_size for path in served.data.rglob("*.part")]


def test_a_file_that_is_chosen_again_goes_on(shelf: Served, page: Page, tmp_path: Path) -> None:
    film = tmp_path / "film.bin"
    film.write_bytes(os.urandom(SIZE))
    modified = film.stat().st_mtime_ns // 1_000_000
    assert page.evaluate(SEND_SOME, [SIZE, modified]) == 201
    page.goto(shelf.url)
    row = page.get_by_role("region", name="Stopped transfers")
    expect(row).to_contain_text("“film.bin” stopped at 50 % (1.5 MB of 3.0 MB). Choose the same")
    expect(row.get_by_role("button")).to_have_text(["Discard"])
    page.set_input_files("input[type=file]", film)
    expect(tile(page, "film.bin")).to_be_visible()
    expect(row).to_be_hidden()
    half = SIZE // 2
    assert saved(page, "film.bin") == b"x" * half + film.read_bytes()[half:]
