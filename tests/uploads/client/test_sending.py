"""Sending files: progress, the panel, and what the handler says."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.upload_site import Site, make_file
from tests.support.uploading import SENDING, fold_panels, send

pytestmark = pytest.mark.browser


def test_chosen_files_reach_the_handler(page: Page, site: Site, tmp_path: Path) -> None:
    big = os.urandom(3 * 2**20)
    small = make_file(tmp_path, "日本 #1.txt", b"small")
    os.utime(small, (1_700_000_000, 1_700_000_000))
    send(page, small, make_file(tmp_path, "big.bin", big), make_file(tmp_path, "empty.txt", b""))
    expect(page.locator(".satchel-title")).to_have_text("3 files done")
    [files] = site.received
    assert [(f.name, f.content) for f in files] == [
        ("日本 #1.txt", b"small"),
        ("big.bin", big),
        ("empty.txt", b""),
    ]
    assert (files[0].type, files[0].modified) == ("text/plain", 1_700_000_000_000)


def test_small_files_travel_together(page: Page, site: Site, tmp_path: Path) -> None:
    contents = {f"{n}.txt": f"content {n}".encode() * (n % 7) for n in range(600)}
    send(page, *(make_file(tmp_path, name, content) for name, content in contents.items()))
    expect(page.locator(".satchel-title")).to_have_text("600 files done", timeout=30_000)
    assert {f.name: f.content for f in site.received[0]} == contents
    assert site.requests == ["BATCH"] * 3


def test_a_file_is_hashed_where_its_input_asks_for_it(
    page: Page, site: Site, tmp_path: Path
) -> None:
    page.evaluate("document.querySelector('[name=files]').dataset.digest = 'sha256'")
    send(page, make_file(tmp_path, "a.txt", b"hello"))
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert site.received[0][0].digests == {"sha256": hashlib.sha256(b"hello").hexdigest()}


def test_the_panel_folds_away_when_done(page: Page, site: Site, tmp_path: Path) -> None:
    page.evaluate("document.adoptedStyleSheets = []")  # as soon as for users
    site.handle.clear()
    send(page, make_file(tmp_path, "a.txt"))
    expect(page.locator(".satchel-progress")).to_have_attribute("data-mode", "working")
    site.handle.set()
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert page.locator("#several").evaluate("(form) => form.elements.length") == 3


def test_progress_is_shown_per_file_and_in_total(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    files = [make_file(tmp_path, f"part{n}.bin", os.urandom(2**21)) for n in range(5)]
    send(page, *files)
    rows = page.locator(".satchel-row")
    expect(rows).to_have_count(5)
    expect(rows.nth(0)).to_contain_text("part0.bin")
    expect(rows.nth(0)).to_contain_text("2.1 MB")
    expect(rows.nth(0).locator(".satchel-state")).to_have_text(re.compile("%|Verifying"))
    expect(page.locator(SENDING)).to_have_count(3)
    expect(page.locator(".satchel-row[data-state=queued]")).to_have_count(2)
    expect(page.locator(".satchel-amount")).to_contain_text("of 10.5 MB")
    site.open.set()
    expect(page.locator(".satchel-title")).to_have_text("5 files done")


def test_of_very_many_files_only_some_are_listed(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    large = [make_file(tmp_path, f"{n}.bin", os.urandom(2**21)) for n in range(3)]
    send(page, *large, *(make_file(tmp_path, f"{n}.txt") for n in range(117)))
    expect(page.locator(".satchel-row")).to_have_count(100)
    expect(page.locator(".satchel-more")).to_have_text("20 more")
    site.open.set()
    expect(page.locator(".satchel-title")).to_have_text("120 files done", timeout=30_000)
    assert len(site.received[0]) == 120


def test_the_panel_is_no_part_of_the_form_data(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", os.urandom(2**21)))
    expect(page.locator("#several .satchel-cancel")).to_be_visible()
    assert page.locator("#several").evaluate("(form) => form.elements.length") == 3


def test_the_panel_survives_a_new_rendering_of_the_form(
    page: Page, site: Site, tmp_path: Path
) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", os.urandom(2**21)))
    expect(page.locator(".satchel-row")).to_have_count(1)
    page.evaluate("document.querySelector('#several').innerHTML = '<p>rendered again</p>'")
    expect(page.locator("#several > p + .satchel-progress")).to_be_visible()
    site.open.set()
    expect(page.locator(".satchel-title")).to_have_text("1 file done")


def test_while_the_handler_runs_the_panel_says_so(page: Page, site: Site, tmp_path: Path) -> None:
    site.handle.clear()
    send(page, make_file(tmp_path, "a.txt"))
    expect(page.locator(".satchel-head")).to_contain_text("Working")
    expect(page.locator(".satchel-cancel")).to_be_hidden()
    site.handle.set()
    expect(page.locator(".satchel-title")).to_have_text("1 file done")


def test_what_the_handler_says_stays_until_closed(page: Page, site: Site, tmp_path: Path) -> None:
    site.handler_error = "The disk is full. Remove something first."
    send(page, make_file(tmp_path, "a.txt"))
    expect(page.locator(".satchel-message")).to_have_text(site.handler_error)
    page.click("text=Close")
    expect(page.locator(".satchel-progress")).to_have_count(0)


def test_two_submissions_of_one_form_do_not_mix(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "first.bin", os.urandom(2**21)))
    expect(page.locator(".satchel-progress")).to_have_count(1)
    send(page, make_file(tmp_path, "second.txt"))
    expect(page.locator(".satchel-title", has_text="1 file done")).to_have_count(1)
    site.open.set()
    expect(page.locator(".satchel-title", has_text="1 file done")).to_have_count(2)
    fold_panels(page)
    assert sorted(files[0].name for files in site.received) == ["first.bin", "second.txt"]


def test_rows_show_what_the_server_has_stored(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    # The network takes so much though the server reads none of it.
    send(page, make_file(tmp_path, "a.bin", os.urandom(2 * 10**6)))
    expect(page.locator(".satchel-state")).to_have_text("Verifying…")  # handed over, no more
    tell_stored(page, site, 500_000)
    expect(page.locator(".satchel-state")).to_have_text("25%")
    expect(page.get_by_role("progressbar", name="All files")).to_have_js_property("value", 500_000)
    tell_stored(page, site, 2 * 10**6)
    expect(page.locator(".satchel-state")).to_have_text("Verifying…")


def tell_stored(page: Page, site: Site, offset: int) -> None:
    """What a program says on the page's channel."""
    [part] = site.folder.glob("*.part")
    page.evaluate(
        "detail => document.dispatchEvent(new CustomEvent('satchel-stored', { detail }))",
        [part.stem, offset],
    )
