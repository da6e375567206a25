"""Sending a form's files from the browser: progress, trouble, cancelling."""

from __future__ import annotations

import hashlib
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.uploads.file_rules import FileRules
from core.uploads.limits import UploadLimits
from tests.support.upload_site import Site, make_file, serving

pytestmark = pytest.mark.browser

# Without a channel to the program, a browser only knows what it has handed over.
UNDER_WAY = ".satchel-row:is([data-state=sending], [data-state=verifying])"
LARGE = 2**25  # more than what the kernel buffers


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with serving(Site(tmp_path / "uploads")) as running:
        yield running


@pytest.fixture
def page(page: Page, site: Site) -> Page:
    page.goto(site.url)
    page.wait_for_selector("html[data-ready]")
    return page


def wait_for_engine(site: Site) -> None:
    """Until the engine has noticed that a browser went away."""
    site.open.set()
    while site.uploads.active:
        threading.Event().wait(0.02)


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
    expect(rows.nth(0).locator(".satchel-state")).to_have_text(re.compile("%|Verifying"))
    expect(page.locator(UNDER_WAY)).to_have_count(3)
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
    expect(page.locator(UNDER_WAY)).to_have_count(3)
    page.click("text=Cancel")
    said = page.locator(".satchel-progress .satchel-title")
    expect(said).to_have_text("Cancelled. Nothing was kept.")
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
    content = os.urandom(LARGE)
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
    assert (site.requests.count("BATCH"), site.requests.count("POST")) == (1, 1)


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
    expect(page.locator(".satchel-row .satchel-state")).to_have_text(["Connecting again…"] * 2)
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator(".satchel-toast")).to_contain_text("cancelled")
    assert site.stored == []


def test_small_files_wait_for_the_connection(page: Page, site: Site, tmp_path: Path) -> None:
    site.refusals["BATCH"] = (503, "Starting.")
    send(page, make_file(tmp_path, "a.txt"), make_file(tmp_path, "b.txt"))
    rows = page.locator(".satchel-row .satchel-state")
    expect(rows).to_have_text(["Connecting again…"] * 2)
    expect(page.locator(".satchel-rate")).to_have_text("Connecting again…")
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


# --- pausing ---


def test_a_paused_submission_goes_on_where_it_was(page: Page, site: Site, tmp_path: Path) -> None:
    contents = [os.urandom(LARGE) for _ in range(2)]
    site.open.clear()
    send(page, *(make_file(tmp_path, f"{n}.bin", each) for n, each in enumerate(contents)))
    expect(page.locator(UNDER_WAY)).to_have_count(2)
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
    expect(page.locator(UNDER_WAY)).to_have_count(3)
    page.click("text=Pause")
    wait_for_engine(site)
    assert site.requests.count("POST") <= 3  # the third may not have been asked for yet
    page.click("text=Resume")
    expect(page.locator(".satchel-title")).to_have_text("5 files done")


