"""Accordion: headings whose contents people open and close."""

from typing import Any

import core as jp

from ..icon import Icon


class Accordion(jp.Div):
    """Headings whose contents people open and close.

    Args:
        single: opening one closes the one that was open.
        attributes: as for `core.Div`.
    """

    def __init__(self, *, single: bool = False, **attributes: Any) -> None:
        attributes["classes"] = f"kit-accordion {attributes.get('classes', '')}".strip()
        super().__init__(**attributes)
        self._name = f"kit-accordion-{self.component_id}" if single else None

    def section(self, heading: str, *, icon: str = "", open: bool = False) -> jp.Div:
        """Add a heading.

        Args:
            heading: what it says.
            icon: the name of an `Icon` before that.
            open: whether its content is shown at first.

        Returns:
            Its content, for the components in it.

        Raises:
            ValueError: there is no icon of this name.
        """
        section = jp.Details(classes="kit-accordion-section", open=open, name=self._name)
        line = jp.Summary(text=heading, classes="kit-accordion-heading", a=section)
        if icon:
            Icon(icon, classes="kit-accordion-icon", a=line)
        Icon("chevron-down", classes="kit-accordion-arrow", a=line)
        content = jp.Div(classes="kit-accordion-content", a=section)
        self.add(section)
        return content
