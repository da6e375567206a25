"""The rules that we send look in a real browser as those of Tailwind's own browser build."""

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from core.styles.stylesheet import Rule, base_css, rules, theme_rules

HERE = Path(__file__).parent
TESTS = HERE.parent
UTILITIES = (HERE / "tailwind_classes.txt").read_text(encoding="utf-8").split()
VARIANTS = (HERE / "tailwind_variants.txt").read_text(encoding="utf-8").split()
# A class, and what must stand around it for the variant to hold. The class goes to %s.
VARIED = [
    '<div class="group" data-open data-size="large" aria-checked="true"><b class="%s"></b></div>',
    '<div data-open data-size="large" aria-checked="true" class="%s"></div>',
    '<section><input type="checkbox" class="peer" checked><div class="%s"></div></section>',
    '<p></p><p></p><div class="%s"><p>a</p><p>b</p><input type="checkbox" checked></div>',
    '<div class="is-open group/card"><div class="%s">text</div></div>',
    '<div class="@container"><div class="%s"><p>a</p></div></div>',
    '<input class="%s" placeholder="text" required disabled>',
    '<div dir="rtl"><ul><li class="%s">text</li></ul></div>',
]
# Ours are for JustPy's sake; Tailwind's page gets them too, so that the rest can be compared.
OURS = """
    @layer base {
        *, ::after, ::before, ::backdrop, ::file-selector-button { border-color: #e5e7eb }
        button:not(:disabled), [role="button"]:not(:disabled) { cursor: pointer }
        dialog { margin: auto }
    }
"""
CONTROLS = (TESTS.parent / "assets" / "controls.css").read_text("utf-8")
# For every element: what differs from the first of its kind, some of it in ::before and so on too.
COMPUTED = """() => {
    for (const animation of document.getAnimations()) {
        if (animation instanceof CSSTransition) animation.finish()
        else { animation.pause(); animation.currentTime = 0 }
    }
    const names = [...getComputedStyle(document.body)]
    const parts = ['::before', '::after', '::placeholder', '::marker', '::first-letter',
        '::first-line', '::file-selector-button']
    const few = ['content', 'width', 'color', 'font-size', 'padding-top', 'text-transform']
    const read = (element) => {
        const own = getComputedStyle(element)
        const values = names.map((name) => own.getPropertyValue(name))
        for (const part of parts) {
            const style = getComputedStyle(element, part)
            for (const name of few) values.push(style.getPropertyValue(name))
        }
        return values
    }
    const keys = [...names, ...parts.flatMap((part) => few.map((name) => `${part} ${name}`))]
    const plain = {}
    return [...document.querySelectorAll('#all *')].map((element) => {
        const values = read(element)
        const usual = (plain[element.localName] ??= values)
        const different = {}
        values.forEach((value, i) => { if (value !== usual[i]) different[keys[i]] = value })
        return different
    })
}"""


@pytest.fixture(scope="module")
def tailwind(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Tailwind's compiler for browsers: what scripts/test has installed, else installed now."""
    script = Path("node_modules/@tailwindcss/browser/dist/index.global.js")
    if (TESTS / script).exists():
        return (TESTS / script).read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(TESTS / name, folder)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return (folder / script).read_text(encoding="utf-8")


@pytest.fixture
def pages(chromium: Browser) -> Iterator[tuple[Page, Page]]:
    """Two tabs of the same size."""
    context = chromium.new_context(viewport={"width": 1100, "height": 800})
    yield context.new_page(), context.new_page()
    context.close()


def show_ours(page: Page, body: str, used: list[Rule]) -> None:
    """The body with our rules."""
    css = "\n".join(rule.css for rule in used)
    page.set_content(
        f"<!DOCTYPE html><style>{base_css()}</style><style>{css}</style>"
        f'<body><p></p><div id="all">{body}</div>'
    )


def show_theirs(page: Page, body: str, script: str) -> None:
    """The body with the rules of Tailwind's own build."""
    page.set_content(
        f'<!DOCTYPE html><style type="text/tailwindcss">@import "tailwindcss";{OURS}'
        f"@layer base {{{CONTROLS}}}</style>"
        f'<body><p></p><div id="all">{body}</div><i id="last" class="w-[12345px] block"></i>'
    )
    page.add_script_tag(content=script)
    page.wait_for_function("getComputedStyle(document.getElementById('last')).width === '12345px'")


def assert_same(pages: tuple[Page, Page], names: list[str]) -> list[dict[str, str]]:
    """Both pages look alike; what differs from an element without classes is returned."""
    ours, theirs = (page.evaluate(COMPUTED) for page in pages)
    assert len(ours) == len(theirs) == len(names)
    different = [
        f"{name}: {key} is {mine.get(key)!r}, Tailwind's is {other.get(key)!r}"
        for name, mine, other in zip(names, ours, theirs, strict=True)
        for key in sorted(mine.keys() | other.keys())
        if mine.get(key) != other.get(key)
    ]
    assert different[:20] == []
    found: list[dict[str, str]] = ours
    return found


def names_of(page: Page) -> list[str]:
    """The classes of each element, and of its parent where it has none."""
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('#all *')].map((e) => e.className || '? in ' + "
        "(e.parentElement.className || e.parentElement.outerHTML))"
    )
    return found


