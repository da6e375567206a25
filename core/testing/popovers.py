"""What clicks do with menus, which browsers open and close without the program."""

from __future__ import annotations

from .dom import Element

MENU_ITEM = "kit-menu-item"


def follow_click(element: Element) -> None:
    """Open or close what a click on an element opens or closes."""
    button = element.closest("button")
    if button is None:
        return
    if menu := button.attributes.get("popovertarget"):
        for each in element.root.elements():
            if each.attributes.get("id") == menu:
                each.is_popped_up = not each.is_popped_up
    elif MENU_ITEM in button.attributes.get("class", "").split():
        for each in button.around():
            each.is_popped_up = False


def context_menu(element: Element) -> Element | None:
    """The innermost context menu of an element and those around it."""
    for each in element.around():
        for child in each.children:
            if isinstance(child, Element) and child.script_name == "context-menu.js":
                return child
    return None
