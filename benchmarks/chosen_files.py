"""Files chosen in a page: when they have arrived, and when they are saved."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser
from senders import until_synced
from servers import Server

PATIENCE = 120.0  # seconds; what takes longer is n/a

# Starts when the browser has the chosen files: the time that Playwright needs is not measured.
BEGAN = "document.addEventListener('change', () => { window.began ??= Date.now(); }, true)"


def choose(browser: Browser, server: Server, files: list[Path]) -> tuple[float, float]:
    """Seconds from the browser's `change` event until all have arrived, and until all are saved.

    The two differ only for Satchel, which runs the program once the files are durable.
    """
    wanted = len(files), sum(file.stat().st_size for file in files)
    folder = server.folder / "saved"
    context = browser.new_context()
    try:
        page = context.new_page()
        page.add_init_script(BEGAN)
        page.goto(server.url)
        control = page.locator("input[type=file]").first
        control.wait_for(state="attached")
        page.wait_for_timeout(1000)  # pages that build themselves are quiet then
        control.set_input_files(files)
        durable = wait(lambda: arrived(server.folder) == wanted[0] or present(folder) == wanted)
        saved = wait(lambda: present(folder) == wanted)
        if len(files) == 1:
            until_synced(folder / files[0].name)
            saved = time.time()
        began = float(page.evaluate("window.began")) / 1000
        return durable - began, saved - began
    finally:
        context.close()


def wait(is_so: Callable[[], bool]) -> float:
    """Wait until something is so; the time of that."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not done after {PATIENCE:g} s")
        time.sleep(0.01)  # looking at the folder has a cost, too
    return time.time()


def present(folder: Path) -> tuple[int, int]:
    """How many files there are, and their sizes together."""
    with os.scandir(folder) as found:
        sizes = [entry.stat().st_size for entry in found]
    return len(sizes), sum(sizes)


def arrived(folder: Path) -> int:
    """How many files Satchel has stored durably, saved or not."""
    uploads = folder / ".satchel" / "uploads"
    waiting = [uploads, *uploads.glob("*.batch")] if uploads.is_dir() else []
    names = [name for inside in waiting for name in os.listdir(inside)]
    return sum(".done" in name for name in names) + len(os.listdir(folder / "saved"))


def empty(folder: Path) -> None:
    """Remove what is in it."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
