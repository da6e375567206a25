"""A person with a screen: real drag and drop, real dialogs, real closing. By mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect, sync_playwright

from tests.native import SEED, Display, NativeApp

pytestmark = pytest.mark.native

Start = Callable[..., NativeApp]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture
def display() -> Iterator[Display]:
    made = Display()
    yield made
    made.close()


@pytest.fixture
def start(playwright: Playwright, display: Display, tmp_path: Path) -> Iterator[Start]:
    """A function that opens a program's window on the display."""
    running: list[NativeApp] = []

    def start(*arguments: str | Path, **environment: str) -> NativeApp:
        app = NativeApp(
            playwright,
            [str(argument) for argument in arguments],
            tmp_path / "data",
            display=display.name,
            environment=environment,
        )
        running.append(app)
        return app

    yield start
    for app in running:
        app.kill()


def middle(page: Page, display: Display, selector: str, title: str) -> tuple[int, int]:
    """Where the middle of an element is on the screen."""
    window = display.window(title)
    place = display.do("getwindowgeometry", "--shell", window)
    corner = dict(line.split("=") for line in place.splitlines())
    box = page.locator(selector).bounding_box()
    assert box is not None
    x = int(corner["X"]) + box["x"] + box["width"] / 2
    y = int(corner["Y"]) + box["y"] + box["height"] / 2
    return int(x), int(y)


def shown_names(page: Page) -> set[str]:
    links = page.locator("a[download]").all()
    return {link.get_attribute("download") or "" for link in links}


def upload_by_drop(app: NativeApp, display: Display, files: list[Path]) -> Page:
    page = app.page()
    target = middle(page, display, "form", "upload_thumbnails")
    assert display.drop_files(files, target) == "CopyAction"
    page.get_by_role("button", name="Upload").click()
    expect(page.locator("a[download]")).to_have_count(len(files))
    return page


def test_files_dropped_on_the_form_arrive(
    start: Start, display: Display, pictures: list[Path]
) -> None:
    app = start(SEED / "upload_thumbnails.py")
    page = upload_by_drop(app, display, pictures)
    assert app.files() == {path.name: path.read_bytes() for path in pictures}
    assert shown_names(page) == {path.name for path in pictures}


def test_a_drop_beside_the_form_does_nothing(
    start: Start, display: Display, pictures: list[Path]
) -> None:
    app = start(SEED / "dynamic_download.py")
    page = app.page()
    before = page.url
    place = middle(page, display, "body", "dynamic_download")
    assert display.drop_files(pictures[:1], place) == "IgnoreAction"
    page.get_by_text("Download File").wait_for()
    assert page.url == before
    assert len(app.pages()) == 1
    assert not app.opened.exists()


def test_a_click_saves_through_the_systems_dialog(
    start: Start, display: Display, pictures: list[Path], tmp_path: Path
) -> None:
    app = start(SEED / "upload_thumbnails.py")
    page = upload_by_drop(app, display, pictures[:1])
    target = tmp_path / "saved" / "copy.png"
    target.parent.mkdir()
    page.locator("a[download]").click()
    display.answer_file_dialog("Save file", target)
    display.wait_until_gone("Save file")
    wait_for(target)
    assert target.read_bytes() == pictures[0].read_bytes()
    assert [path.name for path in target.parent.iterdir()] == ["copy.png"]

