"""--debug: a program that is saved runs again, and its page stays where it was."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Serve
from tests.support.native import until
from tests.support.served import ROOT, Served

PROGRAM = """
import core as jp

def said(self, msg):
    self.out.text = f'said {msg.value}'

def page():
    wp = jp.WebPage(title='Reload')
    jp.P(text='version 1', id='version', a=wp)
    out = jp.P(id='out', a=wp)
    jp.Input(name='word', a=wp, out=out, input=said)
    jp.Input(name='agreed', type='checkbox', a=wp)
    jp.Input(name='secret', type='password', a=wp)
    jp.Select(name='choice', a=wp).add(*(jp.Option(value=v, text=v) for v in 'abc'))
    box = jp.Div(style='height: 100px; overflow: auto', id='box', a=wp)
    for number in range(200):
        jp.P(text=f'row {number}', a=box)
        jp.P(text=f'line {number}', a=wp)
    jp.A(text='Save it', href='/static/none.txt', download='none.txt', a=wp)
    return wp

jp.justpy(page)
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    folder.mkdir()
    path = folder / "program.py"
    path.write_text(PROGRAM)
    return path


@pytest.fixture
def save(program: Path) -> Callable[..., None]:
    """A function that saves the program with a text of it replaced by another."""

    def save(old: str, new: str) -> None:
        program.write_text(PROGRAM.replace(old, new))

    return save


@pytest.fixture
def served(serve: Serve, program: Path) -> Served:
    return serve(program, "--debug")


def shows(page: Page, version: str) -> None:
    expect(page.locator("#version")).to_have_text(version)


def top(page: Page, text: str) -> float:
    """How far from the window's upper edge a text is."""
    box = page.get_by_text(text, exact=True).bounding_box()
    assert box is not None
    return box["y"]


def test_a_saved_program_runs_again_and_the_page_keeps_its_place(
    served: Served, page: Page, save: Callable[..., None]
) -> None:
    page.goto(f"{served.url}&a=1")
    page.locator("[name=agreed]").check()
    page.locator("[name=secret]").fill("hidden")
    page.locator("[name=choice]").select_option("c")
    page.locator("[name=word]").fill("typed")
    expect(page.locator("#out")).to_have_text("said typed")
    page.locator("[name=word]").evaluate("input => input.setSelectionRange(1, 3)")
    page.evaluate("scrollTo(0, 700); document.getElementById('box').scrollTop = 80")
    address, places = page.url, [top(page, "line 40"), top(page, "row 4")]

    save("version 1", "version 2")
    shows(page, "version 2")
    expect(page.locator("#out")).to_have_text("said typed")  # the new program got the event
    expect(page.locator("[name=word]")).to_be_focused()
    expect(page.locator("[name=agreed]")).to_be_checked()
    expect(page.locator("[name=choice]")).to_have_value("c")
    expect(page.locator("[name=secret]")).to_have_value("")
    selection = "input => [input.selectionStart, input.selectionEnd]"
    word = page.locator("[name=word]")
    until(lambda: word.evaluate(selection) == [1, 3], "the selection is as before")
    until(lambda: [top(page, "line 40"), top(page, "row 4")] == places, "so is the place")
    assert page.url == address
    page.reload()  # by hand too
    expect(page.locator("[name=word]")).to_have_value("typed")


def test_a_page_that_is_opened_again_is_as_the_program_made_it(served: Served, page: Page) -> None:
    page.goto(served.url)
    page.locator("[name=word]").fill("typed")
    page.goto(served.origin)
    kept = "sessionStorage.getItem('satchel-view-state')"
    until(lambda: page.evaluate(kept) is None, "the page has looked for what it had")
    expect(page.locator("[name=word]")).to_have_value("")


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("def page():", "def page(:", "program.py, line 7\ndef page(:"),
        ("jp.justpy(page)", "1 / 0", "ZeroDivisionError: division by zero"),
        ("jp.justpy(page)", "import helper", "No module named 'helper'"),
        ("jp.justpy(page)", "page()", "without calling jp.justpy(...)"),
    ],
)
def test_a_broken_program_is_shown_until_it_is_mended(
    served: Served, page: Page, save: Callable[..., None], old: str, new: str, shown: str
) -> None:
    page.goto(served.url)
    page.locator("[name=word]").fill("typed")
    save(old, new)
    expect(page.locator(".satchel-failures")).to_contain_text(shown, use_inner_text=True)
    shows(page, "version 1")
    page.locator("[name=word]").fill("typed more")
    expect(page.locator("#out")).to_have_text("said typed more")  # the old one still works
    save("version 1", "version 2")
    shows(page, "version 2")
    expect(page.locator(".satchel-failures")).to_have_count(0)
    expect(page.locator("[name=word]")).to_have_value("typed more")
    assert shown.splitlines()[-1].strip() in served.log


