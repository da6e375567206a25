"""NavigationLink: an entry of a frame that leads to an address."""

from typing import Any

import core as jp

from ..icon import Icon


class NavigationLink(jp.A):
    """An entry of a `Shell` that leads to an address; `Shell.link` makes it.

    Attributes:
        place: the item of the list that it is in; for what belongs to it, such as a menu.
    """

    def __init__(self, label: str, href: str, icon: str = "", **attributes: Any) -> None:
        super().__init__(href=href, classes="kit-shell-entry", **attributes)
        if icon:
            Icon(icon, a=self)
        self._dot = jp.Span(classes="kit-shell-dot", show=False, a=self)
        self._label = jp.Span(text=label, classes="kit-shell-label", dir="auto", a=self)
        self._count = jp.Span(classes="kit-shell-count", show=False, a=self)
        self._unit = jp.Span(classes="kit-shell-unit", show=False, a=self)
        self.place = jp.Li(children=[self])

    @property
    def label(self) -> str:
        """What it says."""
        return str(self._label.text)

    @label.setter
    def label(self, label: str) -> None:
        self._label.text = label

    @property
    def is_current(self) -> bool:
        """Whether it leads to the page that is shown."""
        return self.aria_current == "page"

    @is_current.setter
    def is_current(self, is_current: bool) -> None:
        self.aria_current = "page" if is_current else None

    def show_count(self, count: str, unit: str = "") -> None:
        """Show a number beside the label.

        Args:
            count: the number as text; "" shows none.
            unit: what is counted, for screen readers, such as "files".
        """
        self._count.text, self._count.show = count, bool(count)
        self._unit.text, self._unit.show = unit, bool(count and unit)

    def show_color(self, color: str) -> None:
        """Show a dot of a CSS colour in place of the icon; of "" none."""
        self._dot.show = bool(color)
        self._dot.style = f"--kit-dot: {color}" if color else ""
