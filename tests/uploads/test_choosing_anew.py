"""What becomes of a form in a browser whose files were refused: it is never dead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
def home():
    page = jp.WebPage()
    form = jp.Form(a=page)
    jp.Input(type="text", name="note", aria_label="Note", a=form)
    jp.Input(type="file", aria_label="Photo", max_size="1 kB", required=REQUIRED, a=form)
    jp.Button(type="submit", text="Send", a=form)
    said = jp.P(id="said", a=page)
    def got(msg):
        note = next(each.value for each in msg.form_data if each.name == "note")
        said.text = f"{note}: {[file.name for file in msg.files]}"
    form.on("submit", got)
    return page

jp.justpy(home)
"""


def refused(serve: Any, page: Page, folder: Path, required: bool = False) -> Path:
    """The page after a file was refused; another file, which is not too large."""
    (folder / "large.bin").write_bytes(bytes(2000))
    (folder / "small.bin").write_bytes(bytes(20))
    program: Served = serve(PROGRAM.replace("REQUIRED", str(required)))
    page.goto(program.url)
    page.fill("[aria-label=Note]", "hello")
    page.set_input_files("[type=file]", folder / "large.bin")
    page.click("text=Send")
    expect(page.get_by_text("at most 1 kB")).to_be_visible()
    return folder / "small.bin"


def test_other_files_take_the_place_of_those_refused(
    serve: Any, page: Page, tmp_path: Path
) -> None:
    small = refused(serve, page, tmp_path)
    page.set_input_files("[type=file]", small)
    expect(page.locator(".satchel-progress")).to_have_count(0)
    page.click("text=Send")
    expect(page.locator("#said")).to_have_text("hello: ['small.bin']")


def test_the_rest_of_the_form_is_sent_without_them(serve: Any, page: Page, tmp_path: Path) -> None:
    refused(serve, page, tmp_path)
    page.click("text=Leave these out")
    expect(page.locator("#said")).to_have_text("hello: []")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    page.wait_for_function("document.querySelector('[type=file]').files.length === 0")


def test_a_form_that_needs_a_file_is_not_sent_without(
    serve: Any, page: Page, tmp_path: Path
) -> None:
    refused(serve, page, tmp_path, required=True)
    page.click("text=Leave these out")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    expect(page.locator("#said")).to_have_text("")


def test_what_is_chosen_while_files_are_sent_stays_chosen(
    serve: Any, page: Page, tmp_path: Path
) -> None:
    small = refused(serve, page, tmp_path)
    page.set_input_files("[type=file]", small)
    held: list[Route] = []
    page.route("**/uploads**", lambda route: held.append(route))
    page.click("text=Send")
    page.wait_for_function("() => document.querySelector('.satchel-progress')")
    (tmp_path / "later.bin").write_bytes(b"later")
    page.set_input_files("[type=file]", tmp_path / "later.bin")
    page.route("**/uploads**", lambda route: route.continue_())
    for route in held:
        route.continue_()
    expect(page.locator("#said")).to_have_text("hello: ['small.bin']")
    assert page.evaluate("document.querySelector('[type=file]').files[0].name") == "later.bin"
