"""`desktop.run`: open a program's window, however the program was started."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import core.serving
from core.jobs.worker.program import end_loading
from core.serving import App
from core.web.pages.request_functions import RequestFunction
from core.web.server.child_processes import is_worker
from desktop.system.errors import NothingToShow
from desktop.windows.options import HEIGHT, WIDTH, Function, Functions, Look, Menu, checked_icon


def run(
    page: RequestFunction | App,
    *,
    title: str = "",
    width: int = WIDTH,
    height: int = HEIGHT,
    icon: str | Path | None = None,
    menu: Menu | None = None,
    on_close: Function | None = None,
    startup: Callable[[], Any] | None = None,
    start_at_login: bool = False,
    tray: bool = False,
) -> None:
    """Show a program in a window; returns when its last window is closed.

    ``python program.py`` opens the window, ``python -m desktop program.py`` does so with options.

    Args:
        page: a page function, or an `App`.
        title: of the window if a page has none; by default the name of the file.
        width, height: of the window at the first start, in pixels; later starts use its last size.
        icon: a PNG or SVG file.
        menu: additional menus; entries for "File", "Edit", "View" or "Help" come first there:
            ``{"File": {"Export…": MenuItem(export, "Ctrl+E")}}``.
        on_close: called as a handler of the page before a window closes; False keeps it open.
        startup: called on the event loop before the first request; async or plain.
        start_at_login: whether File > Start at login lets people switch that on (Linux).
        tray: whether an icon in the system's tray shows and hides the windows (Linux). If there is
            no tray, the log says so.

    Raises:
        TypeError: a menu entry has no function.
        ValueError: there is no such icon, or a menu entry has keys that are no shortcut or that
            another one has.
        DesktopError: it could not be shown.
    """
    functions = Functions(menu, on_close)
    asks = on_close is not None
    look = Look(
        title, width, height, checked_icon(icon), functions.menus, asks, start_at_login, tray
    )
    end_loading()
    if is_worker():
        return
    if core.serving.current_launch() is None:
        alone(lambda: show(page, startup, look, functions))
    else:
        show(page, startup, look, functions)


def show(
    page: RequestFunction | App,
    startup: Callable[[], Any] | None,
    look: Look,
    functions: Functions,
) -> None:
    from desktop.launch.launcher import Launcher

    launcher = core.serving.current_launch()
    if isinstance(launcher, Launcher):
        launcher.configure(look, functions)
    if isinstance(page, App):
        core.serve(page, startup=startup)
    else:
        core.justpy(page, startup=startup)


def alone(program: Callable[[], None]) -> None:
    """Launch the program that this process runs: `python program.py`."""
    from desktop.launch import startup
    from desktop.start.commandline import Options

    file = getattr(sys.modules["__main__"], "__file__", None)
    if file is None:
        raise NothingToShow("run() opens the window of a program: write it into a file.")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if code := startup.run(Options(program=file), program):
        raise SystemExit(code)
