"""Two screens, the second one finer, and windows whose screen goes away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.desktop.conftest import Start
from tests.support.display import ON_WAYLAND, SIZE, Display, Place, not_on_wayland, open_display
from tests.support.native import until

pytestmark = pytest.mark.native

FINE = 1.5
TITLE = "^Satchel$"
SCALES = {"QT_SCREEN_SCALE_FACTORS": f"LEFT=1;RIGHT={FINE}"}  # on X11, each program has its own


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    made = open_display(screens=2)
    yield made
    made.close()


@pytest.fixture
def two(display: Display) -> Iterator[Display]:
    """The display with its second screen."""
    display.plug(FINE)
    yield display
    display.pixels = 1
    if not ON_WAYLAND:
        display.unplug()


def ratio(page: Page) -> float:
    found: float = page.evaluate("devicePixelRatio")
    return found


def go_right(two: Display, page: Page) -> None:
    """Move the window to the second screen. (A compositor may have it drawn at twice its size.)"""
    two.window(TITLE)
    two.resize(TITLE, 1150, 780)
    two.put(TITLE, SIZE[0] + 60, 80)
    until(lambda: ratio(page) > 1, "the page is drawn for the finer screen")
    two.pixels = 1 if ON_WAYLAND else FINE


def is_on_first(place: Place | None) -> bool:
    return place is not None and (
        0 <= place.x <= SIZE[0] - place.width and 0 <= place.y <= SIZE[1] - place.height
    )


def answers_clicks(display: Display, page: Page) -> None:
    """Click what opens and closes something, where it is seen."""
    button = page.get_by_role("button", name="New shelf")
    display.point(display.middle(button, TITLE))
    display.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    display.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_window_is_drawn_for_its_screen_and_clicks_land_where_it_is_seen(
    two: Display, start: Start
) -> None:
    app = start(**SCALES)
    page = app.page()
    assert ratio(page) == 1
    answers_clicks(two, page)
    go_right(two, page)
    answers_clicks(two, page)
    assert app.stop() == 0


@not_on_wayland("sway 1.7 takes no screen away")
def test_a_window_comes_back_when_its_screen_goes(two: Display, start: Start) -> None:
    app = start(**SCALES)
    page = app.page()
    go_right(two, page)
    two.unplug()
    two.pixels = 1
    until(lambda: is_on_first(two.place(TITLE)), "the window is on the screen that is left")
    until(lambda: ratio(page) == 1, "the page is drawn for that screen")
    answers_clicks(two, page)
    assert app.stop() == 0


@not_on_wayland("the desktop decides where windows are")
def test_a_window_whose_screen_went_opens_on_another_one(two: Display, start: Start) -> None:
    app = start(**SCALES)
    go_right(two, app.page())
    assert app.stop() == 0
    two.unplug()
    two.pixels = 1
    app = start(**SCALES)
    app.page()
    two.window(TITLE)
    until(lambda: is_on_first(two.place(TITLE)), "the window is on the screen that is left")
    assert app.stop() == 0
