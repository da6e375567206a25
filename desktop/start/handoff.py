"""A second start of a running program: its message to the first instance, and the answer."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from desktop.start.commandline import Front, View
from desktop.start.instance import Instance
from desktop.start.instance_socket import Message
from desktop.start.plan import Plan
from desktop.system import browser

# With these a desktop permits a window to come to the front (Wayland, X11).
ACTIVATION = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")

OPENS = "It opens in the browser."
NO_BROWSER = "No browser was found. The page is at"


class Shown(Protocol):
    """The windows of the running program. Any thread may call it."""

    def come_forward(self, activation: str) -> None:
        """Bring them to the front; `activation` is the desktop's permission."""

    def toggle(self, activation: str) -> bool:
        """Hide them if they are in front, else bring them there; whether they are there now."""


def hand_over(plan: Plan, instance: Instance) -> int | None:
    """Have the running instance do it; the exit code, or None if it has ended.

    Raises:
        DesktopError: it is running but is not responding.
    """
    options = plan.options
    activation = next(filter(None, map(os.environ.get, ACTIVATION)), "")
    answer = instance.hand_over(
        {
            "view": options.view.value,
            "front": options.front.value,
            "files": [str(path) for path in options.files],
            "activation": activation,
        }
    )
    if answer is None:
        return None
    for problem in answer["problems"]:
        print(f"satchel: {problem}", file=sys.stderr)
    if options.front is Front.STAY:
        report_added(plan, answer)
    else:
        print(f"{plan.source.title} is already running (process {answer['process']}).", end=" ")
        report(options.view, answer)
    return 1 if answer["problems"] else 0


def report_added(plan: Plan, answer: Message) -> None:
    names = [path.name for path in plan.options.files]
    what = f"“{names[0]}”" if len(names) == 1 else f"{len(names):,} files and folders"
    if not answer["problems"]:
        print(f"{plan.source.title} (process {answer['process']}) gets {what}.")


def report(view: View, answer: Message) -> None:
    """Show the running program in the view that this start was given."""
    if answer["hidden"]:
        print("Its window is hidden.")
    elif answer["in_front"]:
        print("Its window has come to the front.")
    elif view is View.NONE:
        print("The page is at", answer["address"], sep="\n")
    elif answer["entry"] and may_open(answer["entry"]):
        print(OPENS)
    else:
        print(NO_BROWSER, answer["address"], sep="\n")


def may_open(entry: str) -> bool:
    return browser.may_open_browser() and browser.open_browser(entry)


def answering(
    entrance: Callable[[], str],
    address: str,
    open_files: Callable[[Sequence[Path]], list[str]],
    shown: Shown | None,
) -> Callable[[Message], Message]:
    """The function that answers second starts.

    Args:
        entrance: makes an address that lets a browser in once; "" if that fails.
        address: of the page, with the launch token.
        open_files: opens files; returns a sentence for each that it cannot open.
        shown: the windows; None if there is none.
    """

    def bring(message: Message) -> bool:
        """Do with the windows what is asked; whether they are in front then."""
        if shown is None or message["front"] == Front.STAY.value:
            return False
        if message["front"] == Front.TOGGLE.value:
            return shown.toggle(message["activation"])
        shown.come_forward(message["activation"])
        return True

    def answer(message: Message) -> Message:
        problems = open_files([Path(path) for path in message["files"]])
        view = View(message["view"])
        has_window = shown is not None and view is View.WINDOW
        in_front = has_window and bring(message)
        is_done = has_window or view is View.NONE or message["front"] == Front.STAY.value
        return {
            "process": os.getpid(),
            "problems": problems,
            "in_front": in_front,
            "hidden": has_window and not in_front,
            "address": address,
            "entry": "" if is_done else entrance(),
        }

    return answer
