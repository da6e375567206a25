"""Files that change while a browser sends them: half old and half new, they are worth nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.upload_site import Site, make_file
from tests.support.uploading import LARGE, send, wait_for_bytes

pytestmark = pytest.mark.browser


def change(path: Path) -> None:
    """Other bytes in the same place, a minute later: file systems and browsers count in seconds."""
    with path.open("r+b") as file:
        file.write(b"new")
        file.seek(-3, os.SEEK_END)
        file.write(b"new")
    later = path.stat().st_mtime + 60
    os.utime(path, (later, later))


def expect_told_and_chosen_anew(page: Page, site: Site, path: Path) -> None:
    """It is not sent, nothing of it is kept, and Retry does not help; choosing it again does."""
    error = page.locator(".satchel-row[data-state=failed] .satchel-error")
    expect(error).to_contain_text("changed or removed since it was chosen")
    assert not [name for name in site.stored if name.endswith((".part", ".data"))]
    page.get_by_role("button", name="Retry").click()
    expect(error).to_contain_text("changed or removed since it was chosen")
    assert site.received == []
    page.set_input_files("[name=files]", path)
    page.get_by_role("button", name="Upload").click()
    expect(page.locator(".satchel-title").last).to_have_text("1 file done")
    [[file]] = site.received
    assert file.content == path.read_bytes()
    assert site.stored == []


def test_a_large_file(page: Page, site: Site, tmp_path: Path) -> None:
    path = make_file(tmp_path, "disk.img", b"old" * LARGE)
    site.open.clear()
    send(page, path)
    wait_for_bytes(site)
    change(path)
    site.open.set()
    expect_told_and_chosen_anew(page, site, path)


@pytest.mark.parametrize(("size", "method"), [(300, "BATCH"), (2**19, "POST"), (2**22, "PATCH")])
def test_a_file_that_changed_by_the_time_of_the_answer(
    page: Page, site: Site, tmp_path: Path, size: int, method: str
) -> None:
    path = make_file(tmp_path, "a.bin", bytes(size))

    def answering(answered: str) -> None:
        if answered == method:
            site.answering = lambda method: None
            change(path)

    site.answering = answering
    send(page, path)
    expect_told_and_chosen_anew(page, site, path)


def test_a_file_that_changed_before_it_is_sent_again(
    page: Page, site: Site, tmp_path: Path
) -> None:
    """The first answer is lost; the server has the old content by then."""
    path = make_file(tmp_path, "a.txt", b"first content")
    site.lost = {"BATCH"}
    site.answering = lambda method: change(path) if "BATCH" in site.lost else None
    send(page, path)
    expect_told_and_chosen_anew(page, site, path)


def test_of_many_only_those_that_changed_are_left_out(
    page: Page, site: Site, tmp_path: Path
) -> None:
    paths = [make_file(tmp_path, f"{number}.txt") for number in range(20)]

    def answering(answered: str) -> None:
        site.answering = lambda method: None
        change(paths[3])

    site.answering = answering
    send(page, *paths)
    expect(page.locator(".satchel-title")).to_have_text("1 of 20 files not sent")
    page.get_by_role("button", name="Leave these out").click()
    expect(page.locator(".satchel-title")).to_have_text("19 files done")
    assert len(site.received[0]) == 19
    assert site.stored == []
