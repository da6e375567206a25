"""A page of components and its copy in Chromium, kept in step by patches alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from core.elements.component import Component
from core.elements.render import Renderer
from core.elements.webpage import WebPage
from core.live.live_page import LivePage
from core.live.snapshot import visible_children

DOCUMENT = """<!doctype html><body><script type="module">
import { Patcher } from '/client/dom/patcher.js';
import { unwrapNested } from '/client/dom/parse-html.js';

window.begin = (html) => {
  document.body.innerHTML = `<div id="components" data-c="0">${html}</div>`;
  window.resyncs = 0;
  window.dom = new Patcher({ channels: new Set(['mine']), resync: () => { window.resyncs += 1; },
    isWaiting: () => false }, () => {});
};
window.patch = (operations) => {
  const settle = window.dom.startPatch(operations);
  for (const operation of operations) if (operation[0] !== 's') window.dom.apply(operation);
  settle();
};
window.whole = (html) => window.dom.replaceAll(html);
// Parsers put rows into a <tbody> that no component knows.
const inside = (node) => [...node.childNodes].flatMap((child) =>
  child.localName === 'tbody' && !child.dataset.c ? [...child.childNodes] : [child]);
// Elements as a user sees them: what a control holds, not which value it began with.
const seen = (node) => {
  if (node instanceof Text) return node.data;
  const held = node.matches('input, textarea, select');
  const start = held ? ['value', 'checked'] : [];
  const names = node.getAttributeNames().filter((name) => !start.includes(name));
  const attributes = names.sort().map((name) => `${name}=${node.getAttribute(name)}`);
  const children = held ? [node.value, node.checked] : inside(node).map(seen);
  return `<${node.localName} ${attributes}>${children.join('')}</>`;
};
window.compare = (fresh) => {
  const other = document.createElement('div');
  other.innerHTML = `<div id="components" data-c="0">${fresh}</div>`;
  unwrapNested(other);
  return [seen(document.getElementById('components')), seen(other.firstChild)];
};
// Which components stand in which.
window.tree = (node = document.getElementById('components')) => inside(node)
  .filter((child) => child.dataset?.c).map((child) => [Number(child.dataset.c), tree(child)]);
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
        self.live = LivePage(page, str, ThreadPoolExecutor(1), str)
        page.show_in(self.live)
        self.number, html, _ = self.live.paint()
        tab.evaluate("html => begin(html)", html)

    def flush(self) -> list[list[Any]]:
        """Send the changes; return the operations."""
        self.live.flush()
        patches = self.live.patches_after(self.number)
        assert patches is not None, "the page would be sent whole"
        operations = [each for _, text in patches for each in json.loads(text)["ops"]]
        self.number = self.live.number
        self.tab.evaluate("operations => patch(operations)", operations)
        return operations

    def resend(self) -> None:
        """Send the whole page, as to a browser that missed too much."""
        self.number, whole = self.live.whole()
        self.tab.evaluate("html => whole(html)", json.loads(whole)["html"])

    def check(self) -> None:
        """Assert that the copy equals the page that a new browser gets."""
        fresh = Renderer().html(self.page.components)
        shown, expected = self.tab.evaluate("fresh => compare(fresh)", fresh)
        assert shown == expected
        assert self.tab.evaluate("tree()") == tree(self.page.components)
        assert self.tab.evaluate("resyncs") == 0


def tree(components: Iterable[Component]) -> list[Any]:
    """Which components contain which, by id."""
    return [[c.component_id, tree(visible_children(c))] for c in components if c.show]
