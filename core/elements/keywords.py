"""Warnings of keywords that are probably mistakes; programs may invent some, so none is refused.

Functions that would never be called and keywords of other frameworks are always reported, misspelt
keywords in debug mode; none of a program's class with a constructor of its own.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from ..words import did_you_mean

logger = logging.getLogger(__name__)

SIMILARITY = 0.8  # of difflib: "clik" and "click" are more similar, "list" and "listen" are less

MOST_REPORTED = 1000
"""Warnings, one for each line of the program; later ones are suppressed."""

# Keywords of other frameworks -> ours.
_ELSEWHERE = {
    "class_name": "Use 'classes'.",
    "className": "Use 'classes'.",
    "columns": "jp.AutoTable(values=[[...], ...]) makes a table of rows.",
    "content": "Use 'text', or 'children' for components.",
    "disable": "Use 'disabled'.",
    "enabled": "Use disabled=True for enabled=False.",
    "inner_text": "Use 'text'.",
    "label": "Add a jp.Label(text=..., for_component=...), or use aria_label to show none.",
    "options": "Add a jp.Option(text=..., value=...) to the jp.Select for each option.",
    "rows": "jp.AutoTable(values=[[...], ...]) makes a table of rows.",
    "tooltip": "Use 'title'.",
    "visible": "Use show=False for visible=False.",
}

# Events of other frameworks -> ours; their names are too different to be guessed.
_EVENTS = {"command": "click", "on_press": "click", "on_value_change": "change"}

_OURS = str(Path(__file__).parents[1])
reported: set[tuple[str, int, str]] = set()  # files, lines and keywords
is_watching = False  # in debug mode


def watch() -> None:
    """Report misspelt keywords too: debug mode."""
    global is_watching
    is_watching = True


def keep(owner: Any, name: str, value: Any) -> None:
    """Set an attribute that is not one of HTML, or an unknown type of input; warn if need be."""
    if is_watching or callable(value) or name in _ELSEWHERE:
        _look(owner, name, value)
    setattr(owner, name, value)


def _look(owner: Any, name: str, value: Any) -> None:
    if not (is_watching or type(owner).__init__.__module__.startswith("core.")):
        return
    if not (hint := _hint(owner, name, value)):
        return
    what = f"type={value!r:.50}" if name == "type" else name
    file, line = _line_of_program()
    if (file, line, what) not in reported and len(reported) < MOST_REPORTED:
        reported.add((file, line, what))
        kind = type(owner).__name__
        logger.warning("%s does not know %s. %s (%s, line %d)", kind, what, hint, file, line)


def _hint(owner: Any, name: str, value: Any) -> str:
    """What the author may have meant; empty if it is probably no mistake."""
    known = _known(owner)
    if name == "type" and name in known:
        return did_you_mean(str(value), owner.types, SIMILARITY) if is_watching else ""
    if name in known or name.startswith(("_", "aria_", "data_")):
        return ""
    if callable(value) and not isinstance(value, type):
        return _event_hint(owner, name)
    if name in _ELSEWHERE:
        return _ELSEWHERE[name]
    if not is_watching or name.removesuffix("s") in known:  # lists such as `names` and `values`
        return ""
    return did_you_mean(name, known, SIMILARITY)


def _event_hint(owner: Any, name: str) -> str:
    event = _EVENTS.get(name, name.lower().removeprefix("on").removeprefix("_"))
    suggestion = did_you_mean(event, owner.allowed_events, SIMILARITY)
    return suggestion or "There is no event of this name, so the function is never called."


def _known(owner: Any) -> set[str]:
    """The names of attributes and events, and what else the program's class defines."""
    of_class = {name for name in dir(type(owner)) if not name.startswith("_")}
    return of_class.union(vars(owner), getattr(owner, "rendered", ()), owner.allowed_events)


def _line_of_program() -> tuple[str, int]:
    """The file and line at which the program made the call."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(_OURS):
        frame = frame.f_back
    return (frame.f_code.co_filename, frame.f_lineno) if frame is not None else ("?", 0)
