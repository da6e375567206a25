"""A second start of a running program: its message to the first instance, and the answer.

The first one words what the second one says in the terminal: it has `core`, and so the catalogues,
which the second one need not load.
"""

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
            "destination": plan.destination(),
            "activation": activation,
        }
    )
    if answer is None:
        return None
    for problem in answer["problems"]:
        print(f"satchel: {problem}", file=sys.stderr)
    report(answer)
    return 1 if answer["problems"] else 0


def report(answer: Message) -> None:
    """Say what the running program did, and open the browser if that is what is left to do."""
    said = [answer["said"]]
    if "entry" in answer:
        opens = answer["entry"] and may_open(answer["entry"])
        said.append(answer["opens"] if opens else answer["no_browser"])
    if any(said):
        print(*said)


def may_open(entry: str) -> bool:
    return browser.may_open_browser() and browser.open_browser(entry)


class Shown(Protocol):
    """The windows of the running program. Any thread may call it."""

    def come_forward(self, activation: str) -> None:
        """Bring them to the front; `activation` is the desktop's permission."""

    def toggle(self, activation: str) -> bool:
        """Hide them if they are in front, else bring them there; whether they are there now."""


def bring(shown: Shown | None, message: Message) -> bool:
    """Do with the windows what is asked; whether they are in front then."""
    if shown is None or message["front"] == Front.STAY.value:
        return False
    if message["front"] == Front.TOGGLE.value:
        return shown.toggle(message["activation"])
    shown.come_forward(message["activation"])
    return True


def answering(
    title: str,
    entrance: Callable[[], str],
    address: str,
    open_files: Callable[[Sequence[Path], str], list[str]],
    shown: Shown | None,
    in_browser: bool,
) -> Callable[[Message], Message]:
    """The function that answers second starts.

    Args:
        title: of the program.
        entrance: makes an address that lets a browser in once; "" if that fails.
        address: of the page, with the launch token.
        open_files: opens files for a destination; returns a sentence for each that it cannot open.
        shown: the windows; None if there is none.
        in_browser: whether the browser shows the pages instead.
    """
    from core.language.texts import _

    def answer(message: Message) -> Message:
        problems = open_files([Path(path) for path in message["files"]], message["destination"])
        view = View(message["view"])
        has_window = shown is not None and view is View.WINDOW
        in_front = has_window and bring(shown, message)
        page = _("The page is at") + f"\n{address}"
        # Without a page that shows the files, one is opened even so.
        if message["front"] == Front.STAY.value and (shown is not None or in_browser):
            return {"problems": problems, "said": "" if problems else added(title, message)}
        said = [_("{program} is already running (process {number}).", **_facts(title))]
        if has_window:
            front, hidden = _("Its window has come to the front."), _("Its window is hidden.")
            said.append(front if in_front else hidden)
        elif view is View.NONE:
            said.append(page)
        answer = {"problems": problems, "said": " ".join(said)}
        if not has_window and view is not View.NONE:
            opens, none = _("It opens in the browser."), _("No browser was found.")
            answer |= {"entry": entrance(), "opens": opens, "no_browser": f"{none} {page}"}
        return answer

    return answer


def added(title: str, message: Message) -> str:
    """That the program has got files."""
    from core.language.texts import _, ngettext

    names = [Path(path).name for path in message["files"]]
    if len(names) == 1:
        return _("{program} (process {number}) gets “{name}”.", name=names[0], **_facts(title))
    return ngettext(
        "{program} (process {number}) gets {count} file or folder.",
        "{program} (process {number}) gets {count} files and folders.",
        len(names),
        **_facts(title),
    )


def _facts(title: str) -> dict[str, str]:
    return {"program": title, "number": str(os.getpid())}
