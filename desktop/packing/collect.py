"""Runs inside PyInstaller: collects the files of an executable and writes it.

Spec files are a few lines that call `build`, so it works from an installed wheel as from the
source.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop.packing import bill, slimming
from desktop.packing.app_bundle import info_plist
from desktop.packing.origins import origins
from desktop.packing.recipe import NOT_TAKEN, Recipe, beside, square
from desktop.start.program import ALIAS
from desktop.system import packaged
from desktop.windows.qt.pywebview import imports

LINUX, MACOS, WINDOWS = (sys.platform == name for name in ("linux", "darwin", "win32"))
ROOT = Path(__file__).parents[2]  # of a checkout, or site-packages
EXECUTABLE = ROOT / "desktop" / "executable.py"  # run, not imported: it imports all of ours
FILES_OF_FIGURES = [f"matplotlib.backends.backend_{name}" for name in ("svg", "pdf", "ps")]


def build(recipe: Recipe) -> None:
    """Collect and write the executable. Only PyInstaller calls it, from a spec file."""
    from PyInstaller.building.api import COLLECT, EXE, PYZ
    from PyInstaller.config import CONF

    work = Path(CONF["workpath"])
    CONF["cachedir"] = str(work / "cache")  # one that builds share breaks when two write it at once
    found = analysis(recipe, work)
    program = EXE(
        PYZ(found.pure),
        [entry for entry in found.scripts if entry[1] != recipe.program],
        name=recipe.slug,
        exclude_binaries=True,
        console=False,
        argv_emulation=MACOS,  # files that the Finder starts it with become arguments
        **({} if LINUX else {"icon": str(work / packaged.ICON)}),
        **({"version": windows_version(recipe)} if WINDOWS else {}),
    )
    collected = COLLECT(program, found.binaries, found.datas, name=recipe.slug)
    if MACOS:
        bundle(recipe, collected, work)


def analysis(recipe: Recipe, work: Path) -> Any:
    """PyInstaller's lists of the files that go in."""
    from PyInstaller.building.build_main import Analysis
    from PyInstaller.utils.hooks import collect_data_files, copy_metadata

    found = Analysis(
        # The program's imports are followed, too; that it is run first `build` prevents.
        [*([recipe.program] if recipe.program else []), str(EXECUTABLE)],
        pathex=[str(ROOT), *([str(recipe.folder)] if recipe.folder else [])],
        datas=[
            *collect_data_files("assets"),
            # Actions are read as files.
            *collect_data_files("desktop.shelf.actions.shipped", include_py_files=True),
            *copy_metadata("satchel"),
            *notes(recipe, work),
            (str(ALIAS / "justpy.py"), "desktop/alias"),
        ],
        hiddenimports=[*our_modules(), *recipe.imports],
        hookspath=[str(hooks(work))],
        noarchive=True,  # one file for each module is found sooner than in an archive of them all
        excludes=[*(slimming.EXCLUDED_MODULES - {*recipe.imports}), "justpy"],  # an alias of core
    )
    found.datas += list(of_program(recipe, found.datas))
    if LINUX:
        found.binaries = slimming.slim(found.binaries)
        found.datas = [entry for entry in found.datas if slimming.wanted(entry[0])]
    found.datas += list(works(recipe, [*found.pure, *found.binaries, *found.datas], work))
    if LINUX:
        found.binaries = list(slimming.without_symbols(found.binaries, work))
    return found


def works(
    recipe: Recipe, collected: Sequence[slimming.Entry], work: Path
) -> Iterator[slimming.Entry]:
    """The licences and the bill of materials of what was collected, as PyInstaller has files."""
    found = origins(source_of(Path(name), Path(path)) for name, path, _ in collected if path)
    for name, text in {
        packaged.LICENCES: bill.licences(recipe, found),
        packaged.BILL: bill.bill(recipe, found),
    }.items():
        (work / name).write_text(text, "utf-8")
        yield name, str(work / name), "DATA"


def source_of(name: Path, path: Path) -> Path:
    """The file that a file was made from: modules come as bytecode from PyInstaller's folder."""
    if path.suffix != ".pyc":
        return path
    sources = (Path(folder, name).with_suffix(".py") for folder in sys.path)
    return next((source for source in sources if source.is_file()), path)


