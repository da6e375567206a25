"""The marks of tests, read from their source, so that nothing has to run."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]


def marked(mark: str) -> dict[Any, list[str]]:
    """The tests with ``@pytest.mark.<mark>(...)``, by each of its arguments."""
    found: dict[Any, list[str]] = defaultdict(list)
    for path in TESTS.glob("*/test_*.py"):
        for test in _tests(path):
            for argument in _arguments(test, mark):
                found[argument].append(f"{path.name}::{test.name}")
    return found


def _tests(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if is_function and node.name.startswith("test_"):
            yield node


def _arguments(test: ast.FunctionDef | ast.AsyncFunctionDef, mark: str) -> Iterator[Any]:
    for decorator in test.decorator_list:
        name = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(decorator, ast.Call) and ast.unparse(name) == f"pytest.mark.{mark}":
            yield from (ast.literal_eval(argument) for argument in decorator.args)
