"""The parts of pywebview on macOS that are not public, as version 6.2.1 has them."""

import importlib
from collections.abc import Callable
from typing import Any


def browser_view() -> Any:
    """The class whose objects show windows; it also makes the menu bar."""
    from webview.platforms.cocoa import BrowserView

    return BrowserView


def after_each_bar(dress: Callable[[Any, list[Any]], None]) -> None:
    """Have each menu bar that pywebview makes given to a function, with the menus it is made of."""
    view = browser_view()
    make = view._recreate_menus

    def made(self: Any, menus: list[Any] | None) -> Any:
        bar = make(self, menus)
        dress(bar, menus or [])
        return bar

    view._recreate_menus = made


def call_on_choice(entry: Any, name: str, run: Callable[[], object]) -> None:
    """Call a function, on a thread of its own, when an entry of a menu is chosen."""
    from webview.platforms import cocoa

    handler: Any = cocoa.menu_handler
    handler.register_action(name, run)
    entry.setTarget_(handler)
    entry.setAction_("handleMenuAction:")
    entry.setRepresentedObject_(name)


def list_windows_in(menu: Any) -> None:
    """Have the system list the windows that are open in a menu of the bar."""
    browser_view().app.setWindowsMenu_(menu)


def add_to_delegate(*methods: Callable[..., Any]) -> None:
    """Add methods to the application's delegate."""
    objc = importlib.import_module("objc")  # which other systems do not have
    objc.classAddMethods(browser_view().AppDelegate, list(methods))
