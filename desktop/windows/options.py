"""The arguments of `desktop.run` about the window, ready to be pickled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.shortcuts import EDITING, Shortcuts

WIDTH, HEIGHT = 1000, 720
LEAST = (280, 280)
ON_CLOSE = -1  # in place of the number of a menu entry

# f(), f(msg), or an async one: a handler of the page that the window shows.
Function = Callable[..., Any]


@dataclass(frozen=True)
class MenuItem:
    """An entry of a program's menu, with keys.

    Args:
        function: called as a handler of the page in the window: ``f()`` or ``f(msg)``.
        keys: as in "Ctrl+E" or "F9". Those of the usual menus, such as "Ctrl+N", are taken from
            them; those that edit text are not.
    """

    function: Function
    keys: str = ""


Menu = Mapping[str, Mapping[str, Function | MenuItem | None]]
"""Titles of menus, each with its entries: a function, a `MenuItem`, or None for a line."""


@dataclass(frozen=True)
class MenuEntry:
    """An entry of a menu; its function is known by a number. Without a title it is a line."""

    title: str = ""
    keys: str = ""
    number: int = 0


@dataclass(frozen=True)
class Look:
    """The program's settings for its window."""

    title: str = ""
    width: int = WIDTH
    height: int = HEIGHT
    icon: str = ""  # a file
    menus: tuple[tuple[str, tuple[MenuEntry, ...]], ...] = ()
    asks_to_close: bool = False  # whether on_close is called
    start_at_login: bool = False  # whether the menus offer it
    tray: bool = False  # whether there is an icon in the system's tray
    language: str | None = None  # that the program chose, for menus in another process


class Functions:
    """The functions of a program's menus, which stay in its process."""

    def __init__(self, menu: Menu | None = None, on_close: Function | None = None) -> None:
        self.on_close = on_close
        self.shortcuts = Shortcuts(EDITING)
        self.numbered: list[Function] = []
        self.menus = tuple(
            (title, tuple(self.entry(*entry) for entry in entries.items()))
            for title, entries in (menu or {}).items()
        )

    def entry(self, title: str, function: Function | MenuItem | None) -> MenuEntry:
        if function is None:
            return MenuEntry()
        item = function if isinstance(function, MenuItem) else MenuItem(function)
        if not callable(item.function):
            raise TypeError(f"The menu entry {title!r} needs a function, not {item.function!r}.")
        self.numbered.append(item.function)
        return MenuEntry(title, self.keys(title, item), len(self.numbered) - 1)

    def keys(self, title: str, item: MenuItem) -> str:
        if not item.keys:
            return ""
        try:
            return self.shortcuts.take(item.keys, title)
        except ValueError as error:
            raise ValueError(f"The menu entry {title!r} needs other keys. {error}") from None

    def get(self, number: int) -> Function | None:
        return self.on_close if number == ON_CLOSE else self.numbered[number]


def checked_icon(icon: str | Path | None) -> str:
    """The file of an icon.

    Raises:
        ValueError: there is no such file.
    """
    if icon is None:
        return ""
    path = Path(icon).absolute()
    if not path.is_file():
        raise ValueError(f"There is no icon {path}. Name a PNG or SVG file.")
    return str(path)
