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

from core.live.stylesheet import Rule, base_css, rules, theme_rules

HERE = Path(__file__).parent
UTILITIES = (HERE / "tailwind_classes.txt").read_text(encoding="utf-8").split()
# A class, and what must stand around it for the variant to hold. The class goes to %s.
VARIED = [
    '<div class="group" data-open data-size="large" aria-checked="true"><div class="%s"></div></div>',
    '<div data-open data-size="large" aria-checked="true" class="%s"></div>',
    '<section><input type="checkbox" class="peer" checked><div class="%s"></div></section>',
    '<section><b></b><b></b><div class="%s"><p>a</p><p>b</p><input type="checkbox" checked></div></section>',
    '<div class="is-open group/card"><div class="%s">text</div></div>',
    '<div class="@container"><div class="%s"><p>a</p></div></div>',
    '<input class="%s" placeholder="text" required disabled>',
    '<div dir="rtl"><ul><li class="%s">text</li></ul></div>',
]
VARIANTS = """
    first:w-7 last:w-7 odd:w-7 even:w-7 only:w-7 nth-3:w-7 nth-[2n+1]:w-7 nth-last-2:w-7 empty:w-7
    data-open:w-7 data-[size=large]:w-7 data-[size=small]:w-7 aria-checked:w-7 not-data-open:w-7
    group-data-open:w-7 group-data-[size=large]:w-7 group-aria-checked:w-7 group-[.is-open]:w-7
    group-[.is-open]/card:w-7 group-not-data-open:w-7 in-data-open:w-7 in-[.is-open]:w-7
    peer-checked:w-7 peer-not-checked:w-7 peer-[[type=checkbox]]:w-7 has-checked:w-7
    has-[>p]:w-7 has-[>img]:w-7 not-has-checked:w-7 group-has-[p]:w-7 *:w-7 **:w-7 *:first:w-7
    [&_p]:w-7 [&>p]:w-7 [&:nth-child(3)]:w-7 [.is-open_&]:w-7 [@media_print]:w-7
    [@media(width>=700px)]:w-7 sm:w-7 md:w-7 lg:w-7 xl:w-7 2xl:w-7 max-sm:w-7 max-lg:w-7 md:max-lg:w-7
    min-[600px]:w-7 max-[1000px]:w-7 min-[45rem]:w-7 not-md:w-7 @xs:w-7 @max-xs:w-7 @[400px]:w-7
    dark:w-7 not-dark:w-7 dark:md:w-7 md:dark:w-7 supports-grid:w-7 supports-[display:foo]:w-7
    not-supports-[display:foo]:w-7 motion-safe:w-7 motion-reduce:w-7 portrait:w-7 landscape:w-7
    print:w-7 ltr:w-7 rtl:w-7 required:w-7 disabled:w-7 enabled:w-7 placeholder-shown:w-7 invalid:w-7
    before:w-7 before:content-['hi_there'] after:bg-red-500/50 before:data-open:w-7
    data-open:before:w-7 marker:text-red-500 placeholder:text-red-500 first-letter:text-2xl
    first-line:uppercase file:p-3 selection:bg-red-500 pointer-fine:w-7 noscript:w-7 inert:w-7
    data-open:space-x-4 md:container dark:placeholder:text-gray-500 md:w-7! !w-9
    group-data-open:peer-checked:w-7 dark:data-open:bg-red-500/50! starting:w-7 md:nothing foo:w-7
    rtl:-translate-x-3 md:grid-cols-[1fr_2fr] dark:bg-[#123456] [&_p]:md:text-[14px]
""".split()
# Ours are for JustPy's sake; Tailwind's page gets them too, so that the rest can be compared.
OURS = """
    @layer base {
        *, ::after, ::before, ::backdrop, ::file-selector-button { border-color: #e5e7eb }
        button:not(:disabled), [role="button"]:not(:disabled) { cursor: pointer }
        dialog { margin: auto }
    }
"""
# For every element: what differs from the first element of its kind, also in ::before and so on.
COMPUTED = """() => {
    for (const animation of document.getAnimations())
        animation instanceof CSSTransition ? animation.finish() : (animation.pause(), animation.currentTime = 0)
    const read = (element) => ['', '::before', '::after', '::placeholder', '::marker', '::first-letter',
        '::file-selector-button', '::selection', '::first-line', '::backdrop'].map((pseudo) => {
        const style = getComputedStyle(element, pseudo)
        return Object.fromEntries([...style].map((name) => [pseudo + name, style.getPropertyValue(name)]))
    })
    const plain = {}
    return [...document.querySelectorAll('#all *')].map((element) => {
        const style = Object.assign({}, ...read(element))
        const usual = (plain[element.localName] ??= style)
        return Object.fromEntries(Object.entries(style).filter(([name, value]) => usual[name] !== value))
    })
}"""


