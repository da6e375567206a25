"""Files that continue after the page was reloaded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.upload_site import Site, make_file
from tests.support.uploading import LARGE, send, wait_for_bytes, wait_for_engine

pytestmark = pytest.mark.browser


def begin_and_reload(page: Page, site: Site, path: Path) -> int:
    """Send part of the file, and reload the page. Returns how much the server has."""
    site.open.clear()
    send(page, path)
    wait_for_bytes(site)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    wait_for_engine(site)
    [part] = site.folder.glob("*.part")
    return part.stat().st_size


def test_the_same_file_continues_after_a_reload(page: Page, site: Site, tmp_path: Path) -> None:
    content = os.urandom(LARGE)
    path = make_file(tmp_path, "film.bin", content)
    stored = begin_and_reload(page, site, path)
    assert 0 < stored < LARGE
    site.patched = 0
    site.open.clear()
    send(page, path)
    at = f"Resumed at {100 * stored // LARGE}%"
    expect(page.locator(".satchel-detail")).to_contain_text(at)
    site.open.set()
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert site.received[0][0].content == content
    assert site.patched == LARGE - stored
    assert site.requests.count("POST") == 1


def test_a_file_that_changed_meanwhile_starts_anew(page: Page, site: Site, tmp_path: Path) -> None:
    path = make_file(tmp_path, "film.bin", os.urandom(LARGE))
    os.utime(path, (1_700_000_000, 1_700_000_000))
    begin_and_reload(page, site, path)
    content = os.urandom(LARGE)
    path.write_bytes(content)
    send(page, path)
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert site.received[0][0].content == content
    assert site.requests.count("POST") == 2


def test_a_file_that_another_tab_sends_is_left_to_it(
    page: Page, site: Site, tmp_path: Path
) -> None:
    path = make_file(tmp_path, "film.bin", os.urandom(LARGE))
    site.open.clear()
    send(page, path)
    wait_for_bytes(site)
    page.click("text=Pause")
    wait_for_engine(site)
    other = page.context.new_page()
    other.goto(site.url)
    other.wait_for_selector("html[data-ready]")
    send(other, path)
    expect(other.locator(".satchel-title")).to_have_text("1 file done")
    page.click("text=Resume")
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert [len(files[0].content) for files in site.received] == [LARGE, LARGE]
