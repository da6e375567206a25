"""What is measured of one visit in Chromium, by the same code for every contender."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

# A page or an answer that takes longer is reported as n/a.
PATIENCE_MS = 60_000
APPENDED = 1_000

# Runs before the page's own scripts. Milliseconds since the navigation started, until the load
# event was there, all rows were in the document and laid out, and a frame with them was painted.
PAINTED = """
window.painted = new Promise((resolve) => addEventListener('load', () => {
  const look = () => {
    const rows = document.querySelector('.the-rows');
    if (!rows || rows.childElementCount < ROWS) return;
    observer.disconnect();
    rows.offsetHeight;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();  // its task comes after the frame
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
}));
"""
WAIT_PAINTED = """(patience) => Promise.race([
  window.painted, new Promise((resolve) => setTimeout(resolve, patience, null))])"""

# Clicks from the moment at which the page is painted, again and again, until one is answered.
ANSWERED = """(patience) => window.painted.then(() => new Promise((resolve) => {
  let wait = 5, timer = 0;
  const click = () => {
    timer = setTimeout(click, wait *= 1.3);
    document.querySelector('.do-click').click();
  };
  new MutationObserver((_, observer) => {
    clearTimeout(timer);
    observer.disconnect();
    resolve(performance.now());
  }).observe(document.querySelector('.the-count'),
    { childList: true, characterData: true, subtree: true });
  setTimeout(resolve, patience, null);
  click();
}))"""

# Clicks one after the other until there were enough or the time is up. Each is timed until the
# document has changed as it should and, where its size may change, is laid out.
CLICK = """
async ([button, target, clicks, milliseconds, added, patience]) => {
  const element = document.querySelector(target), times = [], began = performance.now();
  const changed = (before) => new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (element.childElementCount < before + added) return;
      if (added) element.offsetHeight;
      const time = performance.now();
      observer.disconnect();
      resolve(time);
    });
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    setTimeout(resolve, patience, null);
  });
  while (times.length < clicks && performance.now() - began < milliseconds) {
    const change = changed(element.childElementCount), start = performance.now();
    document.querySelector(button).click();
    const end = await change;
    if (end === null) return null;
    times.push(end - start);
  }
  return times;
}
"""


class TooSlow(Exception):
    """Nothing came for as long as we wait."""


class Visit:
    """A page of a contender, shown by a browser that has nothing in its cache."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def load(self, url: str, rows: int) -> float:
        """Milliseconds until the page is painted.

        Raises:
            TooSlow: it never was.
        """
        return self._open(url, rows, WAIT_PAINTED)

    def answered(self, url: str, rows: int) -> float:
        """Milliseconds until a page that is clicked as soon as it is painted has answered.

        Raises:
            TooSlow: it never did.
        """
        return self._open(url, rows, ANSWERED)

    def _open(self, url: str, rows: int, until: str) -> float:
        self.page.add_init_script(PAINTED.replace("ROWS", str(rows)))
        self.page.goto(f"{url}/?rows={rows}", wait_until="commit", timeout=PATIENCE_MS)
        time = self.page.evaluate(until, PATIENCE_MS)
        if time is None:
            raise TooSlow
        return float(time)

    def clicks(self, count: int, seconds: float) -> list[float]:
        """Milliseconds of each click on the button that changes one text; at least one."""
        self.page.wait_for_load_state("networkidle")  # the page may be shown before its scripts ran
        return self._click(".do-click", ".the-count", count, seconds, 0)

    def append(self) -> float:
        """Milliseconds until the appended rows are laid out."""
        return self._click(".do-append", ".the-rows", 1, 1, APPENDED)[0]

    def _click(
        self, button: str, target: str, count: int, seconds: float, added: int
    ) -> list[float]:
        arguments = [button, target, count, seconds * 1000, added, PATIENCE_MS]
        times: list[float] | None = self.page.evaluate(CLICK, arguments)
        if times is None:
            raise TooSlow
        return times


@contextmanager
def visit(browser: Browser) -> Iterator[Visit]:
    """A browser's first visit."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE_MS)
    try:
        yield Visit(context.new_page())
    finally:
        context.close()


@dataclass
class FirstLoad:
    """What travels until the network is idle: requests, bytes as sent, and if all was gzipped."""

    requests: int = 0
    sent: int = 0
    gzipped: int = 0


class Traffic:
    """Counts what a page sends and receives from now on."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)
        self._finished: dict[str, int] = {}
        self.socket_bytes = 0
        self._session.on("Network.loadingFinished", self._note)
        self._session.on("Network.webSocketFrameSent", self._frame)
        self._session.on("Network.webSocketFrameReceived", self._frame)
        self._session.send("Network.enable")

    def _note(self, event: dict[str, Any]) -> None:
        self._finished[event["requestId"]] = int(event["encodedDataLength"])

    def _frame(self, event: dict[str, Any]) -> None:
        data, is_text = event["response"]["payloadData"], event["response"]["opcode"] == 1
        self.socket_bytes += len(data.encode() if is_text else base64.b64decode(data))

    def first_load(self) -> FirstLoad:
        """Of everything so far; the page is still shown."""
        load = FirstLoad()
        for request, sent in tuple(self._finished.items()):  # others may end meanwhile
            answer = self._session.send("Network.getResponseBody", {"requestId": request})
            is_binary = answer["base64Encoded"]
            body = base64.b64decode(answer["body"]) if is_binary else answer["body"].encode()
            load.requests += 1
            load.sent += sent
            load.gzipped += min(len(gzip.compress(body)), len(body))
        return load
