"""Imports of the client's modules run one way, those of types and of lazily loaded modules too."""

import re
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

CLIENT = Path(__file__).parents[2] / "assets/client"
ROOMS = ["dom", "events", "uploads", "window"]
"""From the bottom up: each may import the ones before it."""

SPECIFIER = re.compile(r"""(?:from |import |import\()'(\.[^']+)'""")


def modules() -> list[Path]:
    return sorted(CLIENT.rglob("*.js"))


def imported(module: Path) -> set[Path]:
    found = {(module.parent / name).resolve() for name in SPECIFIER.findall(module.read_text())}
    types = {path for path in found if path.with_suffix(".d.ts").is_file()}  # as TypeScript does
    assert all(path.is_file() for path in found - types), module
    return found - types


def test_client_modules_have_no_circular_imports() -> None:
    try:
        TopologicalSorter({module: imported(module) for module in modules()}).prepare()
    except CycleError as error:
        names = [path.relative_to(CLIENT).as_posix() for path in error.args[1]]
        raise AssertionError(" -> ".join(reversed(names))) from None


def test_client_rooms_import_only_the_rooms_below_them() -> None:
    wrong = [
        f"{module.relative_to(CLIENT)} imports {other.relative_to(CLIENT)}"
        for module in modules()
        for other in imported(module)
        if {module.parent.name, other.parent.name} <= set(ROOMS)
        and ROOMS.index(module.parent.name) < ROOMS.index(other.parent.name)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_two_client_modules_have_the_same_name() -> None:
    names = [module.name for module in modules()]
    assert len(names) == len(set(names))
