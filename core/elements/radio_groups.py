"""Radio buttons of one name: only one of them is checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .component import Component
from .container import Container

if TYPE_CHECKING:
    from .forms import InputBase


def others(radio: InputBase) -> Iterator[InputBase]:
    """The other radio buttons of its group: those of its name in the form, else in the page.

    See https://html.spec.whatwg.org/multipage/input.html#radio-button-group.
    """
    name = getattr(radio, "name", None)
    if not name:
        return
    for owner in _owners(radio):
        for input in _radios(owner):
            if input is not radio and getattr(input, "name", None) == name:
                yield input


def _owners(component: Component) -> list[Container]:
    """The nearest forms around a component, or the pages and topmost components around it."""
    found: dict[Container, None] = {}
    seen: set[Container] = set()
    stack: list[Container] = [component]
    while stack:
        container = stack.pop()
        if container in seen:
            continue
        seen.add(container)
        parents = [parent for ref in getattr(container, "_parents", ()) if (parent := ref())]
        if _is_form(container) or not parents:
            found[container] = None
        else:
            stack += parents
    return list(found)


def _radios(owner: Container) -> Iterator[InputBase]:
    from .forms import InputBase

    seen: set[Container] = set()
    stack: list[Container] = [owner]
    while stack:
        container = stack.pop()
        if container in seen or (container is not owner and _is_form(container)):
            continue
        seen.add(container)
        if isinstance(container, InputBase) and container.type == "radio":
            yield container
        stack += tuple(container._children)


def _is_form(container: Container) -> bool:
    return isinstance(container, Component) and container.html_tag == "form"
