"""DarkSwitch: the button with which people choose between light and dark."""

from typing import Any

from ..icon import Icon
from ..script_part import ScriptPart

STARTS_CHOSEN = (
    '<script>{const chosen=localStorage.getItem("satchel-theme"),{classList}=document.'
    'documentElement;if(/^(dark|light)$/.test(chosen)){classList.remove("dark","light");'
    "classList.add(chosen)}}</script>"
)
"""In the head of a page: it has what was chosen in this browser before anything is painted."""


class DarkSwitch(ScriptPart):
    """The button with which people choose between light and dark. Their browser remembers it."""

    html_tag = "button"
    script = "kit/dark-switch.js"
    sends = {"chosen": bool}

    def __init__(self, **attributes: Any) -> None:
        look = "kit-button kit-button-square kit-shell-dark"
        super().__init__(
            classes=look, data_kind="quiet", aria_label="Dark", title="Dark", **attributes
        )
        self.add(Icon("moon"), Icon("sun"))
        self.on("chosen", lambda self, msg: setattr(msg.page, "dark", msg.detail))
