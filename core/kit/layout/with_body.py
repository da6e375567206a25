"""WithBody: a part that puts what is added to it into one of its elements, its body."""

from typing import Any, Self

import core as jp


class WithBody:
    """The methods that add and remove components, for the body.

    Attributes:
        body: holds what is added.
    """

    body: jp.Component

    def add(self, *components: Any) -> Self:
        """Append components to the body."""
        self.body.add(*components)
        return self

    def add_component(self, component: Any, position: int | None = None) -> Self:
        """Insert a component at a position in the body."""
        self.body.add_component(component, position)
        return self

    def remove(self, component: Any) -> Self:
        """Remove a component from the body if it is there."""
        self.body.remove(component)
        return self

    def remove_component(self, component: Any) -> Self:
        """Remove a component from the body."""
        self.body.remove_component(component)
        return self

    def delete_components(self) -> Self:
        """Remove all components from the body."""
        self.body.delete_components()
        return self
