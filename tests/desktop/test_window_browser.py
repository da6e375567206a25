"""`desktop.window` where there is no window: what a browser does instead, or why it cannot."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desktop import window
from desktop.errors import NoPage
from tests.conftest import Serve
from tests.support.native import until
from tests.support.served import ROOT, Served

pytestmark = pytest.mark.browser

PROGRAM = (ROOT / "tests" / "support" / "window_program.py").read_text("utf-8")

NOTICE_DIALOGS = """() => {
    window.wasAsked = false;
    const look = () => { window.wasAsked ||= document.querySelector('dialog[open]') !== null; };
    new MutationObserver(look).observe(document, {
        attributes: true, childList: true, subtree: true,
    });
}"""


@pytest.fixture
def tester(serve: Serve, page: Page) -> Served:
    served = serve(PROGRAM)
    page.goto(served.url)
    return served


def click(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def outcome(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("#outcome")).to_have_text(text)


def test_chosen_files_are_uploaded_and_removed_after_the_handler(
    tester: Served, page: Page, tmp_path: Path
) -> None:
    (tmp_path / "one.txt").write_text("first")
    (tmp_path / "two.txt").write_text("second")
    with page.expect_file_chooser() as chooser:
        click(page, "choose")
    assert chooser.value.is_multiple()
    chooser.value.set_files([tmp_path / "one.txt", tmp_path / "two.txt"])
    outcome(page, "choose: [('one.txt', b'first'), ('two.txt', b'second')]")
    expect(page.locator("dialog")).to_have_count(0)
    until(lambda: tester.uploads == [], "they are removed")


def test_no_file_is_chosen(tester: Served, page: Page) -> None:
    with page.expect_file_chooser():
        click(page, "choose")
    page.locator("dialog input").dispatch_event("cancel")
    outcome(page, "choose: []")


def test_without_a_click_a_dialog_offers_the_chooser(
    tester: Served, page: Page, tmp_path: Path
) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    page.evaluate("Object.defineProperty(navigator.userActivation, 'isActive', {value: false})")
    click(page, "choose")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose…").click()
    chooser.value.set_files(tmp_path / "kept.txt")
    outcome(page, "choose: [('kept.txt', b'kept')]")


def test_what_is_saved_is_downloaded(tester: Served, page: Page) -> None:
    with page.expect_download() as download:
        click(page, "save")
    assert download.value.suggested_filename == "report.txt"
    assert download.value.path().read_bytes() == b"the report"
    outcome(page, "save: None")


def test_several_files_are_downloaded_as_a_zip(tester: Served, page: Page) -> None:
    with page.expect_download() as download:
        click(page, "save two")
    with zipfile.ZipFile(download.value.path()) as archive:
        assert sorted(archive.namelist()) == ["shown (2).txt", "shown.txt"]


def test_questions_are_asked_in_the_page(tester: Served, page: Page) -> None:
    click(page, "confirm")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Is it so?")
    dialog.get_by_role("button", name="It is").click()
    outcome(page, "confirm: True")
    click(page, "confirm")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    outcome(page, "confirm: False")


def test_a_question_is_taken_back(tester: Served, page: Page) -> None:
    page.evaluate(NOTICE_DIALOGS)  # it is open for half a second only
    click(page, "confirm at once")
    outcome(page, re.compile("WindowTimeout: Nobody answered in 0.5 seconds."))
    assert page.evaluate("wasAsked")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_two_tabs_never_mix_up_their_answers(tester: Served, page: Page) -> None:
    other = page.context.new_page()
    other.goto(tester.url)
    click(page, "confirm")
    click(other, "confirm")
    other.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    outcome(other, "confirm: False")
    outcome(page, "...")
    page.get_by_role("dialog").get_by_role("button", name="It is").click()
    outcome(page, "confirm: True")


def test_a_notification_is_shown_in_the_page(tester: Served, page: Page) -> None:
    click(page, "notify")
    expect(page.get_by_text("Done: All of it")).to_be_visible()


def test_the_title_is_that_of_one_tab(tester: Served, page: Page) -> None:
    other = page.context.new_page()
    other.goto(tester.url)
    click(page, "title")
    expect(page).to_have_title("Another title")
    expect(other).to_have_title("Tester")


def test_another_page_opens_in_a_tab(tester: Served, page: Page) -> None:
    with page.expect_popup() as popup:
        click(page, "second")
    expect(popup.value).to_have_title("Tester")


def test_a_browser_explains_what_it_cannot_do(tester: Served, page: Page) -> None:
    for name in ("folder", "minimize", "maximize", "restore", "pin", "resize", "show", "run"):
        click(page, name)
        outcome(page, re.compile(f"^{name}: NotInBrowser: A page in a browser cannot .*window"))
    click(page, "close")
    outcome(page, re.compile("close: WindowError: The browser closes only tabs"))


def test_a_tab_that_is_closed_while_it_is_asked_is_no_error(serve: Serve, page: Page) -> None:
    served = serve(
        """
        from desktop import window

        async def choose(msg):
            await window.confirm("Really?")

        def home():
            page = jp.WebPage()
            jp.Button(text="Choose", click=choose, a=page)
            return page

        jp.justpy(home)
    """,
        "--debug",  # the log has INFO, too
    )
    page.goto(served.url)
    click(page, "Choose")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.close()
    said = "The page was closed before it answered."
    until(lambda: said in served.log, "the log has it")
    assert "The click handler of" in served.log
    assert "ERROR" not in served.log and "Traceback" not in served.log


def test_outside_of_handlers_there_is_no_window() -> None:
    with pytest.raises(NoPage, match="in a handler"):
        window.open_files().send(None)
