"""The names of the API, and which test shows each of them in a real Chromium.

``docs/api-names.txt`` lists the names, with a ``?`` before those that no test shows yet. A test
says ``@shows("WebPage.title")``; ``scripts/make_api`` writes ``docs/api.md`` from both.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import core as jp
from core.elements import tags
from core.elements.attribute_names import GLOBAL_ATTRIBUTES

ROOT = Path(__file__).parents[2]
NAMES = ROOT / "docs" / "api-names.txt"

Test = TypeVar("Test", bound=Callable[..., Any])


def shows(*names: str) -> Callable[[Test], Test]:
    """Decorator: the test shows these names of the API as a user meets them."""

    def mark(test: Test) -> Test:
        vars(test)["shows"] = (*vars(test).get("shows", ()), *names)
        return test

    return mark


def element_classes() -> list[type[jp.Component]]:
    """The class of each element."""
    return [getattr(tags, name) for name in tags.__all__]


def attribute_name(attribute: str) -> str:
    """The name of an attribute in the table."""
    return f"[{attribute}]"


ELEMENTS = [element.__name__ for element in element_classes()]
ATTRIBUTES = sorted(
    {*GLOBAL_ATTRIBUTES, *(name for each in element_classes() for name in each.attributes)}
)


def sections() -> dict[str, dict[str, str]]:
    """Section -> name -> what it is."""
    found: dict[str, dict[str, str]] = {}
    for line in NAMES.read_text("utf-8").splitlines():
        if line.startswith("# "):
            section = found[line[2:]] = {}
        elif line:
            name, _, description = line.partition(": ")
            section[name.removeprefix("?")] = description
    found["Elements"] = {c.__name__: f"The element `<{c.html_tag}>`." for c in element_classes()}
    found["Attributes of elements"] = {attribute_name(each): owners(each) for each in ATTRIBUTES}
    return found


def waiting() -> set[str]:
    """The names that are known to have no test yet."""
    lines = NAMES.read_text("utf-8").splitlines()
    return {line[1:].partition(": ")[0] for line in lines if line.startswith("?")}


def owners(attribute: str) -> str:
    """Which elements have an attribute."""
    if attribute in GLOBAL_ATTRIBUTES:
        return "Of every element."
    if attribute in tags.SVG:
        return "Of every SVG element."
    found = [f"`{c.__name__}`" for c in element_classes() if attribute in c.attributes]
    return f"Of {', '.join(found)}."


def shown() -> dict[str, str]:
    """Name -> the first test that shows it, as ``room/test_file.py::test_name``."""
    found: dict[str, str] = {}
    for path in sorted(ROOT.glob("tests/*/test_*.py")):
        if "@shows(" not in path.read_text("utf-8"):
            continue  # no need to import the others
        for test in vars(importlib.import_module(f"tests.{path.parent.name}.{path.stem}")).values():
            for name in getattr(test, "shows", ()):
                found.setdefault(name, f"{path.parent.name}/{path.name}::{test.__name__}")
    return found
