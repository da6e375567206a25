"""The command line: what works, and what each mistake is answered with."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from desktop.start import import_conflicts
from desktop.system.errors import Shadowed
from tests.support.served import ROOT, start

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGE = "import core as jp\njp.justpy(lambda: jp.WebPage(title='Shown'), **{})\n"


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


def without_display() -> dict[str, str]:
    graphic = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "BROWSER")
    kept = {key: value for key, value in os.environ.items() if key not in graphic}
    return kept | {"PYTHONPATH": str(ROOT)}


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
        (["--port", "0"], "'0' is not a port"),
        (["--port", "http"], "'http' is not a port"),
        (["--browser", "--no-window"], "not allowed with"),
        (["nothing.py"], "There is no program nothing.py"),
        (["."], "is a folder"),
        (["nowhere:page"], "There is no module nowhere"),
        (["json:nothing"], "json has no function nothing"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_said(
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


def test_a_program_that_shows_nothing_is_told_how_to(run: Run, write: Callable[..., Path]) -> None:
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


def test_a_port_in_use_is_said(run: Run, write: Callable[..., Path]) -> None:
    write(PAGE)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("program.py", "--no-window", "--port", str(port))
    assert done.returncode == 1
    assert f"Port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_data_folder_that_cannot_be_made_is_said(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    done = run("--no-window", data=file / "data")
    assert done.returncode == 1
    assert f"{file / 'data'} cannot be used" in done.stderr
    assert "--data-dir" in done.stderr
    assert file.read_text() == "not a folder"


def test_a_session_that_was_tampered_with_is_said(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "sessions").mkdir(parents=True)  # it was used before
    (data / "secret").write_bytes(b"x" * 64)
    (data / "window-session").write_text("../../etc")
    done = run("--no-window")
    assert done.returncode == 1
    assert "window-session does not hold" in done.stderr


def test_a_startup_function_that_fails_is_said(run: Run, write: Callable[..., Path]) -> None:
    write("import core as jp\njp.justpy(jp.WebPage, startup=lambda: 1 / 0)\n")
    done = run("program.py", "--no-window")
    assert done.returncode == 1
    assert "startup function failed" in done.stderr


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
    assert served.stop() == 0


def test_a_page_function_is_served_by_its_name(tmp_path: Path) -> None:
    served = start(Path("tests.support.launched:page"), tmp_path / "data")
    assert "from a module" in httpx.get(served.url, follow_redirects=True).text
    served.stop()


def test_without_a_display_the_address_is_printed(
    tmp_path: Path, write: Callable[..., Path]
) -> None:
    command = [sys.executable, "-m", "desktop", str(write(PAGE)), "--data-dir", str(tmp_path / "d")]
    with subprocess.Popen(
        command,
        env=without_display(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert "There is no display here" in process.stdout.readline()
        lines = [process.stdout.readline().strip() for _ in range(2)]
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=\S+", lines[1])
        assert "Shown" in httpx.get(lines[1], follow_redirects=True).text
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


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
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


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
