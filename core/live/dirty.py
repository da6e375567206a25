"""What changed on a page since its last patch."""

from __future__ import annotations

import threading

from ..elements.component import Component
from ..words import names

Marks = dict[Component, set[str]]

# A patch for at most this many components is made quickly, unless an attribute can be long.
QUICK_MARKS = 16
_LONG = names("components inner_html html_entity model")


class Dirty:
    """The components, and attributes of the page, marked as changed. Any thread may use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._components: Marks = {}
        self._page: set[str] = set()

    def mark(self, component: Component | None, name: str) -> None:
        """Mark an attribute of a component or, with None, of the page."""
        with self._lock:
            if component is None:
                self._page.add(name)
            else:
                self._components.setdefault(component, set()).add(name)

    def marked(self, name: str) -> list[Component]:
        """The components whose attribute of this name is marked."""
        with self._lock:
            return [component for component, marks in self._components.items() if name in marks]

    def take(self) -> tuple[Marks, set[str]]:
        """Take the marks of components and page, which are clean from then on."""
        with self._lock:
            taken = self._components, self._page
            self._components, self._page = {}, set()
            return taken

    def is_quick(self) -> bool:
        """Whether only short attributes of few components are marked."""
        with self._lock:
            is_short = len(self._components) <= QUICK_MARKS and not self._page
            return is_short and all(map(_LONG.isdisjoint, self._components.values()))
