"""What a page loads at first: nothing of what only some pages need."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core.testing import serve

BUNDLE = Path(__file__).parents[2] / "assets" / "bundle"

# Before the kit (commit 19b4a9c): main.js, chunk.js and satchel.css.
BEFORE = 40_506 + 6_445 + 12_958
# Files are dragged out, texts are pasted, and the window's bar has a page's menus.
SINCE = 800
# Texts go through catalogues.
LANGUAGE = 2100
# Text, links and pictures of web pages are dropped, too, also before the page has loaded.
DROPS = 400
# Files go to what they are dropped on, and a page shows other addresses without being loaded again.
PLACES = 700
# In forced colours, bars show how much there is.
COLOURS = 150
# Uploads ask whether the program is still there, and learn that it is lost.
SILENCE = 100
# Without websockets, the stream may bring a change before the page knows its channel; a form that
# was changed is sent again before its answer.
EARLY = 170


def test_the_first_load_has_nothing_of_the_kit() -> None:
    names = ("main.js", "chunk.js", "satchel.css")
    assert (
        sum((BUNDLE / name).stat().st_size for name in names)
        <= BEFORE + SINCE + LANGUAGE + DROPS + PLACES + COLOURS + SILENCE + EARLY
    )


@pytest.mark.browser
def test_notices_and_dialogs_are_loaded_with_the_first_of_them(page: Page) -> None:
    def home() -> jp.WebPage:
        wp = jp.WebPage()

        async def ask() -> None:
            await wp.confirm("Really?")

        jp.Button(text="Tell", click=lambda: wp.notify("Hello"), a=wp)
        jp.Button(text="Ask", click=ask, a=wp)
        return wp

    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    with serve(home) as user:
        page.goto(user.url)
        page.locator("link[href$='satchel.css']").wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        assert not {"notices.js", "notices.css", "browser-fallback.js", "dialog.css"} & {*loaded}
        page.get_by_role("button", name="Tell").click()
        expect(page.get_by_role("status")).to_have_text("Hello")
        assert loaded.count("notices.js") == loaded.count("notices.css") == 1
        page.get_by_role("button", name="Ask").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert loaded.count("browser-fallback.js") == loaded.count("dialog.css") == 1
        page.keyboard.press("Escape")
