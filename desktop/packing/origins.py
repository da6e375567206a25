"""Origins of the files in an executable: who made them, in which version, under which licence."""

import functools
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import assets

VENDORED = Path(assets.__file__).parent / "vendor"
TAILWIND = Path(assets.__file__).parent / "tailwind"
TEXTS = Path(__file__).parent / "licences"
COMMON = Path("/usr/share/common-licenses")  # what Debian's copyright files refer to

LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)([.-].*)?", re.IGNORECASE)
CODE = (".py", ".pyc", ".js")


@dataclass(frozen=True)
class Origin:
    """A work of which an executable has files.

    Attributes:
        kind: as package URLs name it: "pypi", "npm", "deb" or "generic"
            (https://github.com/package-url/purl-spec).
        licence: an SPDX expression, or what the authors call it; "" if only the texts say it.
        texts: the files with the licence.
    """

    kind: str
    name: str
    version: str
    licence: str = ""
    texts: tuple[Path, ...] = ()


def origins(files: Iterable[Path]) -> list[Origin]:
    """Whose files these are, by name, each once. Files of a program itself have no origin.

    Python and the start of the executable, which PyInstaller brings, are among them in any case.
    """
    found = {python(), *filter(None, [distribution("pyinstaller"), distribution("satchel")])}
    found |= {origin for file in files if (origin := origin_of(file))}
    return sorted(found, key=lambda origin: (origin.name.lower(), origin.kind))


def origin_of(file: Path) -> Origin | None:
    """Whose file this is, if anybody's but the program's."""
    if file.is_relative_to(VENDORED):
        return vendored(VENDORED / file.relative_to(VENDORED).parts[0])
    if file.is_relative_to(TAILWIND):
        return vendored(TAILWIND)
    if name := installed().get(file.resolve()):
        return distribution(name)
    if file.is_relative_to(sys.base_prefix) and Path(sys.base_prefix) != Path("/usr"):
        return python()
    return debian(file) if file.is_relative_to("/usr") or file.is_relative_to("/lib") else None


@functools.cache
def installed() -> dict[Path, str]:
    """The distribution of each file that pip installed."""
    found: dict[Path, str] = {}
    for each in metadata.distributions():
        name, place = each.name, Path(str(each.locate_file(""))).resolve()  # once: both read a disk
        for file in each.files or ():
            if file.suffix != ".pyc":
                found[Path(os.path.normpath(place / file))] = name
    return found


@functools.cache
def distribution(name: str) -> Origin | None:
    """A distribution of PyPI; None if it is not installed."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    licence = stated_licence(found)
    inside = [
        Path(str(found.locate_file(file))) for file in found.files or () if is_licence(file.name)
    ]
    texts = (
        inside
        if "LGPL" not in licence or inside
        else [TEXTS / "LGPL-3.0.txt", TEXTS / "GPL-3.0.txt"]
    )
    return Origin("pypi", found.name, found.version, licence, tuple(sorted(texts)))


def stated_licence(found: metadata.Distribution) -> str:
    """What the metadata say, the newest way of saying it first."""
    about = found.metadata
    for field in ("License-Expression", "License"):
        stated: str = about[field].strip() if field in about else ""
        if stated and "\n" not in stated:
            return stated
    classifiers = (each for each in about.get_all("Classifier") or () if each.startswith("License"))
    return " OR ".join(each.rpartition(" :: ")[2] for each in classifiers)


def is_licence(name: str) -> bool:
    return LICENCE.fullmatch(name) is not None and not name.endswith(CODE)


@functools.cache
def vendored(folder: Path) -> Origin:
    """A package of npm below `assets`, with a line "name version" in its file VERSION."""
    name, version = (folder / "VERSION").read_text("utf-8").split()
    texts = [path for path in folder.rglob("*") if is_licence(path.name) and path.is_file()]
    return Origin("npm", name, version, texts=tuple(sorted(texts)))


@functools.cache
def python() -> Origin:
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    version = ".".join(map(str, sys.version_info[:3]))
    return Origin("generic", "python", version, "Python-2.0", (text,) if text.exists() else ())


def debian(file: Path) -> Origin | None:
    """The Debian package that installed a library; None if none did, or on other systems."""
    owners = owners_of_libraries()
    return next((package(owners[path]) for path in ways_to(file) if path in owners), None)


def ways_to(file: Path) -> Iterator[str]:
    """A file as Debian may know it: its packages say /lib for what is in /usr/lib."""
    for path in dict.fromkeys([file, file.resolve()]):
        yield str(path)
        if path.is_relative_to("/usr"):
            yield str(Path("/", path.relative_to("/usr")))


@functools.cache
def owners_of_libraries() -> dict[str, str]:
    """The package of each library. Asked once: a question for each takes a minute."""
    found = dpkg_query("--search", "*.so*")
    lines = (line.split(": ", 1) for line in found if not line.startswith("diversion by"))
    return {path: owners.partition(",")[0] for owners, path in lines}


@functools.cache
def versions_of_packages() -> dict[str, str]:
    """The versions of the packages that are installed, by name with architecture."""
    stated = dpkg_query("--show", "--showformat=${binary:Package}\t${Version}\n")
    return dict(line.split("\t", 1) for line in stated)


def dpkg_query(*arguments: str) -> list[str]:
    """The lines that Debian's list of packages answers; none on other systems."""
    try:
        done = subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True)
    except FileNotFoundError:
        return []
    return done.stdout.splitlines()


@functools.cache
def package(named: str) -> Origin:
    """A package that is installed, by its name, perhaps with the architecture ("zlib1g:amd64")."""
    version, name = versions_of_packages()[named], named.partition(":")[0]
    text = Path("/usr/share/doc", name, "copyright")
    if not text.exists():
        return Origin("deb", name, version)
    common = re.findall(rf"{COMMON}/([\w.-]*\w)", text.read_text("utf-8", "replace"))
    texts = (COMMON / each for each in sorted({*common}))
    return Origin("deb", name, version, texts=(text, *(path for path in texts if path.exists())))
