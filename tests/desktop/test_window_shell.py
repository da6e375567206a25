"""The window itself: its place, its zoom, its web process, its end. Each test starts its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.support.display import ON_WAYLAND, Display, Place, not_on_wayland, open_display
from tests.support.native import NativeApp, display_environment, free_port, until
from tests.support.served import ROOT

pytestmark = pytest.mark.native

Start = Callable[..., NativeApp]

PROGRAM = """
import core as jp
from desktop import run, window

async def choose(msg):
    await window.choose_folder()

async def grow(msg):
    await window.maximize()

def keep(msg):
    for file in msg.files:
        file.save(file.name)

def page():
    wp = jp.WebPage(title='Shell')
    jp.Button(text='Ask', click=choose, a=wp)
    jp.Button(text='Grow', click=grow, a=wp)
    form = jp.Form(submit=keep, a=wp)
    jp.Input(type='file', a=form)
    return wp

run(page, title='Mine')
"""
TITLE, QUESTION = "^Shell$", "^Mine$"


@pytest.fixture
def start(playwright: Playwright, display: Display, tmp_path: Path) -> Iterator[Start]:
    """A function that opens the window, on this module's display unless another is named."""
    running: list[NativeApp] = []
    program = tmp_path / "shell.py"
    program.write_text(PROGRAM)

    def start(on: Display = display, **environment: str) -> NativeApp:
        words = [str(program)]
        app = NativeApp(
            playwright, words, tmp_path / "data", display=on.name, environment=environment
        )
        running.append(app)
        app.page()
        return app

    yield start
    for app in running:
        app.kill()


def place(display: Display) -> Place:
    """Where the window is, and how large."""
    display.window(TITLE)
    found = display.place(TITLE)
    assert found is not None
    return found


def kept(display: Display) -> Place | tuple[int, int]:
    """What the next window has in common with this one; on Wayland, the desktop places it."""
    return place(display).size if ON_WAYLAND else place(display)


def test_place_size_and_zoom_are_kept(start: Start, display: Display) -> None:
    app = start()
    display.resize(TITLE, 640, 420)
    display.put(TITLE, 200, 150)
    display.press("ctrl+plus")
    until(lambda: app.page().evaluate("devicePixelRatio") > 1.05, "it is zoomed")
    before = kept(display)
    display.press("ctrl+w")
    assert app.wait() == 0
    again = start()
    until(lambda: kept(display) == before, "it is where it was")
    zoom = pytest.approx(1.1)
    until(lambda: again.page().evaluate("devicePixelRatio") == zoom, "it is zoomed as before")
    display.window(TITLE)
    display.press("ctrl+0")
    until(lambda: again.page().evaluate("devicePixelRatio") == 1, "it is as usual")


@not_on_wayland("sway does not maximise windows")
def test_a_maximised_window_comes_back_maximised(start: Start, display: Display) -> None:
    app = start()
    app.page().get_by_role("button", name="Grow").click()
    until(lambda: place(display).width == 1280, "it is maximised")
    assert app.stop() == 0
    start()
    until(lambda: place(display).width == 1280, "it is maximised again")


@not_on_wayland("the desktop places windows")
def test_a_window_whose_monitor_has_gone_is_on_the_one_that_is_there(
    start: Start, display: Display
) -> None:
    app = start()
    display.resize(TITLE, 600, 400)
    display.put(TITLE, 640, 460)
    assert app.stop() == 0
    small = open_display((640, 480))
    try:
        again = start(small)
        seen = place(small)
        assert -100 < seen.x < 540
        assert 0 <= seen.y < 430
        assert again.stop() == 0  # Qt crashes if its display goes first
    finally:
        small.close()


def web_processes(program: int) -> list[int]:
    """The processes that show pages: children of Chromium's zygotes."""
    parents, commands = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                commands[int(entry.name)] = (entry / "cmdline").read_text()
                stat = (entry / "stat").read_text()
            except OSError:  # it has just ended
                continue
            parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])

    def is_ours(process: int) -> bool:
        return process == program or (process in parents and is_ours(parents[process]))

    return [
        process
        for process, parent in parents.items()
        if "--type=zygote" in commands.get(parent, "")
        and "--type=zygote" in commands.get(parents.get(parent, 0), "") + commands[parent]
        and is_ours(process)
        and commands[process]
    ]


