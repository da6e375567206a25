"""Blocking work runs in executors of one registry, which the architecture document shows."""

import re
from pathlib import Path

from core import executors
from core.executors import EXECUTORS, Executor

ROOT = Path(__file__).parents[2]

OWNED = {
    "core/downloads/generated.py",
    "core/jobs/threads.py",
    "core/workers/pool.py",
    "core/web/app.py",
}
"""Each makes some for an object of its own, as the registry's docstring says."""


def test_only_the_registry_and_four_objects_make_executors() -> None:
    makers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "core").rglob("*.py")
        if "ThreadPoolExecutor(" in path.read_text("utf-8")
    }
    assert makers == {"core/executors.py", *OWNED}
    made = {value for value in vars(executors).values() if isinstance(value, Executor)}
    assert made == set(EXECUTORS)


def test_the_architecture_document_shows_the_registry() -> None:
    document = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| (\d+) \|", document, re.MULTILINE))
    names = {id(value): name for name, value in vars(executors).items()}
    assert rows == {names[id(each)]: str(each.threads) for each in EXECUTORS}
