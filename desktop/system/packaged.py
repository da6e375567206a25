"""An executable's description of itself, from a file that `desktop.packing.collect` writes."""

import functools
import json
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

FILE = "package.json"
PROGRAM = "program"  # the folder of the program that was packed, with what lay beside it
ICON = "icon.png"
LICENCES = "licences.txt"  # of all works in it
BILL = "sbom.cdx.json"  # these works, for programs: a bill of materials in CycloneDX
SINGLE_FILE = "single-file"  # beside the folder, if one file was unpacked: the path of that
WORKER_OPTION = "--worker"  # starts the executable as the worker
JOB_WORKER_OPTION = "--job-worker"  # starts it as a process that calls the program's functions


@dataclass(frozen=True)
class Package:
    """A program that was made into an executable.

    Attributes:
        name: of its window, its menu entry and its data folder.
        version: its own.
        program: the name of its file; None for the default app.
        folder: the folder of everything that was packed.
    """

    name: str
    version: str
    program: str | None
    folder: Path

    @property
    def path(self) -> Path | None:
        """The program's file."""
        return self.folder / PROGRAM / self.program if self.program else None

    @property
    def slug(self) -> str:
        """The name, as file names and commands have it."""
        return slug(self.name)


def slug(name: str) -> str:
    """Small letters, digits and hyphens: "Photo Wall!" is photo-wall."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def is_executable() -> bool:
    """Whether this process is an executable, which is its own Python."""
    return bool(getattr(sys, "frozen", False))


def name() -> str:
    """Of the data folder, and of windows that belong to no page."""
    package = current()
    return package.name if package else "Satchel"


def version() -> str:
    """Of Satchel itself, not of the program."""
    from importlib import metadata  # takes its time, and few starts ask

    try:
        return metadata.version("satchel")
    except metadata.PackageNotFoundError:  # run from a checkout that is not installed
        return "0+source"


def icon() -> Path | None:
    """The executable's."""
    package = current()
    return package.folder / ICON if package else None


def licences() -> Path | None:
    """The licences of all that is in the executable."""
    package = current()
    return package.folder / LICENCES if package else None


def command() -> str:
    """The path that starts this executable, also when another version of it is there."""
    try:
        started = os.fsdecode((Path(sys.executable).parents[1] / SINGLE_FILE).read_bytes())
    except OSError:
        return sys.executable
    path = started.removesuffix("\n")
    return path if Path(path).is_file() else sys.executable


@functools.cache
def current() -> Package | None:
    """The description of this executable; None if Python runs the program from its source."""
    if not is_executable():
        return None
    folder = Path(sys._MEIPASS)  # type: ignore[attr-defined]  # PyInstaller's only
    return Package(**json.loads((folder / FILE).read_text("utf-8")), folder=folder)
