"""Tabs: several panels in one place, of which people choose one."""

from typing import Any

import core as jp
from core.words import names

from ..icon import Icon
from ..script_part import ScriptPart
from .panels import Fill, Panels


class Tabs(jp.Div):
    """Several panels in one place, of which people choose one.

    The first tab is selected until another one is. When a person selects one, the handler of
    ``selected`` is called; ``msg.selected`` is its name.

    Args:
        label: what the tabs have in common, for screen readers.
        attributes: as for `core.Div`; ``selected=`` is the handler.
    """

    server_events = names("selected")
    allowed_events = jp.Div.allowed_events | server_events

    def __init__(self, label: str = "", **attributes: Any) -> None:
        attributes["classes"] = f"kit-tabs {attributes.get('classes', '')}".strip()
        named = {name: attributes.pop(name) for name in ("a", "add_to") if name in attributes}
        handler = attributes.pop("selected", None)
        super().__init__(**attributes)
        self._panels = Panels()
        self._tabs: dict[str, jp.Button] = {}
        self._list = _TabList(aria_label=label or None, a=self)
        if handler is not None:
            self.on("selected", handler)
        for parent in named.values():
            parent.add(self)

    def tab(self, name: str, *, icon: str = "", fill: Fill | None = None) -> jp.Div:
        """Add a tab.

        Args:
            name: what it says.
            icon: the name of an `Icon` before that.
            fill: called with the panel when it is shown for the first time.

        Returns:
            Its panel, for the components in it.

        Raises:
            ValueError: there is a tab of this name, or no icon of that one.
        """
        panel = jp.Div(classes="kit-tabs-panel", role="tabpanel", tabindex=0)
        panel.id = f"kit-panel-{panel.component_id}"
        self._panels.add(name, panel, fill)
        button = jp.Button(
            text=name,
            type="button",
            role="tab",
            classes="kit-tabs-tab",
            aria_controls=panel.id,
            aria_selected="false",
            tabindex=-1,
            click=lambda msg: self._choose(name, msg),
        )
        button.id = panel.aria_labelledby = f"kit-tab-{button.component_id}"
        if icon:
            Icon(icon, a=button)
        self._tabs[name] = button
        self._list.add(button)
        self.add(panel)
        if not self.selected:
            self.selected = name
        return panel

    @property
    def selected(self) -> str:
        """The name of the tab that is selected; setting it selects another one."""
        return self._panels.selected

    @selected.setter
    def selected(self, name: str) -> None:
        self._panels.select(name)
        for each, button in self._tabs.items():
            button.aria_selected = "true" if each == name else "false"
            button.tabindex = 0 if each == name else -1

    def _choose(self, name: str, msg: jp.Msg) -> Any:
        if name == self.selected:
            return None
        self.selected = name
        if (handler := self.handlers.get("selected")) is None:
            return None
        msg.event_type, msg.selected = "selected", name
        return handler(self, msg)


class _TabList(ScriptPart):
    """The tabs themselves, with their keys."""

    script = "kit/tabs.js"

    def __init__(self, **attributes: Any) -> None:
        super().__init__(classes="kit-tabs-list", role="tablist", **attributes)
