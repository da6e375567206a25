"""Debug mode: keywords that are probably misspelt. Programs may invent any, so it only warns."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from .container import Container

logger = logging.getLogger(__name__)

NEAR = 0.8  # of difflib: "clik" and "click" are nearer, "list" and "listen" are not


def watch() -> None:
    """Warn from now on, once for each class and keyword."""
    Container._keep = _Spelling().keep


class _Spelling:
    def __init__(self) -> None:
        self._seen: set[tuple[type, str]] = set()

    def keep(self, owner: Any, name: str, value: Any) -> None:
        """Set what is no attribute of the element and no event, or is an unknown type."""
        what = f"type={value!r:.50}" if name == "type" else name
        key = type(owner), what
        if key not in self._seen:
            self._seen.add(key)
            if question := _question(owner, name, value):
                logger.warning("%s does not know %s. %s", type(owner).__name__, what, question)
        setattr(owner, name, value)


def _question(owner: Any, name: str, value: Any) -> str:
    """What the author may have meant; empty where it is probably meant as it is."""
    known = _known(owner)
    if name == "type" and name in known:
        return _did_you_mean(str(value), owner.types)
    if name in known or name.startswith(("_", "aria_", "data_")):
        return ""
    if found := _did_you_mean(name, known):
        return found
    return "There is no such event." if callable(value) else ""


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, sorted(known), 1, NEAR)
    # Programs keep `names` and `values` of their own.
    return f"Did you mean {close[0]!r}?" if close and word != f"{close[0]}s" else ""


def _known(owner: Any) -> set[str]:
    """The names that are of use, and those that the program has given to its class."""
    of_class = {name for name in dir(type(owner)) if not name.startswith("_")}
    return of_class.union(vars(owner), getattr(owner, "rendered", ()), owner.allowed_events)
