"""Tooltips, cards, numbers, empty places, steps, progress, spinners and badges."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from core import kit
from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit

def page():
    wp = kit.Page("Parts")
    with kit.Tooltip("Starts at the first file", a=wp):
        kit.Button("Again", click=lambda: None)
    grid = kit.Grid(3, a=wp)
    for number in range(4):
        jp.P(text=f"Town {number}", a=grid)
    card = kit.Card("Today", a=wp)
    kit.Badge("New", kind="good", a=card.actions)
    stat = kit.Stat("Files", 1200, change="+3", good=True, a=card)
    steps = kit.Steps(["Choose", "Copy"], a=wp)
    progress = kit.Progress(label="Copying", a=wp)
    kit.Spinner("Looking", a=wp)
    kit.Spinner("Waiting", quiet=True, a=wp)
    empty = kit.Empty("Nothing", "Add a file.", icon="file", a=wp)
    kit.Button("Add", a=empty)

    def go():
        steps.current, progress.value, stat.value = steps.current + 1, 0.5, stat.value + 32800
        stat.set_change("-4", good=False)
        card.heading = "Yesterday"

    kit.Button("Go", click=go, a=wp)
    return wp

jp.justpy(page)
"""


@pytest.fixture
def shown(serve: Callable[..., Served], page: Page) -> Page:
    page.goto(serve(PROGRAM).url)
    return page


@pytest.mark.browser
@shows("kit.Tooltip")
def test_a_tooltip_by_mouse_and_keyboard(shown: Page) -> None:
    tooltip, button = shown.get_by_role("tooltip"), shown.get_by_role("button", name="Again")
    expect(button).to_have_accessible_description("Starts at the first file")
    expect(tooltip).to_be_hidden()
    button.hover()
    expect(tooltip).to_be_visible()
    shown.keyboard.press("Escape")
    expect(tooltip).to_be_hidden()
    shown.mouse.move(0, 0)
    shown.keyboard.press("Tab")
    expect(button).to_be_focused()
    expect(tooltip).to_have_text("Starts at the first file")
    expect(tooltip).to_be_visible()
    shown.keyboard.press("Tab")
    expect(tooltip).to_be_hidden()


@pytest.mark.browser
@shows("kit.Grid")
def test_a_grid_has_as_many_columns_as_there_is_room_for(shown: Page) -> None:
    towns = shown.get_by_text("Town ")
    columns = "all => new Set(all.map(each => each.getBoundingClientRect().left)).size"
    for width, count in ((1280, 3), (600, 2), (320, 1)):
        shown.set_viewport_size({"width": width, "height": 600})
        assert towns.evaluate_all(columns) == count, width
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
    with pytest.raises(ValueError, match="at least one column"):
        kit.Grid(0)


@pytest.mark.browser
@shows(
    "kit.Card",
    "kit.Stat",
    "kit.Steps",
    "kit.Progress",
    "kit.Spinner",
    "kit.Empty",
    "kit.Badge",
    "Card.actions",
    "Stat.value",
    "Stat.set_change",
    "Steps.current",
    "Progress.value",
)
def test_small_parts_show_what_the_program_sets(shown: Page) -> None:
    card = shown.get_by_role("region", name="Today")
    expect(card).to_contain_text("1,200")
    expect(card.get_by_text("New")).to_be_visible()
    bar = shown.get_by_role("progressbar", name="Copying")
    expect(bar).not_to_have_attribute("value", "0.5")
    steps = shown.get_by_role("list", name="Steps").get_by_role("listitem")
    expect(steps.nth(0)).to_have_attribute("aria-current", "step")
    shown.get_by_role("button", name="Go").click()
    expect(steps.nth(0).get_by_role("img", name="Done")).to_be_visible()
    expect(steps.nth(1)).to_have_attribute("aria-current", "step")
    expect(bar).to_have_attribute("value", "0.5")
    expect(shown.get_by_text("50%")).to_be_visible()
    expect(shown.get_by_role("region", name="Yesterday")).to_contain_text("34,000")
    expect(shown.get_by_text("-4")).to_be_visible()
    expect(shown.get_by_role("status").filter(has_text="Looking")).to_be_visible()
    expect(shown.get_by_text("Add a file.")).to_be_visible()


def test_values_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        kit.Progress(1.5)
    with pytest.raises(ValueError, match="from 0 to 1"):
        kit.Progress(float("nan"))
    with pytest.raises(ValueError, match="2 steps"):
        kit.Steps(["a", "b"], current=3)
    with pytest.raises(ValueError, match="no icon"):
        kit.Badge("x", icon="nothing")
