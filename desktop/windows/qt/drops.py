"""Reads the paths of what is dropped on a Qt window, chosen in its file dialog, or pasted.

Written for pywebview 6.2.1 with PySide6 6.12, as `qt` is. The page is told of the same things by
Chromium, in the same order, but never of their paths.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

Give = Callable[[Sequence[Path]], None]


def watch(qt: Any, give: Give) -> None:
    """Tell `give` the paths. Call it before the first window exists."""
    watch_drops(qt, give)
    watch_choices(qt, give)


def watch_drops(qt: Any, give: Give) -> None:
    """Why: pywebview notes paths only where its own bridge runs, and joins them by name."""
    view = qt.BrowserView.WebView
    drop = view.dropEvent

    def dropped(self: Any, event: Any) -> None:
        give(local_paths(event.mimeData()))
        drop(self, event)  # from here on the page may ask

    view.dropEvent = dropped


def watch_choices(qt: Any, give: Give) -> None:
    """What `<input type=file>` gets from the system's dialog."""
    page = qt.BrowserView.WebPage
    choose = page.chooseFiles

    def chosen(self: Any, mode: Any, old: Any, types: Any) -> Any:
        paths = choose(self, mode, old, types)
        give([Path(path) for path in paths])
        return paths

    page.chooseFiles = chosen


def local_paths(data: Any) -> list[Path]:
    """The paths of what is carried; none where one of them is not of this machine."""
    urls = data.urls() if data.hasUrls() else []
    if not all(url.isLocalFile() for url in urls):
        return []
    return [path_of(url) for url in urls]


def path_of(url: Any) -> Path:
    """Why not `toLocalFile` alone: it loses the bytes of a name that is not UTF-8."""
    path = url.toLocalFile()
    if "\ufffd" not in path:
        return Path(path)
    encoded = urlsplit(url.toEncoded().data()).path
    return Path(os.fsdecode(unquote_to_bytes(encoded)))
