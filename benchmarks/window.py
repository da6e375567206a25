"""From the start of the program until its page is painted, and its memory when idle, against an
empty window of pywebview; the size of the executable.

    python benchmarks/window.py [--executable dist/satchel/satchel] [--rounds 7]

They take turns on a display of their own (Xvfb). When a page was painted the browser says itself,
on the clock of the system; README.md beside this says what exactly is measured. Linux only.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

ROOT = Path(__file__).parent.parent
EMPTY = """
import webview
webview.create_window("Empty", html="<title>Empty</title><p>Empty</p>")
webview.start(gui="qt")
"""
PAINTED = """() => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return paint ? performance.timeOrigin + paint.startTime : 0;
}"""
PATIENCE = 60.0  # seconds for one start
IDLE = 3.0  # seconds until the memory of an open window is read
MIB = 1 << 20


@dataclass
class Contender:
    """A way to start a window, and what was found of it."""

    name: str
    command: list[str]
    seconds: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)  # MiB, of all its processes


def measure(contender: Contender, playwright: Playwright, display: str) -> None:
    """Start it once, until its page is painted; then wait, and weigh it."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        place = [] if contender.name.startswith("empty") else ["--data-dir", f"{folder}/data"]
        begin = time.time()
        process = subprocess.Popen(
            [*contender.command, *place],
            cwd=folder,
            env=surroundings(folder, port, display),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            contender.seconds.append(painted(playwright, port) - begin)
            time.sleep(IDLE)
            contender.memory.append(sum(map(proportional, family(process.pid))) / 1024)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def surroundings(folder: str, port: int, display: str) -> dict[str, str]:
    address = f"127.0.0.1:{port}"
    asked = {"SATCHEL_CDP_PORT": str(port), "QTWEBENGINE_REMOTE_DEBUGGING": address}
    found = os.environ | asked | {"HOME": folder, "DISPLAY": display, "PYTHONPATH": str(ROOT)}
    found.pop("WAYLAND_DISPLAY", None)
    found.pop("QT_QPA_PLATFORM", None)
    return found | {"QTWEBENGINE_DISABLE_SANDBOX": "1"}  # as root it does not start with it


def painted(playwright: Playwright, port: int) -> float:
    """When the window's page was first painted, in seconds of the system's clock."""
    page = shown(playwright, port)
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        if found := page.evaluate(PAINTED):
            return float(found) / 1000
        time.sleep(0.1)
    raise SystemExit("A page was loaded and never painted.")


def shown(playwright: Playwright, port: int) -> Page:
    """The page of the window, once it is where it leads to."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        time.sleep(0.2)
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
                titles = [target["title"] for target in json.load(answer)]
        except OSError:
            continue
        if set(titles) & {"Empty", "Satchel"}:
            browser = playwright.chromium.connect_over_cdp(
                f"http://127.0.0.1:{port}", no_defaults=True, is_local=True
            )
            return browser.contexts[0].pages[0]
    raise SystemExit("No window opened.")


def family(pid: int) -> Iterator[int]:
    """A process and all that it and its children have started."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from family(int(child))


def proportional(pid: int) -> int:
    """KiB: a process's own memory, and its share of what several use."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


@contextmanager
def display() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert server.stdout is not None
    try:
        yield f":{server.stdout.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def report(contenders: list[Contender]) -> None:
    """The table of the README."""
    first = contenders[0]
    names = " | ".join(each.name for each in contenders)
    ratios = " | ".join(f"{each.name} / empty" for each in contenders[1:])
    print(f"|  | {names} | {ratios} |\n|{'---|' * (2 * len(contenders))}")
    for title, key, shape in (
        ("start until painted, s", "seconds", ".2f"),
        ("memory when idle, MiB", "memory", ".0f"),
    ):
        middles = [statistics.median(getattr(each, key)) for each in contenders]
        least = statistics.median(getattr(first, key))
        cells = [f"{middle:{shape}}" for middle in middles]
        cells += [f"{middle / least:.2f}" for middle in middles[1:]]
        print(f"| {title} | {' | '.join(cells)} |")


def sizes(executable: Path) -> None:
    """The executable's folder, as it is and as an archive of it would be carried."""
    folder = executable.parent
    whole = sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file())
    archive = subprocess.Popen(
        ["tar", "-C", folder.parent, "-cJf", "-", folder.name], stdout=subprocess.PIPE
    )
    assert archive.stdout is not None
    packed = sum(len(chunk) for chunk in iter(lambda: archive.stdout.read(MIB), b""))
    print(f"\nThe executable: {whole / 1e6:.0f} MB, as .tar.xz {packed / 1e6:.0f} MB.")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--executable", type=Path, help="dist/satchel/satchel, as it was built")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    for package in ("assets", "core", "desktop"):  # as pip does when it installs
        compileall.compile_dir(ROOT / package, quiet=1)
    contenders = [
        Contender("empty window", [sys.executable, "-c", EMPTY]),
        Contender("Satchel", [sys.executable, "-m", "desktop"]),
    ]
    if options.executable:
        contenders.append(Contender("executable", [str(options.executable.resolve())]))
    with sync_playwright() as playwright, display() as name:
        for each in contenders:  # once for the disk
            measure(each, playwright, name)
            each.seconds.clear()
            each.memory.clear()
        for _ in range(options.rounds):
            for each in contenders:
                measure(each, playwright, name)
    report(contenders)
    if options.executable:
        sizes(options.executable.resolve())


if __name__ == "__main__":
    main()
