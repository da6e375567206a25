"""ShelfChoice: the dialog in which people choose a shelf for files, without a mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import core as jp
from core import kit
from core.language.texts import _
from desktop.shelf.several import wording
from desktop.shelf.several.shelves import ShelfInfo

Chosen = Callable[[str, bool, jp.Msg], Any]


class ShelfChoice(kit.Modal):
    """Lists the other shelves.

    Args:
        chosen: called with the key of a shelf, and whether the files are to be copied.
    """

    def __init__(self, chosen: Chosen, **attributes: Any) -> None:
        super().__init__(wording.MOVE_TO, size="narrow", close_outside=True, **attributes)
        self._chosen = chosen
        self._select = jp.Select(classes="kit-field-input kit-field-select")
        self.add(kit.Field(_(wording.SHELF), self._select))
        copy = kit.Button(_(wording.COPY), click=lambda button, msg: self._choose(True, msg))
        move = kit.Button(
            _(wording.MOVE), kind="primary", click=lambda button, msg: self._choose(False, msg)
        )
        self.actions.add(copy, move)
        self._keys: list[str] = []

    def ask(self, shelves: Sequence[ShelfInfo]) -> None:
        """Offer these shelves."""
        self._keys = [shelf.key for shelf in shelves]
        self._select.delete_components()
        for number, shelf in enumerate(shelves):
            jp.Option(value=str(number), text=shelf.label, a=self._select)
        self._select.value = "0"
        self.open()

    def _choose(self, is_copy: bool, msg: jp.Msg) -> Any:
        number = str(self._select.value)
        self.close()
        if number.isdecimal() and int(number) < len(self._keys):
            return self._chosen(self._keys[int(number)], is_copy, msg)
        return None
