"""axe-core finds nothing on the default app and on jp.Styles, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from desktop.system.errors import NoWindow, ProgramFailed
from desktop.windows.error_page import page as error_page
from desktop.windows.qt.web_view.web_process import ENDED
from tests.conftest import Serve
from tests.support.axe import faults, look_for_faults
from tests.support.file_tiles import tile
from tests.support.shelf import choose, payload, slow_network

pytestmark = pytest.mark.browser


@pytest.fixture(params=["light", "dark"])
def looked_at(request: pytest.FixtureRequest, page: Page) -> Page:
    """A page in which axe-core is, of a browser that animates nothing."""
    page.emulate_media(color_scheme=request.param, reduced_motion="reduce")
    look_for_faults(page)
    return page


def send(page: Page, *files: FilePayload) -> Locator:
    """Send files; where the panel of further uploads will be, that of these has left."""
    choose(page, *files)
    panel = page.get_by_role("region", name="Upload")
    expect(panel).to_have_count(0)
    return panel


def test_the_empty_shelf(serve: Serve, looked_at: Page) -> None:
    looked_at.goto(serve(None).url)
    assert faults(looked_at) == []


def test_files_that_are_selected_and_what_can_be_done(serve: Serve, looked_at: Page) -> None:
    looked_at.goto(serve(None).url)
    send(looked_at, payload("first.txt"), payload("second.bin", b"\0\1"))
    assert faults(looked_at) == []
    tile(looked_at, "first.txt").click(button="right")
    expect(looked_at.get_by_role("menuitem", name="Remove")).to_be_visible()
    expect(looked_at.get_by_role("button", name="Remove")).to_be_visible()
    assert faults(looked_at) == []
    looked_at.get_by_role("menuitem", name="Preview").click()
    expect(looked_at.get_by_role("dialog").get_by_text("content")).to_be_visible()
    assert faults(looked_at) == []
    looked_at.keyboard.press("Escape")
    looked_at.get_by_role("listbox").press("Delete")
    expect(looked_at.get_by_role("button", name="Undo")).to_be_visible()
    assert faults(looked_at) == []


def test_an_upload_on_its_way_and_one_that_pauses(serve: Serve, looked_at: Page) -> None:
    looked_at.goto(serve(None).url)
    panel = send(looked_at, payload("first.txt"))
    with slow_network(looked_at):
        looked_at.set_input_files(
            "input[type=file]", [payload("a.bin", bytes(1 << 20)), payload("b.bin", b"b" * 9999)]
        )
        expect(panel.get_by_role("button", name="Pause", exact=True)).to_be_visible()
        assert faults(looked_at) == []
        panel.get_by_role("button", name="Pause", exact=True).click()
        expect(panel.get_by_role("button", name="Resume", exact=True)).to_be_visible()
        assert faults(looked_at) == []


def test_a_file_that_could_not_be_kept(serve: Serve, looked_at: Page) -> None:
    served = serve(None)
    looked_at.goto(served.url)
    send(looked_at, payload("first.txt"))
    [session] = served.sessions
    (session / "first.txt").unlink()
    session.rmdir()
    session.write_bytes(b"in the way of the folder")
    looked_at.set_input_files("input[type=file]", [payload("lost.txt")])
    expect(looked_at.locator(".satchel-notice[data-kind=bad]")).to_be_visible()
    expect(looked_at.get_by_role("button", name="Close", exact=True)).to_be_visible()
    assert faults(looked_at) == []
    session.unlink()


def test_a_page_that_is_not_there(serve: Serve, looked_at: Page) -> None:
    served = serve(None)
    looked_at.goto(served.url)
    looked_at.goto(f"{served.origin}/nothing")
    assert faults(looked_at) == []


def test_the_page_about_a_failure_for_the_author(serve: Serve, looked_at: Page) -> None:
    program = "@jp.SetRoute('/')\ndef page():\n    raise KeyError('x')\n\njp.justpy()\n"
    looked_at.goto(serve(program, "--debug").url)
    expect(looked_at.get_by_role("heading", level=1)).to_be_visible()
    assert faults(looked_at) == []


STYLES = """
def page():
    wp = jp.WebPage(title="Styles")
    main = jp.Main(a=wp)
    jp.H1(text="Styles", a=main)
    for name in ("simple", "pill", "outline", "bordered", "3d", "elevated"):
        jp.Button(text=name, classes=getattr(jp.Styles, f"button_{name}"), a=main)
    jp.Input(aria_label="Field", value="text", classes=jp.Styles.input_classes, a=main)
    return wp

jp.justpy(page)
"""


def test_the_classes_that_are_ready(serve: Serve, looked_at: Page) -> None:
    """On a page that stays light where the system is dark, too."""
    looked_at.goto(serve(STYLES).url)
    expect(looked_at.locator("link[href$='satchel.css']")).to_be_attached()
    assert faults(looked_at) == []
    for button in looked_at.get_by_role("button").all():
        button.hover()
        looked_at.evaluate("Promise.all(document.getAnimations().map(({ finished }) => finished))")
        assert faults(looked_at) == []


@pytest.mark.parametrize(
    "html",
    [
        error_page(NoWindow("There is no display.")),
        error_page(ProgramFailed("It failed.", "Traceback:\n" + "a very long line " * 99)),
        ENDED.substitute(title="Satchel", reload="satchel:reload"),
    ],
    ids=["no window", "the program failed", "its web process ended"],
)
def test_a_page_of_the_window_itself(looked_at: Page, html: str, tmp_path: Path) -> None:
    document = tmp_path / "page.html"
    document.write_text(html, encoding="utf-8")
    looked_at.goto(document.as_uri())
    assert faults(looked_at) == []