def test_utilities_look_as_in_tailwind(pages: tuple[Page, Page], tailwind: str) -> None:
    body = "<div>text</div><b></b>" + "".join(
        f'<div class="{escape(name)}">text</div>'
        if not name.startswith(("space", "-space", "divide"))
        else f'<div class="{escape(name)}"><b></b><b></b></div>'
        for name in UTILITIES
    )
    show_ours(pages[0], body, rules(UTILITIES))
    show_theirs(pages[1], body, tailwind)
    names = names_of(pages[0])
    found = assert_same(pages, names)
    changed = {name for name, style in zip(names, found, strict=True) if style}
    changed |= {name.removeprefix("? in ") for name in changed}
    assert len(UTILITIES) > 400
    # Some say what is so anyway ("static", "opacity-100"); not many.
    assert len(set(UTILITIES) - changed) < len(UTILITIES) / 7


@pytest.mark.parametrize(("width", "scheme"), [(1100, "light"), (620, "dark"), (900, "dark")])
def test_variants_look_as_in_tailwind(
    pages: tuple[Page, Page], tailwind: str, width: int, scheme: Any
) -> None:
    body = "".join(around.replace("%s", escape(name)) for around in VARIED for name in VARIANTS)
    for page in pages:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
    show_ours(pages[0], body, rules([*VARIANTS, "@container"]))
    show_theirs(pages[1], body, tailwind)
    assert_same(pages, names_of(pages[0]))


def test_of_classes_that_disagree_the_same_wins_as_in_tailwind(
    pages: tuple[Page, Page], tailwind: str
) -> None:
    chance = random.Random(8)
    known = [name for name in UTILITIES + VARIANTS if rules([name])]
    boxes = [chance.sample(known, 8) for _ in range(400)]
    body = "<div><b></b><b></b></div>" + "".join(
        f'<div class="{escape(" ".join(names))}" data-open><b>a</b><b>b</b></div>'
        for names in boxes
    )
    show_ours(pages[0], body, rules(known))
    show_theirs(pages[1], body, tailwind)
    assert_same(pages, names_of(pages[0]))


def test_hovering_and_focus_look_as_in_tailwind(pages: tuple[Page, Page], tailwind: str) -> None:
    button = "bg-blue-500 hover:bg-red-500/50 focus:ring-4 active:opacity-50 focus-visible:p-9"
    label = "group-hover:underline group-focus:text-red-500 not-hover:opacity-25"
    body = f'<button class="group {button}">go <b class="{label}">now</b></button><i></i>'
    show_ours(pages[0], body, rules(f"{button} {label}".split()))
    show_theirs(pages[1], body, tailwind)
    plain = assert_same(pages, ["button", "b", "i"])
    for page in pages:
        page.hover("button")
        page.focus("button")
    assert assert_same(pages, ["button", "b", "i"]) is not plain
    assert "underline" in pages[0].evaluate(
        "getComputedStyle(document.querySelector('b')).textDecoration"
    )


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
