"""A second start of a program that runs already: what it asks for, and what it is answered."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.start.commandline import View
from desktop.start.instance import Instance, Message
from desktop.start.plan import Plan
from desktop.system import browser

# By these a desktop lets a program's window come to the front (Wayland, X11).
ACTIVATION = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")

OPENS = "It opens in the browser."
NO_BROWSER = "No browser was found. The page is at"


def hand_over(plan: Plan, instance: Instance) -> int | None:
    """Let the program that runs already do it: the exit code; None where it has ended meanwhile.

    Raises:
        DesktopError: it runs, but does not answer.
    """
    options = plan.options
    activation = next(filter(None, map(os.environ.get, ACTIVATION)), "")
    answer = instance.hand_over(
        {
            "view": options.view.value,
            "files": [str(path) for path in options.files],
            "activation": activation,
        }
    )
    if answer is None:
        return None
    for problem in answer["problems"]:
        print(f"satchel: {problem}", file=sys.stderr)
    print(f"{plan.source.title} is already running (process {answer['process']}).", end=" ")
    tell(options.view, answer)
    return 1 if answer["problems"] else 0


def tell(view: View, answer: Message) -> None:
    """Show what runs already, in the way that this start was to show it."""
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
    """What answers second starts.

    Args:
        entrance: an address that leads a browser in, once; "" where there can be none.
        address: where the page is found with the launch token.
        open_files: opens files; sentences about those that it cannot open.
        come_forward: lets the window come to the front; None where there is none.
    """

    def answer(message: Message) -> Message:
        problems = open_files([Path(path) for path in message["files"]])
        in_front = come_forward is not None and message["view"] == View.WINDOW.value
        if come_forward is not None and in_front:
            come_forward(message["activation"])
        return {
            "process": os.getpid(),
            "problems": problems,
            "in_front": in_front,
            "address": address,
            "entry": "" if in_front or message["view"] == View.NONE.value else entrance(),
        }

    return answer
