"""Files that fail: lost connections, refusals, and retries."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.uploads.file_rules import FileRules
from core.uploads.limits import UploadLimits
from tests.support.upload_site import Site, make_file
from tests.support.uploading import LARGE, fold_panels, send, wait_for_removal

pytestmark = pytest.mark.browser


def test_a_lost_connection_continues_where_it_was(page: Page, site: Site, tmp_path: Path) -> None:
    content = os.urandom(LARGE)
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", content))
    expect(page.locator(".satchel-state")).to_have_text(re.compile("[1-9]%"))
    site.refusals = {"HEAD": (503, "Starting."), "PATCH": (503, "Starting.")}
    site.cut()
    expect(page.locator(".satchel-state")).to_have_text("Reconnecting…")
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
    assert (site.requests.count("BATCH"), site.requests.count("POST")) == (1, 1)


def test_a_failed_file_can_be_left_out(page: Page, site: Site, tmp_path: Path) -> None:
    site.refusals["PATCH"] = (413, "big.bin is larger than 1 MB, the most that is allowed.")
    send(page, make_file(tmp_path, "big.bin", b"x" * 2**21), make_file(tmp_path, "small.txt"))
    page.click("text=Leave out")
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert [f.name for f in site.received[0]] == ["small.txt"]
    fold_panels(page)
    wait_for_removal(site)


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
    fold_panels(page)
    assert site.stored == []


def test_what_is_refused_together_goes_alone(page: Page, site: Site, tmp_path: Path) -> None:
    site.uploads.admission.limits = UploadLimits(max_size=100)
    small = [make_file(tmp_path, f"{n}.txt") for n in range(5)]
    send(page, *small, make_file(tmp_path, "large.txt", b"x" * 101))
    failed = page.locator(".satchel-row[data-state=failed] .satchel-error")
    expect(failed).to_contain_text("at most 100 bytes are accepted")
    expect(page.locator(".satchel-title")).to_have_text("1 of 6 files not sent")
    page.click("text=Leave these out")
    expect(page.locator(".satchel-title")).to_have_text("5 files done")
    assert [f.name for f in site.received[0]] == [path.name for path in small]


def test_small_files_are_sent_again_when_the_answer_is_lost(
    page: Page, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.lost = {"BATCH"}
    """No file is stored, or counts, twice."""
    rules = FileRules(max_files=5, max_total=5 * 7)
    monkeypatch.setattr(site.uploads.admission, "rules", lambda owner, target: rules)
    send(page, *(make_file(tmp_path, f"{n}.txt") for n in range(5)))
    expect(page.locator(".satchel-title")).to_have_text("5 files done")
    assert [f.name for f in site.received[0]] == [f"{n}.txt" for n in range(5)]
    assert site.requests == ["BATCH"] * 2 and site.stored == []


def test_what_arrived_unheard_is_removed_with_the_submission(
    page: Page, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.lost = {"BATCH"}
    refusal = {"BATCH": (503, "Starting.")}
    monkeypatch.setattr(
        site.uploads.observer, "stored", lambda upload, offset: site.refusals.update(refusal)
    )
    send(page, *(make_file(tmp_path, f"{n}.txt") for n in range(2)))
    expect(page.locator(".satchel-row .satchel-state")).to_have_text(["Reconnecting…"] * 2)
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".satchel-notice")).to_contain_text("cancelled")
    assert site.stored == []


def test_small_files_wait_for_the_connection(page: Page, site: Site, tmp_path: Path) -> None:
    site.refusals["BATCH"] = (503, "Starting.")
    send(page, make_file(tmp_path, "a.txt"), make_file(tmp_path, "b.txt"))
    rows = page.locator(".satchel-row .satchel-state")
    expect(rows).to_have_text(["Reconnecting…"] * 2)
    expect(page.locator(".satchel-rate")).to_have_text("Reconnecting…")
    site.refusals.clear()
    expect(page.locator(".satchel-title")).to_have_text("2 files done")


def test_a_creation_whose_answer_was_lost_makes_no_second_upload(
    page: Page, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The browser itself repeats a request whose connection was reset."""
    monkeypatch.setattr(
        site.uploads.admission, "rules", lambda owner, target: FileRules(max_files=1)
    )
    site.lost = {"POST"}
    content = os.urandom(2**19)
    send(page, make_file(tmp_path, "a.bin", content))
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert site.received[0][0].content == content
    assert site.stored == []
