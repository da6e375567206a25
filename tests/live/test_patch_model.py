"""Any changes of any tree: after each patch the browser shows what a new rendering would."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

import core as jp
from core.words import names
from tests.support.mirror import Mirror, load

Step = tuple[int, int, int, int]


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    load(page)
    yield page
    page.close()


PLAIN = names("div span section article")
# Those that the parser of browsers closes, drops or moves about where they are not expected.
TORN = names("p a button form li dd h1 table thead tbody tr td caption colgroup select option")


class Model:
    """Interprets random numbers as changes of a few components that may stand in many places.

    Args:
        tags: of the first six components, which may hold others.
    """

    def __init__(self, tab: Page, tags: list[str]) -> None:
        self.page = jp.WebPage()
        self.pool = [element(tag, f"{tag}{number}") for number, tag in enumerate(tags)]
        self.pool += [jp.Input(value="v"), jp.Textarea(text="t")]
        self.page.add(*self.pool[:3])
        self.pool[0].add(self.pool[4], self.pool[6])
        self.mirror = Mirror(tab, self.page)

    def holder(self, number: int) -> jp.Component | jp.WebPage:
        holders = [self.page, *self.pool[:6]]
        return holders[number % len(holders)]

    def do(self, step: Step) -> None:
        action, a, b, c = step
        ACTIONS[action % len(ACTIONS)](self, a, b, c)

    def add(self, a: int, b: int, c: int) -> None:
        child, parent = self.pool[a % len(self.pool)], self.holder(b)
        if len(parent) < 5 and not holds(child, parent) and size(self.page) < 60:
            parent.add_component(child, c % (len(parent) + 1))

    def remove(self, a: int, b: int, c: int) -> None:
        if parent := self.filled(b):
            del parent.components[c % len(parent)]

    def move(self, a: int, b: int, c: int) -> None:
        source = self.filled(b)
        child, target = (source[c % len(source)], self.holder(a)) if source else (None, None)
        if source and child and target and not holds(child, target) and len(target) < 5:
            source.remove(child)
            target.add_component(child, (a + c) % (len(target) + 1))

    def reorder(self, a: int, b: int, c: int) -> None:
        if parent := self.filled(b):
            turned = parent.components[c % len(parent) :] + parent.components[: c % len(parent)]
            parent.components = turned[::-1] if a % 2 else turned

    def filled(self, number: int) -> jp.Component | jp.WebPage | None:
        parent = self.holder(number)
        return parent if len(parent) else None

    def toggle(self, a: int, b: int, c: int) -> None:
        self.pool[a % 8].show = not self.pool[a % 8].show

    def write(self, a: int, b: int, c: int) -> None:
        self.pool[a % 8].text = ["", "new", "a < b & c", "\n x", 7, 7.0, None][b % 7]

    def set(self, a: int, b: int, c: int) -> None:
        name = ["classes", "title", "data_x", "aria_hidden", "style", "value"][b % 6]
        value = ["", "one", 'a "b" <c>', True, False, 1, 1.0][c % 7]
        if name != "style":
            setattr(self.pool[a % 8], name, value)

    def raw(self, a: int, b: int, c: int) -> None:
        if self.pool[a % 6].html_tag not in TORN:  # what a program writes itself is not looked at
            self.pool[a % 6].inner_html = ["", "<b>raw</b> html", "", "text"][b % 4]

    def entity(self, a: int, b: int, c: int) -> None:
        self.pool[a % 6].html_entity = not self.pool[a % 6].html_entity

    def renew(self, a: int, b: int, c: int) -> None:
        fresh = jp.Div(text=f"fresh {c}")
        self.pool[a % 4] = fresh.add(self.pool[4 + c % 2])
        self.holder(b).components.append(fresh) if not holds(fresh, self.holder(b)) else None

    def resend(self, a: int, b: int, c: int) -> None:
        self.mirror.resend()
        self.mirror.check()

    def flush(self, a: int, b: int, c: int) -> None:
        self.mirror.flush()
        self.mirror.check()


def element(tag: str, text: str) -> jp.Component:
    component = jp.component_by_tag(tag)
    component.text = text
    return component


def holds(component: jp.Component, target: jp.Component | jp.WebPage) -> bool:
    return component is target or any(holds(child, target) for child in component.components)


def size(holder: jp.Component | jp.WebPage) -> int:
    return 1 + sum(size(child) for child in holder.components)


ACTIONS: list[Callable[[Model, int, int, int], None]] = [
    *(Model.add, Model.remove, Model.move, Model.move, Model.reorder, Model.toggle, Model.write),
    *(Model.set, Model.raw, Model.entity, Model.renew, Model.flush, Model.flush),
    Model.resend,
]
numbers = st.integers(0, 40)
steps_of = st.lists(st.tuples(numbers, numbers, numbers, numbers), max_size=40)


def six(tags: Iterable[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(tags)), min_size=6, max_size=6)


@settings(max_examples=120, deadline=None)
@given(tags=six(PLAIN), steps=steps_of)
def test_any_changes_of_any_tree(tab: Page, tags: list[str], steps: list[Step]) -> None:
    check(Model(tab, tags), steps)


@settings(max_examples=120, deadline=None)
@given(tags=six(PLAIN | TORN), steps=steps_of)
def test_any_nesting(tab: Page, tags: list[str], steps: list[Step]) -> None:
    check(Model(tab, tags), steps)


def check(model: Model, steps: list[Step]) -> None:
    for step in steps:
        model.do(step)
    model.flush(0, 0, 0)
