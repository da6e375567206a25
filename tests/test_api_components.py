"""What every component has: constructor, children, classes, content, as Chromium shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

import core as jp
from tests.api import shows
from tests.conftest import Live

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


# Constructor


@shows(
    "Component(a)",
    "Component(add_to)",
    "Component.components",
    "Component[i]",
    "len(Component)",
)
def test_parents_named_by_keyword(live: Show) -> None:
    box = jp.Div()
    jp.P(text="a", a=box)
    jp.P(text="add_to", add_to=box)
    shown = live(box)
    assert shown.children(box) == ["a", "add_to"]
    shown.do(lambda: jp.P(text="later", a=box))
    assert shown.children(box) == ["a", "add_to", "later"]
    assert [len(box), box[1].text, box[-1].text] == [3, "add_to", "later"]
    assert [child.text for child in box] == ["a", "add_to", "later"]
    shown.do(lambda: box.components.reverse())
    assert shown.children(box) == ["later", "add_to", "a"]
    shown.do(lambda: setattr(box, "components", [jp.P(text="only")]))
    assert shown.children(box) == ["only"]


@shows("Component(children)")
def test_children_named_by_keyword(live: Show) -> None:
    rows = jp.Ul(children=[jp.Li(text="one", children=[jp.B(text="!")]), jp.Li(text="two")])
    assert live(rows).children(rows) == ["one!", "two"]


@shows("Component(click)", "click", "Component.on", "Component.events", "msg.target")
def test_events_bound_by_keyword(live: Show) -> None:
    clicks: list[str] = []

    def clicked(msg: jp.Msg) -> None:
        clicks.append(msg.target.text)

    buttons = [
        jp.Button(text="click", click=clicked),
        jp.Button(text="onclick", onclick=clicked),
        jp.Button(text="on_click", on_click=clicked),
        jp.Button(text="on").on("click", clicked),
    ]
    assert all(button.events == ["click"] for button in buttons)
    shown = live(*buttons)
    for button in buttons:
        shown.element(button).click()
        shown.do(lambda: None)  # handlers of a page run one after the other
    assert clicks == ["click", "onclick", "on_click", "on"]


@shows(
    "Component.remove_event",
    "Component.has_event_function",
    "Component.run_event_function",
    "Component.on(text)",
)
def test_handlers_come_and_go(live: Show) -> None:
    button = jp.Button(text="0", click="self.text = str(int(self.text) + msg.get('step', 1))")
    shown = live(button)
    shown.element(button).click()
    expect(shown.element(button)).to_have_text("1")
    shown.do(lambda: jp.asyncio.run(button.run_event_function("click", {"step": 10})))
    expect(shown.element(button)).to_have_text("11")
    assert button.has_event_function("click")
    shown.do(lambda: button.remove_event("click"))
    assert not button.has_event_function("click")
    assert shown.attribute(button, "data-e") is None


@shows(
    "Component.class_name",
    "Component.html_tag",
    "Component.name",
    "Component.id",
    "attributes set before super().__init__()",
    "Component",
)
def test_defaults_of_a_subclass(live: Show) -> None:
    """Attributes set before ``super().__init__`` are defaults that keywords override."""

    assert issubclass(jp.Section, jp.Component)

    class Notice(jp.Section):
        def __init__(self, **attributes: Any) -> None:
            self.classes = "p-4"
            self.title = "a notice"
            self.add(jp.P(text="inside"))
            super().__init__(**attributes)

    plain, own = Notice(id="plain", name="first"), Notice(classes="p-8", title="mine", id=7)
    shown = live(plain, own)
    assert (plain.class_name, plain.html_tag) == ("Notice", "section")
    found = [
        [shown.attribute(each, name) for name in ("class", "title", "id")] for each in (plain, own)
    ]
    assert found == [["p-4", "a notice", "plain"], ["p-8", "mine", "7"]]
    assert shown.page.locator("section#plain > p").inner_text() == "inside"
    shown.do(lambda: setattr(plain, "id", "renamed"))
    assert shown.page.locator("#renamed > p").inner_text() == "inside"


# Children


@shows(
    "Component.add",
    "Component.add_component",
    "Component.add_first",
    "Component.add_to",
    "Component.first",
    "Component.last",
)
def test_ways_to_add_children(live: Show) -> None:
    box = jp.Div()
    shown = live(box)
    steps: list[tuple[Callable[[], Any], str]] = [
        (lambda: box.add(jp.P(text="b"), jp.P(text="c")), "bc"),
        (lambda: box + jp.P(text="d"), "bcd"),
        (lambda: box.__iadd__(jp.P(text="e")), "bcde"),
        (lambda: box.add_first(jp.P(text="a")), "abcde"),
        (lambda: box.add_component(jp.P(text="x"), 2), "abxcde"),
        (lambda: box.add_component(jp.P(text="f")), "abxcdef"),
        (lambda: jp.P(text="g").add_to(box), "abxcdefg"),
        (lambda: box.add(jp.P(text="h")).add(jp.P(text="i")), "abxcdefghi"),
    ]
    for step, expected in steps:
        shown.do(step)
        assert shown.children(box) == list(expected)
        assert [box.first().text, box.last().text] == [expected[0], expected[-1]]


@shows(
    "Component.remove",
    "Component.remove_component",
    "Component.delete",
    "Component.delete_components",
)
def test_ways_to_remove_children(live: Show) -> None:
    a, b, c, d, e = (jp.P(text=text) for text in "abcde")
    box = jp.Div().add(a, b, c, d, e)
    shown = live(box)
    steps: list[tuple[Callable[[], Any], str]] = [
        (lambda: box.remove(b), "acde"),
        (lambda: box.remove(b), "acde"),
        (lambda: box.remove_component(a), "cde"),
        (lambda: c.delete(), "de"),
        (lambda: box.components.pop(), "d"),
        (lambda: box.add(a, b), "dab"),
        (lambda: box.delete_components(), ""),
        (lambda: box.add(d), "d"),
    ]
    for step, expected in steps:
        shown.do(step)
        assert shown.children(box) == list(expected)
    with pytest.raises(ValueError, match="is not a child of"):
        box.remove_component(a)


@shows(
    "one component in several places",
)
def test_an_instance_in_several_places(live: Show) -> None:
    shared = jp.P(text="one")
    first, second = jp.Div().add(shared, shared), jp.Div().add(shared)
    shown = live(first, second)
    shown.do(lambda: setattr(shared, "text", "all"))
    assert shown.children(first) + shown.children(second) == ["all"] * 3
    shown.do(lambda: second.remove(shared))
    assert shown.children(first) + shown.children(second) == ["all"] * 2
    shown.do(lambda: shared.delete())
    assert shown.children(first) == []


# Classes


@shows(
    "Component.classes",
    "Component.set_class",
    "Component.set_classes",
    "Component.has_class",
    "Component.remove_class",
)
def test_classes(live: Show) -> None:
    box = jp.Div(classes="text-blue-500 w-full own", text="box")
    shown = live(jp.Div(classes="w-96").add(box))
    steps: list[tuple[Callable[[], Any], str]] = [
        (lambda: box.set_class("w-4"), "text-blue-500 own w-4"),
        (lambda: box.set_classes("text-red-500 p-2"), "own w-4 text-red-500 p-2"),
        (lambda: box.set_class("p-8", "hover"), "own w-4 text-red-500 p-2 hover:p-8"),
        (lambda: box.remove_class("own"), "w-4 text-red-500 p-2 hover:p-8"),
        (lambda: setattr(box, "classes", "w-8"), "w-8"),
    ]
    for step, expected in steps:
        shown.do(step)
        assert shown.attribute(box, "class") == expected
        assert box.has_class(expected.split()[0])
        assert not box.has_class("w-full")
    expect(shown.element(box)).to_have_css("width", "32px")


@shows("Component.hidden", "Component.hidden_toggle")
def test_hidden(live: Show) -> None:
    box = jp.Div(text="box", classes="flex")
    shown = live(box)
    element = shown.element(box)
    steps: list[tuple[Callable[[], Any], bool]] = [
        (lambda: box.hidden(), False),
        (lambda: box.hidden(), False),
        (lambda: box.hidden(False), True),
        (lambda: box.hidden_toggle(), False),
        (lambda: box.hidden_toggle(), True),
    ]
    for step, visible in steps:
        shown.do(step)
        expect(element).to_be_visible(visible=visible)
        assert box.has_class("hidden") is not visible


# Content


@shows("Component.text", "Component.html_entity")
def test_text(live: Show) -> None:
    """It stands before the children, and is text whatever is in it."""
    plain = jp.P(text="<b>&euro; & 'é'").add(jp.Span(text=" child"))
    entity = jp.P(text="&euro;&nbsp;5", html_entity=True)
    number, nothing = jp.P(text=5), jp.P(text=None)
    shown = live(plain, entity, number, nothing)

    def texts() -> list[str | None]:
        return [shown.element(p).text_content() for p in (plain, entity, number, nothing)]

    assert texts() == ["<b>&euro; & 'é' child", "€\xa05", "5", ""]

    def change() -> None:
        plain.text, entity.text, number.text, nothing.text = "<i>", "&lt;", 6.5, "some"

    shown.do(change)
    assert texts() == ["<i> child", "<", "6.5", "some"]
    shown.do(lambda: setattr(plain, "text", ""))
    assert texts()[0] == " child"
    shown.do(lambda: setattr(entity, "html_entity", False))
    assert texts()[1] == "&lt;"


@shows("Component.inner_html")
def test_inner_html(live: Show) -> None:
    """It stands instead of the text and the children."""
    box = jp.Div(text="text", inner_html="<b id=raw>raw</b>").add(jp.P(text="child"))
    shown = live(box)
    content = "box => box.innerHTML"
    assert shown.element(box).evaluate(content) == '<b id="raw">raw</b>'
    shown.do(lambda: setattr(box, "inner_html", "<i>other</i>"))
    assert shown.element(box).evaluate(content) == "<i>other</i>"
    shown.do(lambda: setattr(box, "inner_html", ""))
    assert shown.element(box).text_content() == "textchild"


@shows("Component.show")
def test_show(live: Show) -> None:
    """What is not shown is not in the document, with all that is in it."""
    box = jp.Div(show=False).add(jp.P(text="inside"))
    shown = live(jp.Div().add(jp.P(text="before"), box, jp.P(text="after")))
    element = shown.element(box)
    expect(element).to_have_count(0)
    shown.do(lambda: setattr(box, "show", True))
    assert element.text_content() == "inside"
    assert element.evaluate("box => box.previousSibling.textContent") == "before"
    shown.do(lambda: setattr(box, "show", False))
    expect(element).to_have_count(0)


@shows("Component.style")
def test_style(live: Show) -> None:
    box = jp.Div(text="box", style="color: rgb(1, 2, 3); width: 30px")
    shown = live(box)
    expect(shown.element(box)).to_have_css("color", "rgb(1, 2, 3)")
    shown.do(lambda: setattr(box, "style", "width: 40px"))
    expect(shown.element(box)).to_have_css("width", "40px")
    assert shown.attribute(box, "style") == "width: 40px"
    shown.do(lambda: setattr(box, "style", ""))
    assert shown.attribute(box, "style") is None


# Small components


@shows(
    "Link",
    "Space",
    "HTMLEntity",
    "Hello",
    "AutoTable",
    "get_tag",
    "component_by_tag",
    "Space(num)",
    "HTMLEntity(entity)",
    "AutoTable(values)",
    "get_tag(unknown)",
)
def test_small_components(live: Show) -> None:
    link = jp.Link(href="/there", text="there")
    space = jp.Space(num=3)
    entity = jp.HTMLEntity(entity="&euro;")
    hello = jp.Hello()
    table = jp.AutoTable(values=[["a", "b"], [1, 2], [3, 4]])
    tag = jp.get_tag("h2", text="head")
    other = jp.component_by_tag("radialGradient", id="gradient")
    shown = live(link, space, entity, hello, table, tag, jp.Svg().add(other))
    assert shown.element(link).evaluate("link => link.pathname") == "/there"
    assert shown.element(space).text_content() == "\xa0" * 3
    assert shown.element(entity).text_content() == "€"
    shown.element(hello).click()
    expect(shown.element(hello)).to_have_text("Hello! I was clicked 1 times")
    assert shown.element(table).locator("th").all_text_contents() == ["a", "b"]
    assert shown.element(table).locator("td").all_text_contents() == ["1", "2", "3", "4"]
    assert shown.element(tag).evaluate("head => head.localName") == "h2"
    assert shown.element(other).evaluate("e => e.localName") == "radialGradient"
    with pytest.raises(ValueError, match="no HTML or SVG element 'nothing'"):
        jp.get_tag("nothing")


@shows("AutoTable.td_classes")
def test_small_components_change(live: Show) -> None:
    class Prices(jp.AutoTable):
        td_classes = "price"

        def __init__(self, **attributes: Any) -> None:
            self.values: Any = [["a"], [1]]  # a default, as a program sets those of its own
            super().__init__(**attributes)

    table, entity = Prices(), jp.HTMLEntity(entity="&euro;")
    shown = live(table, entity)
    assert shown.element(table).locator("td").all_text_contents() == ["1"]

    def change() -> None:
        table.values, entity.entity = [["a", "b"], [2, 3], [4, 5]], "&yen;"

    shown.do(change)
    assert shown.element(table).locator("th").all_text_contents() == ["a", "b"]
    assert shown.element(table).locator("td.price").all_text_contents() == ["2", "3", "4", "5"]
    assert shown.element(entity).text_content() == "¥"
    shown.do(lambda: setattr(table, "values", []))
    assert shown.children(table) == []
    # In a `with` block, its rows go into the table all the same.
    with shown.stage:
        table.values = [["c"]]
    assert (
        table.to_html()
        == '<table><thead><tr><th class="px-4 py-2">c</th></tr></thead><tbody></tbody></table>'
    )


@shows("Icon")
def test_icons(live: Show) -> None:
    """The classes of Font Awesome, which a page brings by its `head_html`."""
    icon, plain = jp.Icon(icon="cog", classes="text-xl"), jp.Icon()
    css = ".fa::before { content: 'icon' } .fa-cog { color: rgb(1, 2, 3) }"
    shown = live(icon, plain, css=css)
    assert shown.attribute(plain, "class") == "fa fa-dog"
    expect(shown.element(icon)).to_have_css("color", "rgb(1, 2, 3)")
    before = "icon => getComputedStyle(icon, '::before').content"
    assert shown.element(icon).evaluate(before) == '"icon"'

    def change() -> None:
        icon.icon = "bomb"

    shown.do(change)
    expect(shown.element(icon)).to_have_class("text-xl fa fa-bomb")


BUTTONS = "simple pill outline bordered disabled 3d elevated"


@shows(
    "Styles",
    *(f"Styles.button_{name}" for name in BUTTONS.split()),
    "Styles.input_classes",
    "Styles.lorem_ipsum",
)
def test_styles(live: Show) -> None:
    """Each class of them has a rule."""
    plain = jp.Button(text="plain")
    buttons = [
        jp.Button(text=name, classes=getattr(jp.Styles, f"button_{name}"))
        for name in BUTTONS.split()
    ]
    field = jp.Input(classes=jp.Styles.input_classes)
    text = jp.P(text=jp.Styles.lorem_ipsum)
    shown = live(plain, *buttons, field, text)
    looks = """element => { const style = getComputedStyle(element);
        return [style.padding, style.backgroundColor, style.borderWidth, style.borderRadius] }"""
    as_plain = shown.element(plain).evaluate(looks)
    for component in (*buttons, field):
        assert shown.element(component).evaluate(looks) != as_plain, component
    rules = shown.page.evaluate(
        "[...document.getElementById('satchel-rules').sheet.cssRules].map(rule => rule.cssText)"
    )
    for component in (*buttons, field):
        for name in component.classes.split():
            assert any(name.rpartition(":")[2] in rule for rule in rules), name
    assert (shown.element(text).text_content() or "").startswith("Lorem ipsum dolor sit amet")


@shows(
    "Component(any keyword)",
    "Component.key",
    "Component.temp",
    "Component.delete_flag",
    "Component.data",
)
def test_what_a_program_keeps_in_a_component(live: Show) -> None:
    """It is the program's own: nothing of it is shown."""
    own: dict[str, Any] = {"key": "k", "temp": True, "delete_flag": False, "step": 5}
    box: Any = jp.Div(text="0", data={"n": 1}, **own)
    box.shade = "dark"

    def clicked(self: Any, msg: jp.Msg) -> None:
        self.step += 1
        self.text = f"{self.key} {self.temp} {self.delete_flag} {self.step} {self.shade}"

    box.on("click", clicked)
    shown = live(box)
    names = shown.element(box).evaluate("box => box.getAttributeNames().join(' ')")
    assert names == "data-c data-e"
    shown.element(box).click()
    expect(shown.element(box)).to_have_text("k True False 6 dark")
    assert box.data == {"n": 1}
    fresh = jp.Div()
    assert (fresh.key, fresh.temp, fresh.delete_flag, fresh.data) == (None, False, True, {})


