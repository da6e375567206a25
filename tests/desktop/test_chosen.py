"""Files that `window.open_files()` gets from a browser: there for as long as somebody has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Serve
from tests.support.native import until

pytestmark = pytest.mark.browser

PROGRAM = """
import asyncio
from desktop import window

async def within(msg):
    files = await asyncio.wait_for(window.open_files(), 60)
    await msg.page.update()
    show(msg, [file.read() for file in files])

async def path_alone(msg):
    paths = [file.path for file in await asyncio.create_task(window.open_files())]
    await msg.page.update()
    show(msg, [path.read_bytes() for path in paths])

async def saved(msg):
    for file in await asyncio.wait_for(window.open_files(), 60):
        await file.asave(jp.app.session_folder(msg.session_id))
    show(msg, [file.name for file in jp.app.session_folder(msg.session_id).list()])

again = asyncio.Event()

async def start(msg):
    jp.run_task(endless(msg))

async def once_more(msg):
    again.set()

async def endless(msg):
    while await again.wait():
        again.clear()
        files = await asyncio.wait_for(window.open_files(), 60)
        show(msg, [file.read() for file in files])
        del files
        await msg.page.update()

def show(msg, what):
    msg.page.outcome.text = str(what)

def home():
    page = jp.WebPage()
    page.outcome = jp.P(id="outcome", a=page)
    for handler in (within, path_alone, saved, start, once_more):
        jp.Button(text=handler.__name__, click=handler, a=page)
    return page

jp.justpy(home)
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text("dear")
    return path


def choose(page: Page, button: str, letter: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button).click()
    chooser.value.set_files(letter)


@pytest.mark.parametrize("button", ["within", "path_alone"])
def test_files_are_the_handlers_whichever_task_asks(
    serve: Serve, page: Page, letter: Path, button: str
) -> None:
    served = serve(PROGRAM)
    page.goto(served.url)
    choose(page, button, letter)
    expect(page.locator("#outcome")).to_have_text("[b'dear']")
    until(lambda: served.uploads == [], "they go with the handler")


def test_what_is_saved_stays(serve: Serve, page: Page, letter: Path) -> None:
    served = serve(PROGRAM)
    page.goto(served.url)
    choose(page, "saved", letter)
    expect(page.locator("#outcome")).to_have_text("['letter.txt']")
    (kept,) = served.data.glob("sessions/*/letter.txt")
    assert kept.read_text() == "dear"


def test_a_task_without_end_piles_up_no_files(serve: Serve, page: Page, letter: Path) -> None:
    served = serve(PROGRAM)
    page.goto(served.url)
    page.get_by_role("button", name="start").click()
    for text in ("dear", "again"):
        letter.write_text(text)
        choose(page, "once_more", letter)
        expect(page.locator("#outcome")).to_have_text(f"[b'{text}']")
        until(lambda: served.uploads == [], "the task goes on without them")
