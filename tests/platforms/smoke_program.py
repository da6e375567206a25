"""What `smoke.py` runs: a page that says when the window's web view has shown it."""

import os
from pathlib import Path

import core as jp


def ready(self, msg):
    """The page is shown and connected: script, websocket and handler work."""
    Path(os.environ["SATCHEL_SMOKE"]).write_text(msg.page.title, "utf-8")


def page():
    wp = jp.WebPage(title="Smoke")
    jp.P(text="A window of this system shows this page.", a=wp)
    wp.on("page_ready", ready)
    return wp


jp.justpy(page)
