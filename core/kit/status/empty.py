"""Empty: what a place says where there is nothing yet."""

from typing import Any

import core as jp

from ..icon import Icon


class Empty(jp.Div):
    """What a place says where there is nothing yet, and a way out of that.

    Components that are added, such as a button, stand below the text.

    Args:
        heading: that there is nothing.
        text: what people can do about it.
        icon: the name of an `Icon` above.
        attributes: as for `core.Div`.

    Raises:
        ValueError: there is no icon of this name.
    """

    def __init__(self, heading: str, text: str = "", *, icon: str = "", **attributes: Any) -> None:
        attributes["classes"] = f"kit-empty {attributes.get('classes', '')}".strip()
        children = list(attributes.pop("children", ()))
        mark = [Icon(icon, classes="kit-empty-icon")] if icon else []
        words = [jp.P(text=heading, classes="kit-empty-heading")]
        if text:
            words.append(jp.P(text=text, classes="kit-empty-text"))
        super().__init__(children=[*mark, *words, *children], **attributes)
