"""The default app beside other windows: files come in without it, and it comes and goes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.support.display import Display, Place, not_on_wayland, only_on_wayland
from tests.support.file_tiles import tiles
from tests.support.intake import make
from tests.support.native import APP, NativeApp, has_focus, until
from tests.support.shelves import entry
from tests.support.wayland_client import permission

pytestmark = pytest.mark.native

Start = Callable[..., NativeApp]
TITLE = "^Satchel$"

OTHER = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
label.setWindowTitle("Other")
label.resize(1200, 800)
label.show()
application.exec()
"""


@pytest.fixture(scope="module")
def app(
    playwright: Playwright, display: Display, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[NativeApp]:
    """One window for the tests that leave it as it was."""
    data = tmp_path_factory.mktemp("beside") / "data"
    app = NativeApp(playwright, [], data, display=display.name)
    app.page()
    yield app
    app.kill()


@pytest.fixture
def other(display: Display) -> Iterator[None]:
    """A window of another program, which has the focus."""
    process = subprocess.Popen([sys.executable, "-c", OTHER], env=display.environment)
    display.window("^Other$")
    yield
    process.kill()
    process.wait()


def in_front(display: Display) -> bool:
    return display.in_front(TITLE)


def bring_to_front(app: NativeApp, display: Display) -> None:
    app.second(cwd=app.data.parent)
    until(lambda: in_front(display), "it is in front")


def minimise(app: NativeApp, display: Display) -> None:
    bring_to_front(app, display)
    display.minimise(TITLE)
    display.wait_until_gone(TITLE)


def contents(app: NativeApp) -> dict[str, bytes]:
    """All files of the shelf, by their paths."""
    files = [path for path in app.session.rglob("*") if path.is_file()]
    return {str(path.relative_to(app.session)): path.read_bytes() for path in files}


@not_on_wayland("sway cannot minimise windows")
def test_added_files_and_folders_arrive_while_the_window_stays_away(
    app: NativeApp, display: Display, tmp_path: Path
) -> None:
    make(tmp_path, "-a #1 100%.txt", b"a")
    make(tmp_path, "trip/day 1/b.txt", b"b")
    minimise(app, display)
    added = app.add("trip", "--", "-a #1 100%.txt", cwd=tmp_path)
    assert (added.returncode, added.stderr) == (0, "")
    if not APP:  # it has no terminal
        assert added.stdout.endswith("gets 2 files and folders.\n")
    arrived = {"trip/day 1/b.txt": b"b", "-a #1 100%.txt": b"a"}
    until(lambda: arrived.items() <= contents(app).items(), "they arrive")
    assert not display.has_window(TITLE)


def test_added_files_go_to_the_shelf_that_is_named(app: NativeApp, tmp_path: Path) -> None:
    make(tmp_path, "plan.txt", b"plan")
    work = app.data / "shelves" / app.session.name / "Work"
    work.mkdir(parents=True)
    unknown = app.add("--shelf", "Play", "plan.txt", cwd=tmp_path)
    assert unknown.returncode == 2
    if not APP:
        assert "There is no shelf “Play”. There are “Work”." in unknown.stderr
    assert app.add("--shelf", "work", "plan.txt", cwd=tmp_path).returncode == 0
    until(lambda: (work / "plan.txt").exists(), "it arrives on that shelf")
    assert "plan.txt" not in contents(app)


def test_of_files_of_which_one_is_missing_none_is_added(app: NativeApp, tmp_path: Path) -> None:
    make(tmp_path, "there.txt", b"there")
    added = app.add("there.txt", "none.txt", cwd=tmp_path)
    assert added.returncode == 2
    if not APP:
        assert f"there is no file or folder {tmp_path}/none.txt\nNothing was added." in added.stderr
    assert app.add("none.txt", cwd=tmp_path).returncode == 2
    make(tmp_path, "after.txt", b"after")
    assert app.add("after.txt", cwd=tmp_path).returncode == 0
    until(lambda: "after.txt" in contents(app), "the next one arrives")
    assert "there.txt" not in contents(app)


def test_files_are_added_to_an_app_that_this_starts(start: Start, tmp_path: Path) -> None:
    path = make(tmp_path, "first.txt", b"first")
    app = start("add", path)
    app.page()
    until(lambda: contents(app) == {"first.txt": b"first"}, "it opens with the file")
    assert app.stop() == 0


def settled(display: Display) -> Place | None:
    """The place of a window that comes back: the window manager puts it there in several steps."""
    seen = [display.place(TITLE)]

    def stays() -> bool:
        seen.append(display.place(TITLE))
        return len({*seen[-10:]}) == 1 and len(seen) > 10

    until(stays, "the window keeps its place")
    return seen[-1]


def toggle(app: NativeApp, tmp_path: Path, said: str) -> None:
    """As a hotkey of the desktop would."""
    done = app.second("--toggle", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    if not APP:
        assert done.stdout.endswith(f"{said}\n")


@not_on_wayland("sway cannot minimise windows")
def test_the_window_comes_and_goes_with_one_command(
    app: NativeApp, display: Display, tmp_path: Path
) -> None:
    minimise(app, display)
    toggle(app, tmp_path, "has come to the front.")
    until(lambda: in_front(display), "the minimised window comes")
    page = app.page()
    until(lambda: has_focus(page), "the app knows that")
    before = settled(display)
    toggle(app, tmp_path, "is hidden.")
    display.wait_until_gone(TITLE)
    toggle(app, tmp_path, "has come to the front.")
    until(lambda: in_front(display), "the hidden window comes")
    until(lambda: display.place(TITLE) == before, "where it was")
    until(lambda: has_focus(page), "the page has the keyboard again")


def test_a_window_behind_others_comes_to_the_front(
    app: NativeApp, display: Display, other: None, tmp_path: Path
) -> None:
    until(lambda: not in_front(display), "the other is in front")
    toggle(app, tmp_path, "has come to the front.")
    until(lambda: in_front(display), "it comes before the other")


@only_on_wayland
def test_a_window_comes_to_the_front_with_the_permission_of_the_second_start(
    app: NativeApp, display: Display, other: None, tmp_path: Path
) -> None:
    until(lambda: not in_front(display), "the other is in front")
    app.second(cwd=tmp_path, XDG_ACTIVATION_TOKEN="invalid")
    app.second(cwd=tmp_path, XDG_ACTIVATION_TOKEN="this too")
    assert not in_front(display)
    app.second(cwd=tmp_path, XDG_ACTIVATION_TOKEN=permission(display.name))
    until(lambda: in_front(display), "it comes before the other")


@not_on_wayland("sway cannot minimise windows")
def test_a_hidden_app_ends_when_the_system_does(
    app: NativeApp, start: Start, display: Display, tmp_path: Path
) -> None:
    minimise(app, display)
    another = start("--toggle")  # none runs yet in its folder
    page = another.page()
    until(lambda: in_front(display), "it starts")
    until(lambda: has_focus(page), "the app knows that")
    toggle(another, tmp_path, "is hidden.")
    display.wait_until_gone(TITLE)
    assert another.stop() == 0


@not_on_wayland("no window stays above others")
def test_a_window_that_is_always_on_top_is_so_at_the_next_start(
    start: Start, display: Display, app: NativeApp
) -> None:
    minimise(app, display)
    first = start()
    first.page()
    display.window(TITLE)
    display.press("alt+v", "Up", "Return")  # the last entry of the menu
    until(lambda: display.is_on_top(TITLE), "it is above others")
    assert first.stop() == 0
    again = start()
    again.page()
    until(lambda: in_front(display) and display.is_on_top(TITLE), "it is again")
    display.press("alt+v", "Up", "Return")
    until(lambda: not display.is_on_top(TITLE), "others may cover it")
    assert again.stop() == 0


def test_a_shelf_has_a_window_of_its_own(app: NativeApp, display: Display, tmp_path: Path) -> None:
    bring_to_front(app, display)  # what is hidden is not drawn, nor clicked
    (app.data / "shelves" / app.session.name / "Play").mkdir(parents=True)
    page = app.page()
    entry(page, "Play").click(button="right")
    page.get_by_role("menu", name="Shelf Play").get_by_text("Open in a window of its own").click()
    until(lambda: "Play" in app.titles, "it has a window")
    [other] = [page for page in app.pages() if page.title() == "Play"]
    other.locator("input[type=file]").set_input_files(make(tmp_path, "a.txt", b"a"))
    expect(tiles(other)).to_have_count(1)
    expect(entry(page, "Play")).to_have_text("Play1file")
