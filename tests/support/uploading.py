"""What a user does on a page with file inputs, and what happens behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.native import until
from tests.support.upload_site import Site

# Without a channel to the program, a browser only knows what it has handed over.
SENDING = ".satchel-row:is([data-state=sending], [data-state=verifying])"
LARGE = 2**25  # more than what the kernel buffers

KEEP_PANELS = """{
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
    .satchel-progress.satchel-folded { transition-delay: 3600s !important }`);
document.adoptedStyleSheets = [sheet];
}"""


def keep_panels(page: Page) -> None:
    """Keep panels that show an outcome until `fold_panels`.

    On this page and on all that are loaded later, so that no slow test misses what they say.
    """
    page.evaluate(KEEP_PANELS)
    page.context.add_init_script(KEEP_PANELS)


def fold_panels(page: Page) -> None:
    """Let the panels go whose time would be over. There are no others."""
    panels = page.locator(".satchel-progress")
    expect(panels.and_(page.locator(":not(.satchel-folded)"))).to_have_count(0)
    panels.evaluate_all(
        "panels => panels.forEach(panel => panel.getAnimations().forEach(each => each.finish()))"
    )
    expect(panels).to_have_count(0)


def wait_for_bytes(site: Site) -> None:
    """Until the engine has bytes of a large file, and the next ones wait at the gate."""
    until(lambda: site.patched > 0, "bytes arrive")


def wait_for_engine(site: Site) -> None:
    """Open the gate, and wait until the engine has noticed that a browser went away."""
    site.open.set()
    until(lambda: not site.uploads.active, "the uploads end")


def wait_for_removal(site: Site) -> None:
    """Until what a user has left out is removed, for which the page does not wait."""
    until(lambda: site.stored == [], "nothing is stored")


def send(page: Page, *paths: Path) -> None:
    page.set_input_files("[name=files]", list(paths))
    page.click("text=Upload")


class Network:
    """The network of a page, at the rates that a test wants.

    A later limit holds also for a request that is in flight, if it began after this was made.
    """

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.send("Network.enable")
        self.limit(10**9)  # without any limit Chromium would not watch the requests

    def limit(self, rate: int, *, while_offline: Callable[[], None] | None = None) -> None:
        """Let the browser send so many bytes per second; -1 lifts the limit.

        Args:
            while_offline: called between the last request at the old rate and the first at the
                new one, for changes that a request in flight must not meet.
        """
        if while_offline:
            self._emulate(rate, is_offline=True)
            while_offline()
        self._emulate(rate, is_offline=False)

    def _emulate(self, rate: int, *, is_offline: bool) -> None:
        conditions = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": rate}
        self._session.send("Network.emulateNetworkConditions", conditions | {"offline": is_offline})
