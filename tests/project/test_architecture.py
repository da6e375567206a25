"""docs/architecture.md names every module, and nothing that does not exist; its flows are true.

- A section ``### core/live`` has a table of the modules of that package: `name`, concept.
- Elsewhere modules are named in full: `core.live.page`, `assets/client/main.js`.
- The first two flows are run, and must pass the modules that they list.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

MODULE = re.compile(r"`((?:core|desktop)(?:\.\w+)+)`")
FILE = re.compile(r"`((?:assets|core|desktop|docs|scripts|tests)/[\w./*-]+)`")
ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
STEP = re.compile(r"^\d+\. ", re.MULTILINE)

MOST_STEPS = 10


def sections(level: str) -> dict[str, str]:
    """The text below each heading of this level, up to the next heading."""
    parts = re.split(rf"^({level} .+)$", DOCUMENT, flags=re.MULTILINE)
    texts = (re.split(r"^#{1,3} ", text, maxsplit=1, flags=re.MULTILINE)[0] for text in parts[2::2])
    return dict(zip((heading[len(level) + 1 :] for heading in parts[1::2]), texts, strict=True))


def modules_of(package: str) -> set[str]:
    return {path.stem for path in (ROOT / package).glob("*.py")} - {"__init__"}


def packages() -> list[str]:
    """Those with a module; a package that only joins others needs no section."""
    found = (p.parent for top in ("core", "desktop") for p in (ROOT / top).rglob("*.py"))
    names = {path.relative_to(ROOT).as_posix() for path in found}
    return sorted(name for name in names if modules_of(name))


def is_package(folder: str) -> bool:
    return (ROOT / folder / "__init__.py").is_file()


def exists(name: str) -> bool:
    """Whether a module or package, or a name in one, exists."""
    path = ROOT / name.replace(".", "/")
    if path.is_dir() or path.with_suffix(".py").is_file():
        return True
    owner, _, last = name.rpartition(".")
    sources = (ROOT / f"{owner.replace('.', '/')}{end}" for end in (".py", "/__init__.py"))
    words = (re.findall(r"\w+", path.read_text("utf-8")) for path in sources if path.is_file())
    return any(last in found for found in words)


@pytest.mark.parametrize("package", packages())
def test_each_module_has_a_row(package: str) -> None:
    assert package in sections("###"), "no section"
    assert set(ROW.findall(sections("###")[package])) == modules_of(package)


def test_every_name_exists() -> None:
    assert [name for name in MODULE.findall(DOCUMENT) if not exists(name)] == []
    assert [name for name in FILE.findall(DOCUMENT) if not any(ROOT.glob(name))] == []


FLOWS = {
    "A click": "click",
    "An uploaded byte": "upload",
    "A vouched drop": None,
    "A job": None,
    "A download in the window": None,
}


@pytest.mark.parametrize(("heading", "name"), FLOWS.items())
def test_flows(heading: str, name: str | None) -> None:
    steps = STEP.split(sections("###")[heading])[1:]
    assert 1 < len(steps) <= MOST_STEPS
    modules = [match[1] for step in steps if (match := MODULE.match(step))]
    assert modules
    if name is not None:
        passed = subprocess.run(
            [sys.executable, "-m", "tests.support.flows", name],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        assert [module for module in modules if module not in passed] == []


LIMITS = re.compile(
    r"must not|never|neither|knows?\b[^.]*\b(no|nothing|only)\b|nothing\b[^.]*\b(knows|imports)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("package", [name for name in packages() if is_package(name)])
def test_each_package_says_what_it_must_not_know(package: str) -> None:
    """Its docstring first says in one sentence what it is, then where its limits are."""
    source = ROOT / package / "__init__.py"
    docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    text = " ".join(docstring.split())
    assert len(text.split(". ")[0]) > 20, "it does not say what the package is"
    assert LIMITS.search(text), "it does not say what the package must not know"
