"""TabGroup: shows one of several components."""

from __future__ import annotations

from typing import Any

from .component import Component
from .tags import Div

# Tabs overlap during a transition; without a height, the group is as high as the highest.
_ONE_CELL = (
    "position: relative; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); "
    "overflow: hidden;"
)


class TabGroup(Div):
    """Shows one of several components, with animated transitions between them.

    Attributes:
        tabs: value -> ``{'tab': component, 'order': number}``; ``order`` is for the program.
        value: that of the visible tab; one that is not in ``tabs`` shows none.
        previous_value: that of the tab that leaves when the next one enters; set it to ``""`` to
            change the tab without animation.
        animation_next, animation_prev: animations of the tab that enters and the one that leaves.
        animation_speed: ``""``, ``slow``, ``slower``, ``fast`` or ``faster``.
        wrapper_classes, wrapper_style: of the element around each tab.
    """

    wrapper_classes: str = ""
    wrapper_style: str = (
        "display: flex; grid-area: 1 / 1; align-items: center; justify-content: center; "
        "background-color: inherit;"
    )
    animation_next: str = "slideInRight"
    animation_prev: str = "slideOutLeft"
    animation_speed: str = "faster"
    previous_value: Any = ""
    _value: Any = ""
    _shown: tuple[Component | None, Component | None] = (None, None)

    def __init__(self, *unnamed: Any, **attributes: Any) -> None:
        self.tabs: dict[Any, dict[str, Any]] = {}
        super().__init__(*unnamed, **attributes)
        self.style = f"{_ONE_CELL} {self.style}".strip()

    @property
    def value(self) -> Any:
        """The value of the visible tab."""
        return self._value

    @value.setter
    def value(self, value: Any) -> None:
        if value != self._value:
            self.previous_value, self._value = self._value, value

    def model_update(self) -> None:
        """Show the tab of the model's value."""
        if self.model is not None:
            self.value = self.model[0].data.get(self.model[1], self.value)

    def react(self, data: dict[str, Any]) -> None:
        """Show the tab of the value, and animate the change."""
        shown = self._tab(self.value), self._tab(self.previous_value)
        if shown == self._shown:
            return
        self._shown = shown
        self.components.clear()
        entering, leaving = shown
        self._wrap(entering, 50, self.animation_next if leaving else "")
        self._wrap(leaving, 0, self.animation_prev)

    def _tab(self, value: Any) -> Component | None:
        tab: Component | None = self.tabs.get(value, {}).get("tab")
        return tab

    def _wrap(self, tab: Component | None, layer: int, animation: str) -> None:
        if tab is not None:
            style = f"{self.wrapper_style} z-index: {layer};"
            classes = f"{self.wrapper_classes} {self.animation_speed}".strip()
            Div(style=style, classes=classes, animation=animation, a=self).add(tab)
