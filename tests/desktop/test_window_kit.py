"""kit.Upload and kit.Sortable in the real window: files from another program, and a real mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.desktop.conftest import Start
from tests.support.display import Display, open_display

pytestmark = pytest.mark.native

TITLE = "Merge"
PROGRAM = """
from core import kit

def home():
    wp = kit.Page("Merge")
    order = jp.P(id="order", a=wp)

    def show():
        order.text = " ".join(row.name for row in documents.components)

    def keep(msg):
        for file in msg.files:
            row = jp.Div(role="listitem", name=file.name, classes="flex gap-2 p-2", a=documents)
            kit.SortHandle(a=row)
            jp.Span(text=f"{file.name}: {file.read().decode()}", a=row)
        show()

    kit.Upload(keep, anywhere=True, accept=".txt", a=wp)
    jp.P(text="beside the area", id="beside", a=wp)
    documents = kit.Sortable(sorted=show, aria_label="Documents", a=wp)
    return wp

jp.justpy(home)
"""


@pytest.fixture
def display() -> Iterator[Display]:
    made = open_display()
    yield made
    made.close()


def test_dropped_files_arrive_and_are_sorted(
    start: Start, write: Callable[[str], Path], display: Display, tmp_path: Path
) -> None:
    page = start(write(PROGRAM)).page()
    paths = [tmp_path / f"{letter}.txt" for letter in "abc"]
    for path in paths:
        path.write_text(f"content of {path.name}")
    lit = page.locator(".kit-upload.satchel-dropping")
    place = display.middle(page.locator("#beside"), TITLE)
    assert display.drop_files(paths, place, seen=lit.is_visible) == "CopyAction"
    expect(page.locator("#order")).to_have_text("a.txt b.txt c.txt")
    expect(page.get_by_text("a.txt: content of a.txt")).to_be_visible()
    expect(page.get_by_role("region", name="Upload")).to_have_count(0)  # nothing moves any more
    drag(display, page, "a.txt", "c.txt")
    expect(page.locator("#order")).to_have_text("b.txt c.txt a.txt")
    display.press("space", "Home", "space")  # the handle that was pressed has the focus
    expect(page.locator("#order")).to_have_text("a.txt b.txt c.txt")


def drag(display: Display, page: Page, name: str, onto: str) -> None:
    def handle(name: str) -> tuple[int, int]:
        return display.middle(page.get_by_role("button", name=f"Move {name}"), TITLE)

    start, (x, y) = handle(name), handle(onto)
    display.point(start)
    display.press_mouse()
    display.move(start, (x, y + 6))
    items = page.get_by_role("listitem")
    expect(items.last).to_contain_text(f"{name}:")
    display.release_mouse()


PYPLOT = """
import matplotlib.pyplot as plt
from core import kit

def home():
    wp = kit.Page("Curve")
    figure, axes = plt.subplots()
    axes.plot([1, 3, 2])
    kit.Figure(figure, aria_label=plt.get_backend(), a=wp)
    return wp

jp.justpy(home)
"""


@pytest.mark.source  # the executable of the tests has no Matplotlib
def test_pyplot_makes_no_windows(start: Start, write: Callable[[str], Path]) -> None:
    app = start(write(PYPLOT))
    expect(app.page().get_by_role("img", name="agg")).to_be_visible()
    assert "outside of the main thread" not in app.said()
