"""Programs and folders whose names are not UTF-8, as old disks and unzip leave them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Lock
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from desktop.start.commandline import parse
from desktop.start.instance import Instance
from desktop.system import state_files
from desktop.windows.dialogs import Dialogs
from tests.support.native import until
from tests.support.served import ROOT, start

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of other systems are text")

ODD = "caf\udce9"  # os.fsdecode(b"caf\xe9")
PROGRAM = (
    "import core as jp\njp.justpy(lambda: jp.WebPage(html=f'served {jp.app.data_folder.name}'))\n"
)


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program, to its end."""
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "DISPLAY": ""} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("options", [(), ("--debug",)])
def test_a_program_in_such_a_folder_with_such_a_data_folder(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    folder = tmp_path / ODD
    folder.mkdir()
    program = folder / f"{ODD}.py"
    program.write_text(PROGRAM)
    served = start(program, folder / "data", *options)
    shown = httpx.get(served.url, follow_redirects=True).text
    second = run(tmp_path, str(program), "--no-window", "--data-dir", str(folder / "data"))
    served.stop()
    assert "served caf\ufffd-" in shown
    assert (second.returncode, second.stderr) == (0, "")
    assert "caf\ufffd is already running" in second.stdout
    assert "UnicodeEncodeError" not in served.log


def test_a_failure_of_such_a_program_is_reported(tmp_path: Path) -> None:
    program = tmp_path / f"{ODD}.py"
    program.write_text("1 / 0\n")
    done = run(tmp_path, program.name, "--no-window", "--data-dir", "data")
    assert done.returncode == 1
    assert "failed while it was loaded, with ZeroDivisionError" in done.stderr
    log = (tmp_path / "data" / "state" / "satchel.log").read_text()
    assert "caf\\udce9.py failed while it was loaded" in log
    assert "UnicodeEncodeError" not in done.stderr + log


def test_a_data_folder_that_a_window_cannot_use_is_reported(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    command = [sys.executable, "-m", "desktop", "program.py", "--data-dir", ODD]
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "DISPLAY": "",
        "BROWSER": "/bin/true",
        "QT_QPA_PLATFORM": "offscreen",
    }
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert "is not UTF-8, which Qt cannot open" in process.stdout.readline()
        lines = [process.stdout.readline().strip() for _ in range(2)]
        assert "served" in httpx.get(lines[1], follow_redirects=True).text
        process.terminate()
        assert process.wait(30) == 0


def test_files_on_the_command_line_keep_their_bytes() -> None:
    path = os.fsdecode(b"/tmp/caf\xe9 %.txt")
    found = parse(["--", path, "file:///tmp/caf%E9%20%25.txt", "file:/tmp/%C3%A9.txt", "http://["])
    assert found.files == (
        Path(path),
        Path(path),
        Path("/tmp/é.txt"),
        Path("http://[").absolute(),
    )


def test_what_is_dropped_keeps_its_bytes() -> None:
    from PySide6.QtCore import QMimeData, QUrl

    from desktop.windows.qt.web_view.drops import local_paths

    data = QMimeData()
    data.setUrls([QUrl.fromEncoded(b"file:///tmp/caf%E9%23.txt"), QUrl("file:///tmp/%EF%BF%BD")])
    assert local_paths(data) == [Path(os.fsdecode(b"/tmp/caf\xe9#.txt")), Path("/tmp/\ufffd")]


def test_the_folder_of_the_last_save_is_known_again(tmp_path: Path) -> None:
    (folder := tmp_path / ODD).mkdir()
    dialogs = Dialogs(tmp_path / "last")
    native: Any = SimpleNamespace(one_dialog=Lock(), choose=lambda *_: [str(folder / "a.txt")])
    assert dialogs.save_as(SimpleNamespace(native=native), "a.txt") == folder / "a.txt"
    assert dialogs.folder() != folder  # it may not be possible to save there
    dialogs.remember(folder)
    assert dialogs.folder() == folder
    assert state_files.recall(tmp_path / "last") == str(folder)


def test_such_names_are_handed_over(tmp_path: Path) -> None:
    (folder := tmp_path / ODD).mkdir()
    first = Instance(folder, "mark")
    assert first.claim()
    first.ready(lambda message: {"files": message["files"]})
    try:
        assert Instance(folder, "mark").hand_over({"files": [ODD]}) == {"files": [ODD]}
    finally:
        first.close()
    until(lambda: not list(folder.glob("*.json")), "nothing is left")
