"""The window opens on a person's screen and is closed there."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import psutil
import pytest

from tests.desktop.conftest import Start
from tests.support.display import Display, open_display
from tests.support.native import until
from tests.support.served import SEED, with_seed

pytestmark = pytest.mark.native

Colour = tuple[int, int, int]


@pytest.fixture
def display() -> Iterator[Display]:
    made = open_display()
    yield made
    made.close()


def test_a_program_that_fails_says_so_in_a_window(
    start: Start, display: Display, write: Callable[[str], Path]
) -> None:
    app = start(write("raise ValueError('no such thing')"))
    display.close_window("^(Satchel|Photo Wall)$")  # the executable has a name of its own
    assert app.wait() == 1
    assert any("ValueError: no such thing" in line for line in app.lines)


DARK = """
[General]
ColorScheme=BreezeDark
[KDE]
LookAndFeelPackage=org.kde.breezedark.desktop
[Colors:Window]
BackgroundNormal=42,46,50
ForegroundNormal=252,252,252
"""


@pytest.mark.parametrize("program", [None, "raise ValueError('no such thing')"])
def test_where_the_system_is_dark_nothing_flashes(
    start: Start,
    display: Display,
    write: Callable[[str], Path],
    tmp_path: Path,
    program: str | None,
) -> None:
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "kdeglobals").write_text(DARK)
    system = {"HOME": str(tmp_path), "XDG_CURRENT_DESKTOP": "KDE", "KDE_SESSION_VERSION": "5"}
    with middle_of_screen(display) as seen:
        app = start(*([write(program)] if program else []), **system)
        until(lambda: bool(app.titles), "a page is there")
        [page] = app.connect()
        page.get_by_role("heading").first.wait_for()
        now = len(seen)
        until(lambda: len(seen) > now + 20, "it is painted")
    assert max(seen) != (0, 0, 0), "nothing is shown"
    assert max(seen) < (100, 100, 100)


@contextmanager
def middle_of_screen(display: Display) -> Iterator[list[Colour]]:
    """The colours of a place in the middle of the screen, one after the other."""
    seen: list[Colour] = []
    ended = Event()

    def look() -> None:
        while not ended.is_set():
            seen.append(display.colour((640, 400)))

    looking = Thread(target=look)
    looking.start()
    try:
        yield seen
    finally:
        ended.set()
        looking.join()


def test_all_that_is_written_lies_in_the_data_folder(
    start: Start, display: Display, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    app = start(HOME=str(home), XDG_CACHE_HOME="")
    app.page().get_by_role("heading").first.wait_for()
    display.close_window("^Satchel$")
    assert app.wait() == 0
    assert list(home.rglob("*")) == []


def test_closing_the_window_ends_the_program(
    start: Start, display: Display, write: Callable[[str], Path]
) -> None:
    app = start(write("jp.justpy(lambda: jp.WebPage(title='Mine'))\nprint('goodbye')"))
    app.page()
    display.close_window("Mine")
    assert app.wait() == 0
    assert "goodbye" in app.lines


def test_a_handler_that_takes_long_does_not_keep_the_program(
    start: Start, display: Display, write: Callable[[str], Path]
) -> None:
    app = start(
        write(
            "import threading\n"
            "def wait(self, msg):\n"
            "    print('waiting', flush=True)\n"
            "    threading.Event().wait(600)\n"
            "def page():\n"
            "    wp = jp.WebPage(title='Mine')\n"
            "    jp.Button(text='Wait', a=wp, click=wait)\n"
            "    return wp\n"
            "jp.justpy(page)\n"
        )
    )
    app.page().get_by_role("button").click()
    until(lambda: "waiting" in app.lines, "the handler runs")
    display.close_window("Mine")
    assert app.wait() == 0


@with_seed
def test_closing_asks_while_a_file_is_on_its_way(start: Start, display: Display) -> None:
    app = start(SEED / "upload_thumbnails.py", SATCHEL_TOKEN="a-token")
    port = int(app.page().url.rpartition(":")[2].strip("/"))
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(half_an_upload(port))
        assert client.recv(1000).startswith(b"HTTP/1.1 100")  # it reads on, and will wait
        client.sendall(b"half")
        for answer in (["Escape"], ["Tab", "Return"]):  # keep it open; stop and close
            display.close_window("upload_thumbnails")
            until(lambda: len(display.find("upload_thumbnails")) == 2, "it asks")
            display.window("^upload_thumbnails$")
            assert app.process.poll() is None
            display.press(*answer)
            until(lambda: len(display.find("upload_thumbnails")) < 2, "the question closes")
        assert app.wait() == 0
    assert list(app.data.rglob("*.part")) == []


def half_an_upload(port: int) -> bytes:
    return (
        "POST /uploads HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{port}\r\n"
        "Authorization: Bearer a-token\r\n"
        "Tus-Resumable: 1.0.0\r\n"
        "Upload-Length: 1000\r\n"
        "Content-Type: application/offset+octet-stream\r\n"
        "Expect: 100-continue\r\n"
        "Content-Length: 1000\r\n\r\n"
    ).encode()


WORKING = """
import os, time
from pathlib import Path
from core import kit

HERE = Path(__file__).parent

def work(name):
    (HERE / f'{name}.new').write_text(str(os.getpid()))
    (HERE / f'{name}.new').rename(HERE / name)
    while not (HERE / 'go on').exists():
        kit.report(text='waiting')
        time.sleep(0.01)
    (HERE / f'{name} done').touch()

def page():
    wp = jp.WebPage(title='program')
    jp.Button(text='Start', click=start, a=wp)
    return wp

def start(self, msg):
    jp.app.jobs.start(work, ['a', 'b'], session_id=msg.session_id, at_once=1)

jp.justpy(page)
"""


@pytest.mark.parametrize("answer", ["finish", "stop"])
def test_closing_asks_while_a_job_runs(
    start: Start, display: Display, write: Callable[[str], Path], answer: str
) -> None:
    program = write(WORKING)
    begun = program.with_name("a")
    app = start(program)
    app.page().get_by_role("button").click()
    until(begun.exists, "the job works")
    keys = {"finish": ["Return"], "stop": ["Tab", "Return"]}[answer]
    for pressed in (["Escape"], keys):
        display.close_window("^program$")
        until(lambda: len(display.find("^program$")) == 2, "it asks")
        assert app.process.poll() is None
        display.press(*pressed)
        until(lambda: len(display.find("^program$")) < 2, "the question closes")
    if answer == "finish":
        program.with_name("go on").touch()
    assert app.wait() == 0
    assert program.with_name("b done").exists() == (answer == "finish")
    until(lambda: not psutil.pid_exists(int(begun.read_text())), "its process ends")
