"""Menus as values, whatever toolkit shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from desktop.windows.options import Look, MenuEntry


@dataclass(frozen=True)
class Item:
    """An entry of a menu. One without a title is a line between entries.

    Attributes:
        run: called on the system's event thread; it must not block.
        shortcuts: keys such as "Ctrl+O"; the menu shows the first.
        edit: in place of `run`, an action of the web view: "copy".
        enabled: whether it can be used now.
        checked: True or False for one that is switched on and off.
        role: "about" or "quit", which macOS shows in a menu of its own.
    """

    title: str = ""
    run: Callable[[], object] | None = None
    shortcuts: Sequence[str] = ()
    edit: str = ""
    enabled: bool = True
    checked: bool | None = None
    role: str = ""


LINE = Item()


@dataclass(frozen=True)
class MenuList:
    """A menu of the bar.

    Attributes:
        name: by which a program adds to it, whatever language it is shown in: "File".
    """

    title: str
    items: Sequence[Item] = field(default_factory=tuple)
    name: str = ""


def of_program(look: Look, act: Callable[[int], None]) -> list[MenuList]:
    """The menus that a program adds; `act` calls the function with that number."""

    def item(entry: MenuEntry) -> Item:
        if not entry.title:
            return LINE
        keys = (entry.keys,) if entry.keys else ()
        return Item(entry.title, lambda: act(entry.number), keys)

    return [MenuList(title, [item(entry) for entry in entries]) for title, entries in look.menus]


def joined(usual: Sequence[MenuList], own: Sequence[MenuList]) -> list[MenuList]:
    """A program's menus before Help; entries that it adds to a usual menu come first there.

    They take the place of usual ones with the same title, and their keys: Qt would run neither of
    two entries with the same keys.
    """
    mine = {menu.title: menu.items for menu in own}
    taken = {keys.lower() for menu in own for item in menu.items for keys in item.shortcuts}
    shown = []
    for menu in [without_keys(menu, taken) for menu in usual]:
        items = [*mine.pop(menu.name, ()), *mine.pop(unmarked(menu.title), ())]
        titles = {unmarked(item.title) for item in items} - {""}
        others = [item for item in menu.items if unmarked(item.title) not in titles]
        shown.append(MenuList(menu.title, [*items, LINE, *others] if items else menu.items))
    return [*shown[:-1], *(MenuList(title, items) for title, items in mine.items()), shown[-1]]


def without_keys(menu: MenuList, taken: set[str]) -> MenuList:
    """A menu without shortcuts that others have."""

    def left(item: Item) -> Item:
        keys = [each for each in item.shortcuts if each.lower() not in taken]
        return item if len(keys) == len(item.shortcuts) else replace(item, shortcuts=keys)

    return replace(menu, items=[left(item) for item in menu.items])


def unmarked(title: str) -> str:
    """A title without the marks of its keys."""
    return title.replace("&&", "\0").replace("&", "").replace("\0", "&")
