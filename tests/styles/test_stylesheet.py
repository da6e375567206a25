"""Our own rules: their order, old names, hostile names, and additions to Tailwind."""

from __future__ import annotations

import json
import random
from html import escape

from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from core.styles.stylesheet import rules, theme_rules
from tests.support.looks import COMPUTED, UTILITIES, names_of, show_ours


def test_rules_that_arrive_later_find_their_place(pages: tuple[Page, Page]) -> None:
    names = [n for n in UTILITIES if n.startswith(("p", "m", "text-", "border", "flex", "w-"))]
    names += [f"{variant}:{name}" for variant in ("md", "lg", "data-open") for name in names]
    chance = random.Random(3)
    boxes = [chance.sample(names, 8) for _ in range(200)]
    body = "".join(f'<div class="{escape(" ".join(b))}" data-open><b>a</b></div>' for b in boxes)
    show_ours(pages[0], body, rules(names))
    show_ours(pages[1], body, [])
    chance.shuffle(names)
    for start in range(0, len(names), 25):
        pages[1].evaluate(
            """(rules) => {
                const sheet = document.styleSheets[1]
                globalThis.orders ??= []
                for (const [order, css] of rules) {
                    let place = orders.findIndex((other) => other > order)
                    if (place === -1) place = orders.length
                    orders.splice(place, 0, order)
                    sheet.insertRule(css, place)
                }
            }""",
            rules(names[start : start + 25]),
        )
    ours, later = (page.evaluate(COMPUTED) for page in pages)
    differ = [(n, a, b) for n, a, b in zip(names_of(pages[0]), ours, later, strict=True) if a != b]
    assert differ == []


def test_a_dark_page_is_dark_on_a_light_system(pages: tuple[Page, Page]) -> None:
    body = (
        '<div class="dark:w-7">a</div><div class="dark"><b class="dark:block dark:w-9">b</b></div>'
    )
    show_ours(pages[0], body, rules(["dark:w-7", "dark:block", "dark:w-9"]))
    widths = pages[0].evaluate(
        "['div', 'b'].map((n) => document.querySelector(`#all ${n}`).offsetWidth)"
    )
    assert widths[0] > 100 and widths[1] == 36


def test_old_names_still_work(pages: tuple[Page, Page]) -> None:
    page = pages[0]
    names = "whitespace-no-wrap flex-shrink-0 overflow-ellipsis bg-red-500 bg-opacity-50"
    show_ours(page, f'<div class="{names} border text-cool-gray-500">a</div>', rules(names.split()))
    style = page.evaluate(
        "() => { const s = getComputedStyle(document.querySelector('#all div')); return "
        "[s.whiteSpace, s.flexShrink, s.textOverflow, s.backgroundColor] }"
    )
    show_ours(page, '<div class="bg-red-500/50">a</div>', rules(["bg-red-500/50"]))
    half = page.evaluate("getComputedStyle(document.querySelector('#all div')).backgroundColor")
    assert style == ["nowrap", "0", "ellipsis", half]


def test_borders_are_grey_as_in_justpy(pages: tuple[Page, Page]) -> None:
    show_ours(pages[0], '<div class="border">a</div>', rules(["border"]))
    color = pages[0].evaluate("getComputedStyle(document.querySelector('#all div')).borderTopColor")
    assert color == "rgb(229, 231, 235)"


def test_a_programs_own_css_can_use_the_theme() -> None:
    css = "h1 { color: var(--color-red-500); font-family: var(--default-font-family) }"
    text = "".join(rule.css for rule in theme_rules(css))
    assert "--color-red-500:" in text and "--font-sans:" in text
    assert theme_rules("h1 { color: red; margin: var(--mine) }") == []


