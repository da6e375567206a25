#!/usr/bin/env python3
"""The default app's shelf with ten thousand files and with fifty, side by side in one run.

    python benchmarks/shelf.py [--files 50 10000] [--rounds 5] [--photos 560]

Each is a session of one server, which starts anew in every round and has served an empty shelf
before. They take turns in one Chromium. Then a shelf of photos is scrolled through and back, and
its processes are weighed. README.md beside this says what exactly is measured. Linux only.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine import chromium
from playwright.sync_api import Browser, Page
from shelf_app import Shelf, running
from table import p95, patiently
from window import family, proportional

ROOT = Path(__file__).parent.parent
FILES = (50, 10_000)
ROUNDS = 5
PHOTOS = 560
SCROLLS = 30  # by the height of the list, in each visit
ADDED = 5  # files, one after the other, in each visit
MIB = 1 << 20

SCROLL = """async (times) => {
  const found = [];
  let way = 1;
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    const list = scroller(), before = list.scrollTop;
    list.scrollTop += way * list.clientHeight;
    if (list.scrollTop === before) list.scrollTop += (way = -way) * list.clientHeight;
    const isThere = () => shown().length > 5 && shown().every((tile) => tile.title);
    found.push(await until(isThere) - start);
  }
  return found;
}"""
SELECT = """async (count) => {
  const list = document.querySelector('[role=listbox]'), start = performance.now();
  list.focus();
  list.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true }));
  const said = `${count.toLocaleString('en')} of ${count.toLocaleString('en')} files selected`;
  return await until(() => document.body.innerText.includes(said)) - start;
}"""
# The time is the clock's, which the server's side shares.
ADDED_AT = """async (name) => {
  const found = () => document.querySelector(`.kit-files-tile[title="${name}"]`);
  return performance.timeOrigin + await until(found);
}"""
SENT = """async (name) => {
  const start = performance.now(), files = new DataTransfer();
  files.items.add(new File(['content'], name));
  const input = document.querySelector('input[type=file]');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  const found = () => document.querySelector(`.kit-files-tile[title="${name}"]`);
  return await until(found) - start;
}"""
WHOLE = "() => until(whole)"


@dataclass
class Measured:
    """What was found of a shelf of one size, in milliseconds."""

    opens: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    adds: list[float] = field(default_factory=list)
    sends: list[float] = field(default_factory=list)
    selects: list[float] = field(default_factory=list)
    scrolls: list[float] = field(default_factory=list)
    html: int = 0  # bytes


def measure(shelf: Shelf, browser: Browser, session: tuple[list[Any], Path], into: Measured) -> int:
    """Two visits to one shelf; how many files it has then."""
    cookies, folder = session
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    page, opened, into.html = shelf.open(context, cookies)
    into.opens.append(opened)
    context.close()
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    page, opened, _ = shelf.open(context, cookies)
    into.again.append(opened)
    page.wait_for_load_state("networkidle")
    for turn in range(ADDED):
        into.adds.append(added(page, folder, f"added {time.time_ns()}.txt"))
        name = f"sent {time.time_ns()}.txt"
        into.sends.append(patiently(page, SENT, name))
        if turn == ADDED - 1:
            count = sum(1 for _ in folder.iterdir())
            into.selects.append(patiently(page, SELECT, count))
    into.scrolls += patiently(page, SCROLL, SCROLLS)
    context.close()
    return count


def added(page: Page, folder: Path, name: str) -> float:
    """Milliseconds from a file's appearance in the folder until its tile is painted."""
    (folder.parent / ".new").write_text("content")
    waiting = f"window.waiting = ({ADDED_AT})({name!r})"
    page.evaluate(f"() => {{ {waiting}; }}")
    start = time.time()
    (folder.parent / ".new").rename(folder / name)
    return float(patiently(page, "() => window.waiting")) - start * 1000


