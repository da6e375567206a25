"""Icon: one of Lucide's icons (https://lucide.dev), drawn in the colour of the text around it."""

from functools import cache
from importlib.resources import files
from typing import Any

import core as jp
from core.words import did_you_mean

_FOLDER = files("assets") / "vendor" / "lucide"


class Icon(jp.Svg):
    """An icon, as large as the text around it and in its colour.

    Args:
        symbol: its name, such as "trash-2". `icon_names()` lists them.
        label: says what it means, where no text beside it does. Screen readers pass over an icon
            without one.
        attributes: as for `core.Svg`.

    Raises:
        ValueError: there is no icon of this name.
    """

    def __init__(self, symbol: str, *, label: str = "", **attributes: Any) -> None:
        attributes["classes"] = f"kit-icon {attributes.get('classes', '')}".strip()
        spoken = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
        super().__init__(**{"viewBox": "0 0 24 24", **spoken, **attributes})
        self.symbol = symbol

    @property
    def symbol(self) -> str:
        """The name of the icon; setting it shows another one."""
        return str(self.data_icon)

    @symbol.setter
    def symbol(self, name: str) -> None:
        self.inner_html = _drawing(name)
        self.data_icon = name


@cache
def icon_names() -> tuple[str, ...]:
    """The names that `Icon` knows."""
    names = [file.name.removesuffix(".svg") for file in _FOLDER.iterdir()]
    return tuple(sorted(name for name in names if name.islower()))


@cache
def _drawing(name: str) -> str:
    """The shapes inside an icon's file."""
    if name not in icon_names():
        hint = did_you_mean(name, icon_names(), 0.5) or "kit.icon_names() lists them."
        raise ValueError(f"There is no icon {name!r}. {hint}")
    svg = _FOLDER.joinpath(f"{name}.svg").read_text(encoding="utf-8")
    shapes = svg.partition("<svg")[2].partition(">")[2].partition("</svg>")[0]
    return "".join(line.strip() for line in shapes.splitlines())
