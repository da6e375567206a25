"""Files dragged onto a page from outside, or pasted into it, as the system would."""

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


PASTE = """([selector, text, picture]) => {
    const data = new DataTransfer();
    const image = new File([String(Math.random())], 'image.png', { type: 'image/png' });
    if (picture) data.items.add(image);
    if (text) data.setData('text/plain', text);
    const init = { bubbles: true, cancelable: true, clipboardData: data };
    const event = new ClipboardEvent('paste', init);
    document.querySelector(selector).dispatchEvent(event);
    return event.defaultPrevented;
}"""


def paste_picture(page: Page, selector: str, text: str = "") -> bool:
    """Paste a picture, with its text if it has one. Returns whether the page has taken it."""
    is_taken: bool = page.evaluate(PASTE, [selector, text, True])
    return is_taken


def paste_text(page: Page, selector: str, text: str) -> bool:
    """Paste text. Returns whether the page has made a file of it."""
    is_taken: bool = page.evaluate(PASTE, [selector, text, False])
    return is_taken


def drop_strings(page: Page, selector: str, **strings: str) -> None:
    """Drag what is no file from another program: strings by media type, `text_html="..."`."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    items = [
        {"mimeType": name.replace("_", "/", 1).replace("_", "-"), "data": data}
        for name, data in strings.items()
    ]
    data = {"items": items, "files": [], "dragOperationsMask": 1}
    session = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})
