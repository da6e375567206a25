"""MenuBar: the menus of a shell, which the program's window shows in its own bar."""

from core.language.texts import _
from core.shortcuts import Shortcuts

from ..overlays.menu import BarMenu, Menu
from ..script_part import ScriptPart

IN_WINDOW = (
    "<script>try{if(/satchel-window=/.test(location.hash)||sessionStorage.getItem("
    '"satchel-window"))document.documentElement.classList.add("kit-in-window")}catch{}</script>'
)
"""In the head of a page: in the window, no bar is painted before the window has its own."""


class MenuBar(ScriptPart):
    """Menus in the header of a page, with shortcuts for their commands."""

    script = "kit/menu-bar.js"

    def __init__(self) -> None:
        super().__init__(classes="kit-menu-bar", role="group", aria_label=_("Menus"))
        self._shortcuts = Shortcuts()
        self._menus: dict[str, Menu] = {}

    def menu(self, title: str) -> Menu:
        """Add a menu.

        Raises:
            ValueError: it has no title, or there is a menu of this title.
        """
        if title in self._menus:
            raise ValueError(f"There is a menu {title!r} already. Give this one another title.")
        menu = BarMenu(title, self._shortcuts)
        self._menus[title] = menu
        self.add(menu)
        return menu
