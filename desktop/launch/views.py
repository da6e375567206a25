"""Shows the program: in windows, in the system's browser, or as an address in the terminal."""

import signal
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Protocol
from urllib.parse import urlsplit

from core.language.texts import _
from core.web.access.sessions import Sessions
from desktop.bridge.page_calls import Bridge
from desktop.files.fetch import Loopback
from desktop.files.intake import Intake
from desktop.files.save import Saves
from desktop.login.login_command import autostart
from desktop.start import process
from desktop.start.commandline import View
from desktop.start.entrance import Entrance
from desktop.start.handoff import Shown, answering
from desktop.start.instance import Instance
from desktop.start.plan import HOST, Plan
from desktop.system import browser, logs
from desktop.system.errors import NoWindow
from desktop.system.threads import in_background
from desktop.windows.closing import Unfinished
from desktop.windows.dialogs import Dialogs
from desktop.windows.manager import Windows
from desktop.windows.options import Look
from desktop.windows.qt.toolkit import system_toolkit
from desktop.windows.setup import Setup
from desktop.windows.window_state import WindowState


class Serving(Protocol):
    """A program that is served, by this process or a child process. Any thread may call it."""

    @property
    def url(self) -> str: ...

    def entry(self, path: str) -> str:
        """An address that works once, sets the window's session and leads to a path."""

    def transfers(self) -> int:
        """The number of uploads in flight."""

    def stop_transfers(self) -> None:
        """End the uploads in flight, and remove what they brought."""

    def work(self) -> tuple[int, int]:
        """Of the jobs that run: how many of their tasks have ended, and how many there are."""

    def announce_opened(self) -> None:
        """Have pages ask what was opened."""

    @property
    def look(self) -> Look:
        """The program's settings for its window."""

    def act(self, window: str, number: int) -> bool:
        """Call a function of the program's menus for the page in a window.

        Returns:
            Whether it returned anything but False.
        """


def show(plan: Plan, serving: Serving, bridge: Bridge, intake: Intake, instance: Instance) -> None:
    """Show the program; returns when the last window is closed, or on Ctrl-C."""
    view = plan.options.view
    address = f"{serving.url}/?token={plan.identity.token}"
    entrance = Entrance(plan.folders.cache, plan.identity.mark, lambda: serving.entry("/"))

    def open_files(paths: Sequence[Path], destination: str = "") -> list[str]:
        problems = intake.open(paths, destination)
        serving.announce_opened()
        return problems

    def reachable(shown: Shown | None) -> None:
        title, in_browser = plan.source.title, view is View.BROWSER
        instance.ready(answering(title, entrance.open, address, open_files, shown, in_browser))

    # Reading the files may take a while. The log and the page show problems.
    in_background(open_files, plan.options.files, plan.destination())

    try:
        if view is View.WINDOW:
            try:
                return open_windows(plan, serving, bridge, intake.give, open_files, reachable)
            except NoWindow as reason:
                said = _("No window can be opened.")
                logs.say(f"{said} {reason}")
                view = View.BROWSER if browser.may_open_browser() else View.NONE
        reachable(None)
        if view is View.BROWSER:
            in_background(open_browser, entrance)
        serve(address)
    finally:
        entrance.remove_all()


def open_browser(entrance: Entrance) -> None:
    if entry := entrance.open():
        browser.open_browser(entry)


def open_windows(
    plan: Plan,
    serving: Serving,
    bridge: Bridge,
    give: Callable[[Sequence[Path]], None],
    open_files: Callable[[Sequence[Path]], list[str]],
    reachable: Callable[[Shown], None],
) -> None:
    toolkit = system_toolkit()
    if reason := toolkit.why_no_window(plan.folders.webview):
        raise NoWindow(reason)
    print(_("Satchel ready to go on {address}", address=serving.url), flush=True)

    dialogs = Dialogs(plan.folders.state / "save-folder")
    setup = Setup(
        title=plan.source.title,
        origin=serving.url,
        profile=plan.folders.webview,
        state=WindowState(plan.folders.state / f"window-{plan.identity.mark}"),
        dialogs=dialogs,
        save=bridge.save_unasked,
        keep=bridge.keep_unasked,
        entry=serving.entry,
        unfinished=lambda: Unfinished(bridge.writing() or serving.transfers() > 0, *serving.work()),
        stop_transfers=serving.stop_transfers,
        give=give,
        open_files=lambda window: in_background(lambda: open_files(dialogs.open_files(window))),
        report=bridge.report,
        look=lambda: serving.look,
        act=serving.act,
        autostart=autostart(plan),
        debug=plan.options.debug,
    )
    windows = Windows(setup, toolkit)
    toolkit.receive_files(lambda paths: in_background(open_files, paths))
    saves = Saves(loopback(plan, serving), dialogs, windows.of, setup.report)
    bridge.connect(windows, saves)
    reachable(windows)
    process.loaded()
    windows.run()


def serve(address: str) -> None:
    """Serve until Ctrl-C or SIGTERM; the address is on a line of its own."""
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    process.loaded()
    print(_("Satchel ready to go. Ctrl-C ends it. The page is at"))
    print(address, flush=True)
    while not ended.wait(1):  # without a limit, Windows would not notice Ctrl-C
        pass


def loopback(plan: Plan, serving: Serving) -> Loopback:
    identity = plan.identity
    sessions = Sessions(identity.secret, identity.cookie_name, identity.token)
    port = urlsplit(serving.url).port or 0
    return Loopback(HOST, port, sessions.cookie(identity.session_id))
