"""The cost of a live page: ours, the least that it can cost, NiceGUI and JustPy, side by side.

    python benchmarks/engine.py [--only limit ours] [--rows 10 1000] [--rounds 5] [--short]

Each is a server in a process of its own that serves the same page: a text, a button that changes
it, rows, and a button that appends 1,000. They take turns in one Chromium, so that what else the
machine does falls on all. README.md beside this says what exactly is measured.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright
from servers import CONTENDERS, ENVIRONMENTS, Server, serving, with_before
from visits import FirstLoad, TooSlow, Traffic, visit

ROWS = (10, 1_000, 10_000)
ROUNDS = 5
WARM_CLICKS, CLICKS = 5, 40
WEIGHED_CLICKS = 5
CLICK_SECONDS = 5.0  # for the clicks of one visit, of which there is at least one
SLOW_MS = 5_000  # a contender that needs longer to load or answer gets one round


@dataclass
class Measured:
    """What was found of one contender on pages of one size."""

    load: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    click: list[float] = field(default_factory=list)
    append: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)  # milliseconds per click
    click_bytes: float = math.nan
    memory: float = math.nan
    first: FirstLoad | None = None
    too_slow: bool = False


def weigh(browser: Browser, server: Server, rows: int, found: Measured) -> None:
    """What does not change from visit to visit: bytes, requests, memory. The server is fresh."""
    with visit(browser) as warm:
        warm.load(server.url, 1)
        warm.clicks(1, 1)
    idle = server.memory()
    with visit(browser) as shown:
        traffic = Traffic(shown.page)
        shown.load(server.url, rows)
        shown.page.wait_for_load_state("networkidle")
        found.memory = server.memory() - idle
        found.first = traffic.first_load()
        shown.clicks(1, 1)  # the first click may cost more
        before = traffic.socket_bytes
        times = shown.clicks(WEIGHED_CLICKS, CLICK_SECONDS)
        shown.page.wait_for_timeout(200)  # for the events of the last frames
        found.click_bytes = (traffic.socket_bytes - before) / len(times)


def measure(browser: Browser, server: Server, rows: int, found: Measured) -> None:
    """One round: load, clicks, append; and another visit for the first click of all."""
    with visit(browser) as clicked:
        found.answered.append(clicked.answered(server.url, rows))
    with visit(browser) as shown:
        found.load.append(shown.load(server.url, rows))
        shown.clicks(WARM_CLICKS, CLICK_SECONDS / 5)
        before = server.cpu()
        times = shown.clicks(CLICKS, CLICK_SECONDS)
        found.cpu.append((server.cpu() - before) * 1000 / len(times))
        found.click += times
        found.append.append(shown.append())


def compare(
    browser: Browser, running: dict[str, Server], rows: int, rounds: int
) -> dict[str, Measured]:
    """All rounds for pages of one size; a contender that is too slow gets only one."""
    found = {name: Measured() for name in running}
    steps = [weigh, *[measure] * rounds]
    for number, step in enumerate(steps):
        for name, server in running.items():
            print(f"{rows:,} rows, {name}, {number} of {rounds}", file=sys.stderr)
            each = found[name]
            if each.too_slow or max([0, *each.load, *each.click]) > SLOW_MS:
                continue
            try:
                step(browser, server, rows, each)
            except TooSlow:
                each.too_slow = True
            except Error as error:  # such as a page that reloads itself
                print(f"{name} at {rows:,} rows: {error.message}", file=sys.stderr)
    return found


# Tables


def median(values: Sequence[float]) -> float:
    """The median, or none of no values."""
    return statistics.median(values) if values else math.nan


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which so many percent of the values are."""
    if not values:
        return math.nan
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


@dataclass(frozen=True)
class Work:
    """A line of the table."""

    name: str
    value: Callable[[Measured], float]
    is_short: bool = True
    has_ratio: bool = True


WORKS = (
    Work("load until painted, ms", lambda m: median(m.load)),
    Work("load until a click is answered, ms", lambda m: median(m.answered)),
    Work("click to DOM changed, p50, ms", lambda m: median(m.click)),
    Work("click to DOM changed, p95, ms", lambda m: percentile(m.click, 95), is_short=False),
    Work("bytes per click, both ways", lambda m: m.click_bytes),
    Work("append 1,000 rows, ms", lambda m: median(m.append)),
    Work("server's CPU per click, ms", lambda m: median(m.cpu), is_short=False),
    Work("server's memory for the page, MiB", lambda m: m.memory / 2**20, has_ratio=False),
)
FIRST_LOAD = (
    Work("requests of the first load", lambda m: m.first.requests if m.first else math.nan),
    Work("its KB, as sent", lambda m: m.first.sent / 1000 if m.first else math.nan),
    Work("its KB, were all gzipped", lambda m: m.first.gzipped / 1000 if m.first else math.nan),
)


def shown(value: float) -> str:
    """A number with three significant digits."""
    if math.isnan(value):
        return "n/a"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 1 else f"{value:.2f}"


def line(work: Work, rows: int, found: dict[str, Measured]) -> str:
    """A line of the table; the ratio is that of ours to the limit."""
    values = {name: work.value(each) for name, each in found.items()}
    ratio = math.nan
    if work.has_ratio and values.get("limit") and "ours" in values:
        ratio = values["ours"] / values["limit"]
    cells = [work.name, f"{rows:,}", *map(shown, values.values()), shown(ratio)]
    return f"| {' | '.join(cells)} |"


def head(titles: Sequence[str]) -> str:
    """The head of the table."""
    cells = ["", "rows", *titles, "Satchel / limit"]
    return f"| {' | '.join(cells)} |\n|{'---|' * len(cells)}"


def lines(found: dict[int, dict[str, Measured]], is_short: bool) -> Iterator[str]:
    """The lines of the table: one work after the other, each at all sizes."""
    first = min(found)
    for work in () if is_short else FIRST_LOAD:
        yield line(work, first, found[first])
    for work in WORKS:
        if work.is_short or not is_short:
            yield from (line(work, rows, each) for rows, each in found.items())


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that they all run in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


def options() -> argparse.Namespace:
    """What the command says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", nargs="+", choices=CONTENDERS, default=list(CONTENDERS))
    parser.add_argument("--rows", nargs="+", type=int, default=ROWS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--short", action="store_true", help="print the table of /README.md only")
    parser.add_argument("--before", type=Path, help="another checkout, to compare ours with")
    parser.add_argument("--environments", type=Path, default=ENVIRONMENTS)
    return parser.parse_args()


def main() -> None:
    chosen = options()
    contenders = with_before({name: CONTENDERS[name] for name in chosen.only}, chosen.before)
    pythons = {name: each.python(chosen.environments) for name, each in contenders.items()}
    titles = [each.title(chosen.environments) for each in contenders.values()]
    found: dict[int, dict[str, Measured]] = {}
    with chromium() as browser:
        version = browser.version
        for rows in chosen.rows:
            with ExitStack() as stack:
                running = {
                    name: stack.enter_context(
                        serving(each.script, pythons[name], checkout=each.checkout)
                    )
                    for name, each in contenders.items()
                }
                found[rows] = compare(browser, running, rows, chosen.rounds)
    print(head(titles))
    print("\n".join(lines(found, chosen.short)))
    print(f"\nChromium {version}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
