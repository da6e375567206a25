"""Small components made of elements."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .component import Component
from .tags import Div, Input, Span, Table, Tbody, Td, Th, Thead, Tr


class HTMLEntity(Span):
    """A character by its HTML name: ``HTMLEntity(entity='&euro;')``."""

    _entity: str = ""

    if TYPE_CHECKING:

        def __init__(self, *, entity: str = "", **attributes: Any) -> None: ...

    @property
    def entity(self) -> str:
        """The name, or names."""
        return self._entity

    @entity.setter
    def entity(self, entity: str) -> None:
        self._entity = entity
        self.text = html.unescape(entity)


class Icon(Div):
    """An icon of Font Awesome by its name: ``Icon(icon='cog')``.

    Attributes:
        icon: its name; the classes ``fa`` and ``fa-NAME`` show it.
    """

    icon: str = "dog"

    def __init__(self, *unnamed: Any, **attributes: Any) -> None:
        super().__init__(*unnamed, **attributes)
        self.icon = self.icon  # adds its class

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in ("icon", "classes"):
            super().__setattr__(name, value)
            return
        own = [
            each
            for each in (value if name == "classes" else self.classes).split()
            if each not in ("fa", f"fa-{self.icon}")
        ]
        if name == "icon":
            super().__setattr__(name, value)
        super().__setattr__("classes", " ".join([*own, "fa", f"fa-{self.icon}"]))


class InputChangeOnly(Input):
    """An input that sends its value when it is left, not while typing.

    Browsers send no ``input`` event of it, so a handler for that is never called.
    """

    server_events = Input.server_events | {"input"}

    @property
    def entry_event(self) -> str | None:
        """The event by which the browser sends what was entered."""
        return "change"


class AutoTable(Table):
    """A table of a list of rows, the first of which is its head.

    Attributes:
        values: the rows; set it to show others.
        th_classes, td_classes: of the cells of the head, and of the others.
        tr_odd_classes, tr_even_classes: of the first, third, ... row below the head; of the others.

    A subclass changes the classes.
    """

    th_classes: str = "px-4 py-2"
    td_classes: str = "border px-4 py-2 text-center"
    tr_odd_classes: str = ""
    tr_even_classes: str = "bg-current/5"  # as good on a dark page as on a light one
    _values: Sequence[Sequence[Any]] = ()

    if TYPE_CHECKING:

        def __init__(self, *, values: Sequence[Sequence[Any]] = (), **attributes: Any) -> None: ...

    @property
    def values(self) -> Sequence[Sequence[Any]]:
        """The rows that the table shows."""
        return self._values

    @values.setter
    def values(self, values: Sequence[Sequence[Any]]) -> None:
        self._values = values
        self.delete_components()
        if not values:
            return
        self._row(Tr(a=Thead(a=self)), Th, self.th_classes, values[0])
        body = Tbody(a=self)
        for number, row in enumerate(values[1:]):
            classes = self.tr_even_classes if number % 2 else self.tr_odd_classes
            self._row(Tr(classes=classes, a=body), Td, self.td_classes, row)

    def _row(self, row: Tr, cell: type[Component], classes: str, values: Sequence[Any]) -> None:
        for value in values:
            cell(text=value, classes=classes, a=row)
