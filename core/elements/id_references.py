"""Links and labels, which refer to other elements by their ids; `tags` has their elements."""

from __future__ import annotations

from typing import Any

from .component import Component


class InNewWindow(str):
    """The address of a link that opens a window: a file is shown there rather than saved."""

    __slots__ = ()


class ABase(Component):
    """A link.

    Attributes:
        bookmark: a component on the page that the link leads to, instead of ``href``.
        scroll: True scrolls the page smoothly to the targets of its links.
    """

    bookmark: Component | None = None
    scroll: bool = False

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "bookmark" and value is not None:
            super().__setattr__("href", f"#{id_of(value)}")
        elif name == "scroll":
            self.data_scroll = True if value else None  # read by satchel.css
        super().__setattr__(name, value)
        if name in ("href", "target", "download"):
            self._note_window()

    def _note_window(self) -> None:
        """Let the address tell whether it opens a window."""
        known = vars(self)
        href = known.get("href")
        opens = known.get("target") == "_blank" and known.get("download") in (None, False)
        if isinstance(href, str) and isinstance(href, InNewWindow) != opens:
            super().__setattr__("href", InNewWindow(href) if opens else str(href))

    def _set_other(self, name: str, value: Any) -> None:
        if name == "scroll" and not callable(value):  # there is an event of this name
            self.scroll = value
        else:
            super()._set_other(name, value)


class LabelBase(Component):
    """A caption of a control."""

    for_component: Component | None = None

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "for_component" and value is not None:
            super().__setattr__("for_", id_of(value))
        super().__setattr__(name, value)


def id_of(component: Component) -> str | int:
    """The id of the component; a new one if it has none."""
    if component.id is None:
        component.id = f"satchel-{component.component_id}"
    return component.id