def test_a_killed_web_process_is_reported_and_the_page_loaded_again(
    start: Start, display: Display
) -> None:
    app = start()
    for process in web_processes(app.process.pid):
        os.kill(process, signal.SIGKILL)
    until(lambda: "ended (Killed" in app.log(), "the program notices")
    shown = app.page()
    expect(shown.get_by_text("This page has stopped working")).to_be_visible()
    display.window(QUESTION)

    def reloads() -> bool:
        display.press("Return")  # lost while the message does not have the focus yet
        return app.titles == ["Shell"]

    until(reloads, "the page is loaded again")
    expect(app.page().get_by_role("button", name="Ask")).to_be_visible()


def test_a_dialog_that_is_open_does_not_hold_up_the_end(start: Start, display: Display) -> None:
    for end in (signal.SIGTERM, signal.SIGINT):
        app = start()
        app.page().get_by_role("button", name="Ask").click()
        display.window("Choose a folder")
        app.process.send_signal(end)
        assert app.wait() == 0


def test_a_window_finishes_what_is_on_its_way_and_closes_by_itself(
    start: Start, display: Display
) -> None:
    app = start(SATCHEL_TOKEN="a-token")
    port = int(app.page().url.rpartition(":")[2].strip("/"))
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(
            b"PUT /uploads/slow.txt HTTP/1.1\r\n"
            + f"Host: 127.0.0.1:{port}\r\n".encode()
            + b"Authorization: Bearer a-token\r\nExpect: 100-continue\r\n"
            b"Content-Length: 8\r\n\r\n"
        )
        assert client.recv(1000).startswith(b"HTTP/1.1 100")
        client.sendall(b"half")
        display.window(TITLE)
        display.press("ctrl+w")
        display.window(QUESTION)
        display.press("Return")  # finish, then close
        expect(app.page().get_by_text("closes when all files have arrived")).to_be_visible()
        assert app.process.poll() is None
        client.sendall(b"half")
        assert client.recv(1000).startswith(b"HTTP/1.1 201")
        assert app.wait() == 0


def test_a_page_is_printed_by_the_systems_dialog(
    start: Start, display: Display, tmp_path: Path
) -> None:
    app = start(HOME=str(tmp_path))
    app.page().evaluate("setTimeout(() => print())")
    display.window("Print")
    display.press("Escape")
    display.wait_until_gone("Print")
    display.window(TITLE)
    display.press("ctrl+p")
    display.window("Print")
    display.press("Return")
    printed = tmp_path / "page.pdf"
    until(lambda: printed.exists() and b"%%EOF" in printed.read_bytes(), "it is printed")
    assert printed.read_bytes().startswith(b"%PDF")
    assert app.stop() == 0


def test_an_uploaded_page_runs_nothing(start: Start, tmp_path: Path) -> None:
    app = start()
    page = app.page()
    evil = "<script>parent.document.title = 'evil'; top.location = '/'</script>"
    app.session.mkdir(exist_ok=True)
    (app.session / "evil.html").write_text(evil)
    address = f"/static/{app.session.name}/evil.html"
    page.evaluate(
        """async (address) => {
          const frame = document.createElement('iframe');
          const loaded = new Promise((resolve) => { frame.onload = resolve; });
          frame.srcdoc = await (await fetch(address)).text();
          document.body.append(frame);
          await loaded;
        }""",
        address,
    )
    assert app.titles == ["Shell"]


def test_a_program_that_is_run_by_python_itself_opens_its_window(
    display: Display, tmp_path: Path
) -> None:
    program, port = tmp_path / "alone.py", free_port()
    program.write_text(f"{PROGRAM}print('goodbye')\n")
    around = {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "SATCHEL_CDP_PORT": str(port)}
    process = subprocess.Popen(
        [sys.executable, str(program)],
        env=os.environ | around | display_environment(display.name),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        display.window(TITLE)
        display.press("ctrl+q")
        output, _ = process.communicate(timeout=30)
        assert process.returncode == 0
        assert output.splitlines()[-1] == "goodbye"
        assert (tmp_path / ".local/share/Satchel/sessions").is_dir()
    finally:
        process.kill()
        process.wait(30)
