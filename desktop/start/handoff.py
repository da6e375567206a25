"""A second start of a running program: its message to the first instance, and the answer."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.start.commandline import Front, View
from desktop.start.instance import Instance
from desktop.start.instance_socket import Message
from desktop.start.plan import Plan
from desktop.system import browser

# With these a desktop permits a window to come to the front (Wayland, X11).
ACTIVATION = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")

OPENS = "It opens in the browser."
NO_BROWSER = "No browser was found. The page is at"


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
    if answer["in_front"]:
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
    come_forward: Callable[[str], None] | None,
) -> Callable[[Message], Message]:
    """The function that answers second starts.

    Args:
        entrance: makes an address that lets a browser in once; "" if that fails.
        address: of the page, with the launch token.
        open_files: opens files; returns a sentence for each that it cannot open.
        come_forward: brings the window to the front; None if there is no window.
    """

    def answer(message: Message) -> Message:
        problems = open_files([Path(path) for path in message["files"]])
        stays = message["front"] == Front.STAY.value
        has_window = come_forward is not None and message["view"] == View.WINDOW.value
        in_front = has_window and not stays
        if come_forward is not None and in_front:
            come_forward(message["activation"])
        no_view = message["view"] == View.NONE.value
        return {
            "process": os.getpid(),
            "problems": problems,
            "in_front": in_front,
            "address": address,
            "entry": "" if in_front or stays or no_view else entrance(),
        }

    return answer
