"""Files given to the window by hand: dropped, chosen, pasted. They are copied, never sent."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.intake import Intake, make, write
from tests.native import Display, NativeApp

pytestmark = pytest.mark.native

BIG = 3 << 20  # bytes: more than one step, and more than what travels in a batch


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    made = Display()
    yield made
    made.close()


@pytest.fixture(scope="module")
def opened(
    display: Display, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Intake, Page]]:
    """One window for all tests of this module."""
    folder = tmp_path_factory.mktemp("intake")
    with sync_playwright() as playwright:
        arguments = [str(write(folder))]
        app = NativeApp(playwright, arguments, folder / "data", display=display.name)
        try:
            yield Intake(app), app.page()
        finally:
            app.kill()


@pytest.fixture
def intake(opened: tuple[Intake, Page]) -> Intake:
    opened[0].forget()
    return opened[0]


@pytest.fixture
def page(opened: tuple[Intake, Page]) -> Page:
    return opened[1]


def place(page: Page, display: Display, selector: str) -> tuple[int, int]:
    """Where the upper left of an element is on the screen."""
    window = display.window("Intake")
    shown = display.do("getwindowgeometry", "--shell", window)
    corner = dict(line.split("=") for line in shown.splitlines())
    box = page.locator(selector).bounding_box()
    assert box is not None
    return int(int(corner["X"]) + box["x"] + 40), int(int(corner["Y"]) + box["y"] + 40)


def drop(page: Page, display: Display, files: list[Path], selector: str = "#eager") -> None:
    lit = page.locator(".satchel-dropping")
    target = place(page, display, selector)
    assert display.drop_files(files, target, seen=lit.wait_for) == "CopyAction"


def test_dropped_files_are_copied_and_not_sent(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    files = [
        make(tmp_path, "large.bin", os.urandom(BIG)),
        make(tmp_path, "small 100% #1.txt", b"small"),
        make(tmp_path, "empty.txt", b""),
        make(tmp_path, "日本 é.png", os.urandom(1000)),
    ]
    drop(page, display, files)
    found = intake.arrived(4)
    assert [each.name for each in found] == [path.name for path in files]
    assert all(each.is_copy_of(path) for each, path in zip(found, files, strict=True))
    assert intake.sent() == 0


def test_files_of_one_name_size_and_time_are_not_mixed_up(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    files = [make(tmp_path, f"{folder}/same.txt", folder.encode() * 9) for folder in "zxay"]
    for path in files:
        os.utime(path, (1_000_000_000, 1_000_000_000))
    drop(page, display, files)
    found = intake.arrived(4)
    assert len({each.name for each in found}) == 4
    assert all(each.is_copy_of(path) for each, path in zip(found, files, strict=True))
    assert intake.sent() == 0
