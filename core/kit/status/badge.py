"""Badge: a word or number about what stands beside it."""

from typing import Any, Literal

import core as jp

from ..icon import Icon

Kind = Literal["plain", "accent", "good", "warning", "bad"]


class Badge(jp.Span):
    """A word or number about what stands beside it, such as a state.

    Args:
        text: the word or number.
        kind: which colour it has.
        icon: the name of an `Icon` before the text.
        attributes: as for `core.Span`.

    Raises:
        ValueError: there is no icon of this name.
    """

    def __init__(
        self, text: object = "", *, kind: Kind = "plain", icon: str = "", **attributes: Any
    ) -> None:
        attributes["classes"] = f"kit-badge {attributes.get('classes', '')}".strip()
        super().__init__(**{"text": text, "data_kind": kind, **attributes})
        if icon:
            Icon(icon, a=self)
