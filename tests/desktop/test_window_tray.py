"""The icon in the system's tray, and a desktop that has none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.support.display import Display
from tests.support.native import NativeApp, has_focus, until
from tests.support.tray import Tray

pytestmark = pytest.mark.native

Start = Callable[..., NativeApp]
TITLE = "^Satchel$"


@pytest.fixture
def tray() -> Iterator[Tray]:
    tray = Tray()
    yield tray
    tray.close()


def test_the_icon_shows_hides_and_ends_the_app(start: Start, display: Display, tray: Tray) -> None:
    app = start(**tray.environment)
    page = app.page()
    until(lambda: len(tray.icons) == 1, "the icon is in the tray")
    display.window(TITLE)
    until(lambda: has_focus(page), "the app knows that")
    tray.click()
    display.wait_until_gone(TITLE)
    tray.choose("Open")
    until(lambda: display.in_front(TITLE), "it is in front")
    until(lambda: has_focus(page), "keys reach the page")
    tray.click()
    display.wait_until_gone(TITLE)
    tray.click()
    until(lambda: has_focus(page), "keys reach the page after a click, too")
    tray.choose("Quit")
    assert app.wait() == 0


def test_without_a_tray_the_app_opens_and_the_log_says_why_there_is_no_icon(
    start: Start, display: Display
) -> None:
    app = start(DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    app.page()
    display.window(TITLE)
    until(lambda: "there is no tray here" in app.log(), "the log says so")
    assert app.stop() == 0
