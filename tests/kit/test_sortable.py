"""kit.Sortable: items are moved by mouse, finger and keyboard; Python has the same order."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

import core as jp
from core import kit, testing
from tests.conftest import Live
from tests.support.api import shows
from tests.support.native import until
from tests.support.sorting import (
    STILL,
    Document,
    Documents,
    document,
    dragged,
    frames,
    handle,
    middle,
    ready,
    shown,
    spoken,
    touched,
)

Show = Callable[..., Live]

browser = pytest.mark.browser


def letter(component: jp.Component) -> str:
    assert isinstance(component, Document)
    return component.letter


# --- without a browser ---


@shows("kit.Sorted")
def test_the_components_get_the_new_order() -> None:
    documents = Documents()
    with testing.serve(lambda: jp.WebPage().add(documents)) as user:
        page = user.open()
        page.find("d.pdf").move_before(page.find("b.pdf"))
        assert (documents.order, page.text) == ("adbce", "a.pdf d.pdf b.pdf c.pdf e.pdf")
        page.find("a.pdf").move_before(None)
        assert documents.order == "dbcea"
        first, second = documents.moves
        assert (letter(first.item), first.old, first.new) == ("d", 3, 1)
        assert (letter(second.item), second.old, second.new) == ("a", 0, 4)
        page.find("d.pdf").move_before(page.find("b.pdf"))  # where it is
        assert len(documents.moves) == 2
        documents.disabled = True
        with pytest.raises(testing.NotPossible, match="disabled"):
            user.open().find("a.pdf").move_before(None)


@pytest.mark.parametrize(
    "detail",
    [
        {"item": -1, "before": None},
        {"item": True, "before": None},
        {"item": "1", "before": None},
        {"item": [], "before": {}},
        {"before": None},
        None,
        "stranger",
        "itself",
    ],
)
def test_a_page_that_lies_changes_nothing(detail: Any) -> None:
    documents, stranger = Documents(), jp.P(text="stranger")
    with testing.serve(lambda: jp.WebPage().add(documents, stranger)) as user:
        page = user.open()
        if detail == "stranger":
            detail = {"item": stranger.component_id, "before": None}
        elif detail == "itself":
            number = documents.components[0].component_id
            detail = {"item": number, "before": number}
        with contextlib.suppress(testing.HandlerFailed):
            page.find("Documents").send("moved", detail)
        with contextlib.suppress(testing.HandlerFailed):
            page.find("Documents").send("sorted", {"old": 0, "new": 1})
        assert (documents.order, documents.moves) == ("abcde", [])


@pytest.mark.parametrize("is_async", [False, True])
def test_handlers_of_both_kinds_are_called(is_async: bool) -> None:
    said: list[str] = []

    def plain(self: Documents, msg: jp.Msg) -> None:
        said.append(f"{msg.event_type} {msg.detail.old} {msg.detail.new} {self.order}")

    async def coroutine(msg: jp.Msg) -> None:
        said.append(f"{msg.event_type} {msg.detail.old} {msg.detail.new} {documents.order}")

    documents = Documents("abc", sorted=coroutine if is_async else plain)
    with testing.serve(lambda: jp.WebPage().add(documents)) as user:
        page = user.open()
        page.find("c.pdf").move_before(page.find("a.pdf"))
    assert said == ["sorted 2 0 cab"]


# --- mouse and finger ---


@browser
@shows("kit.Sortable", "kit.SortHandle")
def test_an_item_is_dragged_by_its_handle(live: Show) -> None:
    documents = Documents()
    page = live(documents).page
    dragged(page, handle(page, "b"), middle(handle(page, "d"), dy=4))
    shown(page, "acdbe")
    dragged(page, handle(page, "e"), middle(handle(page, "a"), dy=-4))
    shown(page, "eacdb")
    until(lambda: documents.order == "eacdb", "Python has the order")
    assert [(event.old, event.new) for event in documents.moves] == [(1, 3), (4, 0)]
    expect(page.locator("[data-moving], [data-reordering]")).to_have_count(0)


@browser
def test_with_a_handle_nothing_else_drags(live: Show) -> None:
    page = live(documents := Documents()).page
    dragged(page, document(page, "b"), middle(handle(page, "d")))
    dragged(page, page.get_by_label("Title of b"), middle(handle(page, "d")))
    page.get_by_label("Title of b").fill("text is still entered")
    assert documents.moves == []


@browser
def test_without_a_handle_the_item_is_dragged_but_not_by_its_controls(live: Show) -> None:
    page = live(documents := Documents(handles=False)).page
    ready(page)
    dragged(page, page.get_by_label("Title of a"), middle(document(page, "e")))
    dragged(page, document(page, "a"), middle(document(page, "c"), dy=4))
    shown(page, "bcade")
    until(lambda: documents.order == "bcade", "Python has the order")
    assert len(documents.moves) == 1


@browser
def test_a_click_is_no_drag_and_a_drag_is_no_click(live: Show) -> None:
    clicks: list[str] = []
    documents = Documents("", handles=False)

    def clicked(self: Document, msg: jp.Msg) -> None:
        clicks.append(self.letter)

    for name in "abc":
        documents.add(Document(name, handle=False, click=clicked))
    page = live(documents).page
    ready(page)
    dragged(page, document(page, "a"), middle(document(page, "b"), dy=4))
    shown(page, "bac")
    until(lambda: documents.order == "bac", "Python has the order")
    frames(page)
    page.evaluate(STILL)  # items glide to their places
    dragged(page, document(page, "b"), middle(document(page, "b"), dy=12))  # not far enough
    document(page, "c").click()
    document(page, "a").click()
    until(lambda: clicks == ["c", "a"], "the clicks arrive")
    assert (documents.order, len(documents.moves)) == ("bac", 1)


@browser
def test_escape_puts_a_dragged_item_back(live: Show) -> None:
    page = live(documents := Documents()).page
    dragged(page, handle(page, "b"), middle(handle(page, "d"), dy=4), drop=False)
    shown(page, "acdbe")
    page.keyboard.press("Escape")
    shown(page, "abcde")
    page.mouse.up()
    expect(spoken(page)).to_have_text("b.pdf, back at position 2 of 5.")
    assert documents.moves == []


LAYOUTS = {
    "row": "display: flex; flex-direction: row; gap: 8px",
    "wrapped": "display: flex; flex-flow: row wrap; gap: 8px; width: 120px",
    "grid": "display: grid; grid-template-columns: 48px 48px; gap: 8px",
}


@browser
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_other_layouts(live: Show, layout: str, direction: str) -> None:
    sortable = kit.Sortable(style=LAYOUTS[layout], dir=direction)
    for name in "abcd":
        jp.Div(text=name, role="listitem", style="width: 48px; height: 48px", a=sortable)
    page = live(sortable).page
    ready(page)
    items = page.get_by_role("listitem")
    forward = 4 if direction == "ltr" else -4
    dragged(page, items.nth(0), middle(items.nth(3), dx=forward))
    expect(items).to_have_text(["b", "c", "d", "a"])
    dragged(page, items.nth(2), middle(items.nth(0), dx=-forward))
    expect(items).to_have_text(["d", "b", "c", "a"])
    wanted = ["d", "b", "c", "a"]
    until(lambda: [each.text for each in sortable.components] == wanted, "Python has the order")


@browser
def test_a_list_scrolls_near_its_edges(live: Show) -> None:
    documents = Documents("abcdefghijklmnopqrst", style="height: 12rem; overflow: auto")
    page = live(documents).page
    box = page.get_by_role("list").bounding_box()
    assert box is not None
    dragged(page, handle(page, "a"), (box["x"] + 20, box["y"] + box["height"] - 4), drop=False)
    expect(page.get_by_role("list").locator("span").last).to_have_text("a.pdf")
    page.mouse.up()
    shown(page, "bcdefghijklmnopqrsta")


@browser
def test_a_finger_drags_after_a_rest_and_by_the_handle_at_once(chromium: Any, live: Show) -> None:
    documents = Documents("abc", handles=False)
    page = live(documents).page
    ready(page)
    touched(page, document(page, "a"), middle(document(page, "c"), dy=4), rest=True)
    shown(page, "bca")
    touched(page, document(page, "b"), middle(document(page, "a"), dy=4), rest=False)
    shown(page, "bca")  # that scrolls
    assert len(documents.moves) == 1
