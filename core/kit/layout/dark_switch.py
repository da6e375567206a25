"""DarkSwitch: the menu in which people choose between light, dark, and as the system is."""

from typing import Any

from ..icon import Icon
from ..overlays.menu import Menu
from ..script_part import ScriptPart

STARTS_CHOSEN = (
    '<script>{const chosen=localStorage.getItem("satchel-theme"),{classList}=document.'
    'documentElement;if(/^(dark|light)$/.test(chosen)){classList.remove("dark","light");'
    "classList.add(chosen)}}</script>"
)
"""In the head of a page: it has what was chosen in this browser before anything is painted."""

THEMES = {"light": "Light", "dark": "Dark", "system": "As the system"}


class DarkSwitch(ScriptPart):
    """A menu for light, dark, and as the system is. Browsers remember what people choose.

    Attributes:
        chosen: what was chosen; "" until the first browser has said what it remembers.
    """

    script = "kit/dark-switch.js"
    sends = {"remembered": str}

    chosen: str = ""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(classes="kit-shell-dark", **attributes)
        menu = Menu(label="Colours", icon="moon", kind="quiet", a=self)
        menu.button.title = "Colours"
        Icon("sun", a=menu.button)
        self._items = {
            theme: menu.item(
                text, lambda item, msg, theme=theme: self._choose(theme, msg), checked=False
            )
            for theme, text in THEMES.items()
        }
        self.on("remembered", self._remembered)

    def _remembered(self, msg: Any) -> None:
        if not self.chosen:  # else somebody was faster than the script
            self._choose(msg.detail, msg)

    def _choose(self, theme: str, msg: Any) -> None:
        if theme not in THEMES:
            return
        self.chosen = theme
        msg.page.dark = {"light": False, "dark": True}.get(theme)
        for each, item in self._items.items():
            item.checked = each == theme