def compare(browser: Browser, counts: list[int], rounds: int, checkout: Path) -> list[Measured]:
    """Shelves of several sizes, which take turns."""
    found = [Measured() for _ in counts]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        with running(data, checkout) as shelf:
            sessions = [shelf.session(browser, count, "picture") for count in (1, *counts)]
            for cookies, _ in sessions:  # the thumbnails in sight are made
                shelf.open(browser.new_context(), cookies)[0].context.close()
        for turn in range(rounds):
            with running(data, checkout) as shelf:
                measure(shelf, browser, sessions[0], Measured())  # modules, and caches of Chromium
                order = list(enumerate(found))
                for at, into in order if turn % 2 else order[::-1]:
                    measure(shelf, browser, sessions[1 + at], into)
    return found


def weigh(photos: int, checkout: Path) -> dict[str, tuple[float, float]]:
    """When what was done -> MiB of the server with its workers, and of the browser."""
    found: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as folder, running(Path(folder), checkout) as shelf:
        before = set(family(os.getpid()))
        with chromium() as browser:
            session = shelf.session(browser, photos, "photo")
            browsers = set(family(os.getpid())) - before

            def note(what: str) -> None:
                server = set(family(shelf.process))
                sums = [sum(map(pss, each)) / 1024 for each in (server, browsers_of())]
                found[what] = sums[0], sums[1]

            def browsers_of() -> set[int]:
                now = set(family(os.getpid())) - set(family(shelf.process)) - before
                return now | {each for each in browsers if Path(f"/proc/{each}").exists()}

            context = browser.new_context(viewport={"width": 1200, "height": 800})
            note("before the page opens")
            page, _, _ = shelf.open(context, session[0])
            note("opened")
            height = page.evaluate("() => scroller().scrollHeight - scroller().clientHeight")
            for name, way in (("at the end", 1), ("back at the top", -1), ("at the end again", 1)):
                while page.evaluate(
                    "(way) => { const s = scroller(), before = s.scrollTop;"
                    "s.scrollTop += way * s.clientHeight; return s.scrollTop !== before; }",
                    way,
                ):
                    patiently(page, WHOLE)
                note(name)
            assert height > 0
    return found


def pss(process: int) -> int:
    try:
        return proportional(process)
    except (OSError, StopIteration):  # it has ended meanwhile
        return 0


def lines(counts: list[int], found: list[Measured]) -> Iterator[str]:
    """The table, in Markdown."""
    yield f"|  | {' | '.join(f'{count:,} files' for count in counts)} | ratio |"
    yield f"|---|{'---|' * len(counts)}---|"
    for title, values, take in (
        ("open, ms", "opens", statistics.median),
        ("open again, ms", "again", statistics.median),
        ("another program adds a file, ms", "adds", statistics.median),
        ("the same, p95, ms", "adds", p95),
        ("a file is sent, ms", "sends", statistics.median),
        ("select all, ms", "selects", statistics.median),
        ("scroll, p50, ms", "scrolls", statistics.median),
        ("scroll, p95, ms", "scrolls", p95),
        ("HTML, KB", "html", lambda size: size / 1000),
    ):
        cells = [take(getattr(each, values)) for each in found]
        written = " | ".join(f"{cell:,.1f}" for cell in cells)
        yield f"| {title} | {written} | {cells[-1] / cells[0]:.2f} |"


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", nargs="+", type=int, default=list(FILES))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--photos", type=int, default=PHOTOS, help="0: do not weigh")
    parser.add_argument("--checkout", type=Path, default=ROOT, help="whose app is measured")
    chosen = parser.parse_args()
    start = time.monotonic()
    if chosen.rounds:
        with chromium() as browser:
            found = compare(browser, chosen.files, chosen.rounds, chosen.checkout)
        print("\n".join(lines(chosen.files, found)))
    if chosen.photos:
        print(f"\n| {chosen.photos} photos, PSS in MiB | server | browser |\n|---|---|---|")
        for what, (server, browsers) in weigh(chosen.photos, chosen.checkout).items():
            print(f"| {what} | {server:.0f} | {browsers:.0f} |")
    load = os.getloadavg()[0]
    print(f"\n{time.monotonic() - start:.0f} seconds, {os.cpu_count()} cores, load {load:.1f}.")


if __name__ == "__main__":
    main()
