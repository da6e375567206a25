"""Going to other pages of the program, in this window or in another one."""

from __future__ import annotations

from typing import Literal

from core.live.protocol import SetPageAttribute
from desktop.bridge.current_page import current_page


async def set_title(title: str) -> None:
    """Change the title of the window, or of the browser's tab; other windows keep theirs."""
    _set("title", title)


async def go_to(path: str) -> None:
    """Show another page of the program in this window; in a browser, in this tab.

    Other windows that show the page stay where they are.

    Raises:
        ValueError: it is not a path of the program.
    """
    _set("redirect", _checked("go_to", path))


async def open_window(path: str = "/") -> None:
    """Show another page of the program in a window of its own; in a browser, in a tab.

    Raises:
        ValueError: it is not a path of the program.
    """
    page = current_page()
    if page.is_native:
        await page.do("open_window", path=_checked("open_window", path))
    else:
        _set("open", _checked("open_window", path))


def _checked(function: str, path: str) -> str:
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"{function}() opens a page of the program such as '/', not {path!r}.")
    return path


def _set(attribute: Literal["title", "redirect", "open"], value: str) -> None:
    """Set an attribute of the page in the browser that acted only."""
    current_page().channel.send({"now": [SetPageAttribute("p", attribute, value)]})
