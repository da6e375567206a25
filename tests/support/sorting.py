"""A list of documents that people sort, and how they drag."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

import core as jp
from core import kit

Point = tuple[float, float]


def middle(locator: Locator, dx: float = 0, dy: float = 0) -> Point:
    """The middle of an element, or a point some pixels beside it."""
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2 + dx, box["y"] + box["height"] / 2 + dy


def dragged(page: Page, what: Locator, to: Point, *, drop: bool = True) -> None:
    """Drag an element to a point with the mouse, and wait until the page has followed."""
    start = middle(what)
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + 3, start[1] + 6)
    page.mouse.move(*to, steps=5)
    frames(page)
    if drop:
        page.mouse.up()
    page.evaluate(STILL)


def touched(page: Page, what: Locator, to: Point, *, rest: bool) -> None:
    """Drag an element to a point with a finger, which rests on it first or does not."""
    session = page.context.new_cdp_session(page)

    def send(kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    x, y = middle(what)
    send("touchStart", (x, y))
    if rest:
        page.locator("[data-moving=pointer]").wait_for()
    for step in range(1, 6):
        send("touchMove", (x + (to[0] - x) * step / 5, y + (to[1] - y) * step / 5))
    frames(page)
    send("touchEnd")


# Until nothing glides to its place any more.
STILL = "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))"
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def frames(page: Page) -> None:
    """Until the page has drawn what happened so far."""
    page.evaluate(FRAMES)


class Document(jp.Div):
    """A document of a list."""

    def __init__(self, letter: str, *, handle: bool = True, **attributes: Any) -> None:
        super().__init__(role="listitem", classes="flex p-2 border", **attributes)
        self.letter = letter
        if handle:
            kit.SortHandle(a=self)
        jp.Span(text=f"{letter}.pdf", a=self)
        jp.Input(aria_label=f"Title of {letter}", a=self)


class Documents(kit.Sortable):
    """A list of documents, and what was said about its order."""

    def __init__(self, letters: str = "abcde", *, handles: bool = True, **attributes: Any) -> None:
        super().__init__(aria_label="Documents", **{"sorted": self.note, **attributes})
        self.moves: list[kit.Sorted] = []
        self.add(*(Document(letter, handle=handles) for letter in letters))

    def note(self, msg: jp.Msg) -> None:
        self.moves.append(msg.detail)

    @property
    def order(self) -> str:
        return "".join(str(item.letter) for item in self.components if isinstance(item, Document))


def ready(page: Page) -> None:
    """Until the script of every list runs."""
    script = "[data-module$='sortable.js']"
    lists = page.locator(script)
    expect(page.locator(f"{script}:has([aria-describedby])")).to_have_count(lists.count())


def shown(page: Page, *order: str) -> None:
    """Expect these documents, in this order, in the browser."""
    names = [f"{name}.pdf" for name in "".join(order)]
    expect(page.get_by_role("list", name="Documents").locator("span")).to_have_text(names)


def page_order(page: Page) -> str:
    """The letters of the documents, in their order in the browser."""
    names = page.get_by_role("list", name="Documents").locator("span").all_text_contents()
    return "".join(name.removesuffix(".pdf") for name in names)


def handle(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=f"Move {name}.pdf")


def document(page: Page, name: str) -> Locator:
    return page.get_by_text(f"{name}.pdf", exact=True)


def spoken(page: Page) -> Locator:
    return page.locator("body > [aria-live=assertive]")
