"""Tracebacks for the author of a program: their own lines, with those of libraries folded."""

from __future__ import annotations

import sys
import sysconfig
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

# Frames of these are folded: Python, what is installed, and Satchel's own engine and window.
_ROOT = Path(__file__).parents[2]
_LIBRARIES = tuple(
    f"{folder}/".replace("\\", "/")
    for folder in (sysconfig.get_path("stdlib"), _ROOT / "core", _ROOT / "desktop")
)
# How each exception of a chain came from the one before it.
_CAUSE = "This led to:"
_CONTEXT = "While that was handled, this happened:"


@dataclass(frozen=True)
class Failure:
    """An error: a sentence about it, and the content of a panel for the author."""

    what: str
    html: str


def failure(what: str, error: BaseException, reference: str = "") -> Failure:
    """Describe an exception.

    Args:
        what: what failed, such as "The click handler of <Button 1> failed".
        reference: of its entry in the log.
    """
    found = traceback.TracebackException.from_exception(error)
    parts = "".join(_parts(found))
    where = f'<p class="satchel-failure-where">{escape(what)}</p>'
    log = f'<p class="satchel-failure-log">In the log: reference {reference}</p>' * bool(reference)
    return Failure(what, f'<section class="satchel-failure">{where}{parts}{log}</section>')


def _parts(found: traceback.TracebackException) -> Iterator[str]:
    """The exceptions of a chain, the first cause first."""
    before = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
    if before is not None:
        yield from _parts(before)
        relation = _CAUSE if found.__cause__ else _CONTEXT
        yield f'<p class="satchel-failure-relation">{relation}</p>'
    yield f"<h2>{_headline(found)}</h2>"
    if _is_syntax(found):
        yield _syntax(found)
    yield from _frames(found.stack, fold_all=_is_syntax(found))
    for note in found.__notes__ or ():
        yield f'<p class="satchel-failure-note">{escape(note)}</p>'
    for each in found.exceptions or ():  # of a group
        yield from _parts(each)


def _headline(found: traceback.TracebackException) -> str:
    name = found.exc_type.__name__ if found.exc_type else "Error"
    message = found.msg if _is_syntax(found) else str(found)
    return f"<b>{escape(name)}</b>" + (f": {escape(message or '')}" if message else "")


def _is_syntax(found: traceback.TracebackException) -> bool:
    return isinstance(found.exc_type, type) and issubclass(found.exc_type, SyntaxError)


def _syntax(found: traceback.TracebackException) -> str:
    """The line with the error, and a mark below the place."""
    text = (found.text or "").rstrip("\n")
    blanks = len(text) - len(text.lstrip())
    place = max(0, int(found.offset or 1) - 1 - blanks)
    place_line = escape(text.strip()) + ("\n" + " " * place + "^" if found.offset else "")
    return _frame_html(found.filename or "?", int(found.lineno or 0), "", place_line)


def _frames(stack: Iterable[traceback.FrameSummary], *, fold_all: bool) -> Iterator[str]:
    frames = list(stack)
    is_elsewhere = not fold_all and not any(map(is_own, frames))
    # Without a frame of the program, show at least the innermost one.
    shown = frames[-1:] if is_elsewhere else []
    for own, group in groupby(frames[: len(frames) - len(shown)], is_own):
        lines = [_summary_html(frame) for frame in group]
        yield "".join(lines) if own else _folded(lines)
    yield from map(_summary_html, shown)


def is_own(frame: traceback.FrameSummary) -> bool:
    """Whether a frame belongs to the program rather than a library."""
    name = frame.filename.replace("\\", "/")
    installed = "/site-packages/" in name or "/dist-packages/" in name
    return not installed and not name.startswith((*_LIBRARIES, "<frozen "))


def _folded(lines: list[str]) -> str:
    count = f"{len(lines)} frame{'s' if len(lines) > 1 else ''} of libraries"
    return f"<details><summary>{count}</summary>{''.join(lines)}</details>"


def _summary_html(frame: traceback.FrameSummary) -> str:
    name = "" if frame.name == "<module>" else frame.name
    return _frame_html(frame.filename, frame.lineno or 0, name, escape(frame.line or ""))


def _frame_html(filename: str, line: int, function: str, code: str) -> str:
    place = f"{escape(_short(filename))}, line {line}"
    inside = f" in {escape(function)}" if function else ""
    source = f"<pre>{code}</pre>" if code else ""
    return f'<div class="satchel-failure-frame"><span>{place}{inside}</span>{source}</div>'


def _short(filename: str) -> str:
    """A file's path without the folder that Python looks for modules in."""
    folders = [f"{folder}/" for folder in sys.path if folder]
    inside = max((f for f in folders if filename.startswith(f)), key=len, default="")
    return filename.removeprefix(inside)
