"""The toolkit that shows windows: pywebview, as it works on every system.

`desktop.windows.qt` extends it for Linux.
"""

import importlib
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.system.errors import NoWindow
from desktop.windows.native_window import NativeWindow, Owner
from desktop.windows.options import HEIGHT, WIDTH

INSTALL_PYWEBVIEW = "python -m pip install pywebview==6.2.1"
WEBVIEW2 = "https://developer.microsoft.com/microsoft-edge/webview2"
NET = "https://dotnet.microsoft.com/download/dotnet-framework"

MOST_REASON = 200  # characters of what pythonnet says

INSTALL = {
    "win32": (
        f"Install Microsoft's WebView2 runtime ({WEBVIEW2}) and .NET Framework 4.6.2 or newer "
        f"({NET}), and start again."
    ),
    "darwin": INSTALL_PYWEBVIEW,
}


@dataclass(frozen=True)
class TrayCommands:
    """What an icon in the system's tray does. None of them blocks."""

    open: Callable[[], None]
    toggle: Callable[[], None]
    quit: Callable[[], None]


class Toolkit:
    """Makes windows and runs their event loop.

    Attributes:
        drags: whether `NativeWindow.drag` works; elsewhere pages do what browsers do.
    """

    drags = False

    def why_no_window(self, profile: Path | None = None) -> str | None:
        """Why no window can be opened, with what to do about it; None if one can.

        Args:
            profile: the folder for cookies and local storage, if there is to be one.
        """
        try:
            importlib.import_module("webview")
        except ImportError as error:
            return f"pywebview cannot be loaded: {error}. {INSTALL_PYWEBVIEW}"
        return why_no_web_view()

    def prepare(self) -> None:
        """Load the toolkit."""
        import webview

        webview.settings["ALLOW_FILE_URLS"] = False

    def window(self, owner: Owner, url: str) -> NativeWindow:
        """A new window on an address."""
        return NativeWindow(owner, url)

    def receive_files(self, take: Callable[[Sequence[Path]], None]) -> None:
        """Have files that the system opens with the running program given to a function.

        Only macOS does that. Elsewhere another process is started, which hands them over.
        """

    def show_tray(self, title: str, icon: str, commands: TrayCommands) -> None:
        """Show an icon in the system's tray, if there is one. Event thread only."""

    def run(self, icon: str = "", storage: Path | None = None) -> None:
        """Serve the system's events until the last window is closed. Main thread only.

        Args:
            icon: of the windows; without it the executable's, or our own.
            storage: where the web view keeps cookies and local storage; without it nothing is kept.

        Raises:
            NoWindow: the system offers no web view.
        """
        import webview

        options = self.options(icon)
        if storage:
            options |= {"private_mode": False, "storage_path": str(storage)}
        try:
            webview.start(**options)
        except webview.WebViewException as error:
            raise NoWindow(str(error)) from error

    def options(self, icon: str) -> dict[str, Any]:
        """Arguments of `webview.start` on this system."""
        return {}

    def active(self) -> Any:
        """pywebview's window that the person works in; None if that is unknown."""
        import webview

        return webview.active_window()

    def show_page(self, title: str, html: str) -> None:
        """Show a page that needs no server, until its window is closed.

        Raises:
            NoWindow: the system offers no web view.
        """
        import webview

        self.prepare()
        window = webview.create_window(
            title, html=html, width=WIDTH, height=HEIGHT, text_select=True
        )
        self.dress_page(window)
        self.run()

    def dress_page(self, window: Any) -> None:
        """Prepare the window of `show_page`."""


def has_run() -> bool:
    """Whether this process has shown a window: a system's event loop runs only once."""
    webview = sys.modules.get("webview")
    return webview is not None and webview.renderer is not None


def why_no_web_view() -> str | None:
    """Why pywebview finds no web view for our pages, with what to install; None if it does.

    Written for pywebview 6.2.1.
    """
    from webview.guilib import initialize

    log = logging.getLogger("pywebview")
    was_disabled, log.disabled = log.disabled, True  # it logs tracebacks; the reason is said here
    try:
        found = initialize()
    # .NET that is missing is a RuntimeError of pythonnet, or a slip of pywebview's own in what
    # handles that: no kind of error is excluded.
    except Exception as error:
        problem = " ".join(str(error).split())[:MOST_REASON] or type(error).__name__
        return (
            f"The system's web view cannot be loaded ({problem}). {INSTALL.get(sys.platform, '')}"
        )
    finally:
        log.disabled = was_disabled
    if found is not None and found.renderer == "mshtml":  # Internet Explorer's shows none of them
        return f"The WebView2 runtime is missing. {INSTALL.get(sys.platform, '')}"
    return None
