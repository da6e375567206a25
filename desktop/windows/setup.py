"""The setup that all windows of this process share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.web.settings import Report
from desktop.login.autostart import Autostart
from desktop.windows.closing import Unfinished
from desktop.windows.dialogs import Dialogs, Parent
from desktop.windows.options import Look
from desktop.windows.window_state import WindowState


@dataclass(frozen=True)
class Setup:
    """Facts about the program, and the functions that windows call."""

    title: str
    origin: str  # http://127.0.0.1:PORT
    profile: Path  # the web view's own folder
    state: WindowState  # from the last launch
    dialogs: Dialogs
    save: Callable[[str, str], None]  # saves a download of ours: its path, its name
    keep: Callable[[Path, str], None]  # saves a file that the web view wrote: the file, its name
    entry: Callable[[str], str]  # the address that lets a window in and leads to a path
    unfinished: Callable[[], Unfinished]  # what closing now would interrupt
    stop_transfers: Callable[[], None]  # ends uploads, and removes what they brought
    give: Callable[[Sequence[Path]], None]  # what was dropped on a window, or chosen in it
    open_files: Callable[[Parent], None]  # File > Open, called on the event thread
    report: Report  # shows a message in the page of a window
    look: Callable[[], Look]  # what the program wants, now
    act: Callable[[str, int], bool]  # calls a function of the program, for a window
    autostart: Autostart
    debug: bool = False  # whether the program's author is looking