def hooks(work: Path) -> Path:
    """A folder of PyInstaller hooks: what to import, or not, because of an import of a module.

    What the program imports itself, or a library that it uses, is packed in any case.
    """
    folder = work / "hooks"
    folder.mkdir(exist_ok=True)
    lines = {
        module: f"excludedimports = {sorted(optional)!r}"
        for module, optional in slimming.OPTIONAL_MODULES.items()
    }
    # Imported by all that draw with Matplotlib, which imports the others by name.
    lines["matplotlib.backends.backend_agg"] = f"hiddenimports = {FILES_OF_FIGURES!r}"
    for module, line in lines.items():
        (folder / f"hook-{module}.py").write_text(f"{line}\n", "utf-8")
    return folder


def our_modules() -> list[str]:
    """All modules: some are imported by name, others only by the programs that are packed."""
    from PyInstaller.utils.hooks import collect_submodules

    found = ["assets", *collect_submodules("core"), *collect_submodules("desktop")]
    kept = [name for name in found if not slimming.is_excluded(name)]
    return [*kept, "webview.platforms.qt", *pyside()] if LINUX else kept


def pyside() -> list[str]:
    """The stand-in for QtPy imports these by name."""
    return [f"PySide6.{name}" for name in imports.QT]


def notes(recipe: Recipe, work: Path) -> list[tuple[str, str]]:
    """The executable's description of itself: see `packaged`."""
    program = Path(recipe.program).name if recipe.program else None
    known = {"name": recipe.name, "version": recipe.version, "program": program}
    (work / packaged.FILE).write_text(json.dumps(known), "utf-8")
    square(recipe.icon).save(work / packaged.ICON)
    return [(str(work / packaged.FILE), "."), (str(work / packaged.ICON), ".")]


def of_program(recipe: Recipe, collected: Sequence[slimming.Entry]) -> Iterator[slimming.Entry]:
    """The program, its own modules and what lies beside it, as PyInstaller has files."""
    if recipe.program is None or recipe.folder is None:
        return
    files = {Path(recipe.program)}
    if recipe.beside is None:
        files |= set(beside(recipe.folder))
    else:
        modules = (name.removesuffix("c") for name, _, _ in collected if name.endswith(".pyc"))
        own = (recipe.folder / name for name in modules)
        files |= {path for path in own if is_own(path, recipe.folder) and path.is_file()}
        files |= {file for name in recipe.beside for file in under(Path(name))}
    for path in sorted(files):
        place = path.relative_to(recipe.folder).as_posix()
        yield f"{packaged.PROGRAM}/{place}", str(path), "DATA"


def is_own(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder) and not NOT_TAKEN & {*path.relative_to(folder).parts}


def under(path: Path) -> Iterator[Path]:
    return beside(path) if path.is_dir() else iter([path])


def bundle(recipe: Recipe, collected: Any, work: Path) -> None:
    """macOS: the .app."""
    from PyInstaller.building.osx import BUNDLE

    BUNDLE(
        collected,
        name=f"{recipe.name}.app",
        icon=str(work / packaged.ICON),
        bundle_identifier=recipe.id,
        version=recipe.version,
        info_plist=info_plist(recipe),
    )


def windows_version(recipe: Recipe) -> Any:
    """The properties that Windows shows under Details."""
    from PyInstaller.utils.win32 import versioninfo as win

    numbers = [int(part) if part.isdigit() else 0 for part in recipe.version.split(".")]
    four = tuple([*numbers, 0, 0, 0, 0][:4])
    texts = {
        "FileDescription": recipe.name,
        "FileVersion": recipe.version,
        "ProductName": recipe.name,
        "ProductVersion": recipe.version,
    }
    entries = [win.StringStruct(key, value) for key, value in texts.items()]
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=four, prodvers=four),
        kids=[
            win.StringFileInfo([win.StringTable("040904B0", entries)]),
            win.VarFileInfo([win.VarStruct("Translation", [1033, 1200])]),
        ],
    )
