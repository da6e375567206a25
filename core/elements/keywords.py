"""Keywords that are probably meant as something else. Programs may invent any, so it only warns.

A function that nothing will call, and keywords of other frameworks, are always reported; what looks
misspelt in debug mode. A class of the program with a constructor of its own takes what it likes.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from types import FrameType
from typing import Any

logger = logging.getLogger(__name__)

NEAR = 0.8  # of difflib: "clik" and "click" are nearer, "list" and "listen" are not

MOST_REPORTED = 1000
"""Warnings, each for a line of the program; after these there are none."""

# What other frameworks call it, and what it is here.
_ELSEWHERE = {
    "class_name": "It is 'classes' here.",
    "className": "It is 'classes' here.",
    "columns": "jp.AutoTable(values=[[...], ...]) makes a table of rows.",
    "content": "It is 'text' here, or 'children' for components.",
    "disable": "It is 'disabled' here.",
    "enabled": "It is 'disabled' here: disabled=True for enabled=False.",
    "inner_text": "It is 'text' here.",
    "label": "A jp.Label(text=..., for_component=...) names a control; aria_label does so unseen.",
    "options": "Add a jp.Option(text=..., value=...) for each of them to a jp.Select.",
    "rows": "jp.AutoTable(values=[[...], ...]) makes a table of rows.",
    "tooltip": "It is 'title' here.",
    "visible": "It is 'show' here: show=False for visible=False.",
}

# What other frameworks call an event; these are too far from ours to be guessed.
_EVENTS = {"command": "click", "on_press": "click", "on_value_change": "change"}

_OURS = str(Path(__file__).parents[1])
reported: set[tuple[str, int, str]] = set()
is_watching = False


def watch() -> None:
    """Debug mode: tell of what looks misspelt, too."""
    global is_watching
    is_watching = True


def keep(owner: Any, name: str, value: Any) -> None:
    """Set what is no attribute of the element and no event, or is an unknown type."""
    if is_watching or callable(value) or name in _ELSEWHERE:
        _look(owner, name, value)
    setattr(owner, name, value)


def _look(owner: Any, name: str, value: Any) -> None:
    if not (is_watching or type(owner).__init__.__module__.startswith("core.")):
        return
    what = f"type={value!r:.50}" if name == "type" else name
    if not (question := _question(owner, name, value)):
        return
    file, line = _line_of_program()
    if (file, line, what) not in reported and len(reported) < MOST_REPORTED:
        reported.add((file, line, what))
        of = type(owner).__name__
        logger.warning("%s does not know %s. %s (%s, line %d)", of, what, question, file, line)


def _question(owner: Any, name: str, value: Any) -> str:
    """What the author may have meant; empty where it is probably meant as it is."""
    known = _known(owner)
    if name == "type" and name in known:
        return _did_you_mean(str(value), owner.types) if is_watching else ""
    if name in known or name.startswith(("_", "aria_", "data_")):
        return ""
    if callable(value) and not isinstance(value, type):
        return _no_event(owner, name)
    if name in _ELSEWHERE:
        return _ELSEWHERE[name]
    return _did_you_mean(name, known) if is_watching else ""


def _no_event(owner: Any, name: str) -> str:
    if name in _EVENTS:
        return f"Did you mean {_EVENTS[name]!r}?"
    event = name.lower().removeprefix("on").removeprefix("_")
    events = owner.allowed_events
    found = f"Did you mean {event!r}?" if event in events else _did_you_mean(event, events)
    return found or "There is no such event, and nothing calls the function."


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, sorted(known), 1, NEAR)
    # Programs keep `names` and `values` of their own.
    return f"Did you mean {close[0]!r}?" if close and word != f"{close[0]}s" else ""


def _known(owner: Any) -> set[str]:
    """The names that are of use, and those that the program has given to its class."""
    of_class = {name for name in dir(type(owner)) if not name.startswith("_")}
    return of_class.union(vars(owner), getattr(owner, "rendered", ()), owner.allowed_events)


def _line_of_program() -> tuple[str, int]:
    """Where the program called us."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(_OURS):
        frame = frame.f_back
    return (frame.f_code.co_filename, frame.f_lineno) if frame is not None else ("?", 0)
