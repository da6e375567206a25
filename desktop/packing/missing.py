"""What a program imports but PyInstaller did not find: it tells only a file."""

import re
from collections.abc import Iterator
from pathlib import Path

LINE = re.compile(r"missing module named '?(\w+)'? - imported by (.+)")
EXPECTED = {"optional", "conditional"}  # in "try" or "if": the program does without


def of_program(report: Path, program: Path) -> Iterator[str]:
    """Each such module, with the file of the program that imports it."""
    for line in report.read_text("utf-8", "replace").splitlines():
        if found := LINE.fullmatch(line):
            name, importers = found.groups()
            files = (
                own(importer, program)
                for importer, how in importers_of(importers)
                if not EXPECTED & {*how.split(", ")}
            )
            if file := next(filter(None, files), None):
                yield f"{name} (imported by {file})"


def importers_of(text: str) -> Iterator[tuple[str, str]]:
    """The importers in a text like "a (top-level), b (delayed, optional)", and how they import."""
    for each in text.removesuffix(")").split("), "):
        importer, _, how = each.rpartition(" (")
        yield importer, how


def own(importer: str, program: Path) -> str | None:
    """The file of the program that is called so, if it is one."""
    if importer == str(program):
        return program.name
    place = importer.replace(".", "/")
    names = (f"{place}.py", f"{place}/__init__.py")
    return next((name for name in names if (program.parent / name).is_file()), None)
