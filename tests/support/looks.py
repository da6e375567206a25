"""How classes look in a browser with our rules: the computed style of every element."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from core.styles.stylesheet import Rule, base_css

STYLES = Path(__file__).parents[1] / "styles"
UTILITIES = (STYLES / "tailwind_classes.txt").read_text(encoding="utf-8").split()
# For every element, the differences from the first of its kind; a few of its pseudo-elements.
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


def show_ours(page: Page, body: str, used: list[Rule]) -> None:
    """The body with our rules."""
    css = "\n".join(rule.css for rule in used)
    page.set_content(
        f"<!DOCTYPE html><style>{base_css()}</style><style>{css}</style>"
        f'<body><p></p><div id="all">{body}</div>'
    )


def names_of(page: Page) -> list[str]:
    """The classes of each element, and of its parent where it has none."""
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('#all *')].map((e) => e.className || '? in ' + "
        "(e.parentElement.className || e.parentElement.outerHTML))"
    )
    return found
