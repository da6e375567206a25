"""Checks before a program is packed: what would fail later, or surprise, is refused at once."""

import re
import sys
import tokenize
from importlib.machinery import PathFinder
from pathlib import Path

from core.files.errors import UnsafeName
from core.files.portable_names import portable_name
from core.sizes import size_text
from desktop.packing.recipe import PackError, Recipe, beside, square
from desktop.start import import_conflicts

MOST = 500_000_000  # bytes beside a program; with more, --with must name the files
VERSION = re.compile(r"\d[A-Za-z0-9.+~-]*")  # as Debian packages have it
# As D-Bus and Flatpak have it: a hyphen may be in the last part only.
IDENTIFIER = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+\.[A-Za-z_][\w-]*", re.ASCII)
MIME_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*", re.IGNORECASE)


def check(recipe: Recipe, out: Path) -> None:
    """Check everything that does not take long.

    Raises:
        PackError: with what to do about it.
        Shadowed: a file of the program has the name of a package of Satchel.
    """
    check_name(recipe)
    check_words(recipe)
    square(recipe.icon)
    if recipe.program is not None and recipe.folder is not None:
        check_program(Path(recipe.program))
        import_conflicts.check(recipe.program)
        check_files(recipe, recipe.folder)
    check_imports(recipe)
    nearest = next(path for path in (out, *out.parents) if path.exists())
    if not nearest.is_dir():
        raise PackError(f"{nearest} is a file. Name a folder: --out DIR")


def check_name(recipe: Recipe) -> None:
    try:
        if portable_name(recipe.name) == recipe.name and recipe.slug:
            return
    except UnsafeName:
        pass
    raise PackError(
        f"{recipe.name!r} is not a folder name on every system, and the program's data folder has "
        "this name. Give one of letters, digits and spaces: --name NAME"
    )


def check_words(recipe: Recipe) -> None:
    if not VERSION.fullmatch(recipe.version):
        raise PackError(f"{recipe.version!r} is not a version. Give one such as --version 1.2.0")
    if not IDENTIFIER.fullmatch(recipe.id):
        raise PackError(
            f"{recipe.id!r} is not a name among all programs. Give your domain, reversed, and the "
            "program's name: --id org.example.photo-wall"
        )
    for each in recipe.opens:
        if not MIME_TYPE.fullmatch(each):
            raise PackError(f"{each!r} is not a MIME type. Give one such as --opens image/png")


def check_program(program: Path) -> None:
    if not program.is_file():
        raise PackError(
            f"There is no file {program}. Name the Python file that calls jp.justpy(...)."
        )
    try:
        with tokenize.open(program) as file:
            compile(file.read(), str(program), "exec", dont_inherit=True)
    except SyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        raise PackError(f"{program}{line} is not Python: {error.msg}") from error
    except ValueError as error:  # a null byte, or other bytes than the encoding has
        raise PackError(f"{program} is not Python: {error}") from error


def check_imports(recipe: Recipe) -> None:
    """Only the first part of each name: to look for the others would run the program's code."""
    folders = [str(recipe.folder), *sys.path] if recipe.folder else sys.path
    for name in recipe.imports:
        top = name.partition(".")[0]
        if top not in sys.builtin_module_names and PathFinder.find_spec(top, folders) is None:
            raise PackError(
                f"There is no module {name}, which --import names, in the program's folder or "
                f"among the packages of {sys.executable}."
            )


def check_files(recipe: Recipe, folder: Path) -> None:
    for name in recipe.beside or ():
        if not Path(name).exists():
            raise PackError(f"{name}, which --with names, does not exist.")
        if not Path(name).is_relative_to(folder):
            raise PackError(
                f"{name} is not in the program's folder, {folder}, where the program would "
                "look for it."
            )
    if recipe.beside is None and is_large(folder):
        raise PackError(
            f"Everything beside the program would be packed, and {folder} is your home "
            f"folder or has more than {size_text(MOST)}. Put the program into a folder of its own, "
            "or name the files it needs: --with PATH"
        )


def is_large(folder: Path) -> bool:
    """Whether its files are too many to be the program's: it stops counting when they are."""
    if folder == Path.home():
        return True
    size = 0
    for path in beside(folder):
        size += path.stat().st_size
        if size > MOST:
            return True
    return False
