"""Files that the input or the program does not accept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.upload_site import Site, make_file
from tests.support.uploading import send

pytestmark = pytest.mark.browser


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
    sentence = "With “1.txt” the files have 1,200 bytes; at most 1,000 bytes are accepted."
    expect(page.locator("[data-state=refused] .satchel-error")).to_have_text(sentence)


def test_where_every_file_is_refused_the_panel_says_so(
    page: Page, site: Site, tmp_path: Path
) -> None:
    limit(page, maxSize=10)
    send(page, make_file(tmp_path, "a.txt", b"x" * 11))
    sentence = "“a.txt” has 11 bytes; at most 10 bytes are accepted."
    expect(page.locator(".satchel-error")).to_have_text(sentence)
    page.click("text=Close")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert site.requests == []


def test_a_form_of_files_only_has_nothing_left_where_all_are_refused(
    page: Page, site: Site, tmp_path: Path
) -> None:
    page.evaluate("Object.assign(document.querySelector('[name=eager]').dataset, {maxSize: 10})")
    page.set_input_files("[name=eager]", make_file(tmp_path, "a.txt", b"x" * 11))
    expect(page.locator(".satchel-error")).to_be_visible()
    expect(page.locator(".satchel-amount")).to_have_text("")
    panel = page.get_by_role("region", name="Upload")
    expect(panel.get_by_role("button", name="Leave these out")).to_have_count(0)
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_have_count(0)
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
    expect(page.locator(".satchel-row")).to_have_count(1)  # the others are done
    page.click("text=Close")
    expect(page.locator(".satchel-progress")).to_have_count(0)
