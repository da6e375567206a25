"""What goes into an executable: a small one is built; `test_packaged` has whole ones."""

from __future__ import annotations

import _ctypes
import json
import subprocess
import sys
from pathlib import Path

import numpy
import pytest
from matplotlib import backend_bases

from desktop.packing import builder, collect, slimming

ROOT = Path(__file__).parents[2]
READ = ["pygments.lexers.python", "markdown_it", "python_calamine"]
MODULES = (
    *("core.workers.program.service", "core.workers.program.text", *READ),
    *("narwhals", "pypdfium2", "pytest", "pillow_heif", "av"),
    *("pandas", "polars", "pyarrow", "dask"),
)

# All of Satchel would take minutes: these are the modules of it that import what is heavy.
SPEC = """\
import sys
sys.path.insert(0, {root!r})
from desktop.packing import collect
from desktop.packing.recipe import Recipe
collect.our_modules = lambda: ["core.workers.program.service", "core.kit.table.frame"]
collect.EXECUTABLE = {start!r}
collect.build(Recipe(name="Tiny", program={program!r}))
"""
START = f"""\
import importlib.util, json, pathlib, sys
found = [name for name in {MODULES!r} if importlib.util.find_spec(name)]
pathlib.Path(sys.argv[1]).write_text(json.dumps(found))
"""
PROGRAM = """\
import justpy as jp

def pages(self, msg):
    import pypdfium2
    import pytest
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The executable, made while PyInstaller's cache for all builds is as another one left it."""
    folder = tmp_path_factory.mktemp("tiny")
    start, program, spec = folder / "start.py", folder / "program.py", folder / "tiny.spec"
    start.write_text(START)
    program.write_text(PROGRAM)
    spec.write_text(SPEC.format(root=str(ROOT), start=str(start), program=str(program)))
    shared = folder / "shared"
    shared.write_text("A file, so that nobody can write to it as a folder, nor read an index.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYINSTALLER_CONFIG_DIR", str(shared))
        builder.run_pyinstaller(spec, folder / "out")
    return folder / "out" / "tiny" / ("tiny.exe" if sys.platform == "win32" else "tiny")


def test_builds_share_no_cache(built: Path) -> None:
    assert built.is_file()


def test_what_the_program_imports_goes_in_and_else_nothing_heavy(
    built: Path, tmp_path: Path
) -> None:
    """Narwhals is for tables; of the libraries of frames that it imports, the program uses none."""
    subprocess.run([built, tmp_path / "found.json"], check=True)
    found = json.loads((tmp_path / "found.json").read_text())
    ours = ["core.workers.program.service", "core.workers.program.text"]
    assert found == [*ours, *READ, "narwhals", "pypdfium2", "pytest"]


def test_all_that_figures_are_saved_with_goes_in() -> None:
    """Matplotlib imports these by name; PGF needs TeX."""
    wanted = {*backend_bases._default_backends.values()}
    names = {each if isinstance(each, str) else each.__module__ for each in wanted}
    drawn = "matplotlib.backends.backend_agg"
    assert names - {"matplotlib.backends.backend_pgf"} == {drawn, *collect.FILES_OF_FIGURES}


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is stripped elsewhere")
def test_libraries_of_wheels_are_not_stripped(tmp_path: Path) -> None:
    """Stripped, NumPy's libraries could not be loaded."""
    (blas,) = Path(numpy.__file__).parents[1].glob("numpy.libs/libscipy_openblas*")
    wheels, own = ("blas.so", str(blas), "BINARY"), ("ctypes.so", _ctypes.__file__, "EXTENSION")
    kept, stripped = slimming.without_symbols([wheels, own], tmp_path)
    assert kept == wheels
    assert Path(stripped[1]).is_relative_to(tmp_path)
    assert Path(stripped[1]).stat().st_size <= Path(own[1]).stat().st_size
