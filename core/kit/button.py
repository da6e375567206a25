"""Button: a button in the look of the kit."""

from typing import Any, Literal

import core as jp

Kind = Literal["primary", "plain", "danger"]


class Button(jp.Button):
    """A button.

    Args:
        text: what it says.
        kind: "primary" for what people came to do, "danger" for what cannot be undone.
        attributes: as for `core.Button`; ``click=`` is the handler.
    """

    def __init__(self, text: str = "", *, kind: Kind = "plain", **attributes: Any) -> None:
        classes = f"kit-button {attributes.pop('classes', '')}".strip()
        super().__init__(text=text, type="button", classes=classes, data_kind=kind, **attributes)
