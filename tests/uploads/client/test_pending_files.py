"""Files that wait in a form: what is dropped or pasted joins them, and each can be taken out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.dragging import drop, paste_picture
from tests.support.upload_site import Site, make_file

pytestmark = pytest.mark.browser


def names(page: Page) -> Locator:
    return page.get_by_role("region", name="Files to be sent").locator(".satchel-name")


def upload(page: Page, count: int) -> None:
    page.get_by_role("button", name="Upload").click()
    said = "1 file" if count == 1 else f"{count} files"
    expect(page.locator(".satchel-progress .satchel-title").last).to_have_text(f"{said} done")


def test_a_second_drop_joins_the_first(page: Page, site: Site, tmp_path: Path) -> None:
    page.set_input_files("[name=files]", make_file(tmp_path, "chosen.txt"))
    for name in ("a.txt", "b.txt"):
        drop(page, "#several", make_file(tmp_path, name))
        expect(names(page).last).to_have_text(name)
    expect(names(page)).to_have_text(["chosen.txt", "a.txt", "b.txt"])
    expect(page.get_by_role("status").first).to_have_text("3 files to be sent")
    upload(page, 3)
    assert [file.name for file in site.received[0]] == ["chosen.txt", "a.txt", "b.txt"]
    expect(page.get_by_role("region", name="Files to be sent")).to_have_count(0)


def test_two_pasted_pictures_are_two(page: Page, site: Site) -> None:
    for count in (1, 2):
        paste_picture(page, "#several")
        expect(names(page)).to_have_count(count)
    upload(page, 2)
    first, second = (file.name for file in site.received[0])
    assert first != second and first.startswith("Picture ") and second.startswith("Picture ")
    assert site.received[0][0].content != site.received[0][1].content


def test_folders_of_one_name_join(page: Page, site: Site, tmp_path: Path) -> None:
    for folder in ("x", "y"):
        make_file(tmp_path / folder, "Album/cover.jpg", folder.encode())
        drop(page, "#several", tmp_path / folder / "Album")
        expect(names(page)).to_have_count(1 if folder == "x" else 2)
    upload(page, 2)
    found = [(file.folder, file.name, file.content) for file in site.received[0]]
    assert found == [("Album", "cover.jpg", b"x"), ("Album", "cover (2).jpg", b"y")]


def test_each_can_be_taken_out_by_the_keyboard(page: Page, site: Site, tmp_path: Path) -> None:
    paths = [make_file(tmp_path, f"{name}.txt") for name in "abc"]
    page.set_input_files("[name=files]", paths)
    button = page.get_by_role("button", name="Do not send b.txt")
    button.focus()
    page.keyboard.press("Enter")
    expect(names(page)).to_have_text(["a.txt", "c.txt"])
    expect(page.get_by_role("button", name="Do not send c.txt")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Do not send a.txt")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Files to be sent")).to_have_count(0)
    expect(page.locator("[name=files]")).to_be_focused()
    drop(page, "#several", paths[2])
    expect(names(page)).to_have_text(["c.txt"])
    upload(page, 1)


def test_what_is_dropped_while_files_are_sent_does_not_send_them_again(
    page: Page, site: Site, tmp_path: Path
) -> None:
    site.handle.clear()
    page.set_input_files("[name=files]", make_file(tmp_path, "first.txt"))
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_text("Working…")).to_be_visible()
    expect(page.get_by_role("region", name="Files to be sent")).to_have_count(0)
    drop(page, "#several", make_file(tmp_path, "second.txt"))
    expect(names(page)).to_have_text(["second.txt"])
    site.handle.set()
    expect(page.get_by_text("1 file done")).to_be_visible()
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_text("1 file done")).to_have_count(2)
    assert [[file.name for file in each] for each in site.received] == [
        ["first.txt"],
        ["second.txt"],
    ]


def test_what_was_cancelled_waits_again(page: Page, site: Site, tmp_path: Path) -> None:
    site.open.clear()
    page.set_input_files("[name=files]", make_file(tmp_path, "big.bin", bytes(2**21)))
    page.get_by_role("button", name="Upload").click()
    expect(names(page)).to_have_count(0)
    page.get_by_role("button", name="Cancel").click()
    site.open.set()
    expect(names(page)).to_have_text(["big.bin"])


def test_files_of_a_form_that_failed_wait_again_and_are_joined(
    page: Page, site: Site, tmp_path: Path
) -> None:
    site.handler_error = "The note is missing."
    page.set_input_files("[name=files]", make_file(tmp_path, "a.txt"))
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_text("The note is missing.")).to_be_visible()
    expect(names(page)).to_have_text(["a.txt"])
    site.handler_error = ""
    drop(page, "#several", make_file(tmp_path, "b.txt"))
    expect(names(page)).to_have_text(["a.txt", "b.txt"])
    upload(page, 2)
    assert [file.name for file in site.received[-1]] == ["a.txt", "b.txt"]


def test_a_form_that_is_reset_waits_for_nothing(page: Page, tmp_path: Path) -> None:
    page.set_input_files("[name=files]", make_file(tmp_path, "a.txt"))
    expect(names(page)).to_have_count(1)
    page.evaluate("document.getElementById('several').reset()")
    expect(names(page)).to_have_count(0)


def test_of_very_many_files_only_some_are_listed(page: Page, tmp_path: Path) -> None:
    page.set_input_files("[name=files]", [make_file(tmp_path, f"{n:03}") for n in range(130)])
    expect(page.get_by_text("130 files to be sent")).to_be_visible()
    expect(names(page)).to_have_count(100)
    expect(page.get_by_text("30 more")).to_be_visible()
