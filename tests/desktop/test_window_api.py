"""`desktop.run` and `desktop.window` in the real window: dialogs, files, menus, closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.support.bus import Desktop
from tests.support.display import Display, not_on_wayland
from tests.support.native import NativeApp, until
from tests.support.served import ROOT

pytestmark = pytest.mark.native

PROGRAM = ROOT / "tests" / "support" / "window_program.py"
QUESTION = "^Mine$"  # the title of the program's questions


@pytest.fixture(scope="module")
def app(
    playwright: Playwright,
    display: Display,
    desktop: Desktop,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[NativeApp]:
    """One window for all tests of this module."""
    data = tmp_path_factory.mktemp("api") / "data"
    around = desktop.environment
    app = NativeApp(playwright, [str(PROGRAM)], data, display=display.name, environment=around)
    yield app
    app.kill()


@pytest.fixture(scope="module")
def shown(app: NativeApp) -> Page:
    return app.page()


def click(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def outcome(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("#outcome")).to_have_text(text, timeout=30_000)


def test_chosen_files_are_read_where_they_lie(
    shown: Page, display: Display, tmp_path: Path
) -> None:
    (tmp_path / "some text.txt").write_text("content")
    click(shown, "choose")
    display.answer_file_dialog("Open files", tmp_path / "some text.txt")
    outcome(shown, "choose: [('some text.txt', b'content')]")
    assert (tmp_path / "some text.txt").exists()


def test_a_chosen_file_is_saved_as_a_copy(
    shown: Page, app: NativeApp, display: Display, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("content")
    click(shown, "keep")
    display.answer_file_dialog("Open files", tmp_path / "a.txt")
    outcome(shown, re.compile(r"keep: \['content'.*"))
    assert (tmp_path / "a.txt").read_text() == "content"
    assert (app.sessions / "kept.txt").read_text() == "content"


def test_a_saved_file_is_shown_in_its_folder(
    shown: Page, display: Display, desktop: Desktop, tmp_path: Path
) -> None:
    click(shown, "save")
    display.answer_file_dialog("Save file", tmp_path / "the report.txt")
    outcome(shown, f"save: {tmp_path / 'the report.txt'}")
    assert (tmp_path / "the report.txt").read_bytes() == b"the report"
    desktop.asked.clear()
    shown.get_by_role("button", name="Show in folder").last.click()
    until(lambda: bool(desktop.asked), "the file manager is asked")
    assert desktop.asked == [("ShowItems", ([(tmp_path / "the report.txt").as_uri()], ""))]


def test_a_file_is_copied_to_where_it_is_wanted(
    shown: Page, display: Display, tmp_path: Path
) -> None:
    click(shown, "save a file")
    display.answer_file_dialog("Save file", tmp_path / "mine.txt")
    outcome(shown, f"save a file: {tmp_path / 'mine.txt'}")
    assert (tmp_path / "mine.txt").read_text() == "shown"


def test_a_long_save_shows_how_far_it_is_and_can_be_cancelled(
    shown: Page, display: Display, tmp_path: Path
) -> None:
    click(shown, "save slowly")
    display.answer_file_dialog("Save file", tmp_path / "slow.bin")
    card = shown.locator(".satchel-notice", has_text="slow.bin")
    expect(card).to_contain_text("Saving “slow.bin”")
    assert [path.suffix for path in tmp_path.iterdir()] == [".part"]
    card.get_by_role("button", name="Cancel").click()
    outcome(shown, "save slowly: None")
    expect(card).to_have_count(0)
    assert list(tmp_path.iterdir()) == []


def test_several_files_go_into_a_folder_and_replace_nothing(
    shown: Page, display: Display, tmp_path: Path
) -> None:
    (tmp_path / "shown.txt").write_text("was here before")
    click(shown, "save two")
    display.answer_file_dialog("Choose a folder", tmp_path)
    outcome(shown, re.compile(r"save two: \[.*2.*3.*\]"))
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "shown.txt": "was here before",
        "shown (2).txt": "shown",
        "shown (3).txt": "shown",
    }


def test_two_windows_never_mix_up_their_answers(
    shown: Page, app: NativeApp, display: Display, tmp_path: Path
) -> None:
    click(shown, "second")
    until(lambda: len(app.titles) == 2, "a second window opens")
    outcome(shown, "second: None")
    (second,) = [page for page in app.pages() if page.locator("#outcome").inner_text() == ""]
    click(shown, "folder")
    display.window("Choose a folder")
    click(second, "save")
    display.answer_file_dialog("Save file", tmp_path / "second.txt")
    outcome(second, f"save: {tmp_path / 'second.txt'}")
    outcome(shown, "...")
    display.answer_file_dialog("Choose a folder", tmp_path)
    outcome(shown, f"folder: {tmp_path}")
    click(second, "close")
    display.window(QUESTION)
    display.press("Return")
    until(lambda: len(app.titles) == 1, "the second window closes, and only it")


def test_questions_are_answered(shown: Page, display: Display) -> None:
    for key, answer in (("Return", "True"), ("Escape", "False")):
        click(shown, "confirm")
        display.window(QUESTION)
        display.press(key)
        outcome(shown, f"confirm: {answer}")


def test_a_question_that_nobody_answers_is_taken_back(shown: Page, display: Display) -> None:
    click(shown, "confirm at once")
    outcome(shown, re.compile("confirm at once: WindowTimeout: Nobody answered .* 0.5 seconds."))
    display.wait_until_gone(QUESTION)


def test_the_desktop_is_asked_for_notifications_and_folders(shown: Page, desktop: Desktop) -> None:
    desktop.asked.clear()
    click(shown, "notify")
    outcome(shown, "notify: None")
    (asked,) = desktop.asked
    assert asked[0] == "Notify"
    assert asked[1][3:5] == ("Done", "All of it")
    click(shown, "show")
    outcome(shown, "show: None")
    assert desktop.asked[1][0] == "ShowItems"
    assert desktop.asked[1][1][0][0].endswith("/shown.txt")


def test_a_script_is_not_started(shown: Page) -> None:
    click(shown, "run")
    outcome(shown, re.compile("run: OpenRefused: “window_program.py” is a program or a script.*"))


def test_a_missing_file_is_reported(shown: Page) -> None:
    click(shown, "fail")
    outcome(shown, re.compile("fail: FileError: .*no such file.*"))


def size(display: Display, title: str) -> tuple[int, int]:
    """How large the window is; nothing while it is not there."""
    found = display.place(title)
    return found.size if found else (0, 0)


def test_the_window_is_as_large_as_the_program_wants(shown: Page, display: Display) -> None:
    until(lambda: size(display, "Tester") == (700, 500), "it opens in that size")
    click(shown, "resize")
    until(lambda: size(display, "Tester") == (640, 480), "it has the new size")


@not_on_wayland("sway neither maximises nor minimises windows")
def test_the_window_is_maximised_and_minimised(shown: Page, display: Display) -> None:
    click(shown, "maximize")
    until(lambda: size(display, "Tester")[0] == 1280, "it is maximised")
    click(shown, "restore")
    until(lambda: size(display, "Tester") == (640, 480), "it is as large as before")
    click(shown, "minimize")
    until(lambda: not display.find("Tester"), "it is minimised")
    shown.get_by_role("button", name="front").evaluate("button => button.click()")
    until(lambda: size(display, "Tester") == (640, 480), "it is back")


@not_on_wayland("no window stays above others")
def test_a_program_keeps_its_window_above_others(shown: Page, display: Display) -> None:
    click(shown, "pin")
    until(lambda: display.is_on_top("^Tester$"), "it is above others")
    click(shown, "unpin")
    until(lambda: not display.is_on_top("^Tester$"), "others may cover it again")
    assert size(display, "Tester") == (640, 480)


def test_the_title_is_the_pages_until_a_handler_sets_another(shown: Page, display: Display) -> None:
    click(shown, "title")
    until(lambda: display.has_window("^Another title$"), "the bar shows it")
    shown.evaluate("document.title = 'Tester'")
    until(lambda: display.has_window("^Tester$"), "the bar shows that of the page")


def test_a_menu_entry_is_a_handler_of_the_page(shown: Page, display: Display) -> None:
    display.window("Tester")
    display.press("ctrl+e")
    outcome(shown, "counted by the menu")
    display.press("ctrl+F9")
    expect(shown.get_by_text("The menu could not count.")).to_be_visible()


@pytest.mark.source
def test_it_is_the_same_where_the_program_runs_in_a_process_of_its_own(
    playwright: Playwright, display: Display, tmp_path: Path
) -> None:
    source = PROGRAM.read_text().replace("Tester", "Watched").replace('"Mine"', '"Mended"')
    program = tmp_path / "program.py"
    program.write_text(source)
    app = NativeApp(playwright, [str(program), "--debug"], tmp_path / "data", display=display.name)
    try:
        page = app.page()
        click(page, "save")
        display.answer_file_dialog("Save file", tmp_path / "saved.txt")
        outcome(page, f"save: {tmp_path / 'saved.txt'}")
        click(page, "run")
        outcome(page, re.compile("run: OpenRefused: .*"))
        program.write_text(source.replace("Ctrl+E", "Ctrl+M").replace("by the menu", "anew"))
        outcome(page, "")
        display.window("Watched")

        def counted() -> bool:
            display.press("ctrl+m")  # the menu is renewed about when the page is
            return page.locator("#outcome").inner_text() == "counted anew"

        until(counted, "the new program counts")
        assert app.stop() == 0
    finally:
        app.kill()


def test_the_program_has_a_word_in_closing(app: NativeApp, shown: Page, display: Display) -> None:
    display.window("Tester")
    display.press("ctrl+w")
    display.window(QUESTION)
    display.press("Escape")
    display.wait_until_gone(QUESTION)
    assert app.process.poll() is None
    display.window("Tester")
    display.press("ctrl+q")
    display.window(QUESTION)
    display.press("Return")
    assert app.wait() == 0
