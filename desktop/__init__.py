"""The window: what a person launches, and what programs ask of it (`run`, `window`).

`python -m desktop [program.py | module:function]` opens a program that is written with `core` in a
native window; without a program it opens the default app. This room knows the command line, the
data folders, pywebview and the system's dialogs. It must not do what a server without a window
needs, too: that belongs to `core`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop import errors as errors
    from desktop import window as window
    from desktop.launch.run import run as run
    from desktop.windows.options import MenuItem as MenuItem

    __version__: str

# Loaded on first use: most launches of `python -m desktop` do not need them.
_HOMES = {"run": "desktop.launch.run", "MenuItem": "desktop.windows.options"}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "__version__":
        return import_module("desktop.system.packaged").version()
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
