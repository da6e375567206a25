"""The regular expressions of the project, and the texts that would make them slow."""

from __future__ import annotations

import ast
import importlib
import itertools
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from .api import ROOT

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_constants as kinds
    import sre_parse

METHODS = {"match", "fullmatch", "search", "findall", "finditer", "split", "sub", "subn"}
SEARCHER = ROOT / "tests/support/patterns.mjs"
COMMON = ' \na0-./<"'


@dataclass(frozen=True)
class Use:
    """A pattern, and how it is applied to a text."""

    where: str
    pattern: str
    flags: int
    method: str

    def __str__(self) -> str:
        return f"{self.where}: {self.method}({self.pattern[:60]!r})"

    def run(self) -> Callable[[str], object]:
        """What applies the pattern to a text."""
        compiled = re.compile(self.pattern, self.flags)
        if self.method in ("sub", "subn"):
            return lambda text: compiled.sub("", text)
        if self.method == "finditer":
            return lambda text: sum(1 for _ in compiled.finditer(text))
        return getattr(compiled, self.method)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Attack:
    """A beginning, what is repeated as often as it fits, and an end."""

    start: str
    pump: str
    end: str

    def text(self, size: int) -> str:
        """The attack in about so many characters."""
        return self.start + self.pump * max(1, size // len(self.pump)) + self.end


def python_uses(folders: tuple[str, ...] = ("core", "desktop")) -> list[Use]:
    """Every application of a regular expression in these folders.

    Raises:
        AssertionError: a pattern cannot be read: it is made where only a function knows of what.
    """
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    found = [use for path in paths for use in _uses_of(path)]
    return list(dict.fromkeys(found))


def script_patterns() -> list[tuple[str, str, str]]:
    """The regular expressions of the browser's modules: module, source, flags."""
    found = []
    for path in sorted((ROOT / "assets/client").rglob("*.js")):
        text = path.read_text(encoding="utf-8")
        assert "new RegExp" not in text, (
            f"{path.name}: write it as a literal, so that it is tested."
        )
        code = re.sub(r"(?m)^\s*(?://|/?\*).*$", "", text)
        found += [(path.name, match[1], match[2]) for match in _LITERAL.finditer(code)]
    return found


_LITERAL = re.compile(
    r"(?<=[=(,:!&|?[])\s?/(?![/*])((?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)/([dgimsuvy]*)"
)


def in_python(source: str) -> str:
    """A pattern of JavaScript as Python writes it."""
    return source.replace("[^]", r"[\s\S]").replace(r"\/", "/")


def _uses_of(path: Path) -> Iterator[Use]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    if "import re\n" not in path.read_text(encoding="utf-8"):
        return
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    module = importlib.import_module(name)
    for call in calls:
        if _is_of_re(call):
            yield from _direct(call, module, name, tree)
    attributes = [call.func for call in calls if isinstance(call.func, ast.Attribute)]
    # Those in tables are used through other names, of which str has some methods, too.
    methods = {node.attr for node in attributes} & {"match", "fullmatch", "search"}
    for owner, value in vars(module).items():
        named = {node.attr for node in attributes if ast.unparse(node.value) == owner} & METHODS
        for pattern in _held([value]):
            for method in sorted(named or methods or {"search"}):
                yield Use(name, str(pattern.pattern), pattern.flags, method)


def _names_re(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "re"


def _is_of_re(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute) and _names_re(call.func) and call.func.attr in METHODS
    )


def _direct(call: ast.Call, module: ModuleType, name: str, tree: ast.Module) -> Iterator[Use]:
    """A pattern that is given to one of re's functions."""
    assert isinstance(call.func, ast.Attribute)
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    flags = eval(ast.unparse(given["flags"]), vars(module)) if "flags" in given else 0
    for pattern in _values(call.args[0], module, tree):
        text = pattern if isinstance(pattern, str) else pattern.pattern
        yield Use(name, text, int(flags), call.func.attr)


def _values(node: ast.expr, module: ModuleType, tree: ast.Module) -> list[Any]:
    """What an expression may be: one value, or each of a table that it runs through."""
    text = ast.unparse(node)
    try:
        return [eval(text, vars(module))]
    except NameError:
        for loop in ast.walk(tree):
            if isinstance(loop, ast.comprehension) and text in ast.unparse(loop.target).strip(
                "()"
            ).split(", "):
                source = f"[{text} for {ast.unparse(loop.target)} in {ast.unparse(loop.iter)}]"
                return list(eval(source, vars(module)))
    raise AssertionError(f"{module.__name__}: compile {text} outside of functions.")


def _held(values: Any) -> Iterator[re.Pattern[str]]:
    """The patterns among values, and in the tables among them."""
    for value in values:
        if isinstance(value, re.Pattern):
            yield value
        elif type(value) in (tuple, list):
            yield from _held(value)
        elif type(value) is dict:
            yield from _held(value.values())


def attacks(pattern: str, flags: int = 0) -> list[Attack]:
    """Texts on which a careless pattern takes longer and longer.

    Repeated are: what each loop of the pattern takes, in all its variants; every character that
    the pattern names; every beginning of what it matches. In front stands what leads into the loop.
    """
    tree = list(sre_parse.parse(pattern, flags))
    whole = _samples(tree)
    letters = dict.fromkeys([*(c for text in whole for c in text), *COMMON])
    starts, bodies = _loops(tree)
    beginnings = (text[:end] for text in whole for end in range(2, min(len(text), 40) + 1))
    pumps = dict.fromkeys([*bodies, *letters, *beginnings])
    pairs = itertools.product(dict.fromkeys(["", *starts]), filter(None, pumps), ("", "\0", "x"))
    return [Attack(*each) for each in pairs]


def _loops(tree: Any, before: str = "") -> tuple[list[str], list[str]]:
    """What stands before each unbounded repetition; and what the repetitions take."""
    starts, bodies = [], []
    for index, (kind, argument) in enumerate(tree):
        lead = before + _samples(tree[:index])[0]
        if kind in _REPEATS:
            _, most, body = argument
            if most >= 32:
                starts.append(lead)
                bodies += _samples(list(body))
        for inner in _inner(kind, argument):
            more = _loops(inner, lead)
            starts += more[0]
            bodies += more[1]
    return starts, bodies


_REPEATS = {kinds.MAX_REPEAT, kinds.MIN_REPEAT, getattr(kinds, "POSSESSIVE_REPEAT", None)}


def _inner(kind: Any, argument: Any) -> list[list[Any]]:
    if kind in _REPEATS:
        return [list(argument[2])]
    if kind == kinds.SUBPATTERN:
        return [list(argument[3])]
    if kind == kinds.BRANCH:
        return [list(branch) for branch in argument[1]]
    if kind == getattr(kinds, "ATOMIC_GROUP", None):
        return [list(argument)]
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        return [list(argument[1])]
    return []


def _samples(tree: Any, most: int = 12) -> list[str]:
    """Some texts that fit, one for each branch."""
    found = [""]
    for kind, argument in tree:
        found = [a + b for a, b in itertools.product(found, _variants(kind, argument))][:most]
    return found


def _variants(kind: Any, argument: Any) -> list[str]:
    if kind in _REPEATS:
        least, most, body = argument
        return [text * max(least, min(1, most)) for text in _samples(list(body))]
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT, kinds.AT):
        return [""]
    if kind == kinds.BRANCH:
        return [text for branch in argument[1] for text in _samples(list(branch))]
    if inner := _inner(kind, argument):
        return _samples(inner[0])
    return [_character(kind, argument)]


def _character(kind: Any, argument: Any) -> str:
    if kind == kinds.LITERAL:
        return chr(argument)
    if kind == kinds.IN:
        return _one_of(argument)
    if kind == kinds.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    return "a" if kind == kinds.ANY else ""


def _one_of(parts: Any) -> str:
    if parts[0][0] == kinds.NEGATE:
        refused = {chr(value) for kind, value in parts if kind == kinds.LITERAL}
        return next(c for c in "a0 -<" if c not in refused)
    kind, value = parts[0]
    if kind == kinds.CATEGORY:
        names = {kinds.CATEGORY_SPACE: " ", kinds.CATEGORY_DIGIT: "0", kinds.CATEGORY_WORD: "a"}
        return names.get(value, "-")
    return chr(value[0] if kind == kinds.RANGE else value)