def test_a_paused_submission_can_be_cancelled(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", os.urandom(LARGE)))
    expect(page.locator(UNDER_WAY)).to_have_count(1)
    page.click("text=Pause")
    wait_for_engine(site)
    page.click("text=Cancel")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert site.stored == []


def throttle(page: Page, rate: int) -> None:
    """Let the browser send so many bytes per second."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    conditions = {"offline": False, "latency": 0, "downloadThroughput": -1}
    session.send("Network.emulateNetworkConditions", conditions | {"uploadThroughput": rate})


@pytest.mark.parametrize("pauses", [False, True])
@pytest.mark.parametrize("count, size", [(8, 2**17), (1, 2**19)])
def test_cancel_waits_for_no_slow_network(
    page: Page, site: Site, tmp_path: Path, count: int, size: int, pauses: bool
) -> None:
    """Small files travel with others, or with their creation: here for long."""
    throttle(page, 20_000)
    send(page, *(make_file(tmp_path, f"{n}.bin", os.urandom(size)) for n in range(count)))
    expect(page.locator(".satchel-row .satchel-state").first).to_have_text(re.compile("[1-9]%"))
    if pauses:
        page.click("text=Pause")
        expect(page.locator(".satchel-title")).to_have_text(re.compile("Paused"))
    page.click("text=Cancel")
    expect(page.locator(".satchel-toast")).to_have_text("Cancelled: The upload was cancelled.")
    wait_for_engine(site)
    assert site.stored == []


def test_cancel_of_a_second_try_removes_what_the_first_one_stored(
    page: Page, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.lost = {"BATCH"}
    refusal = {"BATCH": (503, "Starting.")}
    monkeypatch.setattr(
        site.uploads.observer, "stored", lambda upload, offset: site.refusals.update(refusal)
    )
    send(page, *(make_file(tmp_path, f"{n}.bin", os.urandom(2**17)) for n in range(8)))
    first = page.locator(".satchel-row .satchel-state").first
    expect(first).to_have_text("Connecting again…")
    throttle(page, 2000)
    site.refusals.clear()
    expect(first).to_have_text(re.compile("%"))
    page.click("text=Cancel")
    expect(page.locator(".satchel-toast")).to_have_text("Cancelled: The upload was cancelled.")
    assert site.stored == []


def test_a_file_can_be_left_out_while_it_is_sent(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    send(page, make_file(tmp_path, "a.bin", os.urandom(LARGE)), make_file(tmp_path, "b.txt"))
    expect(page.locator(".satchel-row[data-state=sent]")).to_have_count(1)
    page.get_by_role("button", name="Do not send a.bin").click()
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    wait_for_engine(site)
    assert [f.name for f in site.received[0]] == ["b.txt"]


# --- after a reload ---


def begin_and_reload(page: Page, site: Site, path: Path) -> int:
    """Send a part of the file, and load the page anew; how much the server has."""
    site.open.clear()
    send(page, path)
    expect(page.locator(UNDER_WAY)).to_have_count(1)
    while site.patched == 0:
        page.wait_for_load_state()
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
    at = f"Continued at {100 * stored // LARGE}%"
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
    expect(page.locator(UNDER_WAY)).to_have_count(1)
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


# --- what is not accepted ---


def limit(page: Page, **limits: int) -> None:
    page.evaluate(
        "limits => Object.assign(document.querySelector('[name=files]').dataset, limits)", limits
    )


def test_a_file_that_is_too_large_is_not_sent(page: Page, site: Site, tmp_path: Path) -> None:
    limit(page, maxSize=2_000_000)
    send(page, make_file(tmp_path, "film.mov", b"x" * 2_100_000), make_file(tmp_path, "a.txt"))
    sentence = "“film.mov” has 2.1 MB; at most 2.0 MB are accepted."
    expect(page.locator("[data-state=refused] .satchel-error")).to_have_text(sentence)
    expect(page.locator(".satchel-title")).to_have_text("1 of 2 files not sent")
    # Nobody waits for what is not sent.
    expect(page.locator(".satchel-amount")).to_have_text("7 bytes of 7 bytes · 100%")
    expect(page.locator(".satchel-retry")).to_be_hidden()
    page.click("text=Leave these out")
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert site.requests == ["BATCH"]


def test_a_file_of_another_kind_is_not_sent(page: Page, site: Site, tmp_path: Path) -> None:
    """The person chose "All files" in the dialog. What the browser does not know is sent."""
    page.evaluate("document.querySelector('[name=files]').accept = 'image/*,.pdf'")
    send(page, *(make_file(tmp_path, name) for name in ("a.png", "b.txt", "c.pdf", "d.unknown")))
    sentence = "“b.txt” is not accepted here: only pictures and PDFs can be sent."
    expect(page.locator("[data-state=refused] .satchel-error")).to_have_text(sentence)
    page.click("text=Leave these out")
    expect(page.locator(".satchel-title")).to_have_text("3 files done")
    assert [f.name for f in site.received[0]] == ["a.png", "c.pdf", "d.unknown"]


def test_no_more_files_than_the_input_takes(page: Page, site: Site, tmp_path: Path) -> None:
    limit(page, maxFiles=2)
    send(page, *(make_file(tmp_path, f"{n}.txt") for n in range(4)))
    expect(page.locator(".satchel-title")).to_have_text("2 of 4 files not sent")
    errors = page.locator(".satchel-row[data-state=refused] .satchel-error")
    expect(errors).to_have_text(["At most 2 files can be sent at once."] * 2)
    page.click("text=Leave these out")
    expect(page.locator(".satchel-title")).to_have_text("2 files done")
    assert [f.name for f in site.received[0]] == ["0.txt", "1.txt"]


def test_no_more_bytes_than_the_input_takes(page: Page, site: Site, tmp_path: Path) -> None:
    limit(page, maxTotal=1000)
    send(page, *(make_file(tmp_path, f"{n}.txt", b"x" * 600) for n in range(2)))
    sentence = "With “1.txt” it would be 1,200 bytes; at most 1,000 bytes are accepted."
    expect(page.locator("[data-state=refused] .satchel-error")).to_have_text(sentence)


def test_where_every_file_is_refused_the_panel_says_so(
    page: Page, site: Site, tmp_path: Path
) -> None:
    limit(page, maxSize=10)
    send(page, make_file(tmp_path, "a.txt", b"x" * 11))
    sentence = "“a.txt” has 11 bytes; at most 10 bytes are accepted."
    expect(page.locator(".satchel-error")).to_have_text(sentence)
    page.click("text=Cancel")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert site.requests == []


def test_the_program_says_which_files_it_did_not_take(
    page: Page, site: Site, tmp_path: Path
) -> None:
    site.rejected = {"b.txt": "“b.txt” is no picture."}
    send(page, *(make_file(tmp_path, name) for name in ("a.txt", "b.txt", "c.txt")))
    expect(page.locator(".satchel-title")).to_have_text("1 of 3 files not accepted")
    row = page.locator(".satchel-row[data-state=refused]")
    expect(row).to_contain_text("Not accepted")
    expect(row.locator(".satchel-error")).to_have_text("“b.txt” is no picture.")
    page.click("text=Close")
    expect(page.locator(".satchel-progress")).to_have_count(0)


# --- what the server has stored ---


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