# HTML


SOURCE = """
    <form name="form">one <b name="row">two</b> three &euro; &lt;
        <!-- a comment --><b name="row">four</b>
        <b name="row">five</b>
        <input type="checkbox" checked name="box" @change="changed">
        <button type="button" name="button" @click="self.text = 'clicked ' + msg.id" id="b7">
            go</button>
        <svg viewBox="0 0 9 9"><linearGradient gradientUnits="userSpaceOnUse"/></svg>
    </form>
"""
OUTLINE = """
    root => [...root.querySelectorAll('*')].map(each => [each.localName, each.namespaceURI,
        each.getAttributeNames().filter(name => !name.startsWith('data-')).sort().join(),
        each.textContent])
"""


@shows("parse_html", "parse_html(name_dict)", "parse_html(commands)", "parse_html(@click)")
def test_html_becomes_components(live: Show) -> None:
    told: list[bool] = []

    def changed(self: jp.Component, msg: jp.Msg) -> None:
        told.append(msg.checked is self.checked is False)  # type: ignore[attr-defined]

    form: Any = jp.parse_html(SOURCE, classes="m-2")
    names = form.name_dict
    scope: dict[str, Any] = {"jp": jp, "changed": changed}
    exec("\n".join(form.commands), scope)
    built = scope[form.commands[0].partition(" ")[0]]
    shown = live(form, jp.Div().add(built))
    outline = shown.element(form).evaluate(OUTLINE)
    assert outline == shown.element(built).evaluate(OUTLINE)
    assert [tag for tag, *_ in outline if tag != "span"] == [
        *("b", "template", "b", "b", "input", "button", "svg", "linearGradient"),
    ]
    shown.page.click("form.m-2 input")
    shown.page.click("form.m-2 button")
    expect(shown.element(names["button"])).to_have_text("clicked b7")
    assert told == [True]

    def change() -> None:
        for row in names["row"]:
            row.text = "row"

    shown.do(change)
    assert shown.page.locator("form.m-2 b").all_text_contents() == ["row"] * 3


@shows("text between elements", "parse_html_file")
def test_html_of_a_file(live: Show, tmp_path: Path) -> None:
    """It is shown as the browser would show the file: with all text, comments and entities."""
    path = tmp_path / "part.html"
    path.write_text(
        "<h1>Grüße</h1> <p>one <b>two</b> <i>three</i> &euro; &lt;<!-- a comment -->, four</p>"
        """<p @click="self.text = 'clicked'">five</p>""",
        encoding="utf-8",
    )
    made = jp.parse_html_file(path, classes="m-2")
    shown = live(made)
    element = shown.element(made)
    expect(element).to_have_class("m-2")
    text = element.inner_text()
    comments = "made => [...made.querySelectorAll('template')].map(each => each.innerHTML)"
    assert element.evaluate(comments) == ["<!-- a comment -->"]
    shown.page.get_by_text("five").click()
    expect(shown.page.get_by_text("clicked")).to_be_visible()
    shown.page.set_content(path.read_text(encoding="utf-8"))
    assert shown.page.locator("body").inner_text().split() == text.split()
    assert text.split() == ["Grüße", "one", "two", "three", "€", "<,", "four", "five"]
