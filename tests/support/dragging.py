"""Files dragged from outside onto a page, as the system would."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page


def drag(page: Page, kind: str, selector: str, *paths: Path) -> None:
    """One step of a file drag from outside (dragEnter, dragOver, drop, dragCancel)."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    page.context.new_cdp_session(page).send(
        "Input.dispatchDragEvent",
        {
            "type": kind,
            "x": box["x"] + box["width"] / 2,
            "y": box["y"] + box["height"] / 2,
            "data": {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1},
        },
    )


def drop(page: Page, selector: str, *paths: Path) -> None:
    for kind in ("dragEnter", "dragOver", "drop"):
        drag(page, kind, selector, *paths)
