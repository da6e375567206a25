"""The tree of pages and components: ways to change it, and the changes that it reports."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest

import core as jp
from tests.support.views import RecordingView


def test_ways_to_add() -> None:
    box, a, b, c, d, e = (jp.Div() for _ in range(6))
    assert box.add(b, c) is box
    assert box + d is box
    box += e
    box.add_first(a)
    assert list(box.components) == [a, b, c, d, e]
    assert (box.first(), box.last(), box[1], box[-2], len(box)) == (a, e, b, d, 5)
    f = jp.P(a=box)
    g = jp.P(add_to=box).add_to(a)
    assert box[5:] == [f, g]
    assert a.components == [g]


def test_every_change_of_the_list_is_noted() -> None:
    page = jp.WebPage()
    box = jp.Div(a=page)
    view = RecordingView(page, box)
    a, b = jp.P(), jp.P()
    children = box.components
    changes = [
        lambda: children.append(a),
        lambda: children.extend([b, a]),
        lambda: children.pop(),
        lambda: children.insert(0, b),
        lambda: children.reverse(),
        lambda: children.sort(key=id),
        lambda: children.remove(a),
        lambda: children.__setitem__(0, a),
        lambda: children.__delitem__(0),
        lambda: children.clear(),
        lambda: setattr(box, "components", [a, b]),
        lambda: box.delete_components(),
    ]
    for change in changes:
        view.take()
        change()
        assert view.take() == [(box, "components")]
        assert all((child in children) == (page in child.pages()) for child in (a, b))


def test_what_is_no_component_is_refused_and_nothing_is_added() -> None:
    box = jp.Div().add(child := jp.P())
    for change in (box.components.append, lambda x: box.components.extend([jp.P(), x])):
        with pytest.raises(TypeError, match="only components can"):
            change("text")
        assert box.components == [child]


def test_removing() -> None:
    box, child = jp.Div(), jp.P()
    box.add(child, child)
    box.remove(child)
    assert box.components == [child]
    assert child.pages() == set()
    with pytest.raises(ValueError, match="is not a child of"):
        box.remove_component(jp.P())
    box.remove(jp.P())
    box.add(child)
    child.delete()
    assert len(box) == 0


def test_a_shared_component_reports_to_all_its_pages() -> None:
    pages = [jp.WebPage(), jp.WebPage()]
    shared = jp.P()
    pages[0].add(jp.Div().add(shared), jp.Div().add(shared))
    pages[1].add(shared)
    assert shared.pages() == set(pages)
    views = [RecordingView(page, shared) for page in pages]
    shared.text = "new"
    assert [view.take() for view in views] == [[(shared, "text")]] * 2
    pages[1].remove(shared)
    assert shared.pages() == {pages[0]}
    shared.not_shown_by(views[1])
    views[0].take(), views[1].take()
    shared.text = "newer"
    assert [view.take() for view in views] == [[(shared, "text")], []]


def test_pages_without_references_are_freed() -> None:
    shared = jp.P()
    page = jp.WebPage().add(jp.Div().add(shared))
    gone = weakref.ref(page)
    del page
    gc.collect()
    assert gone() is None
    assert shared.pages() == set()


def test_with_nests_children() -> None:
    page = jp.WebPage()
    with page, jp.Div() as outer:
        inner = jp.P(text="inside")
        with jp.Ul() as items:
            jp.Li(text="one")
        elsewhere = jp.P(a=page)
    jp.P(text="outside")
    assert list(page) == [outer, elsewhere]
    assert list(outer) == [inner, items]
    assert [item.text for item in items] == ["one"]


def test_what_is_added_elsewhere_leaves_the_with_block() -> None:
    class Card(jp.Div):
        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            self.add(jp.P(text="of the card"))

    outer = jp.Div()
    with outer:
        card, moved, first = Card(), jp.P(), jp.P()
        card.add(moved)
        outer.add_first(first)
        parsed = jp.parse_html("<b>parsed</b><i>too</i>")
        shared = jp.P()
    assert list(outer) == [first, card, parsed, shared]
    assert [child.text for child in card] == ["of the card", ""]
    assert [child.text for child in parsed] == ["parsed", "too"]
    card.add(shared)
    assert shared in list(outer) and shared in list(card)


def test_programs_may_name_the_page_of_a_component() -> None:
    page = jp.WebPage()
    board = jp.Div(a=page)
    board.add_page(page)
    assert board.pages() == {page}


@pytest.mark.parametrize(
    "put",
    [
        lambda inner, outer: inner.add(outer),
        lambda inner, outer: inner.add_first(outer),
        lambda inner, outer: outer.add_to(inner),
        lambda inner, outer: inner.components.extend([jp.P(), outer]),
        lambda inner, outer: setattr(inner, "components", [outer]),
        lambda inner, outer: outer.add(outer),
    ],
)
def test_no_component_contains_itself(put: Any) -> None:
    outer = jp.Div()
    between, kept = jp.Div(a=outer), jp.P()
    inner = jp.Div(a=between, children=[kept])
    with pytest.raises(ValueError, match="cannot contain itself. Make another component"):
        put(inner, outer)
    assert list(inner) == [kept] and list(outer) == [between]
    inner.add(jp.Div(children=[jp.P()]))  # others may be added as ever
