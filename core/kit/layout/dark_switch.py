"""DarkSwitch: the menu in which people choose between light, dark, and as the system is."""

from typing import Any

from core.language.texts import N_, _

from ..icon import Icon
from ..overlays.menu import Menu
from ..script_part import ScriptPart

STARTS_CHOSEN = (
    '<script>{const chosen=localStorage.getItem("satchel-theme"),{classList}=document.'
    "documentElement;if(/^(dark|light|system)$/.test(chosen))for(const each of"
    '["dark","light"])classList.toggle(each,each===chosen)}</script>'
)
"""In the head of a page: it has what was chosen in this browser before anything is painted."""

THEMES = {"light": N_("Light"), "dark": N_("Dark"), "system": N_("As the system")}


class DarkSwitch(ScriptPart):
    """A menu for light, dark, and as the system is. Browsers remember what people choose.

    The choice is the browser's alone: `page.dark`, which all browsers of a page share, is what
    those show in which nobody has chosen.
    """

    script = "kit/dark-switch.js"

    def __init__(self, **attributes: Any) -> None:
        super().__init__(classes="kit-shell-dark", **attributes)
        menu = Menu(label=_("Colours"), icon="moon", kind="quiet", a=self)
        menu.button.title = _("Colours")
        Icon("sun", a=menu.button)
        for theme, text in THEMES.items():
            menu.item(_(text), _chosen, checked=False).data_theme = theme


def _chosen(item: Any, msg: Any) -> bool:
    return True  # the script does it, and nothing has changed for others
