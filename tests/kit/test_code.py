"""kit.Code: colours, and the button that copies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from core import kit
from tests.conftest import Live
from tests.support.api import shows
from tests.support.native import until

Show = Callable[..., Live]

SOURCE = 'def f(a):\n    return "<b>&amp;"\n'


@pytest.mark.browser
@shows("kit.Code", "Code.source", "Code.language")
def test_code_has_colours_and_is_copied(live: Show) -> None:
    code = kit.Code(SOURCE, "python")
    shown = live(code)
    page = shown.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(page.locator(".kit-code-keyword").first).to_have_text("def")
    assert page.locator("pre").text_content() == SOURCE
    button = page.get_by_role("button", name="Copy")
    button.click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == SOURCE
    shown.do(lambda: (setattr(code, "source", "select 1"), setattr(code, "language", "sql")))
    expect(page.locator(".kit-code-keyword")).to_have_text("select")
    button.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Copied.")
    until(lambda: page.evaluate("navigator.clipboard.readText()") == "select 1", "it is copied")


@pytest.mark.browser
def test_a_browser_that_does_not_copy_says_so(live: Show) -> None:
    page = live(kit.Code("x = 1", "python")).page
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_contain_text("could not be copied")


@pytest.mark.browser
def test_long_lines_scroll_by_keys(live: Show) -> None:
    page = live(kit.Code("x" * 5000)).page
    region = page.get_by_role("region", name="Code")
    region.focus()
    page.keyboard.press("ArrowRight")
    until(lambda: region.evaluate("(element) => element.scrollLeft") > 0, "it scrolls")


@pytest.mark.parametrize("language", ["", "no such language", "<b>"])
def test_an_unknown_language_is_plain_text(language: str) -> None:
    [pre] = kit.Code("<i>&", language).components
    assert pre.inner_html == "<code>&lt;i&gt;&amp;</code>"


def test_the_end_of_long_code_is_there_without_colours() -> None:
    [pre] = kit.Code("x = 1\n" * 100_000, "python").components
    assert pre.inner_html.count("=") > 99_999


def test_only_text_is_code() -> None:
    with pytest.raises(TypeError, match=r"kit\.Code shows text, not None"):
        kit.Code(None)  # type: ignore[arg-type]
