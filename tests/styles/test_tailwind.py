"""Our rules look in a real browser as those of Tailwind's own browser build."""

from __future__ import annotations

import random
import shutil
import subprocess
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from core.styles.stylesheet import rules
from tests.support.looks import COMPUTED, STYLES, UTILITIES, names_of, show_ours

TESTS = STYLES.parent
VARIANTS = (STYLES / "tailwind_variants.txt").read_text(encoding="utf-8").split()
# Elements around a class to which variants apply; the class replaces %s.
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


@pytest.fixture(scope="module")
def tailwind(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Tailwind's compiler for browsers, which scripts/test has installed; else installed now."""
    script = Path("node_modules/@tailwindcss/browser/dist/index.global.js")
    if (TESTS / script).exists():
        return (TESTS / script).read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(TESTS / name, folder)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return (folder / script).read_text(encoding="utf-8")


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
    """Assert that both pages look alike; return how elements differ from those without classes."""
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
    # A few declare what is the default ("static", "opacity-100").
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
