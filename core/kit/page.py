"""Page: a page in the look of the kit."""

from typing import Any

import core as jp


class Page(jp.WebPage):
    """A page with a heading and a column in the look of the kit: its colours, font and spacing.

    Args:
        title: of the window, and the heading.
        attributes: as for `core.WebPage`.
    """

    def __init__(self, title: str = "", **attributes: Any) -> None:
        body_classes = f"kit-page {attributes.pop('body_classes', '')}".strip()
        super().__init__(title=title, body_classes=body_classes, **attributes)
        if title:
            jp.H1(text=title, a=self)
