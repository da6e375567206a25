"""Files dropped on a page or pasted: where they go, and what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.dragging import drag, drop, paste_picture, paste_text
from tests.support.upload_site import Site, make_file

pytestmark = pytest.mark.browser


PICTURE = r"Picture [-\d]{10} [.\d]{8}\.png"
"""The name of a picture that was pasted."""


def expect_change(page: Page, text: str | re.Pattern[str]) -> None:
    """The `change` events that the page has seen: each the input's name and its files' names."""
    expect(page.locator("html")).to_have_attribute("data-changes", text)


# --- dropping ---


def test_the_whole_form_lights_up_and_takes_the_files(page: Page, tmp_path: Path) -> None:
    paths = [make_file(tmp_path, "b.txt"), make_file(tmp_path, "a.txt")]
    drag(page, "dragEnter", "#several textarea", *paths)
    drag(page, "dragOver", "#several textarea", *paths)
    expect(page.locator("#several")).to_have_class("satchel-dropping")
    drag(page, "drop", "#several textarea", *paths)
    expect(page.locator(".satchel-dropping")).to_have_count(0)
    expect_change(page, "files b.txt a.txt")


def test_leaving_the_form_or_the_window_puts_the_light_out(page: Page, tmp_path: Path) -> None:
    path = make_file(tmp_path, "a.txt")
    lit = page.locator(".satchel-dropping")
    drag(page, "dragEnter", "#several", path)
    drag(page, "dragOver", "#several", path)
    expect(lit).to_have_count(1)
    drag(page, "dragOver", "#elsewhere", path)
    expect(lit).to_have_count(0)
    drag(page, "dragOver", "#several", path)
    expect(lit).to_have_count(1)
    # CDP's dragCancel tells the page nothing; this is what leaving the window does.
    page.dispatch_event("#several", "dragleave")
    expect(lit).to_have_count(0)


def test_a_drop_elsewhere_does_nothing(page: Page, site: Site, tmp_path: Path) -> None:
    drop(page, "#elsewhere", make_file(tmp_path, "a.txt"))
    drop(page, "h1", make_file(tmp_path, "b.txt"))
    drop(page, "#several", make_file(tmp_path, "c.txt"))
    expect_change(page, "files c.txt")
    assert page.url == site.url


def test_files_that_the_input_does_not_accept_are_told(page: Page, tmp_path: Path) -> None:
    files = [make_file(tmp_path, name) for name in ("a.txt", "pic.PNG", "b.pdf", "drawing.SVGZ")]
    drop(page, "#picture", *files)
    toasts = page.locator(".satchel-notice")
    expect(toasts.nth(0)).to_contain_text("“a.txt” and 1 other")
    expect(toasts.nth(1)).to_contain_text("“pic.PNG” was chosen")
    expect_change(page, "picture pic.PNG")


@pytest.mark.parametrize(
    ("accept", "name"),
    [("image/*", "a.heic"), ("audio/*", "a.xyz"), ("video/*", "x.xyz"), ("text/csv", "a.xlsx")]
    + [("video/*", "a.ts"), ("text/*", "a.json"), ("text/*", "a.xls"), ("audio/*", "a.ogv")],
)
def test_a_dropped_file_is_judged_as_one_that_was_chosen(
    page: Page, tmp_path: Path, accept: str, name: str
) -> None:
    """Where a browser does not know the type of a file, the server judges."""
    page.eval_on_selector("[name=picture]", "(input, accept) => (input.accept = accept)", accept)
    drop(page, "#picture", make_file(tmp_path, name))
    expect_change(page, f"picture {name}")
    expect(page.locator(".satchel-notice")).to_have_count(0)


@pytest.mark.parametrize(
    ("accept", "words"),
    [
        ("image/*", "pictures"),
        ("image/*, .PDF", "pictures and PDFs"),
        ("audio/*,video/*,.svgz", "sounds, videos, and .svgz files"),
    ],
)
def test_what_can_be_sent_is_said_in_words(
    page: Page, tmp_path: Path, accept: str, words: str
) -> None:
    page.eval_on_selector("[name=picture]", "(input, accept) => (input.accept = accept)", accept)
    drop(page, "#picture", make_file(tmp_path, "a.txt"))
    expect(page.locator(".satchel-notice")).to_have_text(
        f"Not accepted: “a.txt”. Only {words} can be sent here."
    )


def test_a_form_without_a_button_submits_itself(page: Page, site: Site, tmp_path: Path) -> None:
    drop(page, "#eager", make_file(tmp_path, "a.txt"))
    expect(page.locator("#eager .satchel-title")).to_have_text("1 file done")
    assert site.received[0][0].name == "a.txt"


def test_an_input_outside_a_form_is_a_zone(page: Page, tmp_path: Path) -> None:
    drop(page, "#outside", make_file(tmp_path, "a.txt"))
    expect_change(page, "alone a.txt")


def test_a_folder_is_flattened(page: Page, site: Site, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    make_file(tree, "photo.jpg", b"1")
    make_file(tree, "deep/er/Photo.jpg", b"2")
    make_file(tree, "deep/photo (2).jpg", b"3")
    for junk in (".DS_Store", "deep/Thumbs.db", "deep/er/desktop.ini"):
        make_file(tree, junk)
    drop(page, "#eager", tree, make_file(tmp_path, "other.txt", b"4"))
    expect(page.locator("#eager .satchel-title")).to_have_text("4 files done")
    assert [(f.name, f.content) for f in site.received[0]] == [
        ("Photo.jpg", b"2"),
        ("photo (2).jpg", b"3"),
        ("photo.jpg", b"1"),
        ("other.txt", b"4"),
    ]
    assert [f.folder for f in site.received[0]] == ["tree/deep/er", "tree/deep", "tree", ""]


def test_files_of_one_name_in_several_folders_keep_it(
    page: Page, site: Site, tmp_path: Path
) -> None:
    for number, album in enumerate(("Album 1", "Album 2", "Album 2/B")):
        make_file(tmp_path / album, "cover.jpg", b"%d" % number)
    drop(page, "#eager", tmp_path / "Album 1", tmp_path / "Album 2")
    expect(page.locator("#eager .satchel-title")).to_have_text("3 files done")
    assert [(f.folder, f.name, f.content) for f in site.received[0]] == [
        ("Album 1", "cover.jpg", b"0"),
        ("Album 2/B", "cover.jpg", b"2"),
        ("Album 2", "cover.jpg", b"1"),
    ]


def test_a_folder_that_was_chosen_tells_where_files_lay(
    page: Page, site: Site, tmp_path: Path
) -> None:
    make_file(tmp_path / "tree", "deep/a.txt")
    page.evaluate("document.querySelector('[name=files]').webkitdirectory = true")
    page.set_input_files("[name=files]", tmp_path / "tree")
    page.click("text=Upload")
    expect(page.locator(".satchel-title")).to_have_text("1 file done")
    assert [(f.name, f.folder) for f in site.received[0]] == [("a.txt", "tree/deep")]


def test_a_folder_of_many_files_is_read_to_its_end(page: Page, tmp_path: Path) -> None:
    names = [f"{number:03}.txt" for number in range(250)]
    for name in names:
        make_file(tmp_path / "many", name, b"")
    drop(page, "#several", tmp_path / "many")
    expect_change(page, " ".join(["files", *names]))


def test_an_empty_folder_is_told(page: Page, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    drop(page, "#several", tmp_path / "empty")
    expect(page.locator(".satchel-notice")).to_have_text("What you dropped contains no files.")


def test_drags_of_the_program_are_left_alone(page: Page) -> None:
    prevented = page.evaluate("""() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'own.png', { type: 'image/png' }));
        const fire = (target, type) => {
            const init = { bubbles: true, cancelable: true, dataTransfer: data };
            const event = new DragEvent(type, init);
            document.querySelector(target).dispatchEvent(event);
            return event.defaultPrevented;
        };
        fire('#own', 'dragstart');
        const own = [fire('#several', 'dragover'), fire('#several', 'drop')];
        fire('#own', 'dragend');
        return [...own, fire('#several', 'dragover')];
    }""")
    assert prevented == [False, False, True]
    expect(page.locator(".satchel-notice")).to_have_count(0)


# --- pasting ---


def test_files_pasted_in_a_form_go_into_its_input(page: Page) -> None:
    assert paste_picture(page, "#picture")
    expect_change(page, re.compile(rf"^picture {PICTURE}$"))


def test_files_pasted_on_a_page_with_one_form_go_there(page: Page) -> None:
    assert not paste_picture(page, "h1"), "three forms: which one?"
    page.evaluate("for (const id of ['picture', 'eager']) document.getElementById(id).remove()")
    assert paste_picture(page, "h1")
    expect_change(page, re.compile(rf"^files {PICTURE}$"))


def test_text_with_a_picture_beside_it_is_pasted_as_text(page: Page) -> None:
    assert not paste_picture(page, "#several textarea", "cells")
    assert page.locator("html").get_attribute("data-changes") is None


def test_text_becomes_a_file_where_one_is_accepted(page: Page) -> None:
    assert not paste_text(page, "#picture", "words"), "it takes pictures only"
    assert not paste_text(page, "h1", "words"), "no form is meant"
    assert not paste_text(page, "#several textarea", "words"), "text is edited there"
    assert paste_text(page, "#several", "words")
    expect_change(page, re.compile(r"^files Text [-\d]{10} [.\d]{8}\.txt$"))