def test_controls_have_a_look_that_classes_change(pages: tuple[Page, Page]) -> None:
    names = ["file:bg-red-500", "file:border-0", "file:p-0", "bg-red-500", "text-red-500", "h-4"]
    body = (
        '<input type="file"><input type="file" class="file:bg-red-500 file:border-0 file:p-0">'
        '<progress value=".5"></progress><progress class="bg-red-500 text-red-500 h-4"></progress>'
    )
    show_ours(pages[0], body, rules(names))
    button = "e => [...e].map(i => getComputedStyle(i, '::file-selector-button'))"
    read = ".map(s => [s.borderTopWidth, s.paddingLeft, s.backgroundColor])"
    plain, changed = pages[0].locator("input").evaluate_all(button + read)
    assert plain[:2] == ["1px", "12px"] and plain[2] != "rgba(0, 0, 0, 0)"
    assert changed[:2] == ["0px", "0px"] and changed[2].startswith("oklch(0.637")
    bars = "e => [...e].map(p => getComputedStyle(p)).map(s => [s.appearance, s.height, s.color])"
    plain, changed = pages[0].locator("progress").evaluate_all(bars)
    assert plain == ["none", "8px", "rgb(37, 99, 235)"]
    assert changed[:2] == ["none", "16px"] and changed[2].startswith("oklch(0.637")


HOSTILE = [
    "w-[</style><script>document.title='hacked'</script>]",
    "w-[1px}body{display:none]",
    "w-[1px;}body{display:none}]",
    "content-['a]",
    "content-['a\\']",
    'bg-[url(a"b)]',
    "w-[calc(1px]",
    "[&{}body{display:none}&]:flex",
    "[@media(x){}body{display:none}]:flex",
    "data-[x]]{}body{display:none}:flex",
    "[color:red;background:red]",
    "w-[/*]",
    "p-4\\",
    "w-(--x;color:red)",
    "group-hover/x{}:flex",
    "supports-[display:grid){}]:flex",
    "[&:is(]:flex",
    "[&:nothing]:flex",
    "before:hover:flex",
    "[@media_nothing_at_all]:flex",
    "[@supports_nothing]:flex",
    "[@container_(nothing)]:flex",
    "data-[=x]:flex",
    "marker:" * 20 + "flex",
    "group-" * 100 + "hover:flex",
    "bg-[" + "calc()_" * 40 + "x]",
    "p-" + "9" * 400,
]


def test_a_class_name_cannot_break_out_of_its_rule(pages: tuple[Page, Page]) -> None:
    names = [name for hostile in HOSTILE for name in (hostile, "bg-red-500")]
    show_ours(pages[0], '<div class="bg-red-500">a</div>', rules(names))
    assert pages[0].title() == ""
    counted = pages[0].evaluate("document.styleSheets[1].cssRules.length")
    assert counted == len(rules(names)) <= len(rules(["bg-red-500"])) + 2 * len(HOSTILE)
    shown = "e => [getComputedStyle(e).display, getComputedStyle(e).backgroundColor]"
    assert pages[0].locator("body").evaluate(shown) == ["block", "rgba(0, 0, 0, 0)"]
    assert pages[0].locator("#all div").evaluate(shown)[1].startswith("oklch(0.637")


SPECIAL = st.sampled_from(
    [*"[](){};:'\"\\/*&<>@-_!%,.#= ", "url(", "</style>", "calc(", "w-", "p-4", "md:", "é", "\0"]
)


@given(st.lists(SPECIAL | st.text(max_size=3), max_size=12).map("".join))
def test_any_text_gives_rules_or_nothing(name: str) -> None:
    for rule in rules([name, f"w-[{name}]", f"[{name}]:flex", f"group-[{name}]:flex"]):
        assert "</" not in rule.css
        assert json.loads(json.dumps(rule)) == [rule.order, rule.css]
        assert 0 <= rule.order < 2**53


def test_no_class_gives_no_rule() -> None:
    assert rules([]) == []
    assert rules(["my-own-class", "upload", "p-", "-", ":", "hover:", "p-4/50", "p-1.3"]) == []
