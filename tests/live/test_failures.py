"""Errors of a program: what its author and its user read, and what the log holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.native import until
from tests.support.served import Served, served, write_program

PROGRAM = """
import json
from core.files.errors import FileError

async def later():
    raise LookupError('of a task')

class Reacting(jp.P):
    def react(self, data):
        if self.data.get('broken'):
            raise ArithmeticError('of react')

def broken(self, msg):
    self.text = 'changed before'
    raise ValueError('<b>of a handler</b>')

def nested(self, msg):
    try:
        json.loads('{bad')
    except ValueError as error:
        raise KeyError('of the cause') from error

def full(self, msg):
    raise FileError('The folder is full: remove some files.')

def forgets(self, msg):
    self.reacting.data['broken'] = True

async def creates(self, msg):
    jp.asyncio.create_task(later())

async def blocks(self, msg):
    import time
    time.sleep(5)

async def no_await(self, msg):
    self.update()

def leaves(self, msg):
    raise SystemExit(3)

async def leaves_async(self, msg):
    raise SystemExit(3)

async def leaving():
    raise SystemExit('of a task')

async def lost(self, msg):
    jp.asyncio.create_task(leaving())

def page():
    wp = jp.WebPage()
    reacting = Reacting(text='reacting', a=wp)
    for function in (broken, nested, full, forgets, creates, blocks, no_await, leaves,
                     leaves_async):
        jp.Button(text=function.__name__, reacting=reacting, click=function, a=wp)
    jp.Button(text='task', click=lambda: jp.run_task(later()), a=wp)
    jp.Button(text='leaving task', click=lambda: jp.run_task(leaving()), a=wp)
    jp.Button(text='lost task', click=lost, a=wp)
    jp.Form(submit=broken, a=wp).add(jp.Button(text='send'))
    return wp

@jp.SetRoute('/fails')
def fails():
    raise ValueError('<script>document.title = "run"</script>')

@jp.SetRoute('/leaves')
def leaves_page():
    raise SystemExit(3)

