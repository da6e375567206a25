"""`python -m desktop` without a display, and the smallest program for it."""

from __future__ import annotations

import os

from tests.support.served import ROOT

PAGE = "import core as jp\njp.justpy(lambda: jp.WebPage(title='Shown'), **{})\n"


def without_display() -> dict[str, str]:
    graphic = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "BROWSER")
    kept = {key: value for key, value in os.environ.items() if key not in graphic}
    return kept | {"PYTHONPATH": str(ROOT)}
