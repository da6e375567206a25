"""A program that is launched: as Python would run it, at its address, with its own folders."""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.support.commandline import PAGE, without_display
from tests.support.served import start
from tests.support.windows import ON_WINE


def test_a_program_runs_as_python_would_run_it(tmp_path: Path) -> None:
    folder = tmp_path / "program"
    folder.mkdir()
    (folder / "helper.py").write_text("TEXT = 'found beside the program'\n")
    (folder / "main.py").write_text(
        "import os, sys\nimport justpy as jp\nfrom helper import TEXT\n"
        "print(__name__, __file__, os.getcwd(), sys.argv, sys.path[0], TEXT, sep='|')\n"
        "def page():\n    wp = jp.WebPage()\n    jp.P(text=os.getcwd(), a=wp)\n    return wp\n"
        "jp.justpy(page)\n"
    )
    served = start(folder / "main.py", tmp_path / "data")
    path = str(folder / "main.py")
    facts = ["__main__", path, os.getcwd(), f"[{path!r}]", str(folder), "found beside the program"]
    assert "|".join(facts) in served.lines
    page = httpx.get(served.url, follow_redirects=True)
    assert str(tmp_path / "data" / "sessions") in page.text
    assert served.stop() == (0 if os.name == "posix" else 1)  # Windows: it cannot be asked to end


def test_a_page_function_is_served_by_its_name(tmp_path: Path) -> None:
    served = start(Path("tests.support.launched:page"), tmp_path / "data")
    assert "from a module" in httpx.get(served.url, follow_redirects=True).text
    served.stop()


@pytest.mark.skipif(os.name == "nt" and not ON_WINE, reason="Windows: a window opens")
def test_without_a_display_the_address_is_printed(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PAGE)
    command = [sys.executable, "-m", "desktop", str(program), "--data-dir", str(tmp_path / "d")]
    with subprocess.Popen(
        command,
        env=without_display(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        lacking = (
            "There is no display here" if os.name == "posix" else "Install Microsoft's WebView2"
        )
        assert lacking in process.stdout.readline()
        lines = [process.stdout.readline().strip() for _ in range(2)]
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=\S+", lines[1])
        assert "Shown" in httpx.get(lines[1], follow_redirects=True).text
        if os.name == "posix":
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
        process.kill()


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
def test_closed_streams_are_never_a_users_file(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(
        "import os\nfile = open('number', 'w')\nfile.write(str(file.fileno()))\nfile.close()\n"
        "print('lost')\n"
    )
    command = f"exec {sys.executable} -m desktop program.py --no-window --data-dir data"
    shell = ["sh", "-c", f"{command} <&- >&- 2>&-"]
    done = subprocess.run(shell, cwd=tmp_path, env=without_display(), timeout=60)
    assert done.returncode == 1  # it shows nothing
    assert int((tmp_path / "number").read_text()) > 2


def test_the_next_start_has_the_same_address_and_a_new_token(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PAGE)
    first = start(program, tmp_path / "data")
    first.stop()
    second = start(program, tmp_path / "data")
    second.stop()
    assert second.origin == first.origin
    assert second.token != first.token


def test_where_somebody_else_has_the_last_address_another_one_is_taken(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PAGE)
    first = start(program, tmp_path / "data")
    first.stop()
    with socket.create_server(("127.0.0.1", httpx.URL(first.origin).port or 0)):
        second = start(program, tmp_path / "data")
        assert "Shown" in httpx.get(second.url, follow_redirects=True).text
        second.stop()
    assert second.origin != first.origin


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such permissions")
def test_only_the_owner_can_read_the_data(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PAGE)
    start(program, tmp_path / "data").stop()
    for path in [tmp_path / "data", *(tmp_path / "data").iterdir()]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_program_has_a_folder_and_a_startup_of_its_own(tmp_path: Path) -> None:
    source = (
        "import core as jp\nfrom desktop import run\n"
        "def start():\n    (jp.app.data_folder / 'notes.json').write_text('[]')\n"
        "def home(request):\n    return jp.PlainTextResponse(str(jp.app.data_folder))\n"
        "run(home, startup=start)\n"
    )
    folders = []
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        (program := tmp_path / place / "notes.py").write_text(source)
        running = start(program, tmp_path / "data")
        try:
            with httpx.Client(follow_redirects=True) as client:
                folder = Path(client.get(running.url).text)
                assert (folder / "notes.json").read_text() == "[]"
            folders.append(folder)
        finally:
            running.stop()
    assert folders[0] != folders[1]
    for folder in folders:
        assert folder.parent == tmp_path / "data" / "data" and folder.name.startswith("notes-")
        assert os.name == "nt" or stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("call", ["serve(app, ", "justpy(mine, "])
def test_what_the_program_declares_holds_in_the_window_too(tmp_path: Path, call: str) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import core as jp\n"
        "app = jp.App()\n"
        "@app.route('/')\n"
        "def mine():\n"
        "    return jp.WebPage(title='mine')\n"
        f"jp.{call}allowed_hosts=['Files.Example'])\n"
    )
    running = start(program, tmp_path / "data")
    try:
        for host, refused in (("files.example", False), ("other.example", True)):
            answer = httpx.get(
                running.url, headers={"Host": f"{host}:{httpx.URL(running.url).port}"}
            )
            assert (answer.status_code == 421) is refused, host
        with httpx.Client(follow_redirects=True) as client:
            assert "<title>mine</title>" in client.get(running.url).text
    finally:
        running.stop()
