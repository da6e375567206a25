"""Cancelling leaves nothing on the server, and waits for no slow network."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.upload_site import Site, make_file
from tests.support.uploading import SENDING, Network, fold_panels, send, wait_for_engine

pytestmark = pytest.mark.browser


def test_cancel_leaves_nothing_on_the_server(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    large = [make_file(tmp_path, f"{n}.bin", os.urandom(2**21)) for n in range(4)]
    send(page, make_file(tmp_path, "done.txt"), *large)
    expect(page.locator(".satchel-row[data-state=sent]")).to_have_count(1)
    expect(page.locator(SENDING)).to_have_count(3)
    page.click("text=Cancel")
    said = page.locator(".satchel-progress .satchel-title")
    expect(said).to_have_text("Cancelled. Nothing was kept.")
    expect(page.locator(".satchel-notice")).to_have_text("Cancelled: The upload was cancelled.")
    fold_panels(page)
    assert site.stored == []
    assert site.received == []


def test_after_a_cancel_the_form_sends_again(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, *(make_file(tmp_path, f"{n}.bin", os.urandom(2**21)) for n in range(4)))
    page.click("text=Cancel")
    fold_panels(page)
    site.open.set()
    page.click("text=Upload")
    expect(page.locator(".satchel-title")).to_have_text("4 files done")


@pytest.mark.parametrize("pauses", [False, True])
@pytest.mark.parametrize("count, size", [(8, 2**17), (1, 2**19)])
def test_cancel_waits_for_no_slow_network(
    page: Page, site: Site, tmp_path: Path, count: int, size: int, pauses: bool
) -> None:
    """Small files travel with others, or with their creation: here for long."""
    Network(page).limit(20_000)
    send(page, *(make_file(tmp_path, f"{n}.bin", os.urandom(size)) for n in range(count)))
    expect(page.locator(".satchel-row .satchel-state").first).to_have_text(
        re.compile("[1-9]%|Verifying")
    )
    if pauses:
        page.click("text=Pause")
        expect(page.locator(".satchel-title")).to_have_text(re.compile("Paused"))
    page.click("text=Cancel")
    expect(page.locator(".satchel-notice")).to_have_text("Cancelled: The upload was cancelled.")
    wait_for_engine(site)
    assert site.stored == []


def test_cancel_of_a_second_try_removes_what_the_first_one_stored(
    page: Page, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network(page)
    site.lost = {"BATCH"}
    refusal = {"BATCH": (503, "Starting.")}
    monkeypatch.setattr(
        site.uploads.observer, "stored", lambda upload, offset: site.refusals.update(refusal)
    )
    send(page, *(make_file(tmp_path, f"{n}.bin", os.urandom(2**17)) for n in range(8)))
    first = page.locator(".satchel-row .satchel-state").first
    expect(first).to_have_text("Reconnecting…")
    network.limit(2000, while_offline=site.refusals.clear)
    expect(first).to_have_text(re.compile("%"))
    page.click("text=Cancel")
    expect(page.locator(".satchel-notice")).to_have_text("Cancelled: The upload was cancelled.")
    assert site.stored == []
