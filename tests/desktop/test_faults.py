"""What is broken before there is a window: a message that a person understands, and a way on."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import httpx
import pytest
from playwright.sync_api import expect

from tests.desktop.conftest import Start
from tests.support.display import ON_WAYLAND, Display
from tests.support.native import NativeApp, until

pytestmark = pytest.mark.native

# What only this kind of session needs.
LIBRARY = "libwayland-cursor.so.0" if ON_WAYLAND else "libxcb-icccm.so.4"


def address_in(file: str) -> str:
    """The address to which the file that a browser is to open leads."""
    text = Path(url2pathname(urlsplit(file).path)).read_text()
    found = re.search(r'href="([^"]+)"', text)
    assert found
    return unescape(found[1])


def expect_browser(app: NativeApp, problem: str) -> None:
    """It says what keeps it from opening a window, and the browser opens the page instead."""
    until(app.opened.exists, "the browser is called")
    until(lambda: app.opened.read_text().endswith("\n"), "it gets the address")
    assert f"No window can be opened. {problem}" in app.said()
    page = httpx.get(address_in(app.opened.read_text().strip()), follow_redirects=True)
    assert "<title>Satchel</title>" in page.text
    assert app.stop() == 0
    assert "Traceback" not in app.said()


def test_a_display_that_does_not_answer(start: Start) -> None:
    expect_browser(
        start(DISPLAY=":4711", WAYLAND_DISPLAY=""), "The display :4711 (DISPLAY) does not answer."
    )


@pytest.mark.source  # an executable brings its own
def test_a_library_of_the_system_that_is_missing(start: Start, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / LIBRARY).touch()
    app = start(LD_LIBRARY_PATH=str(tmp_path / "broken"))
    expect_browser(app, "Qt cannot be loaded")
    assert LIBRARY in app.said()
    assert "sudo apt-get install" in app.said()


@pytest.mark.source  # an executable brings its own
def test_no_pywebview(start: Start, tmp_path: Path) -> None:
    (tmp_path / "webview.py").write_text("raise ImportError('it is broken')")
    app = start()
    expect_browser(app, "pywebview cannot be loaded: it is broken.")
    assert "pip install pywebview==" in app.said()


@pytest.mark.parametrize(
    ("options", "problem", "remedy"),
    [
        ("ro", "Read-only file system", "Make it a folder that you may write to"),
        ("size=16k", "No space left on device", "Make room on its disk"),
    ],
)
def test_a_data_folder_that_cannot_be_written(
    start: Start,
    display: Display,
    mounted: Callable[[str], Path],
    tmp_path: Path,
    options: str,
    problem: str,
    remedy: str,
) -> None:
    disk = mounted(options)
    if options != "ro":
        fill(disk / "file")
    app = start("--data-dir", str(disk / "mine"))
    display.window("^Satchel$")
    until(lambda: app.titles == ["Satchel"], "the page is there")
    [page] = app.connect()
    expect(page.get_by_text(f"{disk / 'mine'} cannot be used: {problem}. {remedy}")).to_be_visible()
    display.close_window("^Satchel$")
    assert app.wait() == 1


def fill(path: Path) -> None:
    """Write a file until the disk is full."""
    with path.open("wb", buffering=0) as file, pytest.raises(OSError):
        while True:
            file.write(bytes(4096))


def test_of_two_that_start_at_one_moment_one_gets_a_window_and_the_files_of_both(
    start: Start, display: Display, tmp_path: Path
) -> None:
    for number in range(3):
        data = tmp_path / str(number) / "data"
        data.parent.mkdir()
        for name in ("a.txt", "b.txt"):
            (data.parent / name).write_text(name)
        apps = [start("--", name, data=data) for name in ("a.txt", "b.txt")]
        until(lambda apps=apps: any(has_ended(app) for app in apps), "one leaves it to the other")
        (first,) = (app for app in apps if not has_ended(app))
        (second,) = (app for app in apps if app is not first)
        assert second.wait() == 0
        until(lambda data=data: len(arrived(data)) == 2, "the files of both arrive")
        assert len(first.pages()) == len(display.find("^Satchel$")) == 1
        assert first.stop() == 0
        assert arrived(data) == {"a.txt": "a.txt", "b.txt": "b.txt"}


def has_ended(app: NativeApp) -> bool:
    return app.process.poll() is not None


def arrived(data: Path) -> dict[str, str]:
    """The files in sessions, and what they say."""
    return {path.name: path.read_text() for path in data.glob("sessions/*/*.txt")}
