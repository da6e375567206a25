"""The files of Qt and of the system that go into an executable: only those that a web view needs.

This saves 250 MB on Linux. The names were found by removing files, then opening windows and playing
films, under X11 and without a display; another version of Qt may need others.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from core.language.catalogues import OURS

# A collected file as PyInstaller describes it: its place in the executable, its path, its kind.
Entry = tuple[str, str, str]

# Qt's web engine and what it links to; the window's own parts; X11 and Wayland.
QT_LIBRARIES = {
    *("Core", "DBus", "Gui", "Network", "OpenGL", "Positioning", "PrintSupport", "Qml", "QmlMeta"),
    *("QmlModels", "QmlWorkerScript", "Quick", "QuickWidgets", "Svg", "WebChannel"),
    *("WebEngineCore", "WebEngineWidgets", "Widgets", "WaylandClient", "WlShellIntegration"),
    *("XcbQpa",),
}
# The way to the screen, typing with dead keys, pictures for icons, the desktop's own dialogs.
# The words of the web view and of Qt's dialogs, in the languages that our own texts have.
LANGUAGES = [path.stem for path in OURS.glob("*.mo")]
TRANSLATIONS = {
    "en-US.pak",
    *(f"{language}.pak" for language in LANGUAGES),
    *(f"qtbase_{language}.qm" for language in LANGUAGES),
}

QT_PLUGINS = {
    *("libqoffscreen", "libqxcb", "libqwayland", "libqxcb-egl-integration"),
    *("libqxcb-glx-integration", "libcomposeplatforminputcontextplugin"),
    *("libibusplatforminputcontextplugin", "libqgif", "libqico", "libqjpeg", "libqsvg"),
    *("libqsvgicon", "libqxdgdesktopportal"),
}
WAYLAND_PLUGINS = {
    *("wayland-decoration-client", "wayland-graphics-integration-client"),
    *("wayland-shell-integration",),
}
# The system's own are used: the web engine loads drivers that may need newer ones of these.
SYSTEM_LIBRARIES = {"libstdc++.so.6", "libgcc_s.so.1"}

# Other window libraries that may be installed (PyInstaller accepts only one), and modules that only
# builds and tests of programs need.
EXCLUDED_MODULES = {
    *("gi", "webview.platforms.gtk", "PyQt5", "PyQt6", "PyInstaller"),
    *("core.testing", "desktop.packing"),
}

# What packages can work with, but need not. It is packed only if the program imports it, or another
# library that it uses, or --import names it. PyInstaller's own hooks for modules of these names, if
# there are any, give way.
OPTIONAL_MODULES = {
    # Thumbnails of HEIC, PDF and video (satchel[heif,pdf,video]): 140 MB.
    "core": {"pillow_heif", "pypdfium2", "av"},
    # Libraries of data frames, 400 MB. Tables use Narwhals, which imports each that it finds.
    "narwhals": {
        *("cudf", "dask", "dask_expr", "duckdb", "ibis", "modin", "numpy", "pandas", "polars"),
        *("pyarrow", "pyspark", "sqlframe"),
    },
    "PIL": {"cffi", "IPython", "numpy", "tkinter"},
    # Tests, templates, other servers, settings in YAML.
    "anyio._backends": {"_pytest", "pytest", "trio"},
    "bottle": {"cheroot", "gunicorn", "jinja2", "mako", "tornado", "twisted", "waitress"},
    "starlette": {"jinja2", "yaml"},
    "uvicorn.config": {"yaml"},
    "watchdog": {"yaml"},
}


def is_excluded(module: str) -> bool:
    return any(f"{module}.".startswith(f"{name}.") for name in EXCLUDED_MODULES)


def slim(binaries: Iterable[Entry]) -> list[Entry]:
    """Those wanted, without system libraries such as GTK that only the others linked to."""
    given = list(binaries)
    kept = [entry for entry in given if wanted(entry[0])]
    suspects = linked_by(entry[1] for entry in given if entry not in kept)
    needed = linked_by(entry[1] for entry in kept if entry[0] not in suspects)
    orphans = suspects - needed | SYSTEM_LIBRARIES
    return [entry for entry in kept if entry[0] not in orphans]


def wanted(target: str) -> bool:
    """Whether a collected file goes into the executable's folder."""
    path = PurePath(target)
    if "PySide6" not in path.parts and not path.name.startswith("libQt6"):
        return not re.match(r"lib(av\w+|sw\w+)\.so", path.name)  # QtMultimedia's ffmpeg
    if library := re.match(r"libQt6(\w+)\.so", path.name):
        return library[1] in QT_LIBRARIES
    if "plugins" in path.parts:
        return path.stem in QT_PLUGINS or path.parent.name in WAYLAND_PLUGINS
    if "qml" in path.parts or "devtools" in path.name:
        return False
    if "translations" in path.parts:
        return path.name in TRANSLATIONS
    return True


def without_symbols(binaries: Iterable[Entry], work: Path) -> Iterator[Entry]:
    """The same, with Python's own libraries stripped of what only debuggers need: 20 MB.

    Not those of wheels: many have been patched for all Linux systems, and break when stripped.
    """
    for place, path, kind in binaries:
        stripped = work / "stripped" / place
        if is_pythons_own(Path(path)):
            stripped.parent.mkdir(parents=True, exist_ok=True)
            command = ["strip", "-o", str(stripped), path]
            if subprocess.run(command, capture_output=True).returncode == 0:
                path = str(stripped)
        yield place, path, kind


def is_pythons_own(path: Path) -> bool:
    """Whether a file belongs to Python itself."""
    installed = {"site-packages", "dist-packages"} & {*path.parts}
    return path.is_relative_to(sys.base_prefix) and not installed


def linked_by(paths: Iterable[str]) -> set[str]:
    """Names of all libraries that these files link to, directly or not."""
    from PyInstaller.depend.bindepend import get_imports

    names: set[str] = set()
    waiting = list(paths)
    while waiting:
        new = {(name, path) for name, path in get_imports(waiting.pop()) if name not in names}
        names |= {name for name, _ in new}
        waiting += [path for _, path in new if path]
    return names
