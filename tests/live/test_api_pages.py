"""Content, looks and behaviour of pages, in Chromium."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from tests.conftest import Live
from tests.support.api import shows
from tests.support.page_functions import serving

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


# What stands on it


@shows(
    "WebPage.add",
    "WebPage.add_component",
    "WebPage.remove",
    "WebPage.remove_component",
    "WebPage.components",
    "WebPage.get_components",
    "WebPage.last",
    "len(WebPage)",
    "WebPage.delete_components",
)
def test_components_of_a_page(live: Show) -> None:
    shown = live()
    wp = shown.web_page
    first, second = jp.P(text="first"), jp.P(text="second")
    standing = len(wp)

    def texts() -> list[str]:
        return shown.page.locator("#components > p:not([id])").all_text_contents()

    steps: list[tuple[Callable[[], Any], list[str]]] = [
        (lambda: wp.add(first, second), ["first", "second"]),
        (lambda: wp + jp.P(text="third"), ["first", "second", "third"]),
        (lambda: wp.__iadd__(jp.P(text="x")), ["first", "second", "third", "x"]),
        (lambda: wp.remove(second), ["first", "third", "x"]),
        (lambda: wp.remove(second), ["first", "third", "x"]),
        (lambda: wp.add_component(second, 0), ["second", "first", "third", "x"]),
        (lambda: wp.add_component(jp.P(text="end")), ["second", "first", "third", "x", "end"]),
        (lambda: wp.remove_component(first), ["second", "third", "x", "end"]),
        (lambda: wp.components.pop(), ["second", "third", "x"]),
    ]
    for step, expected in steps:
        shown.do(step)
        assert texts() == expected
        assert len(wp) == len(wp.get_components()) == standing + len(expected)
        assert getattr(wp.last(), "text", "") == expected[-1]
    assert wp.get_components() is wp.components and wp[0] is second
    with pytest.raises(ValueError, match="is not a child"):
        wp.remove_component(first)

    def delete() -> None:
        wp.delete_components()

    shown.do(lambda: wp.on("keydown", delete))
    shown.page.keyboard.press("x")
    expect(shown.page.locator("#components > *")).to_have_count(0)
    assert len(wp) == 0


@shows("an empty page")
def test_an_empty_page(live: Show, page: Page) -> None:
    with serving(empty=lambda: jp.WebPage(title="empty")) as user:
        answer = page.goto(f"{user.url}/empty")
        assert answer is not None and answer.status == 200
        expect(page).to_have_title("empty")
        assert page.locator("body").inner_text().strip() == ""


@shows("WebPage(any keyword)", "WebPage.data", "WebPage.debug", "WebPage.page_id")
def test_attributes_of_the_program_on_a_page(live: Show) -> None:
    shown = live(jp.P(text="text"), data={"n": 1}, colour="red", debug=True)
    wp: Any = shown.web_page
    assert (wp.data, wp.colour, wp.debug) == ({"n": 1}, "red", True)
    assert isinstance(wp.page_id, int) and wp.page_id != jp.WebPage().page_id
    line = jp.P(model=[wp, "n"])

    def change() -> None:
        wp.add(line)
        wp.shade = wp.data["n"] = "dark"

    shown.do(change)
    expect(shown.element(line)).to_have_text("dark")
    assert wp.shade == "dark"


# How it looks


@shows("WebPage.title", "WebPage.favicon", "WebPage.css")
def test_title_icon_and_css(live: Show) -> None:
    css = "#line { color: rgb(1, 2, 3) }"
    shown = live(jp.P(text="line", id="line"), title="<One>", favicon="/static/a.png", css=css)
    line, icon = shown.page.locator("#line"), shown.page.locator("link[rel=icon]")
    expect(shown.page).to_have_title("<One>")
    expect(line).to_have_css("color", "rgb(1, 2, 3)")
    expect(icon).to_have_attribute("href", "/static/a.png")

    def change() -> None:
        wp = shown.web_page
        wp.title, wp.favicon = "Two & more", "/static/b.png"
        wp.css = "#line { color: rgb(4, 5, 6) }"

    shown.do(change)
    expect(shown.page).to_have_title("Two & more")
    expect(line).to_have_css("color", "rgb(4, 5, 6)")
    expect(icon).to_have_attribute("href", "/static/b.png")


@shows("WebPage.body_style", "WebPage.body_classes", "WebPage.dark")
def test_the_element_around_all(live: Show) -> None:
    line = jp.P(text="line", classes="dark:underline")
    options = {"body_classes": "p-4 m-2", "body_style": "color: rgb(1, 2, 3)", "dark": True}
    shown = live(line, **options)
    around = shown.page.locator("#components")
    expect(around).to_have_css("padding", "16px")
    expect(around).to_have_css("color", "rgb(1, 2, 3)")
    expect(shown.element(line)).to_have_css("text-decoration-line", "underline")

    def change() -> None:
        wp = shown.web_page
        wp.body_classes, wp.body_style, wp.dark = "p-[13px]", "color: rgb(4, 5, 6)", False

    shown.do(change)
    expect(around).to_have_css("padding", "13px")
    expect(around).to_have_css("margin", "0px")
    expect(around).to_have_css("color", "rgb(4, 5, 6)")
    expect(shown.element(line)).to_have_css("text-decoration-line", "none")


@shows("WebPage.tailwind")
def test_a_page_without_utilities(live: Show) -> None:
    """Classes are the program's own, and the browser's styles are as they were."""
    head, line = jp.H1(text="head"), jp.P(text="line", classes="p-4")
    shown = live(head, line, tailwind=False, css=".p-4 { padding: 5px }")
    expect(shown.element(line)).to_have_css("padding", "5px")
    expect(shown.element(head)).to_have_css("font-size", "32px")
    later = jp.P(text="later", classes="m-[7px]")
    shown.do(lambda: shown.stage.add(later))
    assert shown.element(later).evaluate("line => getComputedStyle(line).margin") != "7px"


@shows("WebPage.csp")
def test_a_page_that_allows_more(live: Show) -> None:
    """Scripts in attributes run only where the program says so."""
    button = jp.Div(inner_html="""<button onclick="document.title = 'ran'">run</button>""")
    shown = live(button, title="did not run")
    shown.page.get_by_text("run", exact=True).click()
    expect(shown.page).to_have_title("did not run")
    shown = live(button, csp="script-src 'self' 'unsafe-inline'")
    shown.page.get_by_text("run", exact=True).click()
    expect(shown.page).to_have_title("ran")


# What it does


@shows("WebPage", "WebPage.react")
def test_react_of_a_page(live: Show, page: Page) -> None:
    """`react` runs before each rendering, the first one too."""

    class Counting(jp.WebPage):
        def react(self) -> None:
            self.title = f"{len(self)} components"

    wp = Counting()

    def add() -> None:
        jp.P(text="two", a=wp)

    jp.P(text="one", id="one", click=add, a=wp)
    with serving(counting=lambda: wp) as user:
        page.goto(f"{user.url}/counting")
        expect(page).to_have_title("1 components")
        page.click("#one")
        expect(page).to_have_title("2 components")


@shows("WebPage.reload")
def test_a_page_reloads(page: Page) -> None:
    visits = itertools.count(1)

    def main() -> jp.WebPage:
        wp = jp.WebPage().add(jp.P(id="out", text=f"visit {next(visits)}"))

        async def reload() -> None:
            await wp.reload()

        return wp.add(jp.Button(text="reload", click=reload))

    with serving(main=main) as user:
        page.goto(f"{user.url}/main")
        for number in (1, 2, 3):
            expect(page.locator("#out")).to_have_text(f"visit {number}")
            page.get_by_text("reload").click()
        expect(page.locator("#out")).to_have_text("visit 4")


@shows("WebPage.allowed_events", "WebPage.on")
def test_events_of_a_page(live: Show) -> None:
    told: list[str] = []
    shown = live(jp.P(text="line"), click=lambda: told.append("click"))
    wp = shown.web_page
    assert wp.allowed_events == {
        *("click", "visibilitychange", "page_ready", "result_ready"),
        *("keydown", "keyup", "keypress", "popstate"),
    }
    with pytest.raises(ValueError, match="has no event 'mouseover'"):
        wp.on("mouseover", lambda: None)
    shown.page.get_by_text("line").click()
    shown.do(lambda: wp.on("keyup", lambda: told.append("keyup")))
    shown.page.keyboard.press("a")
    shown.do(lambda: None)
    assert "click" in told and "keyup" in told


# The elements in an element, with their texts.
ELEMENTS = """
    root => [...root.querySelectorAll('table, tr, th, td, p, b, i, img')].map(
        element => [element.localName, element.childElementCount, element.innerText.trim()])
"""


@shows("WebPage.to_html", "Component.to_html")
def test_html_for_other_uses(live: Show) -> None:
    """A browser shows it as it shows the page."""
    table = jp.AutoTable(values=[["a", "b"], [1, "<2>"]])
    line = jp.P(text="One ").add(jp.B(text="bold"), jp.I(text=" word"))
    shown = live(table, line, jp.Img(alt="a picture"), jp.P(text="unseen", show=False))
    pages = [shown.web_page.to_html(), shown.web_page.to_html(indent=2, step=2)]
    as_page = shown.page.locator("#components").evaluate(ELEMENTS)
    as_part = shown.element(shown.stage).evaluate(ELEMENTS)
    parts = [shown.stage.to_html(), shown.stage.to_html(indent=2, step=2)]
    assert ["td", 0, "<2>"] in as_part
    for html in (*pages, *parts):
        assert "data-c" not in html and "unseen" not in html
        shown.page.set_content(html)
        expected = as_page if html in pages else as_part
        assert shown.page.locator("body").evaluate(ELEMENTS) == expected