@pytest.mark.parametrize("broken", ["def page(:", "1 / 0\n"])
def test_a_program_that_is_broken_from_the_start(
    serve: Serve, page: Page, program: Path, broken: str
) -> None:
    program.write_text(broken)
    served = serve(program, "--debug")
    page.goto(served.url)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Save it to start it again")
    program.write_text("raise LookupError('still broken')")
    expect(page.locator("main")).to_contain_text("LookupError: still broken")
    expect(page.locator(".satchel-failures")).to_have_count(0)
    assert "Save it to start it again." in served.log and "start again" not in served.log
    program.write_text(PROGRAM)
    shows(page, "version 1")


def test_a_startup_function_that_fails(
    served: Served, page: Page, save: Callable[..., None]
) -> None:
    page.goto(served.url)
    page.locator("[name=word]").fill("typed")
    save("justpy(page)", "justpy(page, startup=lambda: 1 / 0)")
    expect(page.get_by_role("heading", level=1)).to_contain_text("startup function failed")
    save("version 1", "version 2")
    shows(page, "version 2")
    expect(page.locator("[name=word]")).to_have_value("typed")  # kept over the page between


def test_modules_and_pages_beside_the_program_are_watched(
    serve: Serve, page: Page, program: Path
) -> None:
    (program.parent / "helper.py").write_text("TEXT = 'helper 1'\n")
    (program.parent / "part.html").write_text("<b>part 1</b>")
    program.write_text(
        "import core as jp\nimport helper\nfrom pathlib import Path\n"
        "PART = (Path(__file__).parent / 'part.html').read_text()\n"
        "jp.justpy(lambda: jp.WebPage().add(jp.P(text=helper.TEXT), jp.Div(inner_html=PART)))\n"
    )
    served = serve(program, "--debug")
    page.goto(served.url)
    expect(page.locator("body")).to_contain_text("helper 1")
    (program.parent / "helper.py").write_text("TEXT = 'helper 2'\n")
    expect(page.locator("body")).to_contain_text("helper 2")
    (program.parent / "part.html").write_text("<b>part 2</b>")
    expect(page.locator("body")).to_contain_text("part 2")


def test_a_program_that_dies_comes_back_when_it_is_saved(
    served: Served, page: Page, save: Callable[..., None]
) -> None:
    page.goto(served.url)
    with page.expect_event("load"):
        save("def said(self, msg):", "def said(self, msg):\n    jp.os._exit(3)")
    page.locator("[name=word]").fill("typed")
    until(lambda: "ended with code 3" in served.log, "the log says so")
    save("version 1", "version 2")
    shows(page, "version 2")


def test_without_debug_nothing_is_watched(
    serve: Serve, page: Page, program: Path, save: Callable[..., None]
) -> None:
    served = serve(program)
    page.goto(served.url)
    save("version 1", "version 2")
    page.reload()
    shows(page, "version 1")
    assert "view-state.js" not in page.content()


def test_the_program_ends_with_its_supervisor(serve: Serve, program: Path, page: Page) -> None:
    program.write_text("import os\nprint('pid', os.getpid(), flush=True)\n" + PROGRAM)
    served = serve(program, "--debug")
    child = next(int(line.split()[1]) for line in served.lines if line.startswith("pid"))
    assert child != served.process.pid
    served.kill()
    until(lambda: not Path(f"/proc/{child}").exists(), "the child ends")


def test_a_program_that_exits_ends_all(tmp_path: Path, program: Path) -> None:
    program.write_text("import sys\nsys.exit(7)\n")
    command = [sys.executable, "-m", "desktop", str(program), "--no-window", "--debug"]
    done = subprocess.run([*command, "--data-dir", str(tmp_path / "data")], cwd=ROOT, timeout=60)
    assert done.returncode == 7
