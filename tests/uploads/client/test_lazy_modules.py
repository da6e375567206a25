"""Parts of the client that are loaded when they are needed, while the program does not respond."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.support.served import served, write_program

pytestmark = pytest.mark.browser

PROGRAM = """
def page(request):
    wp = jp.WebPage()
    form = jp.Form(a=wp)
    jp.Input(type="file", name="files", a=form)
    jp.Button(text="Upload", a=form)
    kept = jp.P(a=wp)

    def keep(self, msg):
        kept.text = "kept " + msg.files[0].save(jp.app.session_folder(msg.session_id)).name

    form.on("submit", keep)
    return wp

jp.justpy(page)
"""


def test_files_are_sent_once_their_module_can_be_loaded(page: Page, tmp_path: Path) -> None:
    (letter := tmp_path / "letter.txt").write_text("dear")
    refused: list[str] = []

    def refuse_twice(route: Route) -> None:
        if len(refused) == 2:
            return route.continue_()
        refused.append(route.request.url)
        return route.abort("connectionrefused")

    page.route("**/uploads.js", refuse_twice)
    with served(write_program(tmp_path, PROGRAM), tmp_path / "data") as program:
        page.goto(program.url)
        page.set_input_files("input", letter)
        page.click("text=Upload")
        expect(page.get_by_text("kept letter.txt")).to_be_visible(timeout=15_000)
    assert len(refused) == 2


def test_what_cannot_be_loaded_is_said(context: BrowserContext, tmp_path: Path) -> None:
    page = context.new_page()  # the other would report the error in the console, which stays
    (letter := tmp_path / "letter.txt").write_text("dear")
    page.clock.install()
    page.route("**/uploads.js", lambda route: route.abort())
    with served(write_program(tmp_path, PROGRAM), tmp_path / "data") as program:
        page.goto(program.url)
        page.set_input_files("input", letter)
        page.click("text=Upload")
        said = page.get_by_text("A part of this page could not be loaded. Reload the page.")
        for _ in range(20):
            if said.count():
                break
            page.clock.run_for(5_000)
        expect(said).to_be_visible()
