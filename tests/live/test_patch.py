"""Patches: what is sent when components change, and what the browser makes of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

import core as jp
from core.elements.render import Renderer
from core.live.list_diff import splice
from tests.support.mirror import Mirror, load


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    load(page)
    yield page
    page.close()


def show(tab: Page, *components: jp.Component) -> Mirror:
    return Mirror(tab, jp.WebPage().add(*components))


# Children: as few moves as can be


@given(st.permutations(range(12)), st.permutations(range(12)), st.integers(0, 12))
def test_splice_makes_the_new_list(old: list[int], new: list[int], cut: int) -> None:
    old = old[:cut]
    removed, runs = splice(old, new)
    children = list(old)
    for after, items in runs:
        for number in items:
            if number in children:
                children.remove(number)
            children.insert(children.index(after) + 1 if after is not None else 0, number)
            after = number
    assert [number for number in children if number not in removed] == new


def test_splice_makes_no_needless_moves() -> None:
    assert splice([1, 2, 3, 4], [4, 1, 2, 3]) == ([], [(None, [4])])
    assert splice([1, 2, 3], [1, 2, 3, 4, 5]) == ([], [(3, [4, 5])])
    assert splice([1, 2, 3], [1, 3]) == ([2], [])


# What a user would notice beside the result


def names_of(tab: Page) -> list[str]:
    """Give every element the name of its text, for `same`."""
    tab.evaluate(
        "for (const e of document.querySelectorAll('#components *')) e.known = e.innerText"
    )
    return names(tab)


def names(tab: Page) -> list[str]:
    """The names that the elements were given; new ones have none."""
    texts: list[str] = tab.evaluate(
        "[...document.querySelectorAll('#components i')].map((e) => e.known ?? 'new')"
    )
    return texts


def test_children_that_move_stay_the_same_nodes(tab: Page) -> None:
    left, right = jp.Div(), jp.Div()
    items = [jp.I(text=text, a=left) for text in "abcd"]
    mirror = show(tab, left, right)
    assert names_of(tab) == ["a", "b", "c", "d"]
    left.components = [items[3], items[0], items[1]]
    right.add(items[2])
    assert [op[:1] for op in mirror.flush()] == [["c"], ["c"]]
    mirror.check()
    assert names(tab) == ["d", "a", "b", "c"]
    left.components = [right, *items[:2]]
    mirror.page.remove(right)
    mirror.flush()
    mirror.check()
    assert names(tab) == ["c", "a", "b"]


def test_changes_of_a_removed_component_show_when_it_is_back(tab: Page) -> None:
    row = jp.P(text="old")
    table = jp.Div().add(jp.B(text="first"), row)
    mirror = show(tab, table)
    table.delete_components()
    row.text = "new"
    row.add(jp.I(text="more"))
    table.add(row)
    mirror.flush()
    mirror.check()
    assert tab.locator("#components p").inner_text() == "newmore"


def test_a_child_that_moves_into_a_parent_in_two_places_is_copied(tab: Page) -> None:
    item, twice, kept = jp.I(text="x"), jp.P(), jp.Div()
    source = jp.Div().add(item)
    mirror = show(tab, source, jp.Div().add(twice), jp.Div().add(twice), kept.add(item))
    source.remove(item)
    twice.add(item)
    mirror.flush()
    mirror.check()
    item.text = "y"
    mirror.flush()
    mirror.check()
    assert tab.locator("#components i").all_inner_texts() == ["y", "y", "y"]


def test_only_changes_are_sent(tab: Page) -> None:
    rows = [jp.Div(text=str(i)) for i in range(50)]
    table = jp.Div().add(*rows)
    mirror = show(tab, table)
    rows[7].text = "<7>"
    number = rows[7].component_id
    assert mirror.flush() == [["t", number, "<7>"]]
    rows[7].set_classes("text-red-500")
    assert [op for op in mirror.flush() if op[0] != "s"] == [["a", number, "class", "text-red-500"]]
    rows[7].text = rows[7].text
    assert mirror.flush() == []
    table.add(last := jp.Div(text="last"))
    html = f'<div data-c="{last.component_id}">last</div>'
    last_row = rows[-1].component_id
    assert mirror.flush() == [["c", table.component_id, [], [[last_row, [html]]]]]


def test_moving_keeps_focus_and_typed_text(tab: Page) -> None:
    first, second = jp.Input(), jp.Textarea()
    mirror = show(tab, first, second)
    tab.locator("textarea").fill("half typed")
    mirror.page.components = [jp.P(text="news"), second, jp.P(text="more"), first]
    mirror.flush()
    assert tab.evaluate("document.activeElement.value") == "half typed"
    mirror.page.components = [first, second]
    mirror.flush()
    assert tab.evaluate("document.activeElement.value") == "half typed"


def test_long_texts_are_replaced_completely(tab: Page) -> None:
    text = jp.P(text="x" * 200_000)
    mirror = show(tab, text, jp.Pre(text="\nindented"))
    mirror.check()
    tab.evaluate("document.querySelector('p').firstChild.splitText(65536)")  # as parsers may do
    text.text = "short"
    mirror.flush()
    mirror.check()
    assert tab.locator("#components p").inner_text() == "short"


def test_a_resend_keeps_elements_and_moves_few(tab: Page) -> None:
    items = [jp.I(text=text) for text in "abcd"]
    inner = jp.Div().add(*items[2:])
    mirror = show(tab, *items[:2], inner)
    names_of(tab)
    items[0].text, items[1].title = "changed", "new"
    mirror.page.components = [inner.add(items[0], jp.I(text="fresh")), jp.Section().add(items[1])]
    inner.remove(items[2])
    mirror.resend()
    mirror.check()
    assert names(tab) == ["d", "a", "new", "b"]
    tab.evaluate("document.querySelector('section').noted = true")
    mirror.page.remove(inner)
    mirror.resend()
    mirror.check()
    assert tab.evaluate("document.querySelector('section').noted")


def test_nesting_that_html_does_not_allow_is_shown_as_written(
    tab: Page, caplog: pytest.LogCaptureFixture
) -> None:
    block, link = jp.Div(text="block"), jp.A(text="inner")
    trees = [
        jp.P(text="p").add(jp.Span().add(block)),
        jp.A(text="outer").add(jp.Span().add(link)),
        jp.Button().add(jp.Button(text="button")),
        jp.Form().add(jp.Form().add(jp.Input())),
        jp.Table(text="text").add(jp.Tr().add(jp.Td().add(jp.P(text="cell"))), jp.Div(text="div")),
        jp.Tr().add(jp.Td(text="alone")),
        jp.Select().add(jp.Option(text="o").add(jp.B(text="bold")), jp.Div(text="in select")),
        jp.H1().add(jp.H2(text="heading")),
        jp.Li().add(jp.Span().add(jp.Li(text="item"))),
        jp.P().add(jp.P().add(jp.P(text="deep"))),
    ]
    mirror = show(tab, *trees)
    mirror.check()
    assert "<Div " in caplog.text and "in a <p>, where HTML does not allow a <div>" in caplog.text
    tab.evaluate("document.querySelectorAll('#components *').forEach((e) => { e.noted = true })")
    mirror.page.components = trees[::-1]
    mirror.flush()
    mirror.check()
    assert tab.evaluate("[...document.querySelectorAll('#components *')].every((e) => e.noted)")
    mirror.page.delete_components()
    mirror.flush()
    mirror.page.add(*trees)  # inserted now
    mirror.flush()
    mirror.check()


def test_usual_trees_are_shown_before_any_script() -> None:
    item = jp.Li().add(jp.A(text="a"), jp.Ul().add(jp.Li(text="b").add(jp.P(text="c"))))
    table = jp.Table().add(jp.Tr().add(jp.Td().add(jp.Form().add(jp.Button(text="d")))))
    choice = jp.Select().add(jp.Optgroup().add(jp.Option(text="e")), jp.Hr())
    drawing = jp.A().add(jp.Svg().add(jp.G().add(jp.Title(text="f"), jp.A())))
    list_ = jp.Dl().add(jp.Dt(text="g"), jp.Dd().add(jp.Dl().add(jp.Dd(text="h"))))
    html = Renderer().html([jp.Ul().add(item), table, choice, drawing, list_])
    assert "data-nested" not in html


def test_rows_of_a_table_without_body_element(tab: Page) -> None:
    table = jp.Table().add(*(jp.Tr().add(jp.Td(text=text)) for text in "abc"))
    mirror = show(tab, table)
    table.add_first(jp.Tr().add(jp.Td(text="first")))
    del table.components[2]
    table.add(jp.Tr().add(jp.Td(text="last")))
    mirror.flush()
    assert tab.locator("td").all_inner_texts() == ["first", "a", "c", "last"]


def test_a_select_takes_a_value_that_comes_with_its_option(tab: Page) -> None:
    select = jp.Select(value="2").add(*(jp.Option(value=i, text=str(i)) for i in (1, 2)))
    mirror = show(tab, select)
    mirror.check()
    select.add(jp.Optgroup().add(jp.Option(value=3, text="three")))
    select.value = 3
    mirror.flush()
    mirror.check()
    assert tab.locator("select").input_value() == "3"


def test_typed_text_is_not_sent_back(tab: Page) -> None:
    field = jp.Input()
    mirror = show(tab, field)
    field.enter("typed here", None, "mine")
    mirror.flush()
    assert tab.locator("input").input_value() == ""
    field.enter("typed elsewhere", None, "theirs")
    mirror.flush()
    assert tab.locator("input").input_value() == "typed elsewhere"
    field.value = "set"
    mirror.flush()
    assert tab.locator("input").input_value() == "set"


def test_after_a_patch_that_failed_every_browser_gets_the_whole_page(tab: Page) -> None:
    class Strange(jp.Div):
        @property
        def show(self) -> bool:  # type: ignore[override]
            raise RuntimeError("nobody can say")

    text = jp.P(text="before")
    box = jp.Div()
    mirror = show(tab, text, box)
    box.add(Strange())
    with pytest.raises(RuntimeError):
        mirror.live.flush()
    box.delete_components()
    text.text = "after"
    mirror.live.flush()
    assert mirror.live.patches_after(mirror.number) is None
    assert ">after</p>" in mirror.live.whole()[1]


def test_a_text_that_cannot_be_written_is_left_out_and_logged(
    tab: Page, caplog: pytest.LogCaptureFixture
) -> None:
    class Strange:
        def __str__(self) -> str:
            raise RuntimeError("no text")

    text, other = jp.P(text="before"), jp.P(text="before")
    mirror = show(tab, text, other)
    text.text, other.text = Strange(), "after"
    mirror.flush()
    assert tab.locator("p").all_inner_texts() == ["before", "after"]
    assert "cannot be shown, and is left out" in caplog.text
    text.text = "after"
    mirror.flush()
    assert tab.locator("p").all_inner_texts() == ["after", "after"]