@pytest.fixture(scope="module")
def tailwind(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Tailwind's compiler for browsers: what scripts/test has installed, else installed now."""
    script = Path("node_modules/@tailwindcss/browser/dist/index.global.js")
    if (HERE / script).exists():
        return (HERE / script).read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
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
        f'<!DOCTYPE html><style type="text/tailwindcss">@import "tailwindcss";{OURS}</style>'
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
    body = "<div><b></b><b></b></div>" + "".join(
        f'<div class="{escape(name)}"><b>text</b><b>text</b></div>' for name in UTILITIES
    )
    show_ours(pages[0], body, rules(UTILITIES))
    show_theirs(pages[1], body, tailwind)
    names = names_of(pages[0])
    found = assert_same(pages, names)
    changed = {name for name, style in zip(names, found, strict=True) if style}
    changed |= {name.removeprefix("? in ") for name in changed}
    assert len(UTILITIES) > 400
    # Some say what is so anyway ("static", "opacity-100"); not many.
    assert len(set(UTILITIES) - changed) < len(UTILITIES) / 10


@pytest.mark.parametrize(("width", "scheme"), [(1100, "light"), (620, "dark"), (900, "dark")])
def test_variants_look_as_in_tailwind(
    pages: tuple[Page, Page], tailwind: str, width: int, scheme: Any
) -> None:
    body = "".join(around.replace("%s", escape(name)) for around in VARIED for name in VARIANTS)
    for page in pages:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
    show_ours(pages[0], body, rules(VARIANTS))
    show_theirs(pages[1], body, tailwind)
    assert_same(pages, names_of(pages[0]))


def test_of_classes_that_disagree_the_same_wins_as_in_tailwind(
    pages: tuple[Page, Page], tailwind: str
) -> None:
    chance = random.Random(8)
    known = [name for name in UTILITIES + VARIANTS if rules([name])]
    boxes = [chance.sample(known, 8) for _ in range(400)]
    body = "<div><b></b><b></b></div>" + "".join(
        f'<div class="{escape(" ".join(names))}" data-open><b>a</b><b>b</b></div>' for names in boxes
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
    assert "underline" in pages[0].evaluate("getComputedStyle(document.querySelector('b')).textDecoration")


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
    # Two of one kind, such as p-2 and p-4, on one element: here the order is that of arrival.
    ours, later = (page.evaluate(COMPUTED) for page in pages)
    differ = sum(a != b for a, b in zip(ours, later, strict=True))
    assert differ == 0


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


@pytest.mark.parametrize(
    "name",
    [
        "w-[</style><script>document.title='hacked'</script>]",
        "w-[1px}body{display:none]",
        "w-[1px;}body{display:none}]",
        "content-['a]",
        "content-['a\\']",
        "bg-[url(a\"b)]",
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
    ],
)
def test_a_class_name_cannot_break_out_of_its_rule(pages: tuple[Page, Page], name: str) -> None:
    names = ["p-4", name, "bg-red-500"]
    body = f'<div class="bg-red-500 {escape(name)}">a</div>'
    show_ours(pages[0], body, rules(names))
    assert pages[0].title() == ""
    assert pages[0].locator("#all div").evaluate("e => getComputedStyle(e).backgroundColor") != (
        "rgba(0, 0, 0, 0)"
    )
    assert pages[0].locator("body").evaluate("e => getComputedStyle(e).display") == "block"
    with_name = pages[0].evaluate("document.styleSheets[1].cssRules.length")
    assert with_name - len(rules(["p-4", "bg-red-500"])) <= 1


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
