"""How the system's browser is let in, past its command line: every user can read those."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.request import url2pathname

import httpx
import pytest
from playwright.sync_api import Page, expect

from desktop.start import entrance
from desktop.start.entrance import Entrance
from tests.support.file_tiles import tile
from tests.support.native import until
from tests.support.served import ROOT, start
from tests.support.windows import not_on_windows

PROGRAM = """
import core as jp
def page(request):
    wp = jp.WebPage(title='In')
    jp.P(text=request.session_id, a=wp)
    return wp
jp.justpy(page)
"""

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Start]:
    """A function that starts the program; its browser writes its command line to a file."""
    (tmp_path / "program.py").write_text(PROGRAM)
    (tmp_path / "browser").write_text(f'#!/bin/sh\necho "$@" >>{tmp_path}/called\n')
    (tmp_path / "browser").chmod(0o755)
    running: list[subprocess.Popen[str]] = []

    def launch(*options: str, command: Sequence[str] = ("program.py",)) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "desktop", *command, "--data-dir", "data", *options]
        environment = os.environ | {
            "BROWSER": str(tmp_path / "browser"),
            "PYTHONPATH": str(ROOT),
            "HOME": str(tmp_path),
        }
        environment.pop("DISPLAY", None)
        running.append(
            subprocess.Popen(
                command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
            )
        )
        return running[-1]

    yield launch
    for process in running:
        process.terminate()
        process.communicate(timeout=30)


def called(folder: Path, times: int = 1) -> str:
    """The last command line of the browser, once it was started so often."""
    file = folder / "called"
    until(lambda: file.exists() and len(file.read_text().splitlines()) == times, "a browser")
    return file.read_text().splitlines()[-1]


@pytest.mark.browser
def test_a_browser_is_led_in_by_a_file_that_only_the_user_reads(
    launch: Start, page: Page, tmp_path: Path
) -> None:
    first = launch("--browser")
    address = called(tmp_path)
    assert address.startswith("file:///") and "ticket" not in address and "token" not in address
    file = Path(url2pathname(address.removeprefix("file://")))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    page.goto(address)
    session = (tmp_path / "data" / "window-session").read_text()
    expect(page.get_by_text(session)).to_be_visible()
    page.reload()  # the address of the ticket, which works once, is not where the page stands
    expect(page.get_by_text(session)).to_be_visible()

    launch("--browser").wait(30)
    second = called(tmp_path, times=2)
    assert second.startswith("file:///") and second != address
    page.context.clear_cookies()
    page.goto(second)
    expect(page.get_by_text(session)).to_be_visible()

    first.terminate()
    assert first.wait(30) == 0
    assert not file.exists() and not list((tmp_path / "data").rglob("satchel-*.html"))


def test_the_files_of_a_launch_that_was_killed_are_removed(tmp_path: Path) -> None:
    killed = Entrance(tmp_path, "mark", lambda: "http://127.0.0.1:1/")
    assert killed.open()
    others = Entrance(tmp_path, "other", lambda: "http://127.0.0.1:2/").open()
    Entrance(tmp_path, "mark", lambda: "http://127.0.0.1:1/")
    assert [path.as_uri() for path in tmp_path.iterdir()] == [others]


def test_a_file_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entrance, "SECONDS", 0.01)
    assert Entrance(tmp_path, "mark", lambda: "http://127.0.0.1:1/").open()
    until(lambda: not list(tmp_path.iterdir()), "it is removed")


def test_a_file_that_cannot_be_written_is_reported(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    made = Entrance(tmp_path / "gone", "mark", lambda: "http://127.0.0.1:1/")
    assert made.open() == ""
    assert "cannot be written: No such file or directory" in caplog.text


@not_on_windows("it has no snaps")
def test_browsers_that_see_no_hidden_folders_get_a_plain_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    hidden = tmp_path / ".cache"
    assert entrance.visible_to_browsers(hidden) == hidden
    (tmp_path / "snap").mkdir()
    assert entrance.visible_to_browsers(hidden) == tmp_path
    (tmp_path / "Downloads").mkdir()
    assert entrance.visible_to_browsers(hidden) == tmp_path / "Downloads"


def test_a_user_without_a_home_can_start_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container that runs as any number."""
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert entrance.visible_to_browsers(tmp_path) == tmp_path


@pytest.mark.parametrize("options", [(), ("--debug",)])
def test_the_token_is_in_no_environment_that_others_inherit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import subprocess, sys\nimport core as jp\n"
        "command = [sys.executable, '-c', 'import os; print(os.environ)']\n"
        "def page():\n    return jp.PlainTextResponse(subprocess.check_output(command).decode())\n"
        "jp.justpy(page)\n"
    )
    monkeypatch.setenv("SATCHEL_TOKEN", "a-token-of-ones-own")
    served = start(program, tmp_path / "data", *options)
    assert served.token == "a-token-of-ones-own"
    shown = httpx.get(served.url, follow_redirects=True).text
    served.stop()
    assert "PATH" in shown and served.token not in shown and "SATCHEL_TOKEN" not in shown


@pytest.mark.browser
def test_files_for_a_program_that_no_page_shows_open_one(
    launch: Start, page: Page, tmp_path: Path
) -> None:
    (tmp_path / "program.py").write_text("from desktop import shelf\nshelf.start()\n")
    first = launch("--no-window")
    assert first.stdout is not None and "ready" in first.stdout.readline()
    added = launch("program.py", command=("add", "--program", "program.py"))
    assert "opens in the browser" in added.communicate(timeout=30)[0]
    page.goto(called(tmp_path))
    expect(tile(page, "program.py")).to_be_visible()
