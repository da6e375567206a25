"""Names use the standard terms of their field: the old private ones do not come back.

Only names are checked, in Python and in the client, since many of these words are good English.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# The old word in names -> what we say instead.
TERMS = {
    "acting": "the context variables of core/live/context.py",
    "anew": "again, fresh or re-",
    "bag": "AttributeDict",
    "deeds": "commands",
    "placing": "Placement",
    "told": "reported, described or sent",
    "untold": "unreported",
}

# Whole names, of which the words are common.
NAMES = {"Turn": "UploadLock", "Turns": "UploadsInUse", "Backlog": "EventQueue"}

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
SCRIPT_NAME = re.compile(
    r"\b(?:const|let|class|function|import)\s+([\w$]+)|^ {2}(?:async |static |get |set )?(\w+)\(",
    re.MULTILINE,
)


def python_names(path: Path) -> Iterator[str]:
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def script_names(path: Path) -> Iterator[str]:
    yield path.stem
    for names in SCRIPT_NAME.findall(path.read_text("utf-8")):
        yield from filter(None, names)


def old_terms(name: str) -> Iterator[str]:
    if name in NAMES:
        yield f"{name}: {NAMES[name]}"
    words = {word.lower() for word in WORD.findall(name)}
    yield from (f"{name}: {TERMS[word]}" for word in words & TERMS.keys())


@pytest.mark.parametrize("room", ["core", "desktop", "assets/client"])
def test_no_name_has_an_old_term(room: str) -> None:
    found = {
        f"{path.relative_to(ROOT)} {term}"
        for kind, names in ((".py", python_names), (".js", script_names))
        for path in sorted((ROOT / room).rglob(f"*{kind}"))
        for name in set(names(path))
        for term in old_terms(name)
    }
    assert not found, "\n".join(sorted(found))


def test_old_terms_are_noticed() -> None:
    names = ("told", "_hasTold", "MOST_UNTOLD", "Deeds", "is_acting", "BagOfWords", "Turn")
    assert all(list(old_terms(name)) for name in names)
    assert not [term for name in ("baggage", "tolda", "turn", "deed_s") for term in old_terms(name)]
