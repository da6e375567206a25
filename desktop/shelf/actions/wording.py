"""The texts of actions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from core.words import well_formed

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NONE = "No action is for these files."
MAY = (
    "It can do whatever you can do on this computer: read, change, delete and send files. Allow it "
    "only if you know what it does. When the file changes, you are asked again."
)
MOST_NAMES = 3


def folder(path: Path) -> str:
    """Where people put actions of their own."""
    return (
        f"Own actions are Python files or commands in {path}. “Actions” in the guide says how they "
        "are written."
    )


def heading(count: int) -> str:
    """What the list of actions is about."""
    return "Do something with 1 file" if count == 1 else f"Do something with {count:,} files"


def broken(name: str, why: str) -> str:
    """Why a file is no action."""
    return f"“{name}” cannot be used. {why}"


def plain(code: str) -> str:
    """Code as it will run: marks that would show it in another order are `�` (CVE-2021-42574)."""
    return TURNING.sub("�", code)


def label(action: str, names: Sequence[str]) -> str:
    """What a run is called among the jobs."""
    more = f" and {len(names) - 1:,} more" if len(names) > 1 else ""
    return f"{action}: {names[0]}{more}"


def made(names: Sequence[str], notes: Iterable[str]) -> str:
    """What came of the actions of a job."""
    shown = [f"“{well_formed(name)}”" for name in names[:MOST_NAMES]]
    more = f" and {len(names) - MOST_NAMES:,} more" if len(names) > MOST_NAMES else ""
    said = [f"New here: {', '.join(shown)}{more}."] if shown else []
    said += list(notes)[:MOST_NAMES]
    return " ".join(said) or "The action ended, and made nothing."


def not_allowed(reason: object) -> str:
    """Why a permission was not kept."""
    return f"The permission could not be kept: {reason}. Make room on the disk and try again."
