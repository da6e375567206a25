"""Sortable: a list whose items people bring into another order."""

from dataclasses import dataclass
from typing import Any, ClassVar

import core as jp
from core.words import names

from .icon import Icon
from .script_part import ScriptPart


@dataclass(frozen=True)
class Sorted:
    """An item that a person has moved: ``msg.detail`` of the event ``sorted``.

    Attributes:
        item: the component.
        old: its index before.
        new: its index now.
    """

    item: jp.Component
    old: int
    new: int


@dataclass(frozen=True)
class Moved:
    """What the script sends: the id of an item, and that of the item after it, if there is one."""

    item: int
    before: int | None


class Sortable(ScriptPart):
    """A list whose children people sort by mouse, finger or keyboard.

    After each move `components` is in the new order, here and in all browsers, and the event
    ``sorted`` happens; ``msg.detail`` is a `Sorted`. Children are of any kind. Those with a
    `SortHandle` in them are dragged by it, the others by themselves.

    Attributes:
        disabled: True keeps the order as it is.
    """

    script = "bundle/kit-sortable.js"  # of assets/kit/sortable.js
    sends: ClassVar = {"moved": Moved}
    disabled: bool = False
    server_events = names("sorted")
    allowed_events = ScriptPart.allowed_events | server_events

    def __init__(self, **attributes: Any) -> None:
        classes = f"kit-sortable {attributes.pop('classes', '')}".strip()
        super().__init__(**{"role": "list", "classes": classes, **attributes})
        self.on("moved", self._moved)

    def _moved(self, msg: jp.Msg) -> Any:
        """Bring the children into the new order. A page may be late, or lie."""
        ids = {child.component_id: child for child in self.components}
        item, before = ids.get(msg.detail.item), ids.get(msg.detail.before)
        if self.disabled or item is None or item is before:
            return None
        order = list(self.components)
        old = order.index(item)
        order.remove(item)
        new = len(order) if before is None else order.index(before)
        if new == old:
            return None
        order.insert(new, item)
        self.components = order
        if (handler := self.handlers.get("sorted")) is None:
            return None
        msg.event_type, msg.detail = "sorted", Sorted(item, old, new)
        return handler(self, msg)


class SortHandle(jp.Button):
    """What an item of a `Sortable` is dragged by. It is named after its item unless it has a name.

    Args:
        attributes: as for `core.Button`.
    """

    def __init__(self, **attributes: Any) -> None:
        classes = f"kit-sortable-handle {attributes.pop('classes', '')}".strip()
        super().__init__(type="button", classes=classes, **attributes)
        self.add(Icon("grip-vertical"))
