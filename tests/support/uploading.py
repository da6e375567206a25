"""What a user does on the page of `upload_site`, and what happens behind it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.support.upload_site import Site

# Without a channel to the program, a browser only knows what it has handed over.
SENDING = ".satchel-row:is([data-state=sending], [data-state=verifying])"
LARGE = 2**25  # more than what the kernel buffers


def wait_for_engine(site: Site) -> None:
    """Until the engine has noticed that a browser went away."""
    site.open.set()
    while site.uploads.active:
        threading.Event().wait(0.02)


def send(page: Page, *paths: Path) -> None:
    page.set_input_files("[name=files]", list(paths))
    page.click("text=Upload")


def throttle(page: Page, rate: int, *, while_offline: Callable[[], None] = lambda: None) -> None:
    """Let the browser send so many bytes per second.

    Args:
        while_offline: called between the last request at full speed and the first slow one.
    """
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    conditions = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": rate}
    session.send("Network.emulateNetworkConditions", conditions | {"offline": True})
    while_offline()
    session.send("Network.emulateNetworkConditions", conditions | {"offline": False})
