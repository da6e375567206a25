"""Find and run the program named on the command line, as `python program.py` would."""

import importlib
import importlib.util
import logging
import os
import re
import runpy
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.start.load_errors import with_own_traceback
from desktop.system import packaged
from desktop.system.errors import ProgramNotFound

log = logging.getLogger("satchel.desktop")

FUNCTION_NAME = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*:[^\W\d]\w*")
DEFAULT_APP = "desktop.shelf"
ALIAS = Path(__file__).parents[1] / "alias"  # the folder of a module justpy


@dataclass(frozen=True)
class Source:
    """A program, before any of it has run."""

    identity: str  # distinguishes it from other programs of the same data folder
    title: str  # of the window, until a page has a title
    folders: tuple[Path, ...]  # of /static; the first that has a file wins
    watched: Path  # modules below it are the program's own, which --debug reloads
    run: Callable[[], None]  # returns when the program ends; jp.justpy() in it opens the window


def find(name: str | None) -> Source:
    """Turn the command line's argument into a program.

    Raises:
        ProgramNotFound: there is no such program.
    """
    if package := packaged.current():
        return packed(package, name)
    if name is None:
        return default_app()
    if FUNCTION_NAME.fullmatch(name) and not Path(name).exists():
        return page_function(name)
    return program_file(Path(name))


def default_app() -> Source:
    def run() -> None:
        sys.argv = [DEFAULT_APP]
        importlib.import_module(DEFAULT_APP).start()

    here = Path(__file__).parents[1]
    return Source(identity=DEFAULT_APP, title="Satchel", folders=(), watched=here, run=run)


def packed(package: packaged.Package, name: str | None) -> Source:
    """The program of an executable, which can run no other."""
    if name is not None:
        raise ProgramNotFound(
            f"{package.name} is an executable and runs no other program. To make one from {name}: "
            f"python -m desktop pack {name}. To open {name} as a file: {package.slug} -- {name}"
        )
    path = package.path
    if path is None:
        return default_app()
    return Source(
        identity=package.name,
        title=package.name,
        folders=(path.parent,),
        watched=path.parent,
        run=lambda: run_file(path, path),
    )


def program_file(path: Path) -> Source:
    if path.is_dir():
        raise ProgramNotFound(f"{path} is a folder. Name the program's file in it.")
    if not path.is_file():
        raise ProgramNotFound(missing(path))
    absolute = path.resolve()
    return Source(
        identity=str(absolute),
        title=os.fsencode(path.stem).decode(errors="replace"),  # it need not be UTF-8
        folders=distinct(absolute.parent, Path.cwd()),
        watched=absolute.parent,
        run=lambda: run_file(path, absolute),
    )


def missing(path: Path) -> str:
    hint = "Give the path of a Python file, or module:function."
    if not path.suffix and path.with_suffix(".py").is_file():
        hint = f"Did you mean {path}.py?"
    return f"There is no program {path} in {Path.cwd()}. {hint}"


def run_file(path: Path, absolute: Path) -> None:
    sys.argv = [str(path)]
    sys.path.insert(0, str(absolute.parent))
    offer_justpy()
    with_own_traceback(
        str(path), [str(absolute)], lambda: runpy.run_path(str(absolute), run_name="__main__")
    )


def page_function(name: str) -> Source:
    module, _, function = name.partition(":")
    sys.path.insert(0, str(Path.cwd()))
    origin = module_file(module)
    folders = (origin.parent, Path.cwd()) if origin else (Path.cwd(),)
    return Source(
        identity=f"{origin}:{function}",
        title=function,
        folders=distinct(*folders),
        watched=Path.cwd(),
        run=lambda: run_function(module, function, origin),
    )


def module_file(module: str) -> Path | None:
    """The module's file. The module is not run, but the parents of a dotted name are."""
    try:
        spec = importlib.util.find_spec(module)
    except ModuleNotFoundError as error:
        if not module.startswith(str(error.name)):
            raise  # a parent of the module imports it
        spec = None
    if spec is None:
        raise ProgramNotFound(
            f"There is no module {module} in {Path.cwd()} or among the installed packages."
        )
    return Path(spec.origin).resolve() if spec.origin and spec.has_location else None


def run_function(module: str, name: str, origin: Path | None) -> None:
    import core

    sys.argv = [str(origin or module)]
    offer_justpy()
    found: list[Any] = []
    files = [str(origin)] if origin else []
    with_own_traceback(module, files, lambda: found.append(importlib.import_module(module)))
    function = getattr(found[0], name, None)
    if not callable(function):
        raise ProgramNotFound(f"{module} has no function {name}. Name one of its page functions.")
    core.justpy(function)


def distinct(*folders: Path) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(folders))


def offer_justpy() -> None:
    """Make `import justpy` import core, in processes that the program starts, too."""
    import core

    if importlib.util.find_spec("justpy") is not None:
        log.info("JustPy is installed, but this program's 'import justpy' is Satchel's own")
    sys.modules["justpy"] = core
    sys.path.insert(1, str(ALIAS))
