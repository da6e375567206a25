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
from tests.support.sorting import Document, Documents, dragged, handle, middle, shown, spoken

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
