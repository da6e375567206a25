#!/usr/bin/env python3
"""Tables of many rows: Satchel's and NiceGUI's two, side by side in one run.

Each row is a dictionary that the program has in memory before the first visit. What is measured of
each visit, in a new browser context: until the first row is in the document and a frame is painted;
scrolling by a page, until the rows of that place are there; sorting by a click on a title, until
the row that comes first is there; and the memory of the server and of the page's scripts. A kind of
table that takes too long with some rows is not tried with more. Then a `kit.Shell` with a table of
as many rows and the same page without rows take turns.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine import chromium
from playwright.sync_api import Browser, Error, Page
from servers import ENVIRONMENTS, Contender, Server, serving

sys.path.append(str(Path(__file__).parent / "contenders"))
from table_rows import cheapest  # noqa: E402 - it lies beside the contenders

ROWS = (1_000, 50_000, 1_000_000)
ROUNDS = 2
VISITS = 2  # that are measured in each round
PAGES = 30  # that a visit scrolls
LOADS = 15  # of each page with a shell
PATIENCE_MS = 20_000
TRIES = 2  # that may take longer
MIB = 1 << 20


@dataclass(frozen=True)
class Shown:
    """A kind of table.

    Attributes:
        path: of its page.
        scroller, row, title: selectors; the first cell of a row has its id.
    """

    contender: Contender
    path: str
    scroller: str
    row: str
    title: str


SATCHEL = Contender("Satchel", "ours_table.py")
NICEGUI = Contender("NiceGUI", "nicegui_table.py", ("nicegui",))
TABLES = {
    "kit.Table": Shown(
        SATCHEL, "/", ".kit-table-grid", ".kit-table-row", '.kit-table-title[title="price"]'
    ),
    "ui.table": Shown(
        NICEGUI, "/table", ".q-table__middle", "tbody tr:has(td:nth-child(2))", "th:nth-child(3)"
    ),
    "ui.aggrid": Shown(
        NICEGUI,
        "/aggrid",
        ".ag-body-viewport, .ag-grid-viewport",
        ".ag-row",
        '.ag-header-cell[col-id="price"]',
    ),
}

# In the page: `ids()` are those of the rows in sight, `until(test)` the time at which it holds.
SCRIPT = """
window.ids = () => {
  const scroller = document.querySelector(SCROLLER);
  if (!scroller) return [];
  const box = scroller.getBoundingClientRect();
  const inside = [...document.querySelectorAll(ROW)]
    .map((row) => [row.getBoundingClientRect().top, row])
    .filter(([top, row]) => top >= box.top - 1 && top < box.bottom - 60);
  inside.sort((one, other) => one[0] - other[0]);
  return inside.map(([, row]) => parseInt(row.firstElementChild?.textContent))
    .filter((id) => !Number.isNaN(id));
};
window.until = (test) => new Promise((resolve) => {
  const look = () => {
    if (!test(ids())) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();  // its task comes after the frame
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(0);
  };
  look();
});
window.opened = new Promise((resolve) => {
  addEventListener('DOMContentLoaded', () => resolve(until((ids) => ids[0] === 0)));
});
"""
LOADED = """() => {
  const rowsOrWords = '.kit-table-cell, .kit-table-state:not([hidden])';
  return until(() => document.querySelector(rowsOrWords)?.textContent);
}"""
SCROLL = """async (pages) => {
  const scroller = document.querySelector(SCROLLER), times = [];
  for (let page = 0; page < pages; page++) {
    const before = ids().at(-1), start = performance.now();
    scroller.scrollTop += 400;
    const end = await until((ids) => ids.length > 5 && ids.at(-1) > before);
    times.push(end - start);
  }
  return times;
}"""
SORT = """async ([title, first]) => {
  document.querySelector(SCROLLER).scrollTop = 0;
  await until((ids) => ids[0] === 0);
  const start = performance.now(), element = document.querySelector(title);
  const at = { bubbles: true, clientX: element.getBoundingClientRect().x + 20, button: 0 };
  element.dispatchEvent(new PointerEvent('pointerdown', at));
  element.dispatchEvent(new PointerEvent('pointerup', at));
  (element.querySelector('.ag-header-cell-label') ?? element).click();
  return await until((ids) => ids[0] === first) - start;
}"""


@dataclass
class Measured:
    """What was found of one kind of table at one size."""

    opens: list[float] = field(default_factory=list)
    scrolls: list[float] = field(default_factory=list)
    sorts: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    browser: list[float] = field(default_factory=list)
    failures: int = 0

    @property
    def is_slow(self) -> bool:
        """Whether it is not tried again."""
        return self.failures >= TRIES


def visit(browser: Browser, server: Server, shown: Shown, rows: int, found: Measured) -> None:
    """One visit; what takes longer than `PATIENCE_MS` is not measured."""
    before = server.memory()
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    try:
        script = SCRIPT.replace("SCROLLER", repr(shown.scroller)).replace("ROW", repr(shown.row))
        page.add_init_script(script)
        page.goto(server.url + shown.path, wait_until="commit")
        found.opens.append(patiently(page, "() => window.opened"))
        found.server.append((server.memory() - before) / MIB)
        found.browser.append(heap(page) / MIB)
        scroll = SCROLL.replace("SCROLLER", repr(shown.scroller))
        found.scrolls += patiently(page, scroll, PAGES)
        sort = SORT.replace("SCROLLER", repr(shown.scroller))
        found.sorts.append(patiently(page, sort, [shown.title, cheapest(rows)]))
    except (Error, TimeoutError) as error:
        found.failures += 1
        print(f"  {shown.path} with {rows:,} rows: {str(error)[:200]}", file=sys.stderr)
    finally:
        context.close()


def patiently(page: Page, script: str, argument: Any = None) -> Any:
    """The value of a function in the page; raises TimeoutError if it takes too long."""
    late = f"new Promise((resolve) => setTimeout(resolve, {PATIENCE_MS}, null))"
    value = page.evaluate(f"(argument) => Promise.race([({script})(argument), {late}])", argument)
    if value is None:
        raise TimeoutError("It took too long.")
    return value


def heap(page: Page) -> float:
    """Bytes that the scripts of the page hold."""
    client = page.context.new_cdp_session(page)
    client.send("HeapProfiler.collectGarbage")
    client.send("Performance.enable")
    metrics = {
        each["name"]: each["value"] for each in client.send("Performance.getMetrics")["metrics"]
    }
    return float(metrics["JSHeapUsedSize"])


def compare(
    browser: Browser, rows: int, rounds: int, found: dict[str, Measured], environments: Path
) -> None:
    """All kinds, which take turns; the first visit to each server is not measured."""
    for _ in range(rounds):
        for name, measured in found.items():
            shown = TABLES[name]
            if measured.is_slow:
                continue
            with serving(shown.contender.script, shown.contender.python(environments)) as server:
                first = Measured()  # its modules, and those of the browser
                visit(browser, server, shown, rows, first)
                measured.failures += first.failures
                for _ in range(VISITS):
                    if not measured.is_slow:
                        visit(browser, server, shown, rows, measured)


def shells(browser: Browser) -> dict[str, float]:
    """Milliseconds until a page with a shell and a table is shown, with all rows and without."""
    paths = {"all rows": "/shell", "no rows": "/shell-without-rows"}
    times: dict[str, list[float]] = {name: [] for name in paths}
    shown = TABLES["kit.Table"]
    with serving(SATCHEL.script, SATCHEL.python(ENVIRONMENTS)) as server:
        for turn in range(LOADS + 1):
            for name, path in paths.items():
                page = browser.new_page(viewport={"width": 1000, "height": 700})
                script = SCRIPT.replace("SCROLLER", repr(shown.scroller))
                page.add_init_script(script.replace("ROW", repr(shown.row)))
                page.goto(server.url + path, wait_until="commit")
                if turn:
                    times[name].append(patiently(page, LOADED))
                page.close()
    return {name: statistics.median(each) for name, each in times.items()}


def p95(values: list[float]) -> float:
    """All but one of twenty are below it."""
    return statistics.quantiles(values, n=20)[-1]


def lines(found: dict[int, dict[str, Measured]]) -> Iterator[str]:
    """The table, in Markdown."""
    chosen = list(next(iter(found.values())))
    yield f"|  | rows | {' | '.join(chosen)} |"
    yield f"|---|---|{'---|' * len(chosen)}"
    for title, values, take in (
        ("open, ms", "opens", statistics.median),
        ("scroll by a page, p50, ms", "scrolls", statistics.median),
        ("scroll by a page, p95, ms", "scrolls", p95),
        ("sort, ms", "sorts", statistics.median),
        ("server's memory for a visit, MiB", "server", statistics.median),
        ("memory of the page's scripts, MiB", "browser", statistics.median),
    ):
        for rows, kinds in found.items():
            cells = [getattr(kinds[name], values) for name in chosen]
            written = [
                f"{take(each):,.1f}" if len(each) > (take is p95) else "n/a" for each in cells
            ]
            yield f"| {title} | {rows:,} | {' | '.join(written)} |"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", nargs="+", choices=TABLES, default=list(TABLES))
    parser.add_argument("--rows", nargs="+", type=int, default=ROWS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--environments", type=Path, default=ENVIRONMENTS)
    chosen = parser.parse_args()
    start, found, loads = time.monotonic(), {}, {}
    slow: set[str] = set()
    with chromium() as browser:
        version = browser.version
        for rows in chosen.rows:
            os.environ["TABLE_ROWS"] = str(rows)
            found[rows] = {name: Measured(failures=TRIES * (name in slow)) for name in chosen.only}
            compare(browser, rows, chosen.rounds, found[rows], chosen.environments)
            slow |= {name for name, each in found[rows].items() if each.is_slow}
            loads[rows] = shells(browser)
    print("\n".join(lines(found)))
    print("\nA kit.Shell with a table, until it is shown:\n")
    for rows, each in loads.items():
        ratio = each["all rows"] / each["no rows"]
        print(
            f"- {rows:,} rows: {each['all rows']:.0f} ms, without: {each['no rows']:.0f} ms", end=""
        )
        print(f" ({ratio:.2f})")
    print(f"\n{time.monotonic() - start:.0f} seconds.", end="")
    print(f" Chromium {version}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
