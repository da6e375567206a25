"""The command line: what works, and what each mistake is answered with."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.start import import_conflicts
from desktop.system.errors import Shadowed
from tests.support.commandline import PAGE, without_display
from tests.support.served import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A function that runs the program in an empty folder without a display, to its end."""
    folder = tmp_path / "work"
    folder.mkdir()

    def run(*arguments: str, data: Path | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "desktop", *arguments]
        return subprocess.run(
            [*command, "--data-dir", str(data or tmp_path / "data")],
            cwd=folder,
            env=without_display(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )

    return run


@pytest.fixture
def write(tmp_path: Path, run: Run) -> Callable[[str], Path]:
    """A function that writes a program into the folder in which `run` starts."""

    def write(source: str, name: str = "program.py") -> Path:
        path = tmp_path / "work" / name
        path.write_text(source)
        return path

    return write


def test_help_and_version(run: Run) -> None:
    helped = run("--help")
    assert helped.returncode == 0
    assert "--no-window" in helped.stdout
    version = run("--version")
    assert version.returncode == 0
    assert re.match(r"satchel \S+\n", version.stdout)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--colour"], "unrecognized arguments: --colour"),
        (["--port", "0"], "“0” is not a port"),
        (["--port", "http"], "“http” is not a port"),
        (["--browser", "--no-window"], "not allowed with"),
        (["--toggle", "--no-window"], "not allowed with"),
        (["nothing.py"], "There is no program nothing.py"),
        (["."], "is a folder"),
        (["nowhere:page"], "There is no module nowhere"),
        (["json:nothing"], "json has no function nothing"),
    ],
)
def test_mistakes_on_the_command_line_are_explained(
    run: Run, arguments: list[str], complaint: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr


def test_a_forgotten_suffix_is_suggested(run: Run, write: Callable[..., Path]) -> None:
    write(PAGE)
    assert "Did you mean program.py?" in run("program").stderr


def test_a_syntax_error_is_shown_with_its_place(run: Run, write: Callable[..., Path]) -> None:
    write("import core as jp\nif True\n    pass\n")
    done = run("program.py")
    assert done.returncode == 1
    assert "line 2" in done.stderr
    assert "expected ':'" in done.stderr
    assert "runpy" not in done.stderr


def test_the_traceback_of_a_program_is_its_own(run: Run, write: Callable[..., Path]) -> None:
    write("def load():\n    return 1 / 0\n\nload()\n")
    done = run("program.py")
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    assert re.findall(r"line (\d+), in (\S+)", done.stderr) == [("4", "<module>"), ("2", "load")]


def test_a_program_that_shows_nothing_is_explained(run: Run, write: Callable[..., Path]) -> None:
    write("print('hello')\n")
    done = run("program.py")
    assert done.returncode == 1
    assert "without calling jp.justpy(...) or jp.serve(...)" in done.stderr


@pytest.mark.parametrize(("name", "renamed"), [("core.py", "my_core.py"), ("core", "my_core")])
def test_a_file_with_the_name_of_a_part_of_satchel(
    run: Run, write: Callable[..., Path], name: str, renamed: str
) -> None:
    program = write(PAGE)
    (program.parent / "assets").mkdir()  # a folder without Python in it is in nobody's way
    taken = program.parent / name
    if taken.suffix:
        taken.write_text("")
    else:
        taken.mkdir()
        (taken / "__init__.py").write_text("")
    done = run("program.py")
    assert done.returncode == 2
    assert f"{taken} has the name of a part of Satchel" in done.stderr
    assert done.stderr.endswith(f"for example to {renamed}.\n") and "Traceback" not in done.stderr


def test_a_checkout_beside_an_installed_satchel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after `pip install .`: the installed one runs what needs nothing of the folder."""
    for name in ("core", "desktop"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    import_conflicts.check(None)
    with pytest.raises(Shadowed, match="is a checkout of Satchel.*: python -m desktop$"):
        import_conflicts.check("program.py")


def test_the_exit_code_of_a_program_is_kept(run: Run, write: Callable[..., Path]) -> None:
    write("import sys\nsys.exit(7)\n")
    assert run("program.py").returncode == 7


def test_a_port_in_use_is_reported(run: Run, write: Callable[..., Path]) -> None:
    write(PAGE)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("program.py", "--no-window", "--port", str(port))
    assert done.returncode == 1
    assert f"Port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_data_folder_that_cannot_be_made_is_reported(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    done = run("--no-window", data=file / "data")
    assert done.returncode == 1
    assert f"{file / 'data'} cannot be used" in done.stderr
    assert "--data-dir" in done.stderr
    assert file.read_text() == "not a folder"


def test_a_session_that_was_tampered_with_is_reported(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "sessions").mkdir(parents=True)  # it was used before
    (data / "secret").write_bytes(b"x" * 64)
    (data / "window-session").write_text("../../etc")
    done = run("--no-window")
    assert done.returncode == 1
    assert "window-session does not hold" in done.stderr


def test_a_startup_function_that_fails_is_reported(run: Run, write: Callable[..., Path]) -> None:
    write("import core as jp\njp.justpy(jp.WebPage, startup=lambda: 1 / 0)\n")
    done = run("program.py", "--no-window")
    assert done.returncode == 1
    assert "startup function failed" in done.stderr
