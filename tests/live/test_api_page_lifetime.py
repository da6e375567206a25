"""How long pages are kept, for which browsers, and how those stay in step, in Chromium."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

import core as jp
from tests.support.api import shows
from tests.support.native import until
from tests.support.page_functions import serving

pytestmark = pytest.mark.browser


@shows("one page in many browsers", "WebPage.update")
def test_a_page_that_many_see(chromium: Browser) -> None:
    """All see what one of them does; one that leaves does not disturb the others."""
    wp = jp.WebPage()
    out = jp.P(id="out", text="0", a=wp)

    def count() -> None:
        out.text = str(int(out.text) + 1)

    jp.Button(text="count", click=count, a=wp)
    with serving(main=lambda: wp) as user:
        contexts: list[BrowserContext] = [chromium.new_context() for _ in range(3)]
        pages = [context.new_page() for context in contexts]
        for number, each in enumerate(pages, 1):
            each.goto(f"{user.url}/main")
            each.get_by_text("count").click()
            for other in pages[:number]:
                expect(other.locator("#out")).to_have_text(str(number))
        contexts[0].close()
        pages[1].get_by_text("count").click()
        for other in pages[1:]:
            expect(other.locator("#out")).to_have_text("4")
        for context in contexts[1:]:
            context.close()


@shows(
    "WebPage.instances",
    "WebPage.delete_flag",
    "WebPage.remove_page",
    "a page that no browser joined",
)
def test_pages_in_use(page: Page) -> None:
    """A page ends when its last browser has left, or none came, unless the program keeps it."""
    pages: list[weakref.ref[jp.WebPage]] = []
    kept = jp.WebPage(delete_flag=False).add(jp.P(text="kept"))

    def main() -> jp.WebPage:
        wp = jp.WebPage().add(jp.P(text="shown", id="out"))

        def ready() -> None:
            wp[0].text = "ready"

        wp.on("page_ready", ready)
        pages.append(weakref.ref(wp))
        return wp

    def alive() -> int:
        gc.collect()
        found = jp.WebPage.instances.values()
        return sum(1 for ref in pages if (wp := ref()) is not None and wp in found)

    with serving(main=main, kept=lambda: kept, page_grace=3) as user:
        page.goto(f"{user.url}/main")
        expect(page.locator("#out")).to_have_text("ready")
        assert alive() == 1
        page.goto(f"{user.url}/kept")
        page.request.get(f"{user.url}/main")  # no browser joins this one
        expect(page.get_by_text("kept")).to_be_visible()
        until(lambda: alive() == 0, "the pages are let go")
        page.goto("about:blank")
        until(lambda: kept.view is None, "no browser shows the page")
        assert jp.WebPage.instances[kept.page_id] is kept
        kept.remove_page()
        assert kept.page_id not in jp.WebPage.instances


@shows("WebPage.use_websockets")
def test_a_page_without_websockets(page: Page) -> None:
    """It says so, or its class does; pages beside it have theirs."""
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))

    class Posting(jp.WebPage):
        use_websockets = False

    def of(kind: type[jp.WebPage], **options: Any) -> Callable[[], jp.WebPage]:
        def main() -> jp.WebPage:
            button = jp.Button(text="click", click="self.text = 'clicked'")
            return kind(**options).add(button)

        return main

    pages = {
        "posting": (of(Posting), 0),
        "option": (of(jp.WebPage, use_websockets=False), 0),
        "plain": (of(jp.WebPage), 1),
    }
    functions: dict[str, Any] = {name: function for name, (function, _) in pages.items()}
    with serving(**functions) as user:
        for name, (_, expected) in pages.items():
            page.goto(f"{user.url}/{name}")
            page.get_by_text("click").click()
            expect(page.get_by_role("button")).to_have_text("clicked")
            assert len(sockets) == expected, name
