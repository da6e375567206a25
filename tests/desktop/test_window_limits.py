"""What a page cannot do to the window that it is in: multiply it, leave it, or leave it empty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.support.native import NativeApp, until

pytestmark = pytest.mark.native

PROGRAM = """
import threading
import core as jp
import desktop.windows.manager
import webview

desktop.windows.manager.MAX_WINDOWS = 3  # else the test takes a minute, and the machine's memory
create_window = webview.create_window

def slowly(*arguments, **options):
    window = create_window(*arguments, **options)
    threading.Event().wait(1)  # as on a busy machine
    return window

webview.create_window = slowly

def page():
    wp = jp.WebPage(title='Limits')
    jp.A(text='Nothing', href='about:blank', a=wp)
    jp.A(text='Elsewhere', href='https://example.org/', a=wp)
    jp.P(text='Shown', a=wp)
    return wp

jp.justpy(page)
"""


@pytest.fixture
def app(playwright: Playwright, tmp_path: Path) -> Iterator[NativeApp]:
    (tmp_path / "limits.py").write_text(PROGRAM)
    app = NativeApp(playwright, [str(tmp_path / "limits.py")], tmp_path / "data")
    yield app
    app.kill()


def test_a_page_cannot_open_windows_without_limit(app: NativeApp) -> None:
    page = app.page()
    # As a script may, without a click.
    page.evaluate("for (let n = 0; n < 50; n++) window.open('/', '_blank', 'noopener')")
    until(lambda: "3 windows are already open" in app.log(), "the others are refused")
    until(lambda: app.titles == ["Limits"] * 3, "as many open as there may be")
    page.evaluate("window.open('/', '_blank', 'noopener')")  # the page still answers
    assert app.titles == ["Limits"] * 3
    assert app.log().count("windows are already open") < 15
    assert "Traceback" not in app.said()


@pytest.mark.parametrize(
    "leave", ["document.querySelector('a').click()", "location.replace('about:blank')"]
)
def test_a_link_to_an_empty_page_leads_back(app: NativeApp, leave: str) -> None:
    app.page().evaluate(f"() => {{ setTimeout(() => {{ {leave} }}, 10) }}")
    until(lambda: "empty page was not followed" in app.log(), "the window leaves the page")
    app.page().get_by_text("Shown").wait_for()
    assert app.titles == ["Limits"]


def test_a_further_window_has_its_rules_before_its_page(app: NativeApp) -> None:
    app.page().evaluate("window.open('/', '_blank', 'noopener')")
    until(lambda: app.titles == ["Limits"] * 2, "a second window opens")
    for page in app.pages():
        page.get_by_text("Elsewhere").evaluate("link => link.click()")
    until(app.opened.exists, "the browser is called")
    until(lambda: app.opened.read_text() == "https://example.org/\n" * 2, "from both windows")
    assert app.titles == ["Limits"] * 2
