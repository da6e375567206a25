"""The cost of a live page, side by side with the least that any server-driven page can cost.

    python benchmarks/engine.py

Ours and the limit run in turns in one Chromium, so that what else the machine does falls on both.
The limits: a page whose script sends each click over a bare websocket and sets `textContent` from
the answer; the same HTML as one prepared string; `insertAdjacentHTML`.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from core.elements.page import WebPage
from core.elements.tags import Button, Div
from core.serving import Server
from core.web.app import Application, Program, Settings

ROWS = (10, 1_000, 10_000)
ROUNDS = 5
CLICKS = 40
APPENDED = 1_000

# Clicks one after the other; each is timed until the document has changed.
CLICK = """
async ([button, target, clicks]) => {
  const element = document.querySelector(target), times = [];
  for (let i = 0; i < clicks; i++) {
    times.push(await new Promise((resolve) => {
      const start = performance.now();
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve(performance.now() - start);
      });
      observer.observe(element, { childList: true, characterData: true, subtree: true });
      document.querySelector(button).click();
    }));
  }
  return times;
}
"""
LOADED = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def our_page(request: Request) -> WebPage:
    """Rows, a button that counts in another Div, and a button that appends rows."""
    rows = int(request.query_params["rows"])
    page = WebPage()
    count = Div(id="count", text="0", a=page)
    table = Div(id="rows")

    def clicked() -> None:
        count.text = int(count.text) + 1

    def append() -> None:
        for number in range(APPENDED):
            Div(text=f"new {number}", a=table)

    Button(id="click", text="click", click=clicked, a=page)
    Button(id="append", text="append", click=append, a=page)
    for number in range(rows):
        Div(text=f"row {number}", a=table)
    page.add(table)
    return page


LIMIT = """<!DOCTYPE html><html><body><div id="count">0</div><button id="click">click</button>
<button id="append">append</button><div id="rows">{rows}</div><script>
const count = document.getElementById('count'), socket = new WebSocket(`ws://${{location.host}}/ws`);
socket.onmessage = ({{ data }}) => {{ count.textContent = data; }};
document.getElementById('click').onclick = () => socket.send('click');
const more = {more};
document.getElementById('append').onclick = () =>
  document.getElementById('rows').insertAdjacentHTML('beforeend', more);
window.ready = new Promise((resolve) => {{ socket.onopen = resolve; }});
</script></body></html>"""


def prepared(rows: int) -> str:
    """The page of the limit, as one string."""
    html = "".join(f"<div>row {number}</div>" for number in range(rows))
    more = "".join(f"<div>new {number}</div>" for number in range(APPENDED))
    return LIMIT.format(rows=html, more=repr(more))


class Limit(Starlette):
    """The limit's server."""

    def __init__(self) -> None:
        self.pages = {rows: prepared(rows) for rows in ROWS}
        super().__init__(routes=[Route("/", self.page), WebSocketRoute("/ws", self.socket)])

    async def page(self, request: Request) -> HTMLResponse:
        return HTMLResponse(self.pages[int(request.query_params["rows"])])

    async def socket(self, websocket: WebSocket) -> None:
        await websocket.accept()
        clicks = 0
        with suppress(WebSocketDisconnect):
            while await websocket.receive_text():
                clicks += 1
                await websocket.send_text(str(clicks))

    def close_streams(self) -> None:
        """What `core.serving.Server` asks of an application; there are none here."""


@contextmanager
def servers(folder: Path) -> Iterator[dict[str, str]]:
    """The addresses of ours and of the limit."""
    program = Program()
    program.function = our_page
    settings = Settings(
        secret=b"benchmark", sessions=folder, uploads=folder / "uploads", cache=folder / "cache"
    )
    apps: dict[str, Application | Limit] = {"ours": program.build(settings), "limit": Limit()}
    running = {name: Server(app) for name, app in apps.items()}  # type: ignore[arg-type]
    for server in running.values():
        server.start()
    yield {name: server.url for name, server in running.items()}
    for server in running.values():
        server.stop()


def load(page: Page, url: str, rows: int) -> float:
    """Milliseconds from the request until the document is there."""
    page.goto(f"{url}/?rows={rows}", wait_until="load")
    page.wait_for_selector("#click")
    page.evaluate("window.ready ?? document.querySelector('#click').isConnected")
    return float(page.evaluate(LOADED))


def measure(browser: Browser, url: str, rows: int) -> dict[str, list[float]]:
    """One round: load, clicks, append."""
    page = browser.new_page()
    loaded = load(page, url, rows)
    page.evaluate(CLICK, ["#click", "#count", 5])  # warm
    clicks = page.evaluate(CLICK, ["#click", "#count", CLICKS])
    append = page.evaluate(CLICK, ["#append", "#rows", 1])
    page.close()
    return {"load": [loaded], "click": clicks, "append": append}


def main() -> None:
    print("| work | rows | limit ms | ours ms | ratio |\n|---|---|---|---|---|")
    with (
        tempfile.TemporaryDirectory() as folder,
        servers(Path(folder)) as urls,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for rows in ROWS:
            found: dict[str, dict[str, list[float]]] = {name: {} for name in urls}
            for _ in range(ROUNDS):
                for name, url in urls.items():
                    for work, times in measure(browser, url, rows).items():
                        found[name].setdefault(work, []).extend(times)
            report(rows, found)
        browser.close()


def report(rows: int, found: dict[str, dict[str, list[float]]]) -> None:
    """Print medians and their ratios."""
    names = {"load": "load", "click": "click to DOM changed", "append": f"append {APPENDED:,} rows"}
    for work, name in names.items():
        limit, ours = (statistics.median(found[each][work]) for each in ("limit", "ours"))
        print(f"| {name} | {rows:,} | {limit:.1f} | {ours:.1f} | {ours / limit:.1f} |", flush=True)


if __name__ == "__main__":
    main()
