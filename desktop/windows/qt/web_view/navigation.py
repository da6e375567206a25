"""Keeps windows on our pages; other addresses go to the system's browser."""

from typing import Any

from desktop.windows.native_window import Rules
from desktop.windows.qt.web_view.web_process import WebProcess


def navigate(process: WebProcess, rules: Rules, request: Any) -> None:
    """Keep the window on our pages; other addresses that may be opened go to the browser."""
    url = request.url().toString(request.url().ComponentFormattingOption.FullyEncoded)
    if is_ours(rules, url) or url == "about:blank" or process.leads(url):
        return
    if not request.isMainFrame() and request.url().scheme() != "file":
        return  # a frame in our page: the page's Content-Security-Policy decides
    request.reject()
    if not process.is_reload(url):
        rules.open_link(url)


def new_window(rules: Rules, request: Any) -> None:
    """target=_blank, window.open, ctrl-click and "open link in new window"."""
    url = request.requestedUrl()
    url = url.toString(url.ComponentFormattingOption.FullyEncoded)
    if is_ours(rules, url):
        rules.open_window(path_of(rules, url))
    else:
        rules.open_link(url)


def is_ours(rules: Rules, url: str) -> bool:
    return url == rules.origin or url.startswith(f"{rules.origin}/")


def path_of(rules: Rules, url: str) -> str:
    return url.removeprefix(rules.origin) or "/"
