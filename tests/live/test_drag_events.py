"""Dragging inside a page, and files dropped on components that listen for drops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

import core as jp
from tests.conftest import Live
from tests.live.conftest import Visit
from tests.support.api import shows
from tests.support.dragging import drag
from tests.support.event_program import with_log
from tests.support.native import until

pytestmark = pytest.mark.browser

PROGRAM = with_log("""
@jp.SetRoute('/mouse')
def mouse():
    wp = new_page()
    names = 'click dblclick contextmenu mousedown mouseup mouseenter mouseleave mouseover mouseout'
    box = jp.Div(id='box', style=BOX, a=wp)
    jp.Span(text='inside', id='inside', a=box)
    jp.P(text='away', id='away', a=wp)
    for name in names.split():
        box.on(name, note)
    return shown(wp)

@jp.SetRoute('/drops')
def drops():
    wp = new_page()
    thing = jp.Div(text='Thing', id='thing', draggable=True, style=BOX, a=wp, classes='own',
                   drag_options={'drag_classes': 'bg-red-500'})
    for name in ('dragstart', 'drag', 'dragend'):
        thing.on(name, note)
    jp.Div(style='height: 40px', a=wp)
    target = jp.Div(id='target', style=BOX, a=wp)
    for name in ('dragenter', 'dragover', 'dragleave', 'drop'):
        target.on(name, note)
    form = jp.Form(id='form', submit=note, a=target)
    jp.Input(type='file', name='files', id='files', change=note, a=form)
    jp.Button(text='Send', a=form)
    return shown(wp)
""")


@shows(
    "drag",
    "drop",
    "Component.drag_options",
    "dragstart",
    "dragend",
    "dragenter",
    "dragover",
)
def test_dragging_inside_the_page(visit: Visit) -> None:
    page = visit("/drops")
    page.hover("#thing")
    page.mouse.down()
    page.hover("#target", position={"x": 140, "y": 2})
    page.hover("#target", position={"x": 141, "y": 3})
    expect(page.locator("#thing")).to_have_class("own bg-red-500")
    page.mouse.up()
    expect(page.locator("#log li").last).to_have_text("thing dragend")
    expect(page.locator("#thing")).to_have_class("own")
    lines = page.locator("#log li").all_inner_texts()
    assert lines[0] == "thing dragstart" and lines[-2:] == ["target drop", "thing dragend"]
    assert {"thing drag", "target dragenter", "target dragover"} <= set(lines)


def test_files_still_go_into_the_form_in_a_target(visit: Visit, tmp_path: Path) -> None:
    page = visit("/drops")
    path = tmp_path / "a.txt"
    path.write_text("a")
    for kind in ("dragEnter", "dragOver", "drop"):
        drag(page, kind, "#form", path)
    expect(page.locator("#log li").last).to_have_text("files change")
    assert page.locator("#files").evaluate("input => input.files[0].name") == "a.txt"


def test_the_tutorial_s_image_moves_where_it_is_dropped(visit: Visit, serve: Any) -> None:
    """As in JustPy's tutorial on drag and drop."""
    program = serve(
        """
        PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
        def start(self, msg):
            self.animation = False
            return True
        def drop(self, msg):
            image = msg.page.image
            image.animation = 'zoomIn'
            msg.page.places[0].components = []
            self.add(image)
        def main():
            wp = jp.WebPage()
            wp.image = jp.Img(src=PICTURE, height=40, width=40, animation='zoomIn', id='image',
                              drag_options={'drag_classes': 'bg-red-500'}, dragstart=start)
            wp.places = [jp.Div(style='height: 60px', drop=drop, id=f'place{i}', a=wp)
                         for i in range(3)]
            for place in wp.places:
                place.events.append('dragover')
            wp.places[0].add(wp.image)
            return wp
        jp.justpy(main)
        """
    )
    page = visit("/mouse").context.new_page()
    page.goto(program.url)
    page.drag_and_drop("#image", "#place2")
    expect(page.locator("#place2 > #image")).to_be_visible()
    expect(page.locator("#image.animated")).to_have_count(0)
    expect(page.locator("#image")).to_have_class("")


@shows("dragleave", "dragenter")
def test_dragging_away_again(live: Callable[..., Live]) -> None:
    noted: list[str] = []

    def note(msg: jp.Msg) -> None:
        noted.append(f"{msg.target.id} {msg.event_type}")

    thing = jp.Div(text="thing", id="thing", draggable=True, dragend=note)
    target = jp.Div(text="target", id="target")
    for name in ("dragenter", "dragleave", "drop"):
        target.on(name, note)
    shown = live(thing, target, jp.Div(text="away", id="away", style="margin-top: 50px"))
    mouse = shown.page.mouse
    shown.page.hover("#thing")
    mouse.down()
    for place in ("#target", "#away"):
        shown.page.hover(place)
        shown.page.hover(place, position={"x": 5, "y": 5})
    mouse.up()
    until(lambda: noted[-1:] == ["thing dragend"], "the drag has ended")
    shown.do(lambda: None)
    assert noted == ["target dragenter", "target dragleave", "thing dragend"]
