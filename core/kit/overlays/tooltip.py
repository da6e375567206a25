"""Tooltip: a few words about a component, shown while the pointer or the focus is on it."""

from typing import Any, Self

import core as jp

from ..script_part import ScriptPart


class Tooltip(jp.Span):
    """A few words about the component that is added to it.

    They are shown while the pointer or the focus is on it, until Escape is pressed. Screen readers
    say them after its name; they are no place for the name itself.

    Args:
        text: the words.
        attributes: as for `core.Span`.
    """

    def __init__(self, text: str, **attributes: Any) -> None:
        attributes["classes"] = f"kit-tooltip {attributes.get('classes', '')}".strip()
        self._bubble = _Bubble(text=text)
        super().__init__(**attributes)
        super().add_component(self._bubble)

    @property
    def words(self) -> str:
        """The words."""
        return str(self._bubble.text)

    @words.setter
    def words(self, text: str) -> None:
        self._bubble.text = text

    def add(self, *components: jp.Component) -> Self:
        """Set the component that it is about."""
        for component in components:
            self.add_component(component)
        return self

    def add_component(self, component: jp.Component, position: int | None = None) -> Self:
        """Set the component that it is about."""
        component.aria_describedby = self._bubble.id
        return super().add_component(component, 0 if position is None else position)


class _Bubble(ScriptPart):
    script = "kit/tooltip.js"

    def __init__(self, **attributes: Any) -> None:
        super().__init__(
            classes="kit-tooltip-bubble", role="tooltip", popover="manual", **attributes
        )
        self.id = f"kit-tooltip-{self.component_id}"