jp.Route('/none', lambda: jp.WebPage() and None)
jp.Route('/component', lambda: jp.P())
jp.Route('/text', lambda: 'text')
jp.Route('/class', lambda: jp.WebPage)
jp.Route('/', page)
jp.justpy()
"""


@pytest.fixture(scope="module")
def debugged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("debugged")
    with served(write_program(folder, PROGRAM), folder / "data", "--debug") as running:
        yield running


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("plain")
    with served(write_program(folder, PROGRAM), folder / "data") as running:
        yield running


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("broken", ["The click handler of <Button", "ValueError: <b>of a handler</b>"]),
        ("nested", ["JSONDecodeError: ", "This led to:", "KeyError: 'of the cause'"]),
        ("forgets", ["react() or the model of <Reacting", "ArithmeticError: of react"]),
        ("task", ["A background task failed", "LookupError: of a task", "raise LookupError"]),
        ("creates", ["A task failed", "LookupError: of a task"]),
        ("send", ["The submit handler of <Form", "raise ValueError"]),
        (
            "leaves",
            [
                "ExitRefused: sys.exit() does not end a program",
                "await window.close()",
                "raise SystemExit(3)",
            ],
        ),
        ("leaves_async", ["ExitRefused", "does not end a program"]),
        (
            "leaving task",
            ["ExitRefused: sys.exit() does not end a program", "raise SystemExit('of a task')"],
        ),
    ],
)
def test_the_author_gets_a_panel(
    debugged: Served, page: Page, button: str, told: list[str]
) -> None:
    page.goto(debugged.url)
    page.get_by_role("button", name=button, exact=True).click()
    panel = page.get_by_role("alert", name="Errors in the program")
    for text in [*told, "program.py, line "]:
        expect(panel).to_contain_text(text, use_inner_text=True)
    reference = re.search(r"reference (\w+)", panel.inner_text())
    assert reference and f"reference {reference[1]}" in debugged.log
    # The engine's own lines are there for who opens them.
    expect(panel.get_by_text("core/live/").filter(visible=True)).to_have_count(0)


def test_failures_are_listed_until_the_panel_is_closed(debugged: Served, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 500})
    page.goto(debugged.url)
    panel = page.get_by_role("alert", name="Errors in the program")
    for number, told in ((0, "of a handler"), (1, "of the cause"), (0, "of a handler")):
        page.get_by_role("button").nth(number).click()
        expect(panel.locator("section").first).to_contain_text(told)
    expect(panel).to_contain_text("2 errors occurred")
    expect(page.get_by_role("button", name="changed before")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    panel.get_by_role("button", name="Close").press("Enter")
    expect(panel).to_have_count(0)
    page.get_by_role("button", name="nested").click()
    expect(panel).to_contain_text("An error occurred")
    page.keyboard.press("Escape")  # the focus is on the button
    expect(panel).to_have_count(0)
    page.get_by_role("button", name="nested").click()
    panel.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_text("json/__init__.py").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_the_user_gets_an_apology(plain: Served, page: Page) -> None:
    page.goto(plain.url)
    page.get_by_role("button", name="broken").click()
    toast = page.locator(".satchel-notice")
    expect(toast).to_contain_text("Something went wrong")
    reference = toast.inner_text().split()[-1].rstrip(".")
    assert "The click handler of <Button" in plain.log and f"reference {reference}" in plain.log
    assert "of a handler" not in page.content()


@pytest.mark.parametrize("which", ["plain", "debugged"])
def test_a_sentence_for_the_user_is_shown(
    which: str, page: Page, request: pytest.FixtureRequest
) -> None:
    running = request.getfixturevalue(which)
    page.goto(running.url)
    page.get_by_role("button", name="full").click()
    expect(page.locator(".satchel-notice")).to_have_text("The folder is full: remove some files.")
    expect(page.locator(".satchel-failures")).to_have_count(0)
    assert "FileError: The folder is full" in running.log


def test_a_page_that_cannot_be_made(plain: Served, debugged: Served, page: Page) -> None:
    page.goto(plain.url)
    answer = page.goto(f"{plain.origin}/fails")
    assert answer is not None and answer.status == 500
    expect(page.get_by_role("heading")).to_have_text("This page could not be shown")
    assert "ValueError" not in page.content()
    page.get_by_role("link", name="Try again").click()
    expect(page).to_have_url(f"{plain.origin}/fails")
    page.goto(debugged.url)
    answer = page.goto(f"{debugged.origin}/fails")
    assert answer is not None and answer.status == 500
    expect(page.locator("main")).to_contain_text('<script>document.title = "run"</script>')
    expect(page).to_have_title("fails could not answer '/fails'")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_error_pages_are_legible_in_both_schemes(plain: Served, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(plain.url)
    for path in ("/fails", "/static/none"):
        page.goto(plain.origin + path)
        shown = page.locator(".satchel-error-page")
        light, dark = "rgb(255, 255, 255)", "rgb(28, 32, 41)"
        expect(shown).to_have_css("background-color", light if scheme == "light" else dark)


def test_there_is_nothing_at_an_address(plain: Served, page: Page) -> None:
    page.goto(plain.url)
    for path, told in (("/nowhere", ""), ("/static/<b>", "There is no file <b>.")):
        answer = page.goto(plain.origin + path)
        assert answer is not None and answer.status == 404
        expect(page.locator("main")).to_contain_text(f"Not Found {told}".strip())
    page.get_by_role("link", name="Go to the start page").click()
    expect(page.get_by_text("reacting")).to_be_visible()
    fetched = page.request.get(f"{plain.origin}/static/none", headers={"Accept": "*/*"})
    assert (fetched.status, fetched.text()) == (404, "There is no file none.")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/none", "Does it end with 'return wp'?"),
        ("/component", "Put the component on a page"),
        ("/text", "return jp.PlainTextResponse(text)"),
        ("/class", "put () after its name"),
    ],
)
def test_results_that_are_not_pages_are_explained(
    debugged: Served, page: Page, path: str, hint: str
) -> None:
    page.goto(debugged.url)
    page.goto(debugged.origin + path)
    expect(page.locator("main")).to_contain_text(hint)


def test_a_page_that_leaves(plain: Served, page: Page) -> None:
    page.goto(plain.url)
    answer = page.goto(f"{plain.origin}/leaves")
    assert answer is not None and answer.status == 500
    assert "ExitRefused: sys.exit() does not end a program" in plain.log


def test_a_server_that_is_ended_by_a_task_leaves_nothing_behind(tmp_path: Path, page: Page) -> None:
    with served(write_program(tmp_path, PROGRAM), tmp_path / "data") as running:
        page.goto(running.url)
        page.get_by_role("button", name="lost task").click()
        assert running.process.wait(20) == 0
    assert "sys.exit() in a task has ended the server" in running.log


def test_a_debugged_server_that_is_ended_by_a_task_restarts_when_saved(
    tmp_path: Path, page: Page
) -> None:
    program = write_program(tmp_path, PROGRAM)
    with served(program, tmp_path / "data", "--debug") as running:
        page.goto(running.url)
        page.get_by_role("button", name="lost task").click()
        told = "The program ended with code 1. Save it to start it again."
        until(lambda: told in running.log, "the log says so")
        program.write_text(
            PROGRAM.replace("reacting'", "anew'").replace("\n", "import core as jp\n", 1)
        )
        expect(page.get_by_text("anew")).to_be_visible()


def test_code_that_blocks_the_loop_is_named(debugged: Served, page: Page) -> None:
    page.goto(debugged.url)
    page.get_by_role("button", name="blocks").click()
    told = r"blocks\(\) holds up all pages .*program\.py, line \d+: time\.sleep\(5\)"
    until(lambda: re.search(told, debugged.log) is not None, "the log names the line")


def test_a_forgotten_await_is_explained(plain: Served, page: Page) -> None:
    page.goto(plain.url)
    page.get_by_role("button", name="no_await").click()
    until(lambda: "'Component.update' was never awaited" in plain.log, "the log says so")
    assert "write 'await' before the call" in plain.log
