"""ClassList: adding, replacing and removing the class names of a component."""

from __future__ import annotations

from typing import Self

from ..styles.conflicts import replace_classes


class ClassList:
    """The part of a component that has to do with its CSS classes."""

    classes: str

    def set_class(self, name: str, modifier: str = "") -> Self:
        """Add a class; it replaces those of its Tailwind category, as ``w-4`` does ``w-full``."""
        return self.set_classes(f"{modifier}:{name}" if modifier else name)

    @property
    def class_(self) -> str:
        """Another name of `classes`."""
        return self.classes

    @class_.setter
    def class_(self, names: str) -> None:
        self.classes = names

    def set_classes(self, names: str) -> Self:
        """Add classes; each replaces those of its Tailwind category with the same variants."""
        self.classes = replace_classes(self.classes, names)
        return self

    def has_class(self, name: str) -> bool:
        """Whether the component has the class."""
        return name in self.classes.split()

    def remove_class(self, name: str) -> Self:
        """Remove a class."""
        self.classes = " ".join(each for each in self.classes.split() if each != name)
        return self

    def hidden(self, flag: bool = True) -> Self:
        """Hide the component with the class ``hidden``, or show it again."""
        self.remove_class("hidden")
        if flag:
            self.classes = f"{self.classes} hidden".strip()
        return self

    def hidden_toggle(self) -> Self:
        """Hide the component if it is visible, else show it again."""
        return self.hidden(not self.has_class("hidden"))
