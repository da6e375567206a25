"""`python -m desktop pack`: make a program, or the default app, into an executable.

It runs on this operating system, without Python. PyInstaller makes it (`collect` chooses its
files), and dpkg-deb makes Debian packages (`debian`).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path

from desktop.packing import checks, missing
from desktop.packing.collect import MACOS, ROOT
from desktop.packing.packages import debian, release, single_file
from desktop.packing.recipe import PackError, Recipe, default_app
from desktop.start.process import BACKEND
from desktop.system import packaged

SPEC = """\
import sys
sys.path.insert(0, {root!r})
from desktop.packing.collect import build
from desktop.packing.recipe import Recipe
build(Recipe(**{recipe!r}))
"""


def main(arguments: Sequence[str]) -> None:
    """Do what the command line says.

    Raises:
        PackError: it could not be done.
    """
    given = parser().parse_args(arguments)
    recipe, out = recipe_of(given), given.out.absolute()
    if given.deb:
        debian.check()
    if given.single_file:
        single_file.check()
    if given.release:
        release.check(recipe, given.release, given.sign)
    made = pack(recipe, out)
    print(said(recipe, made), flush=True)
    if given.deb:
        print(f"{debian.build(recipe, made, out)} installs it.", flush=True)
    if given.single_file:
        print(f"{single_file.build(recipe, made, out)} is all of it in one file.", flush=True)
    if given.release:
        for path in release.build(recipe, made, out, given.release, given.sign):
            print(f"{path} is of the release.", flush=True)


def said(recipe: Recipe, made: Path) -> str:
    """The message about the result."""
    if MACOS:
        return f"{made} is the program."
    program = made / (f"{recipe.slug}.exe" if sys.platform == "win32" else recipe.slug)
    return f"{program} is the program. It needs all of its folder: copy {made} as a whole."


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="python -m desktop pack",
        description="Make a program into an executable for this system.",
    )
    made.add_argument(
        "program", nargs="?", type=Path, help="the Python file; without it, the default app"
    )
    made.add_argument("--name", help="of window, menu entry and data folder; else the file's")
    made.add_argument("--icon", metavar="PICTURE", help="a square PNG of 256 pixels or more")
    made.add_argument(
        "--with",
        dest="beside",
        metavar="PATH",
        type=Path,
        action="append",
        help="take this file or folder along, instead of all that lies beside the program; "
        "may be repeated",
    )
    made.add_argument(
        "--import",
        dest="imports",
        metavar="MODULE",
        action="append",
        help="a module that is imported in a way that cannot be seen in the source",
    )
    made.add_argument(
        "--opens", metavar="TYPE", action="append", help="a MIME type to be offered for"
    )
    made.add_argument("--out", type=Path, default=Path("dist"), help="where to put it: ./dist")
    add_description(made.add_argument_group("what packages and stores say of it"))
    add_packages(made.add_argument_group("what else to make"))
    return made


def add_description(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--version", help="the program's own; 0.1.0 if left out")
    group.add_argument("--summary", help="one line about it, for menus")
    group.add_argument("--publisher", metavar="NAME", help='"Name <mail@example.org>"')
    group.add_argument("--licence", metavar="SPDX", help="the program's own, such as MIT")
    group.add_argument("--homepage", metavar="URL")
    group.add_argument(
        "--id",
        dest="identifier",
        metavar="ORG.EXAMPLE.NAME",
        help="its name among all programs: your domain, reversed, and its name",
    )


def add_packages(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--deb", action="store_true", help="a Debian package")
    group.add_argument("--single-file", action="store_true", help="one file (Linux)")
    group.add_argument(
        "--release",
        metavar="URL",
        help="an archive, SHA256SUMS, and descriptions for stores: Flatpak, winget or Homebrew. "
        "URL is the folder that people will download the files from",
    )
    group.add_argument("--sign", metavar="KEY", help="sign SHA256SUMS with this key of GnuPG")


def recipe_of(given: argparse.Namespace) -> Recipe:
    program = given.program and given.program.absolute()
    base = Recipe(name=program.stem, program=str(program)) if program else default_app()
    chosen = {
        "name": given.name,
        "icon": given.icon and str(Path(given.icon).absolute()),
        "version": given.version,
        "summary": given.summary,
        "publisher": given.publisher,
        "licence": given.licence,
        "homepage": given.homepage,
        "identifier": given.identifier,
        "beside": given.beside and tuple(str(path.absolute()) for path in given.beside),
        "imports": given.imports and tuple(given.imports),
        "opens": given.opens and tuple(given.opens),
    }
    return replace(base, **{key: value for key, value in chosen.items() if value})


def pack(recipe: Recipe, out: Path) -> Path:
    """Make the executable; returns its folder in `out`, or the .app on macOS.

    Raises:
        PackError: it could not be made.
    """
    if find_spec("PyInstaller") is None:
        raise PackError(
            "Packing needs PyInstaller, which is not installed here: "
            f"{sys.executable} -m pip install 'satchel[pack]'"
        )
    checks.check(recipe, out)
    folder = out / recipe.slug
    if not is_replaceable(folder):
        raise PackError(
            f"{folder} already exists and is not an executable. Move it away, or name another "
            "folder: --out DIR"
        )
    print(f"Packing {recipe.name} {recipe.version}. This takes a minute or two.", flush=True)
    with tempfile.TemporaryDirectory(prefix="satchel-pack-") as work:
        spec = Path(work, f"{recipe.slug}.spec")
        spec.write_text(SPEC.format(root=str(ROOT), recipe=asdict(recipe)), "utf-8")
        run_pyinstaller(spec, out)
        if recipe.program:
            report = spec.parent / "build" / recipe.slug / f"warn-{recipe.slug}.txt"
            for each in missing.of_program(report, Path(recipe.program)):
                print(f"Not packed, because it is not installed here: {each}.", flush=True)
    return out / f"{recipe.name}.app" if MACOS else folder


def is_replaceable(folder: Path) -> bool:
    """Whether nothing is lost: the folder is empty, missing, or holds an earlier executable."""
    if not folder.is_dir():
        return not folder.exists()
    return not any(folder.iterdir()) or (folder / "_internal" / packaged.FILE).exists()


def run_pyinstaller(spec: Path, out: Path) -> None:
    """Run PyInstaller in a separate process, because it changes the process that it runs in."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(out), "--workpath", str(spec.parent / "build"), str(spec)]
    done = subprocess.run(
        [*command, *places],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        cwd=spec.parent,
        env=BACKEND | os.environ,  # what the program will have
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        raise PackError("PyInstaller could not make the executable. Its output is above.")
