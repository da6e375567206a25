"""What `drag_files` takes: files that people can drag out of a page."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

DragFiles = str | os.PathLike[str] | Sequence[Any] | Callable[..., Any]
"""A path, a received file, an entry of a session's folder, a pair of a name and a path, a list of
these, or a function that returns them."""


def check(name: str, value: Any) -> None:
    """TypeError for a value that names no files."""
    if value is None or callable(value) or all(map(is_file, files_in(value))):
        return
    raise TypeError(
        f"{name} takes a path, a File, an Entry, a pair of a name and a path, a list of these, or "
        f"a function that returns them, not {value!r:.100}."
    )


def files_in(value: Any) -> list[Any]:
    """The files of a value that is no function."""
    is_list = isinstance(value, list | tuple | set) and not _is_pair(value)
    return list(value) if is_list else [value]


def is_file(value: Any) -> bool:
    """Whether this names one file; `core.downloads.dragged` finds it."""
    if isinstance(value, tuple):
        return _is_pair(value)
    return isinstance(value, str | os.PathLike) or (hasattr(value, "path") and bool(value.name))


def browser_name(value: Any) -> str:
    """The name under which a browser saves the files; "" makes them a ZIP."""
    files = [] if callable(value) else files_in(value)
    if len(files) != 1:
        return ""
    [file] = files
    if isinstance(file, tuple):
        return str(file[0])
    if isinstance(file, str | os.PathLike):
        return "" if os.path.isdir(file) else os.path.basename(file)
    return str(file.name)


def _is_pair(value: Any) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) == 2
        and isinstance(value[0], str)
        and isinstance(value[1], os.PathLike)
    )
