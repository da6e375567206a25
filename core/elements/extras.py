"""Small components made of the others."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .component import Component
from .tags import Div, Input, Span, Table, Tbody, Td, Th, Thead, Tr


class Hello(Div):
    """A greeting that counts clicks: to see that all works.

    Attributes:
        counter: what the next click tells: 1 at first.
    """

    def __init__(self, *unnamed: Any, **attributes: Any) -> None:
        self.counter = 1
        super().__init__(*unnamed, **attributes)
        self.text = self.text or "Hello! (click me)"
        self.classes = (
            self.classes or "m-1 p-1 text-2xl text-center cursor-pointer bg-blue-500 text-white"
        )
        self.on("click", self.count)

    def count(self) -> None:
        """Show one click more."""
        self.text = f"Hello! I was clicked {self.counter} times"
        self.counter += 1


class Space(Span):
    """``num`` spaces that do not collapse."""

    def __init__(self, num: int = 1, **attributes: Any) -> None:
        super().__init__(inner_html="&nbsp;" * num, **attributes)


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
        self.icon = self.icon  # so that the classes name it, whatever was given

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


# Tabs that come and go lie on each other; without a height, the group is as high as they are.
_ONE_CELL = (
    "position: relative; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); "
    "overflow: hidden;"
)


class TabGroup(Div):
    """Shows one of several components, and moves from one to the other.

    Attributes:
        tabs: value -> ``{'tab': component, 'order': number}``; the order is the program's own.
        value: of the tab that is shown; any that is not in ``tabs`` shows none.
        previous_value: of the tab that goes when the next one comes; set it to ``""`` to change
            the tab without animation.
        animation_next, animation_prev: animations of the tab that comes and the one that goes.
        animation_speed: ``""``, ``slow``, ``slower``, ``fast`` or ``faster``.
        wrapper_classes, wrapper_style: of the element around each tab.
    """

    wrapper_classes: str = ""
    wrapper_style: str = (
        "display: flex; grid-area: 1 / 1; align-items: center; justify-content: center; "
        "background-color: inherit;"
    )
    animation_next: str = "slideInRight"
    animation_prev: str = "slideOutLeft"
    animation_speed: str = "faster"
    previous_value: Any = ""
    _value: Any = ""
    _shown: tuple[Component | None, Component | None] = (None, None)

    def __init__(self, *unnamed: Any, **attributes: Any) -> None:
        self.tabs: dict[Any, dict[str, Any]] = {}
        super().__init__(*unnamed, **attributes)
        self.style = f"{_ONE_CELL} {self.style}".strip()

    @property
    def value(self) -> Any:
        """Of the tab that is shown."""
        return self._value

    @value.setter
    def value(self, value: Any) -> None:
        if value != self._value:
            self.previous_value, self._value = self._value, value

    def model_update(self) -> None:
        """Show the tab that the model names."""
        if self.model is not None:
            self.value = self.model[0].data.get(self.model[1], self.value)

    def react(self, data: dict[str, Any]) -> None:
        """Put the tab of the value into the group."""
        shown = self._tab(self.value), self._tab(self.previous_value)
        if shown == self._shown:
            return
        self._shown = shown
        self.components.clear()
        coming, going = shown
        self._wrap(coming, 50, self.animation_next if going else "")
        self._wrap(going, 0, self.animation_prev)

    def _tab(self, value: Any) -> Component | None:
        tab: Component | None = self.tabs.get(value, {}).get("tab")
        return tab

    def _wrap(self, tab: Component | None, layer: int, animation: str) -> None:
        if tab is not None:
            style = f"{self.wrapper_style} z-index: {layer};"
            classes = f"{self.wrapper_classes} {self.animation_speed}".strip()
            Div(style=style, classes=classes, animation=animation, a=self).add(tab)


class InputChangeOnly(Input):
    """An input that sends its value when it is left, not while typing.

    Browsers tell of no ``input`` event: a handler for it is never called.
    """

    server_events = Input.server_events | {"input"}

    @property
    def entry_event(self) -> str | None:
        """The event by which the browser tells what was entered."""
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
