"""Components made of others, styles, and HTML as components, as Chromium shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

import core as jp
from tests.conftest import Live
from tests.support.api import shows

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


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
    with pytest.raises(ValueError, match="'nothing' is not an HTML or SVG element"):
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
    results: list[bool] = []

    def changed(self: jp.Component, msg: jp.Msg) -> None:
        results.append(msg.checked is self.checked is False)  # type: ignore[attr-defined]

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
    assert results == [True]

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
