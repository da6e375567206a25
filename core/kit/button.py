"""Button: a button in the look of the kit."""

from typing import Any, Literal

import core as jp

from .icon import Icon

Kind = Literal["primary", "plain", "danger"]


class Button(jp.Button):
    """A button.

    Args:
        text: what it says. A button without text needs an ``aria_label``.
        kind: "primary" for what people came to do, "danger" for what cannot be undone.
        icon: the name of an `Icon` before the text.
        attributes: as for `core.Button`; ``click=`` is the handler.

    Raises:
        ValueError: there is no icon of this name, or neither text nor ``aria_label``.
    """

    def __init__(
        self, text: str = "", *, kind: Kind = "plain", icon: str = "", **attributes: Any
    ) -> None:
        if not text and not attributes.get("aria_label"):
            raise ValueError(
                "A kit.Button without text needs aria_label, which says what it does: "
                'kit.Button(icon="trash-2", aria_label="Remove").'
            )
        attributes["classes"] = f"kit-button {attributes.get('classes', '')}".strip()
        super().__init__(text=text, type="button", data_kind=kind, **attributes)
        if icon:
            Icon(icon, a=self)
