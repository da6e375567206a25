"""Imports run one way, between rooms and between modules; each package says what it is."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

# The rooms of core, from the bottom up: each may import the ones before it, and `assets`.
# The most precise name counts: core.files before core.
CORE = [
    "core.language",
    "core.words",
    "core.attribute_dict",
    "core.sizes",
    "core.executors",
    "core.loop_guard",
    "core.styles",
    "core.elements",
    "core.legacy",
    "core.media",
    "core.files",
    "core.downloads",
    "core.workers",
    "core.thumbnails",
    "core.previews",
    "core.jobs",
    "core.uploads",
    "core.uploads.http",
    "core.live",
    "core.web",
    "core",
    "core.kit",
]
# The same of desktop, above core. What is in none of its rooms is `desktop`: the public names,
# `python -m desktop` and the executable.
DESKTOP = [
    "desktop.system",
    "desktop.errors",
    "desktop.start",
    "desktop.login",
    "desktop.windows",
    "desktop.windows.cocoa",
    "desktop.windows.qt.web_view",
    "desktop.windows.qt.pywebview",
    "desktop.windows.qt",
    "desktop.files",
    "desktop.bridge",
    "desktop.window",
    "desktop.launch",
    "desktop.packing",
    "desktop",
    "desktop.shelf",
]
ORDER = [*CORE, *DESKTOP]
MAY_IMPORT = {room: {*ORDER[: place + 1], "assets"} for place, room in enumerate(ORDER)} | {
    "assets": {"assets"}
}
# For annotations only, below `if TYPE_CHECKING`: a handler's `msg.files` holds files.
MAY_NAME = {"core.elements": {"core.files"}}
ROOMS = tuple(MAY_IMPORT)
MOST_MODULES = 12
WINDOW_LIBRARIES = {"webview", "platformdirs", "qtpy", "PySide6"}
# The only rooms, with those in them, that import a library: another version of it may change them.
HOMES = {
    "webview": ("desktop.windows.",),
    "webview.platforms": ("desktop.windows.qt.pywebview.", "desktop.windows.cocoa."),
    "PySide6": ("desktop.windows.qt.",),
}


def sources() -> list[Path]:
    return sorted(p for top in ("assets", "core", "desktop") for p in (ROOT / top).rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str | None:
    """The innermost room of a module; None if the module is not ours."""
    holding = [room for room in ROOMS if module == room or module.startswith(f"{room}.")]
    return max(holding, key=len, default=None)


def imported(path: Path) -> Iterator[tuple[int, str, bool]]:
    """The line and absolute name of every import in a file, inside functions too, and whether it is
    for annotations only."""
    package = module_name(path).split(".")
    if path.name != "__init__.py":
        package.pop()
    tree = ast.parse(path.read_text("utf-8"))
    checks = [n for n in ast.walk(tree) if isinstance(n, ast.If)]
    checks = [check for check in checks if ast.unparse(check.test) == "TYPE_CHECKING"]
    named = {id(n) for check in checks for body in check.body for n in ast.walk(body)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, id(node) in named) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            # `from core import files` names the room core.files
            names = [f"{base}.{alias.name}" for alias in node.names]
            yield from ((node.lineno, name, id(node) in named) for name in names)


def wrong_imports(path: Path) -> Iterator[str]:
    room = room_of(module_name(path))
    assert room is not None
    for line, name, is_named in imported(path):
        target = room_of(name)
        allowed = MAY_IMPORT[room] | (MAY_NAME.get(room, set()) if is_named else set())
        if target is not None and target not in allowed:
            yield f"{path.relative_to(ROOT)}:{line}: {room} must not import {name}"
        elif name.split(".")[0] in WINDOW_LIBRARIES and room not in DESKTOP:
            yield f"{path.relative_to(ROOT)}:{line}: only desktop may import {name}"
        for library, homes in HOMES.items():
            if f"{name}.".startswith(f"{library}.") and not f"{room}.".startswith(homes):
                yield f"{path.relative_to(ROOT)}:{line}: only {homes} may import {name}"


def test_imports_run_one_way() -> None:
    found = [message for path in sources() for message in wrong_imports(path)]
    assert not found, "\n".join(found)


def test_packages_of_desktop_are_small() -> None:
    """At most a dozen modules each, so that a table of them can be taken in at a glance."""
    folders = Counter(path.parent for path in sources() if path.name != "__init__.py")
    large = {
        f"{folder.relative_to(ROOT)}: {count}"
        for folder, count in folders.items()
        if folder.is_relative_to(ROOT / "desktop") and count > MOST_MODULES
    }
    assert not large


def import_graph() -> dict[str, set[str]]:
    """Each module with the modules that it imports, anywhere in the file."""
    paths = {module_name(path): path for path in sources()}
    graph = {}
    for module, path in paths.items():
        names = (name for _line, name, _for_annotations in imported(path))
        targets = (name if name in paths else name.rpartition(".")[0] for name in names)
        graph[module] = {target for target in targets if target in paths}
    return graph


def reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph[waiting.pop()] - found
        found |= new
        waiting.extend(new)
    return found


def circles(graph: dict[str, set[str]]) -> set[tuple[str, ...]]:
    """The largest sets of modules that all import each other, directly or through others."""
    ways = {module: reachable(graph, module) for module in graph}
    sets = (sorted({m, *(n for n in ways[m] if m in ways[n])}) for m in graph)
    return {tuple(modules) for modules in sets if len(modules) > 1}


def test_no_module_imports_itself_through_others() -> None:
    """Neither at the top, nor in a function, nor below `if TYPE_CHECKING`."""
    assert not circles(import_graph())


def test_core_starts_without_a_window_library() -> None:
    """Every module of core, as on a server; importlib.import_module() counts too."""
    code = (
        "import importlib, pkgutil, sys\n"
        f"sys.modules.update(dict.fromkeys({sorted(WINDOW_LIBRARIES | {'desktop'})!r}))\n"
        "import core  # None in sys.modules above: importing those raises ImportError\n"
        "for module in pkgutil.walk_packages(core.__path__, 'core.'):\n"
        "    importlib.import_module(module.name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_public_names_exist() -> None:
    import core

    missing = [name for name in core.__all__ if not hasattr(core, name)]
    assert not missing


# Packages that only Linux, or its window, has, and the modules of Qt that load without them.
OF_LINUX = ("PySide6", "qtpy", "jeepney")
QT = "desktop.windows.qt"
LOAD_EVERYWHERE = {QT, f"{QT}.toolkit", f"{QT}.probe", f"{QT}.pywebview.imports"}


def test_all_but_qts_own_modules_can_be_loaded_on_other_systems() -> None:
    names = {module_name(path) for path in sources()} - {"desktop.__main__"}
    modules = {name for name in names if not name.startswith(QT)} | LOAD_EVERYWHERE
    code = f"""
import importlib, sys
sys.modules.update(dict.fromkeys({OF_LINUX}))
for name in {sorted(modules)}:
    importlib.import_module(name)
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
