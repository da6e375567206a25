"""Style sheets of ready-made parts: a class name such as `kit-button` brings
`assets/kit/button.css`.

A sheet is in a cascade layer above the base styles, so that utilities and a program's own CSS
override it. The first one brings the theme, `assets/kit/theme.css`, too. A sheet that begins with
`@import "./icon.css";` brings that of another part, for elements that only a script makes.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from .css_files import css_file

PREFIX = "kit-"

_IMPORT = re.compile(r'@import "\./([a-z-]+)\.css"; ?')


@cache
def part_theme() -> str:
    """Variables and rules that all sheets use; the client's own elements share the colours."""
    return f"@layer kit{{{css_file('client/styles/variables.css')}{css_file('kit/theme.css')}}}"


def part_sheet(name: str) -> str:
    """The sheet of a class name; "" if it names no part."""
    part = name.removeprefix(PREFIX)
    return _layered(part) if name != part and part in _parts() else ""


def imported(names: Iterable[str]) -> set[str]:
    """The names of the parts whose sheets are imported by those of these parts, in any depth."""
    found: set[str] = set()
    new = {name for name in names if name.startswith(PREFIX)}
    while new:
        new = {other for name in new for other in _imports(name)} - found
        found |= new
    return found


@cache
def _imports(name: str) -> tuple[str, ...]:
    part = name.removeprefix(PREFIX)
    found = _IMPORT.findall(css_file(f"kit/{part}.css")) if part in _parts() else ()
    return tuple(PREFIX + other for other in found)


@cache
def _parts() -> frozenset[str]:
    names = [file.name for file in files("assets").joinpath("kit").iterdir()]
    return frozenset(name.removesuffix(".css") for name in names if name.endswith(".css"))


@cache
def _layered(part: str) -> str:
    return f"@layer kit{{{_IMPORT.sub('', css_file(f'kit/{part}.css'))}}}"
