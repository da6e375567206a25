"""Files of a program with the name of a package of Satchel: Python would import them instead."""

import sys
from importlib.machinery import PathFinder
from pathlib import Path

from desktop.system.errors import Shadowed
from desktop.system.packaged import is_executable

PARTS = ("assets", "core", "desktop")
ROOT = Path(__file__).resolve().parents[2]


def check(program: str | None) -> None:
    """Refuse to start if Python would import something else in place of a package of Satchel.

    Args:
        program: as the command line names it; its folder comes before all others.

    Raises:
        Shadowed: the message names the file to rename.
    """
    if is_executable():  # its own modules are found first
        return
    first = [str(Path(program).resolve().parent)] if program else []
    for name in PARTS:
        found = PathFinder.find_spec(name, [*first, *sys.path])
        if found is None or found.origin is None or not found.has_location:
            continue  # a folder without Python files does no harm
        file = Path(found.origin).resolve()
        if file.parent != ROOT / name:
            culprit = file.parent if file.name == "__init__.py" else file
            if is_checkout(culprit.parent):
                raise Shadowed(
                    f"{culprit.parent} is a checkout of Satchel, and another Satchel is installed. "
                    "Start it there as: python -m desktop"
                )
            raise Shadowed(
                f"{culprit} has the name of a part of Satchel: Python would import it instead. "
                f"Rename it, for example to my_{culprit.name}."
            )


def is_checkout(folder: Path) -> bool:
    """Whether Satchel itself lies there, of whatever version."""
    return (folder / "desktop" / "start" / "import_conflicts.py").is_file()
