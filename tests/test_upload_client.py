"""Sending a form's files from the browser: progress, trouble, cancelling."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.upload_site import Site, make_file, serving

pytestmark = pytest.mark.browser


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with serving(Site(tmp_path / "uploads")) as running:
        yield running


@pytest.fixture
def page(page: Page, site: Site) -> Page:
    page.goto(site.url)
    page.wait_for_selector("html[data-ready]")
    return page


def send(page: Page, *paths: Path) -> None:
    page.set_input_files("[name=files]", list(paths))
    page.click("text=Upload")


# --- sending ---


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


def test_small_files_need_one_request_each(page: Page, site: Site, tmp_path: Path) -> None:
    send(page, *(make_file(tmp_path, f"{n}.txt") for n in range(5)))
    expect(page.locator(".satchel-title")).to_have_text("5 files done")
    assert site.requests == ["POST"] * 5


def test_the_panel_folds_away_when_done(page: Page, site: Site, tmp_path: Path) -> None:
    send(page, make_file(tmp_path, "a.txt"))
    expect(page.locator(".satchel-progress")).to_have_attribute("data-mode", "done")
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
    expect(rows.nth(0).locator(".satchel-state")).to_have_text(re.compile("%|Saving"))
    expect(page.locator(".satchel-row[data-state=sending]")).to_have_count(3)
    expect(page.locator(".satchel-row[data-state=queued]")).to_have_count(2)
    expect(page.locator(".satchel-amount")).to_contain_text("of 10.5 MB")
    assert page.evaluate("uploadsActive()") == 5
    site.open.set()
    expect(page.locator(".satchel-title")).to_have_text("5 files done")
    assert page.evaluate("uploadsActive()") == 0


def test_of_very_many_files_only_some_are_listed(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    large = [make_file(tmp_path, f"{n}.bin", os.urandom(2**21)) for n in range(3)]
    send(page, *large, *(make_file(tmp_path, f"{n}.txt") for n in range(117)))
    expect(page.locator(".satchel-row")).to_have_count(100)
    expect(page.locator(".satchel-more")).to_have_text("20 files more")
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
    page.evaluate("document.querySelector('#several').innerHTML = '<p>rendered anew</p>'")
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
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert sorted(files[0].name for files in site.received) == ["first.bin", "second.txt"]


# --- trouble ---


def test_cancel_leaves_nothing_on_the_server(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    large = [make_file(tmp_path, f"{n}.bin", os.urandom(2**21)) for n in range(4)]
    send(page, make_file(tmp_path, "done.txt"), *large)
    expect(page.locator(".satchel-row[data-state=sent]")).to_have_count(1)
    expect(page.locator(".satchel-row[data-state=sending]")).to_have_count(3)
    page.click("text=Cancel")
    expect(page.locator(".satchel-title")).to_have_text("Cancelled. Nothing was kept.")
    expect(page.locator(".satchel-toast")).to_have_text("Cancelled: The upload was cancelled.")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert site.stored == []
    assert site.received == []
    assert page.evaluate("uploadsActive()") == 0


def test_after_a_cancel_the_form_sends_again(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, *(make_file(tmp_path, f"{n}.bin", os.urandom(2**21)) for n in range(4)))
    page.click("text=Cancel")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    site.open.set()
    page.click("text=Upload")
    expect(page.locator(".satchel-title")).to_have_text("4 files done")


def test_a_lost_connection_continues_where_it_was(page: Page, site: Site, tmp_path: Path) -> None:
    content = os.urandom(2**25)  # more than what the kernel buffers
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", content))
    expect(page.locator(".satchel-state")).to_have_text(re.compile("[1-9]%"))
    site.refusals = {"HEAD": (503, "Starting."), "PATCH": (503, "Starting.")}
    site.cut()
    expect(page.locator(".satchel-state")).to_have_text("Connecting again…")
    site.open.set()
    site.refusals.clear()
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert site.received[0][0].content == content
    assert site.requests.count("POST") == 1
    assert "HEAD" in site.requests


def test_a_refused_file_shows_the_servers_sentence_and_can_be_retried(
    page: Page, site: Site, tmp_path: Path
) -> None:
    site.refusals["PATCH"] = (507, "The disk of the server is full.")
    send(page, make_file(tmp_path, "small.txt"), make_file(tmp_path, "big.bin", b"x" * 2**21))
    failed = page.locator(".satchel-row[data-state=failed]")
    expect(failed.locator(".satchel-error")).to_have_text("The disk of the server is full.")
    expect(page.locator(".satchel-title")).to_have_text("1 of 2 files not sent")
    expect(page.locator(".satchel-row[data-state=sent]")).to_contain_text("small.txt")
    del site.refusals["PATCH"]
    page.click("text=Retry")
    expect(page.locator(".satchel-title")).to_have_text("2 files done")
    assert [f.name for f in site.received[0]] == ["small.txt", "big.bin"]
    assert site.requests.count("POST") == 2


def test_a_failed_file_can_be_left_out(page: Page, site: Site, tmp_path: Path) -> None:
    site.refusals["PATCH"] = (413, "big.bin is larger than 1 MB, the most that is allowed.")
    send(page, make_file(tmp_path, "big.bin", b"x" * 2**21), make_file(tmp_path, "small.txt"))
    page.click("text=Leave out")
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert [f.name for f in site.received[0]] == ["small.txt"]
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert site.stored == []


@pytest.mark.parametrize("looked_at", [True, False])
def test_a_file_removed_since_it_was_chosen_is_told(
    page: Page, site: Site, tmp_path: Path, looked_at: bool
) -> None:
    gone = make_file(tmp_path, "gone.bin", b"x" * 2**21)
    page.set_input_files("[name=files]", [gone])
    if looked_at:
        page.evaluate("document.querySelector('[name=files]').files[0].size")
    gone.unlink()
    page.click("text=Upload")
    expect(page.locator(".satchel-error")).to_contain_text("changed or removed since")
    page.click("text=Cancel")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert site.stored == []
