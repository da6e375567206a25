"""Page: a page in the look of the kit."""

from typing import Any

import core as jp


class Page(jp.WebPage):
    """A page with a heading and a column in the look of the kit: its colours, font and spacing.

    Args:
        title: of the window, and the heading.
        wide: whether the column is as wide as the window.
        attributes: as for `core.WebPage`.
    """

    def __init__(self, title: str = "", *, wide: bool = False, **attributes: Any) -> None:
        look = "kit-page kit-page-wide" if wide else "kit-page"
        body_classes = f"{look} {attributes.pop('body_classes', '')}".strip()
        # One for screen readers to jump to. A program with a `core.Main` of its own sets it to "".
        attributes.setdefault("body_role", "main")
        super().__init__(title=title, body_classes=body_classes, **attributes)
        if title:
            jp.H1(text=title, a=self)
