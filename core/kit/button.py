"""Button: a button in the look of the kit."""

from typing import Any, Literal

import core as jp

from .icon import Icon

Kind = Literal["primary", "plain", "quiet", "danger"]
Size = Literal["normal", "small"]


class Button(jp.Button):
    """A button. While its handler runs, a spinner takes the place of its text.

    Args:
        text: what it says. A button without text needs an ``aria_label``.
        kind: "primary" for what people came to do, "danger" for what cannot be undone, "quiet" for
            one without an edge, as in a toolbar.
        size: "small" among other small things, as in a row of a list.
        icon: the name of an `Icon` before the text.
        attributes: as for `core.Button`; ``click=`` is the handler.

    Raises:
        ValueError: there is no icon of this name, or neither text nor ``aria_label``.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: Kind = "plain",
        size: Size = "normal",
        icon: str = "",
        **attributes: Any,
    ) -> None:
        if not text and not attributes.get("aria_label"):
            raise ValueError(
                "A kit.Button without text needs aria_label, which says what it does: "
                'kit.Button(icon="trash-2", aria_label="Remove").'
            )
        look = "kit-button" if text else "kit-button kit-button-square"
        attributes["classes"] = f"{look} {attributes.get('classes', '')}".strip()
        if size != "normal":
            attributes["data_size"] = size
        # The client makes it "true" while a handler runs.
        super().__init__(
            **{
                "text": text,
                "type": "button",
                "data_kind": kind,
                "aria_busy": "false",
                **attributes,
            }
        )
        if icon:
            Icon(icon, a=self)
