"""A page of components and its copy in Chromium, which is kept in step by patches alone."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from core.elements.page import WebPage
from core.elements.render import Renderer
from core.live.page import LivePage

DOCUMENT = """<!doctype html><body><script type="module">
import { Dom } from '/client/dom.js';

window.begin = (html) => {
  document.body.innerHTML = `<div id="components" data-c="0">${html}</div>`;
  window.resyncs = 0;
  window.dom = new Dom({ channels: new Set(['mine']), resync: () => { window.resyncs += 1; } });
};
window.patch = (operations) => {
  const settle = window.dom.startPatch(operations);
  for (const operation of operations) if (operation[0] !== 's') window.dom.apply(operation);
  settle();
};
// Elements as a user sees them: what a control holds, not which value it began with.
const seen = (node) => {
  if (node instanceof Text) return node.data;
  const held = node.matches('input, textarea, select');
  const start = held ? ['value', 'checked'] : [];
  const names = node.getAttributeNames().filter((name) => !start.includes(name));
  const attributes = names.sort().map((name) => `${name}=${node.getAttribute(name)}`);
  const children = held ? [node.value, node.checked] : [...node.childNodes].map(seen);
  return `<${node.localName} ${attributes}>${children.join('')}</>`;
};
window.compare = (fresh) => {
  const other = document.createElement('div');
  other.innerHTML = `<div id="components" data-c="0">${fresh}</div>`;
  return [seen(document.getElementById('components')), seen(other.firstChild)];
};
document.body.className = 'ready';
</script>"""


def load(page: Page) -> None:
    """Load the part of the client that applies patches."""
    page.route("**/*", _answer)
    page.goto("http://mirror.test/")
    page.wait_for_selector("body.ready", state="attached")


def _answer(route: Route) -> None:
    path = urlsplit(route.request.url).path
    if path == "/":
        route.fulfill(body=DOCUMENT, content_type="text/html")
        return
    source = files("assets").joinpath(path.lstrip("/")).read_text("utf-8")
    route.fulfill(body=source, content_type="text/javascript")


class Mirror:
    """A page and its copy in a browser tab that `load` prepared."""

    def __init__(self, tab: Page, page: WebPage) -> None:
        self.tab = tab
        self.page = page
        self.live = LivePage(page, str, lambda live: None, ThreadPoolExecutor(1))
        page.view = self.live
        self.number, html, _ = self.live.paint()
        tab.evaluate("html => begin(html)", html)

    def flush(self) -> list[list[Any]]:
        """Send what changed; the operations that it took."""
        self.live.flush()
        patches = self.live.since(self.number)
        assert patches is not None, "the page would be sent whole"
        operations = [each for _, text in patches for each in json.loads(text)["ops"]]
        self.number = self.live.number
        self.tab.evaluate("operations => patch(operations)", operations)
        return operations

    def check(self) -> None:
        """Assert that the copy is what a browser that came now would get."""
        fresh = Renderer().html(self.page.components)
        shown, expected = self.tab.evaluate("fresh => compare(fresh)", fresh)
        assert shown == expected
        assert self.tab.evaluate("resyncs") == 0
