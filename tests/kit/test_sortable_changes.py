"""kit.Sortable while other things happen: other browsers, changes, handlers that refuse or fail."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

import core as jp
from tests.conftest import Live
from tests.support.api import shows
from tests.support.native import until
from tests.support.sorting import (
    Document,
    Documents,
    dragged,
    handle,
    middle,
    page_order,
    ready,
    shown,
    spoken,
)

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


def test_all_browsers_agree(live: Show, page: Page) -> None:
    documents = Documents()
    first = live(documents)
    other = page.context.new_page()
    other.goto(page.url)
    shown(other, "abcde")
    dragged(other, handle(other, "a"), middle(handle(other, "c"), dy=4))
    shown(first.page, "bcade")
    shown(other, "bcade")


def test_items_come_and_go_while_one_is_dragged(live: Show) -> None:
    documents = Documents()
    page = (shown_page := live(documents)).page
    items = list(documents.components)
    dragged(page, handle(page, "b"), middle(handle(page, "d"), dy=4), drop=False)
    shown_page.do(lambda: (documents.remove(items[3]), documents.add(Document("f"))))
    shown(page, "acebf")  # the others have moved up, and the pointer has not moved
    page.mouse.up()
    until(lambda: documents.order == "acebf", "Python has the order")
    dragged(page, handle(page, "c"), middle(handle(page, "b"), dy=4), drop=False)
    shown_page.do(lambda: documents.remove(items[2]))
    expect(spoken(page)).to_have_text("c.pdf is gone.")
    page.mouse.up()
    shown(page, "aebf")
    dragged(page, handle(page, "f"), middle(handle(page, "a"), dy=-4))  # it still works
    shown(page, "faeb")


def test_what_the_program_refuses_returns(live: Show) -> None:
    def refuse(self: Documents, msg: jp.Msg) -> None:
        order = list(self.components)
        order.insert(msg.detail.old, order.pop(msg.detail.new))
        self.components = order

    page = live(documents := Documents(sorted=refuse)).page
    dragged(page, handle(page, "b"), middle(handle(page, "d"), dy=4))
    expect(spoken(page)).to_have_text("b.pdf, back at position 2 of 5.")
    shown(page, "abcde")
    until(lambda: documents.order == "abcde", "Python has the order")


def test_a_handler_that_raises_says_so_and_the_order_stays(live: Show) -> None:
    def fail() -> None:
        raise RuntimeError("The list cannot be stored.")

    page = live(documents := Documents(sorted=fail)).page
    dragged(page, handle(page, "b"), middle(handle(page, "d"), dy=4))
    expect(page.get_by_role("alert")).to_contain_text("The list cannot be stored.")
    shown(page, "acdbe")
    until(lambda: documents.order == "acdbe", "Python has the order")


def test_the_next_item_is_moved_while_a_handler_works(live: Show) -> None:
    go = threading.Event()
    documents = Documents(sorted=lambda: go.wait(20) and None)
    page = live(documents).page
    dragged(page, handle(page, "a"), middle(handle(page, "b"), dy=4))
    shown(page, "bacde")
    dragged(page, handle(page, "e"), middle(handle(page, "d"), dy=-4))
    shown(page, "baced")
    go.set()
    page.reload()
    shown(page, "baced")
    until(lambda: documents.order == "baced", "Python has the order")


@shows("Sortable.disabled")
def test_a_disabled_list_keeps_its_order(live: Show) -> None:
    documents = Documents(disabled=True)
    page = (opened := live(documents)).page
    dragged(page, handle(page, "b"), middle(handle(page, "d"), dy=4))
    shown(page, "abcde")
    opened.do(lambda: setattr(documents, "disabled", False))
    dragged(page, handle(page, "b"), middle(handle(page, "d"), dy=4))
    shown(page, "acdbe")
    assert len(documents.moves) == 1


class Meanwhile:
    """A list whose moves wait, while another browser, say, changes its order."""

    def __init__(self, live: Show, letters: str) -> None:
        self.documents = Documents(letters)
        self._go = threading.Event()
        self._order = ""
        hold = jp.Button(text="Hold", click=lambda: self._go.wait(20) and None)
        change = jp.Button(text="Change", click=self._change)
        self.page = live(self.documents, hold, change).page
        ready(self.page)
        self.page.get_by_text("Hold").click()

    async def _change(self) -> None:  # does not wait for plain handlers, as moves do
        items = {item.letter: item for item in self.documents.components}
        self.documents.components = [items[letter] for letter in self._order]

    def change(self, order: str, shown_as: str) -> None:
        self._order = order
        self.page.get_by_text("Change").dispatch_event("click")  # the focus stays where it is
        shown(self.page, shown_as)

    def go_on(self) -> None:
        self._go.set()


@pytest.mark.parametrize(
    ("item", "to", "local", "changed", "merged"),
    [
        ("a", "d", "bcda", "adbc", "dbca"),
        ("d", "a", "dabc", "bcad", "bcda"),
        ("a", "d", "bcda", "dcba", "dcba"),  # it is there already
        ("c", "a", "cabd", "dcab", "dcab"),
        ("c", "a", "cabd", "dbca", "dbca"),
        ("b", "d", "acdb", "ca", "ca"),  # it is gone
        ("b", "c", "acbd", "bca", "bca"),  # what it was moved before is gone
    ],
)
def test_a_move_and_another_change_at_once(
    live: Show, item: str, to: str, local: str, changed: str, merged: str
) -> None:
    desk = Meanwhile(live, "abcd")
    page = desk.page
    dragged(page, handle(page, item), middle(handle(page, to), dy=4 if item < to else -4))
    shown(page, local)
    desk.change(changed, shown_as=merged)
    desk.go_on()
    until(lambda: desk.documents.order == page_order(page), "both have the same order")
    desk.change(changed[::-1], shown_as=changed[::-1])  # and all that follows


def test_a_change_while_the_keyboard_moves_an_item(live: Show) -> None:
    desk = Meanwhile(live, "abcd")
    page = desk.page
    handle(page, "a").focus()
    for key in ("Space", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    shown(page, "bcad")
    desk.change("dcba", shown_as="dcab")
    page.keyboard.press("Escape")
    shown(page, "dcba")
    for key in ("Space", "ArrowUp", "Space"):
        page.keyboard.press(key)
    desk.go_on()
    shown(page, "dcab")
    until(lambda: desk.documents.order == "dcab", "Python has the order")
