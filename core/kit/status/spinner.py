"""Spinner: something is being done."""

from typing import Any

import core as jp
from core.language.texts import N_, _


class Spinner(jp.Span):
    """Something is being done, and it will not take long.

    Args:
        text: what is being done.
        quiet: the text is for screen readers only.
        attributes: as for `core.Span`.
    """

    def __init__(
        self, text: str = N_("Loading"), *, quiet: bool = False, **attributes: Any
    ) -> None:
        attributes["classes"] = f"kit-spinner {attributes.get('classes', '')}".strip()
        super().__init__(**{"role": "status", **attributes})
        look = "kit-spinner-text kit-spinner-quiet" if quiet else "kit-spinner-text"
        jp.Span(text=_(text), classes=look, a=self)
