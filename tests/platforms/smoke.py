"""The first things to try on a system that nobody has tried: `python -m tests.platforms.smoke`.

It needs a display, and nothing that is installed but this checkout's Python. From source:

    python -m tests.platforms.smoke

With executables, the default app and `smoke_program.py`:

    python -m tests.platforms.smoke dist/satchel/satchel dist/smoke/smoke

Each step prints what it has seen. The command ends with 1 at the first that fails.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM, OPTIONS

PROGRAM = Path(__file__).with_name("smoke_program.py")
SOURCE = [sys.executable, "-m", "desktop"]
PATIENCE = 120.0  # seconds: the first start of an executable is checked for viruses
NAME = "Grüße #1.bin"


def main(*executables: str) -> int:
    app = [executables[0]] if executables else SOURCE
    shown = [executables[1]] if executables else [*SOURCE, str(PROGRAM)]
    # Windows keeps a log open a moment longer than its program.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for step in (window, shelf, browser):
            print(f"{step.__name__}: {step(shown if step is window else app, Path(folder))}")
    return 0


def window(command: list[str], folder: Path) -> str:
    """A window's web view shows a page, which is live."""
    told = folder / "shown"
    with started(command, folder / "window", {"SATCHEL_SMOKE": str(told)}) as program:
        until(program, told.exists, "the page is shown")
    return "the web view has shown a page, and Python has heard of it"


def shelf(command: list[str], folder: Path) -> str:
    """Files that a start names arrive, also those of a second start, which hands them over."""
    first, second = sample(folder / "first.bin"), sample(folder / "second.bin")
    data = folder / "shelf"
    with started(command, data, {}, "--", str(first)) as program:
        until(program, lambda: arrived(data, first), "the file of the command line is on the shelf")
        handing = [*command, "add", "--data-dir", str(data), str(second)]
        subprocess.run(handing, check=True, timeout=PATIENCE)
        until(
            program, lambda: arrived(data, second), "the file that was handed over is on the shelf"
        )
    return "files of two starts are on the shelf of one program, byte for byte"


def browser(command: list[str], folder: Path) -> str:
    """A file that is chosen in the upload form arrives; saved again, it is the same."""
    data, file = folder / "browser", sample(folder / NAME)
    with started([*command, "--no-window"], data, {}) as program, sync_playwright() as playwright:
        assert program.stdout
        line = next(line for line in program.stdout if "token=" in line)
        page = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS).new_page()
        page.goto(line[line.index("http") :].split()[0])
        page.locator("input[type=file]").first.set_input_files(file)
        until(program, lambda: arrived(data, file), "the upload is stored")
        page.get_by_role("option").filter(has_text=NAME).click()
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save", exact=True).click()
        assert saved.value.path().read_bytes() == file.read_bytes(), "the saved file is another"
    return "an upload is stored, and saved again, byte for byte"


@contextmanager
def started(
    command: list[str], data: Path, environment: dict[str, str], *arguments: str
) -> Iterator[subprocess.Popen[str]]:
    """The program, until the end of the block."""
    own = {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [*command, "--data-dir", str(data), *arguments],
        env=os.environ | own | environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield process
    except BaseException:
        for log in data.glob("*.log"):
            print(log.read_text("utf-8", "replace"), file=sys.stderr)
        raise
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        finally:
            process.kill()


def sample(path: Path) -> Path:
    path.write_bytes(os.urandom(3 << 20))
    return path


def arrived(data: Path, file: Path) -> bool:
    stored = [*data.glob(f"sessions/*/{file.name}")]
    return any(path.read_bytes() == file.read_bytes() for path in stored)


def until(program: subprocess.Popen[str], happened: Callable[[], bool], what: str) -> None:
    """Wait for it: what the program does is seen from outside only."""
    end = time.monotonic() + PATIENCE
    while not happened():
        if program.poll() is not None:
            raise SystemExit(f"The program ended with {program.returncode} before: {what}.")
        if time.monotonic() > end:
            raise SystemExit(f"Not within {PATIENCE:.0f} seconds: {what}.")
        time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
