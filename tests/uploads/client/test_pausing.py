"""Pausing and resuming a submission, or one of its files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.upload_site import Site, make_file
from tests.support.uploading import (
    LARGE,
    SENDING,
    Network,
    fold_panels,
    send,
    wait_for_bytes,
    wait_for_engine,
)

pytestmark = pytest.mark.browser


def test_a_paused_submission_goes_on_where_it_was(page: Page, site: Site, tmp_path: Path) -> None:
    contents = [os.urandom(LARGE) for _ in range(2)]
    site.open.clear()
    send(page, *(make_file(tmp_path, f"{n}.bin", each) for n, each in enumerate(contents)))
    expect(page.locator(SENDING)).to_have_count(2)
    wait_for_bytes(site)
    page.click("text=Pause")
    expect(page.locator(".satchel-title")).to_have_text("Paused: 0 of 2 sent")
    expect(page.locator(".satchel-row .satchel-state")).to_have_text(["Paused", "Paused"])
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_hidden()
    wait_for_engine(site)
    page.get_by_role("button", name="Resume", exact=True).click()
    expect(page.locator(".satchel-title")).to_have_text("2 files done")
    assert [f.content for f in site.received[0]] == contents
    assert site.requests.count("POST") == 2
    assert site.patched == 2 * LARGE


def test_small_files_that_are_sent_together_are_paused(
    page: Page, site: Site, tmp_path: Path
) -> None:
    network = Network(page)
    network.limit(20_000)
    contents = [os.urandom(100_000) for _ in range(3)]
    send(page, *(make_file(tmp_path, f"{n}.bin", each) for n, each in enumerate(contents)))
    expect(page.locator(SENDING)).to_have_count(3)
    page.click("text=Pause")
    expect(page.locator(".satchel-title")).to_have_text("Paused: 0 of 3 sent")
    network.limit(-1)
    wait_for_engine(site)
    assert site.stored == []
    page.get_by_role("button", name="Resume", exact=True).click()
    expect(page.locator(".satchel-title")).to_have_text("3 files done")
    assert [f.content for f in site.received[0]] == contents


def test_one_file_is_paused_while_the_others_are_sent(
    page: Page, site: Site, tmp_path: Path
) -> None:
    site.open.clear()
    send(page, *(make_file(tmp_path, f"{n}.bin", os.urandom(LARGE)) for n in range(2)))
    page.get_by_role("button", name="Pause 0.bin").click()
    site.open.set()
    expect(page.locator(".satchel-row .satchel-state")).to_have_text(["Paused", "Sent"])
    expect(page.locator(".satchel-title")).to_have_text("Paused: 1 of 2 sent")
    page.get_by_role("button", name="Resume 0.bin").click()
    expect(page.locator(".satchel-title")).to_have_text("2 files done")


def test_files_that_wait_can_be_paused_too(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, *(make_file(tmp_path, f"{n}.bin", os.urandom(2**21)) for n in range(5)))
    expect(page.locator(SENDING)).to_have_count(3)
    page.click("text=Pause")
    wait_for_engine(site)
    assert site.requests.count("POST") <= 3  # the third may not have been asked for yet
    page.click("text=Resume")
    expect(page.locator(".satchel-title")).to_have_text("5 files done")


def test_a_paused_submission_can_be_cancelled(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", os.urandom(LARGE)))
    wait_for_bytes(site)
    page.click("text=Pause")
    wait_for_engine(site)
    page.click("text=Cancel")
    fold_panels(page)
    assert site.stored == []


def test_a_file_can_be_left_out_while_it_is_sent(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", os.urandom(LARGE)), make_file(tmp_path, "b.txt"))
    expect(page.locator(".satchel-row[data-state=sent]")).to_have_count(1)
    page.get_by_role("button", name="Do not send a.bin").click()
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    wait_for_engine(site)
    assert [f.name for f in site.received[0]] == ["b.txt"]
