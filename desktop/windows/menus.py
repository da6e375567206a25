"""Menus as values, whatever toolkit shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from desktop.windows.options import Look, MenuEntry


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


def of_program(look: Look, act: Callable[[int], None]) -> list[MenuList]:
    """The menus that a program adds; `act` calls the function with that number."""

    def item(entry: MenuEntry) -> Item:
        if not entry.title:
            return LINE
        keys = (entry.keys,) if entry.keys else ()
        return Item(entry.title, lambda: act(entry.number), keys)

    return [MenuList(title, [item(entry) for entry in entries]) for title, entries in look.menus]


def joined(usual: Sequence[MenuList], own: Sequence[MenuList]) -> list[MenuList]:
    """A program's menus before Help; entries that it adds to a usual menu come first there."""
    mine = {menu.title: menu.items for menu in own}
    shown = []
    for menu in usual:
        items = mine.pop(menu.title.replace("&", ""), ())
        shown.append(MenuList(menu.title, [*items, LINE, *menu.items] if items else menu.items))
    return [*shown[:-1], *(MenuList(title, items) for title, items in mine.items()), shown[-1]]


def unmarked(title: str) -> str:
    """A title without the marks of its keys."""
    return title.replace("&&", "\0").replace("&", "").replace("\0", "&")
