"""Card: a surface for things that belong together."""

from typing import Any

import core as jp

from .with_body import WithBody


class Card(WithBody, jp.Section):
    """A surface for things that belong together.

    Args:
        heading: what they are.
        attributes: as for `core.Section`.

    Attributes:
        body: holds what is added to the card.
        actions: holds what stands beside the heading, such as buttons.
    """

    def __init__(self, heading: str = "", **attributes: Any) -> None:
        attributes["classes"] = f"kit-card {attributes.get('classes', '')}".strip()
        children = attributes.pop("children", ())
        self._heading = jp.H2(classes="kit-card-heading")
        self.actions = jp.Div(classes="kit-card-actions")
        self.body = jp.Div(classes="kit-card-body", children=list(children))
        super().__init__(**attributes)
        header = jp.Div(classes="kit-card-header", children=[self._heading, self.actions])
        self.components = [header, self.body]
        self.heading = heading

    @property
    def heading(self) -> str:
        """What the things in it are."""
        return str(self._heading.text)

    @heading.setter
    def heading(self, text: str) -> None:
        self._heading.text = text
        self._heading.show = bool(text)
        self.aria_label = text or None
