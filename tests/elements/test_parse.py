"""parse_html: HTML text becomes components, and the commands that would build them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core.elements.render import Renderer
from core.testing import serve


def html(component: jp.Component) -> str:
    return re.sub(r' data-[ce]="[^"]*"', "", Renderer().html([component]))


SOURCES = [
    "<p>plain</p>",
    '<p class="text-lg" id="x">a <b>bold</b> word &amp; more<br>end</p>',
    "<div><b>a</b> <i>b</i></div>",
    "<p>1</p><p>, a=root)</p>",
    "text before <b>it</b>",
    "<pre>a\n  b</pre>",
    '<input type="checkbox" checked name="c"><label for="x">y</label>',
    '<svg viewBox="0 0 9 9"><linearGradient gradientUnits="userSpaceOnUse"></linearGradient></svg>',
    '<svg><feBlend in="SourceGraphic"></feBlend><text>a<tspan>b</tspan>c</text></svg>',
    "<div><!-- a comment --><p>after</p></div>",
    '<div data-row="7" aria-label="seven"></div>',
]


@pytest.mark.parametrize("source", SOURCES)
def test_commands_build_the_same(source: str) -> None:
    made = jp.parse_html(source)
    scope: dict[str, Any] = {"jp": jp}
    exec("\n".join(made.commands), scope)  # type: ignore[attr-defined]
    variable = made.commands[0].split(" ")[0]  # type: ignore[attr-defined]
    assert html(scope[variable]) == html(made)


def test_text_comments_and_entities_are_kept() -> None:
    made = jp.parse_html("<div>one <b>two</b> three &euro; &lt;<!-- four --></div>")
    expected = (
        "<div>one <b>two</b><span> three € &lt;</span><template><!-- four --></template></div>"
    )
    assert html(made) == expected
    assert "<b>a</b><span> </span><i>b</i>" in html(jp.parse_html("<p><b>a</b> <i>b</i></p>"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a&nbsp;&nbsp;b", "a\xa0\xa0b"),
        ("&nbsp;", "\xa0"),
        ("\n&nbsp;\n", " \xa0 "),
        ("山\u3000川", "山\u3000川"),
        ("a \t\n b", "a b"),
    ],
)
def test_only_white_space_of_html_is_collapsed(source: str, text: str) -> None:
    assert jp.parse_html(f"<p>{source}</p>").text == text


def test_attributes_have_the_case_of_svg() -> None:
    source = '<svg viewBox="0 0 9 9"><feBlend in="SourceGraphic"></feBlend></svg>'
    assert html(jp.parse_html(source)) == source


def test_names_lead_to_components() -> None:
    made = jp.parse_html('<ul><li name="row">1</li><li name="row">2</li><li name="one">3</li></ul>')
    names = made.name_dict  # type: ignore[attr-defined]
    assert [item.text for item in names["row"]] == ["1", "2"]
    assert names["one"].text == "3"


def test_handlers_by_name_and_as_text() -> None:
    clicks: list[str] = []

    def clicked(self: jp.Component) -> None:
        clicks.append(self.text)

    made = jp.parse_html(
        '<div><b @click="clicked">x</b><i @click="clicks.append(msg.n); self.text = 2">y</i></div>'
    )
    made[0].handlers["click"](made[0], jp.Msg())
    made[1].handlers["click"](made[1], jp.Msg(n="inline"))
    assert made[1].text == 2
    assert clicks[1] == "inline"


def test_a_file_on_a_page(tmp_path: Path) -> None:
    (tmp_path / "part.html").write_text(
        "<p>Grüße</p><button @click=\"self.text = 'done'\">go</button>", "utf-8"
    )

    def page() -> jp.WebPage:
        wp = jp.WebPage()
        jp.parse_html_file(tmp_path / "part.html", a=wp, classes="m-4")
        return wp

    with serve(page) as user:
        shown = user.open()
        shown.find("go", role="button").click()
        assert shown.text == "Grüße done"


def test_an_element_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="'blink2' is not an HTML or SVG element"):
        jp.parse_html("<blink2>x</blink2>")


def test_commands_name_the_classes_as_the_program_does(tmp_path: Path) -> None:
    source = "<p>one</p><p>two</p>"
    parsed = jp.parse_html(source, command_prefix="justpy.")
    assert parsed.commands == [  # type: ignore[attr-defined]
        "root = justpy.Div()",
        "c1 = justpy.P(a=root)",
        "c1.text = 'one'",
        "c2 = justpy.P(a=root)",
        "c2.text = 'two'",
    ]
    (tmp_path / "a.html").write_text("<p>")
    parsed = jp.parse_html_file(tmp_path / "a.html", command_prefix="")
    assert parsed.commands == ["c1 = P()"]  # type: ignore[attr-defined]
    assert jp.parse_html("<p>").commands == ["c1 = jp.P()"]  # type: ignore[attr-defined]


def test_hello_counts_from_where_it_is_told() -> None:
    with serve(lambda: jp.WebPage().add(jp.Hello(counter=100))) as user:
        page = user.open()
        page.find("Hello! (click me)").click()
        page.find("Hello! I was clicked 100 times").click()
        assert page.text == "Hello! I was clicked 101 times"


def test_an_input_that_tells_of_changes_only_tells_of_no_input() -> None:
    left = jp.InputChangeOnly(input=print, change=print)
    assert 'data-e="change"' in Renderer().html([left])
