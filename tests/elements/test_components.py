"""Components: attributes, children, handlers; what is noted and what is let go."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest

import core as jp
from core.elements import keywords
from core.elements.render import Renderer
from core.elements.webpage import WebPage


def html(*components: jp.Component) -> str:
    """The HTML of components without their ids."""
    text = Renderer().html(components)
    for component in components:
        text = text.replace(f' data-c="{component.component_id}"', "")
    return text


class Notes:
    """Stands for the browsers: keeps what a page tells them."""

    def __init__(self, page: WebPage) -> None:
        self.noted: list[tuple[Any, str]] = []
        page.show_in(self)

    def note(self, component: jp.Component | None, name: str) -> None:
        self.noted.append((component, name))

    async def update(self) -> None: ...

    async def run_javascript(self, script: str, request_id: Any) -> None: ...

    def take(self) -> list[tuple[Any, str]]:
        taken, self.noted = self.noted, []
        return taken


@pytest.fixture
def page() -> WebPage:
    return jp.WebPage()


@pytest.fixture
def notes(page: WebPage) -> Notes:
    return Notes(page)


# Attributes


def test_keywords_become_attributes() -> None:
    link = jp.A(text="a < b", href="/x?a=1&b", target="_blank", classes="m-1", no_such="kept")
    assert link.no_such == "kept"
    assert html(link) == '<a href="/x?a=1&amp;b" target="_blank" class="m-1">a &lt; b</a>'


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (
            {"aria_label": "x", "data_row": 7, "role": "note"},
            'aria-label="x" data-row="7" role="note"',
        ),
        ({"aria_hidden": False, "data_on": True}, 'aria-hidden="false" data-on="true"'),
        ({"hidden_": True, "title": ""}, 'hidden title=""'),
        ({"hidden_": False, "title": None}, ""),
        ({"title": '"><script>'}, 'title="&quot;&gt;&lt;script&gt;"'),
        ({"draggable": False}, 'draggable="false"'),
    ],
)
def test_attributes_in_html(attributes: dict[str, Any], expected: str) -> None:
    assert html(jp.Div(**attributes)) == f"<div {expected}></div>".replace(" >", ">")


def test_our_own_attributes_cannot_be_taken() -> None:
    with pytest.raises(ValueError, match="data_c is Satchel's own"):
        jp.Div(data_c="1")


def test_attributes_set_before_init_are_defaults() -> None:
    class Card(jp.Div):
        def __init__(self, **attributes: Any) -> None:
            self.classes = "p-4"
            self.title = "card"
            self.add(jp.P(text="in it"))
            super().__init__(**attributes)

    assert html(Card()).startswith('<div class="p-4" title="card"><p')
    assert 'class="p-8"' in html(Card(classes="p-8"))


def test_attributes_of_a_subclass_are_shown() -> None:
    class Warn(jp.Div):
        classes = "text-red-500"
        role = "alert"

    assert html(Warn()) == '<div class="text-red-500" role="alert"></div>'
    assert html(Warn(role="note")) == '<div class="text-red-500" role="note"></div>'


def test_only_changes_are_noted(page: WebPage, notes: Notes) -> None:
    div = jp.Div(text="one", a=page)
    div.shown_by((weakref.ref(notes),))
    notes.take()
    div.text = "one"
    div.own = 1
    assert notes.take() == []
    div.text = "two"
    div.title = 1
    div.title = True
    del div.title
    assert notes.take() == [(div, "text"), *3 * [(div, "title")]]


# Children


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


def test_every_change_of_the_list_is_noted(page: WebPage, notes: Notes) -> None:
    box = jp.Div(a=page)
    box.shown_by((weakref.ref(notes),))
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
        notes.take()
        change()
        assert notes.take() == [(box, "components")]
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


def test_a_shared_component_tells_all_its_pages() -> None:
    pages = [jp.WebPage(), jp.WebPage()]
    notes = [Notes(page) for page in pages]
    shared = jp.P()
    pages[0].add(jp.Div().add(shared), jp.Div().add(shared))
    pages[1].add(shared)
    assert shared.pages() == set(pages)
    for note in notes:
        shared.shown_by((weakref.ref(note),))
        note.take()
    shared.text = "new"
    assert [note.take() for note in notes] == [[(shared, "text")]] * 2
    pages[1].remove(shared)
    assert shared.pages() == {pages[0]}
    shared.not_shown_by(notes[1])
    notes[0].take(), notes[1].take()
    shared.text = "newer"
    assert [note.take() for note in notes] == [[(shared, "text")], []]


def test_pages_that_nobody_keeps_are_let_go() -> None:
    shared = jp.P()
    page = jp.WebPage().add(jp.Div().add(shared))
    gone = weakref.ref(page)
    del page
    gc.collect()
    assert gone() is None
    assert shared.pages() == set()


# Handlers


@pytest.mark.parametrize("keyword", ["click", "onclick", "on_click"])
def test_events_are_bound_by_keywords(keyword: str) -> None:
    button = jp.Button(**{keyword: lambda: None})
    assert button.has_event_function("click")
    assert 'data-e="click"' in html(button)
    button.remove_event("click")
    assert button.events == []


def test_handlers_take_what_they_ask_for() -> None:
    class Counter(jp.Div):
        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            self.on("click", self.clicked)

        def clicked(self, msg: Any) -> tuple[Any, Any]:
            return self, msg

    counter = Counter()
    assert counter.handlers["click"]("target", "msg") == (counter, "msg")
    div = jp.Div(click=lambda self, msg: (self, msg), input=lambda msg: msg, change=lambda: "none")
    assert div.handlers["click"](div, "msg") == (div, "msg")
    assert div.handlers["input"](div, "msg") == "msg"
    assert div.handlers["change"](div, "msg") == "none"
    div.on("click", lambda self, msg, row=3: row)
    assert div.handlers["click"](div, "msg") == 3


def test_wrong_handlers_are_refused() -> None:
    with pytest.raises(ValueError, match="has no event 'clck'"):
        jp.Div().on("clck", print)
    with pytest.raises(TypeError, match="takes 3 parameters"):
        jp.Div(click=lambda a, b, c: None)
    with pytest.raises(TypeError, match="must be a function"):
        jp.Div(click=3)
    with pytest.raises(TypeError, match="has a yield"):
        jp.Div(click=lambda: (yield))
    div = jp.Div()
    div.add_event("my-event")
    assert div.on("my-event", print).events == ["my-event"]
    assert not jp.Div().allowed_events & {"my-event"}


def test_classes() -> None:
    div = jp.Div(classes="text-2xl text-white w-full m-2")
    div.set_classes("text-yellow-500 w-4").set_class("bg-red-500", "hover")
    assert div.classes == "text-2xl m-2 text-yellow-500 w-4 hover:bg-red-500"
    div.hidden_toggle()
    assert div.has_class("hidden")
    div.hidden_toggle().remove_class("m-2")
    assert not div.has_class("hidden")
    assert not div.has_class("m-2")


# Controls


def test_entries_have_the_type_of_the_control() -> None:
    number, box, choice = (
        jp.Input(type="number"),
        jp.Input(type="checkbox"),
        jp.Select(multiple=True),
    )
    for text, value in [("12", 12), ("1.5", 1.5), ("", None), ("1e", None)]:
        number.enter(text, None, "here")
        assert number.value == value
        assert type(number.value) is type(value)
    box.enter("on", True, "here")
    assert (box.checked, box.value) == (True, "")
    choice.enter(["a", "b"], None, "here")
    assert choice.value == ["a", "b"]
    choice.enter({"a": 1}, None, "here")
    assert choice.value == ["a", "b"]


def test_the_text_of_a_textarea_is_its_value() -> None:
    area = jp.Textarea(text="one")
    area.enter("", None, "here")
    assert (area.text, area.value) == ("", "")
    area.text = "\n<two>"
    assert html(area) == '<textarea data-e="input/200">\n\n&lt;two&gt;</textarea>'


def test_labels_name_their_control() -> None:
    field = jp.Input()
    label = jp.Label(for_component=field, text="Name")
    assert f'for="{field.id}"' in html(label)


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


def test_programs_may_tell_where_a_shared_component_stands() -> None:
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
def test_nothing_stands_in_itself(put: Any) -> None:
    outer = jp.Div()
    between, kept = jp.Div(a=outer), jp.P()
    inner = jp.Div(a=between, children=[kept])
    with pytest.raises(ValueError, match="cannot contain itself. Make another component"):
        put(inner, outer)
    assert list(inner) == [kept] and list(outer) == [between]
    inner.add(jp.Div(children=[jp.P()]))  # others may be added as ever


def test_a_method_named_as_an_attribute_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Card.text\(\) is a method, .* another name"):

        class Card(jp.Div):
            def text(self) -> str:  # type: ignore[override]
                return ""


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        ({"classes": ["m-4", "p-2"]}, r"classes takes a text such as .*, not \['m-4', 'p-2'\]"),
        ({"style": {"color": "red"}}, "style takes a text such as 'color: red"),
    ],
)
def test_lists_and_dictionaries_for_text(attributes: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=told):
        jp.Div(**attributes).to_html()


@pytest.fixture
def debugging(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keywords, "_reported", set())
    monkeypatch.setattr(keywords, "_is_watching", False)  # what is put back afterwards
    keywords.watch()


class Rated(jp.Div):
    """A component of a program, with a keyword of its own."""

    def __init__(self, **attributes: Any) -> None:
        self.stile = "plain"
        super().__init__(**attributes)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda: jp.Button(clik=print), "Button does not know clik. Did you mean 'click'?"),
        (
            lambda: jp.Button(when_done=print),
            "Button does not know when_done. There is no such event",
        ),
        (lambda: jp.Input(placehodler="a"), "know placehodler. Did you mean 'placeholder'?"),
        (lambda: jp.Input(maxsize="1 kB"), "know maxsize. Did you mean 'max_size'?"),
        (lambda: jp.Input(type="nubmer"), "know type='nubmer'. Did you mean 'number'?"),
        (lambda: jp.WebPage(tilte="a"), "WebPage does not know tilte. Did you mean 'title'?"),
        (lambda: jp.Div(clas="m-4"), "Div does not know clas. Did you mean 'class"),
        (lambda: jp.Div(txt="m-4"), "Div does not know txt. Did you mean 'text'?"),
        (lambda: Rated(stile="fancy"), ""),
        (lambda: jp.Div(remembered=1, names=[], row_number=7, todos=[]), ""),
        (lambda: jp.WebPage(counter=1, user="x", on_click=print, data={}), ""),
        (lambda: jp.Input(type="datetime-local", debounce=1, max_size=1, on_change=print), ""),
        (lambda: jp.A(scroll=True, bookmark=jp.P(), a=jp.Div(), data_x=1), ""),
    ],
)
def test_misspelt_keywords_in_debug_mode(
    debugging: None, caplog: pytest.LogCaptureFixture, made: Any, told: str
) -> None:
    for _ in range(2):
        made()
    assert len(caplog.messages) == bool(told)
    assert told in caplog.text


def test_misspelt_keywords_are_the_programs_own(caplog: pytest.LogCaptureFixture) -> None:
    assert jp.Button(clas="m-4").clas == "m-4" and not caplog.messages  # type: ignore[attr-defined]
