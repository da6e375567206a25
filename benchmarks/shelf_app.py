"""The default app under measurement, with files in the folders of its sessions."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page
from table import patiently

PHOTO = (2000, 1500)  # pixels

# In the page: `shown()` are the tiles in sight, `until(test)` the time at which a test holds and a
# frame with it was painted, `whole()` whether every tile in sight has its name and its picture.
SCRIPT = """
window.scroller = () => {
  let each = document.querySelector('.kit-files-listbox');
  while (each && !/auto|scroll/.test(getComputedStyle(each).overflowY)) each = each.parentElement;
  return each ?? document.scrollingElement;
};
window.shown = () => {
  const box = scroller().getBoundingClientRect();
  return [...document.querySelectorAll('.kit-files-tile')].filter((tile) => {
    const { top, bottom } = tile.getBoundingClientRect();
    return bottom > box.top && top < box.bottom;
  });
};
window.whole = () => {
  const tiles = document.querySelector('.kit-files-listbox') ? shown() : [];
  return tiles.length > 0 && tiles.every((tile) => {
    const image = tile.querySelector('img');
    return tile.title && image?.complete && image.naturalWidth > 0;
  });
};
window.until = (test) => new Promise((resolve) => {
  const look = () => {
    if (!test()) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();  // its task comes after the frame
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(0);
  };
  look();
});
window.opened = new Promise((resolve) => {
  addEventListener('DOMContentLoaded', () => resolve(until(whole)));
});
"""


class Shelf:
    """The default app, with a data folder that outlives it."""

    def __init__(self, address: str, data: Path, process: int) -> None:
        self._address, self._data, self.process = address, data, process

    def session(self, browser: Browser, count: int, kind: str) -> tuple[list[Any], Path]:
        """The cookies and the folder of a new session, with files in it."""
        known = set(self._sessions())
        context = browser.new_context()
        page = context.new_page()
        page.goto(self._address)
        page.wait_for_selector("input[type=file]", state="attached")
        (folder,) = set(self._sessions()) - known
        cookies = context.cookies()
        context.close()
        fill(folder, count, kind)
        return cookies, folder

    def open(self, context: BrowserContext, cookies: list[Any]) -> tuple[Page, float, int]:
        """A page of a session: milliseconds until it was shown, and the bytes of its HTML."""
        context.add_cookies(cookies)
        page = context.new_page()
        page.add_init_script(SCRIPT)
        parts = urlsplit(self._address)
        answer = page.goto(f"{parts.scheme}://{parts.netloc}/", wait_until="commit")
        opened = float(patiently(page, "() => window.opened"))
        return page, opened, len(answer.body()) if answer else 0

    def _sessions(self) -> list[Path]:
        folder = self._data / "sessions"
        return list(folder.iterdir()) if folder.is_dir() else []


@contextmanager
def running(data: Path, checkout: Path) -> Iterator[Shelf]:
    """The default app of a checkout."""
    python = checkout / ".venv" / "bin" / "python"
    process = subprocess.Popen(
        [python if python.exists() else sys.executable, "-m", "desktop", "--no-window"]
        + ["--data-dir", str(data)],
        cwd=checkout,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    try:
        address = next(line.strip() for line in process.stdout if "token=" in line)
        yield Shelf(address, data, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def fill(folder: Path, count: int, kind: str) -> None:
    """Put files in a folder: small "pictures" or "photos"."""
    chance = random.Random(1)
    for number in range(count):
        path = folder / f"{kind} {number}.{'png' if kind == 'picture' else 'jpg'}"
        if kind == "picture":
            colour = tuple(chance.randrange(256) for _ in range(3))
            Image.new("RGB", (64, 48), colour).save(path)
        else:
            small = Image.frombytes("RGB", (40, 30), chance.randbytes(40 * 30 * 3))
            small.resize(PHOTO).save(path, quality=85)
        os.utime(path, (1.7e9 + number, 1.7e9 + number))
