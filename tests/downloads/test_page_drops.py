"""Files of the program that are dragged onto components of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core.testing import HandlerFailed, NotPossible, User
from core.testing import serve as served
from tests.conftest import Serve
from tests.support.api import shows

PROGRAM = """
from pathlib import Path
import core as jp
from core import kit

def asked(msg):
    return [Path("a.txt")] * (msg.detail or 1)

def taken(self, msg):
    names = [Path(str(each)).name for each in msg.files]
    self.text = f"{names} {'copied' if msg.copies else 'moved'} {msg.detail}"

def page(request):
    wp = jp.WebPage()
    jp.P(text="Three", drag_files=asked, data_drag_detail="3", a=wp)
    box = "m-4 p-4 border"
    jp.Div(text="Whole", classes=box, files_dropped=taken, a=wp)
    parts = jp.Div(classes=box, data_drop_parts="", a=wp)
    shown = jp.P(text="Nothing", a=parts)
    parts.on("files_dropped", lambda self, msg: taken(shown, msg))
    jp.P(text="Here", data_drop_detail='{"folder": 7}', classes=box, a=parts)
    jp.P(text="Not here", a=parts)
    kit.Upload(lambda msg: taken(shown, msg), anywhere=True, a=wp)
    return wp

jp.justpy(page)
"""


@shows("files_dropped", "msg.copies")
def test_a_component_takes_files_that_are_dragged_within_the_program(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    taken: list[Any] = []

    def home() -> jp.WebPage:
        page = jp.WebPage()
        jp.P(text="File", drag_files=tmp_path / "a.txt", a=page)
        jp.P(text="Asked", drag_files=lambda msg: [msg.detail] if msg.detail else None, a=page)
        box = jp.Div(text="Box", files_dropped=lambda msg: taken.append(msg), a=page)
        jp.Span(text="in it", a=box)
        return page

    with served(home) as user:
        page = user.open("/")
        page.find("File").drop_on(page.find("in it"))
        page.find("Asked").drop_on(page.find("in it"), part="b.txt", place=[4], copies=True)
        assert [(each.files, each.copies, each.detail) for each in taken] == [
            ([tmp_path / "a.txt"], False, None),
            (["b.txt"], True, [4]),
        ]
        # A file can be dragged from another window of the same person.
        other = user.open("/")
        other.find("File").drop_on(page.find("in it"))
        assert len(taken) == 3

        with pytest.raises(HandlerFailed, match="What you dragged is no longer there"):
            page.find("Asked").drop_on(page.find("in it"))
        with pytest.raises(NotPossible, match="takes no files"):
            page.find("File").drop_on(page.find("Asked"))
        with pytest.raises(NotPossible, match="no files that can be dragged"):
            page.find("in it").drop_on(page.find("in it"))


def test_a_page_of_another_person_gives_no_files(tmp_path: Path) -> None:
    taken: list[Any] = []

    def home() -> jp.WebPage:
        page = jp.WebPage()
        jp.P(text="File", drag_files=tmp_path / "a.txt", a=page)
        jp.Div(text="Box", files_dropped=lambda msg: taken.append(msg), a=page)
        return page

    with served(home) as user:
        page = user.open("/")
        stranger = User(user.url).open("/")
        with pytest.raises(HandlerFailed, match="no longer on"):
            stranger.find("File").drop_on(page.find("Box"))
    assert taken == []


@pytest.mark.browser
def test_files_are_dragged_within_a_page_by_mouse(serve: Serve, page: Page) -> None:
    page.goto(serve(PROGRAM).url)
    three, whole = page.get_by_text("Three"), page.get_by_text("Whole")
    expect(three).to_have_js_property("draggable", True)
    page.wait_for_load_state("networkidle")
    three.drag_to(whole)
    expect(page.get_by_text("['a.txt', 'a.txt', 'a.txt'] moved None")).to_be_visible()

    here = page.get_by_text("Here", exact=True)
    three.hover()
    page.mouse.down()
    here.hover()
    here.hover()
    expect(here).to_have_class("m-4 p-4 border satchel-dropping")
    page.get_by_text("Not here").hover()
    expect(page.locator(".satchel-dropping")).to_have_count(0)
    page.keyboard.down("Control")
    here.hover()
    here.hover()
    page.mouse.up()
    page.keyboard.up("Control")
    expect(page.get_by_text("['a.txt', 'a.txt', 'a.txt'] copied {'folder': 7}")).to_be_visible()
    expect(page.locator(".satchel-dropping")).to_have_count(0)
