"""Menus of a page, which its window shows. Nothing in them is trusted."""

from collections.abc import Callable
from typing import Any

from core.live.errors import HostError
from core.shortcuts import spelled
from desktop.windows.menus import LINE, Item, MenuList
from desktop.windows.usual_menus import plain

MOST_MENUS, MOST_ITEMS = 20, 200


def read_menus(menus: Any, choose: Callable[[str], object]) -> list[MenuList]:
    """The menus that a page describes; `choose` is called with the id of a command.

    Raises:
        HostError: they are described in another way, or are too many.
    """
    try:
        if len(menus) > MOST_MENUS or any(len(menu["items"]) > MOST_ITEMS for menu in menus):
            raise HostError(
                f"A window shows {MOST_MENUS} menus with {MOST_ITEMS} commands each. Remove some."
            )
        return [
            MenuList(plain(str(menu["title"])), [read_item(item, choose) for item in menu["items"]])
            for menu in menus
        ]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise HostError("The window expects menus with titles and items.") from error


def read_item(item: dict[str, Any], choose: Callable[[str], object]) -> Item:
    if not item.get("title"):
        return LINE
    command, checked = str(item["id"]), item.get("checked")
    return Item(
        plain(str(item["title"])),
        lambda: choose(command),
        (spelled(item["keys"]),) if item.get("keys") else (),
        enabled=not item.get("disabled"),
        checked=checked if isinstance(checked, bool) else None,
    )
