"""The entries of the menu bar, whatever toolkit shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.windows.options import Entry, Look

SHORT = 40  # characters of a title that a menu shows


@dataclass(frozen=True)
class Item:
    """An entry of a menu. One without a title is a line between entries.

    Attributes:
        run: called on the system's event thread; it must not block.
        shortcuts: keys such as "Ctrl+O"; the menu shows the first.
        edit: in place of `run`, an action of the web view: "copy".
    """

    title: str = ""
    run: Callable[[], object] | None = None
    shortcuts: Sequence[str] = ()
    edit: str = ""


LINE = Item()


@dataclass(frozen=True)
class MenuList:
    """A menu of the bar."""

    title: str
    items: Sequence[Item] = field(default_factory=tuple)


class Commands(Protocol):
    """What the usual entries do to one window."""

    debug: bool

    @property
    def title(self) -> str: ...

    @property
    def zooms(self) -> bool: ...

    def open_files(self) -> None: ...
    def new_window(self) -> None: ...
    def print(self) -> None: ...
    def close(self) -> None: ...
    def quit(self) -> None: ...
    def zoom(self, direction: int) -> None: ...
    def fullscreen(self) -> None: ...
    def reload(self) -> None: ...
    def about(self) -> None: ...


def usual(commands: Commands) -> list[MenuList]:
    """The menus of a program, in their usual order."""
    return [
        MenuList("&File", file_items(commands)),
        MenuList("&Edit", EDIT),
        MenuList("&View", view_items(commands)),
        MenuList("&Help", [Item(f"&About {plain(commands.title)}", commands.about)]),
    ]


def of_program(look: Look, act: Callable[[int], None]) -> list[MenuList]:
    """The menus that a program has of its own; `act` calls the function of a number."""

    def item(entry: Entry) -> Item:
        if not entry.title:
            return LINE
        keys = (entry.keys,) if entry.keys else ()
        return Item(entry.title, lambda: act(entry.number), keys)

    return [MenuList(title, [item(entry) for entry in entries]) for title, entries in look.menus]


def joined(usual: Sequence[MenuList], own: Sequence[MenuList]) -> list[MenuList]:
    """A program's menus before Help; what it has for a usual one comes first in that."""
    mine = {menu.title: menu.items for menu in own}
    shown = []
    for menu in usual:
        items = mine.pop(menu.title.replace("&", ""), ())
        shown.append(MenuList(menu.title, [*items, LINE, *menu.items] if items else menu.items))
    return [*shown[:-1], *(MenuList(title, items) for title, items in mine.items()), shown[-1]]


EDIT = (
    Item("&Undo", edit="undo", shortcuts=("Ctrl+Z",)),
    Item("&Redo", edit="redo", shortcuts=("Ctrl+Shift+Z",)),
    LINE,
    Item("Cu&t", edit="cut", shortcuts=("Ctrl+X",)),
    Item("&Copy", edit="copy", shortcuts=("Ctrl+C",)),
    Item("&Paste", edit="paste", shortcuts=("Ctrl+V",)),
    LINE,
    Item("Select &all", edit="select_all", shortcuts=("Ctrl+A",)),
)


def file_items(commands: Commands) -> list[Item]:
    return [
        Item("&Open…", commands.open_files, ("Ctrl+O",)),
        LINE,
        Item("&New window", commands.new_window, ("Ctrl+N",)),
        Item("&Close window", commands.close, ("Ctrl+W",)),
        LINE,
        Item("&Print…", commands.print, ("Ctrl+P",)),
        LINE,
        Item("&Quit", commands.quit, ("Ctrl+Q",)),
    ]


def view_items(commands: Commands) -> list[Item]:
    reload = [LINE, Item("&Reload", commands.reload, ("Ctrl+R", "F5"))]
    zooming = [
        Item("Zoom &in", lambda: commands.zoom(1), ("Ctrl++", "Ctrl+=")),
        Item("Zoom &out", lambda: commands.zoom(-1), ("Ctrl+-",)),
        Item("&Actual size", lambda: commands.zoom(0), ("Ctrl+0",)),
        LINE,
    ]
    return [
        *(zooming if commands.zooms else []),
        Item("&Full screen", commands.fullscreen, ("F11",)),
        *(reload if commands.debug else []),
    ]


def unmarked(title: str) -> str:
    """A title without the marks of its keys."""
    return title.replace("&&", "\0").replace("&", "").replace("\0", "&")


def plain(title: str) -> str:
    """A title as a menu shows it: an ampersand would underline a letter."""
    short = title if len(title) <= SHORT else f"{title[: SHORT - 1]}…"
    return short.replace("&", "&&")
