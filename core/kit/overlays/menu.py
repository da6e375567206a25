"""Menu and ContextMenu: commands in a list, which opens beside a button or where people click."""

from collections.abc import Callable
from typing import Any

import core as jp
from core.language.texts import N_, _
from core.shortcuts import Shortcuts

from ..button import Button, Kind, Size
from ..icon import Icon
from ..script_part import ScriptPart


class MenuItem(jp.Button):
    """A command in a menu, which makes it.

    Attributes:
        checked: True or False for one that is switched on and off, else None. The program sets it.
        disabled: whether people cannot use it now.
    """

    def __init__(
        self, text: str, icon: str, danger: bool, keys: str = "", **attributes: Any
    ) -> None:
        look = "kit-menu-item kit-menu-danger" if danger else "kit-menu-item"
        # A click on it is no click on what the menu is for.
        super().__init__(
            text=text,
            type="button",
            classes=look,
            tabindex=-1,
            event_propagation=False,
            aria_busy="false",  # what is typed while its handler runs waits for a field
        )
        self.checked: bool | None = None
        mark = jp.Span(classes="kit-menu-mark", a=self)
        if icon:
            Icon(icon, a=mark)
        if keys:
            self.data_keys = keys
            self.aria_keyshortcuts = keys.replace("Ctrl", "Control")
        for name, value in attributes.items():
            setattr(self, name, value)

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name == "checked":
            self.role = "menuitem" if value is None else "menuitemcheckbox"
            self.aria_checked = None if value is None else "true" if value else "false"


class _Commands(ScriptPart):
    """A list of commands."""

    _shortcuts: Shortcuts | None = None

    def item(
        self,
        text: str,
        click: Callable[..., Any],
        *,
        icon: str = "",
        danger: bool = False,
        disabled: bool = False,
        checked: bool | None = None,
        keys: str = "",
    ) -> MenuItem:
        """Add a command.

        Args:
            text: what it says.
            click: its handler.
            icon: the name of an `Icon` before the text.
            danger: it cannot be undone.
            disabled: it cannot be used now.
            checked: True or False for one that is switched on and off.
            keys: its shortcut, such as "Ctrl+S", in a menu of a `Shell`.

        Raises:
            ValueError: there is no icon of this name, there are no such keys, or another command
                of the page has them.
        """
        if keys:
            if self._shortcuts is None:
                raise ValueError(f"Only menus of a kit.Shell have shortcuts: remove {keys!r}.")
            keys = self._shortcuts.take(keys, text)
        item = MenuItem(text, icon, danger, keys, disabled=disabled, checked=checked)
        self.add(item.on("click", click))
        return item

    def separator(self) -> None:
        """Add a line between groups of commands."""
        jp.Hr(classes="kit-menu-line", a=self)


class ContextMenu(_Commands):
    """A menu of the component that it is added to: it opens where people click with the right
    button, or press Shift and F10.

    Args:
        label: what it is for, for screen readers.
        attributes: as for `core.Div`.
    """

    script = "kit/context-menu.js"

    def __init__(self, label: str = N_("Actions"), **attributes: Any) -> None:
        attributes["classes"] = f"kit-menu kit-menu-list {attributes.get('classes', '')}".strip()
        super().__init__(role="menu", popover="auto", aria_label=_(label), **attributes)


class _List(_Commands):
    script = "kit/menu.js"


class Menu(jp.Div):
    """A button with a menu.

    Args:
        text: what the button says. One without text needs ``label``.
        label: what the menu is for, where the button has no text.
        icon: the name of an `Icon` in the button.
        kind, size: as for `Button`.
        attributes: as for `core.Div`.

    Attributes:
        button: the button.

    Raises:
        ValueError: there is no icon of this name, or neither text nor label.
    """

    def __init__(
        self,
        text: str = "",
        *,
        label: str = "",
        icon: str = "",
        kind: Kind = "plain",
        size: Size = "normal",
        **attributes: Any,
    ) -> None:
        attributes["classes"] = f"kit-menu {attributes.get('classes', '')}".strip()
        if not text and not label:
            raise ValueError('A kit.Menu without text needs a label: kit.Menu(label="More").')
        name = {"aria_label": label} if label else {}
        self.button = Button(text, kind=kind, size=size, icon=icon, **name)
        if text:
            Icon("chevron-down", classes="kit-menu-arrow", a=self.button)
        self._list = _List(
            classes="kit-menu-list", role="menu", popover="auto", aria_label=label or text
        )
        self._list.id = f"kit-menu-{self._list.component_id}"
        self.button.popovertarget = self._list.id
        self.button.aria_haspopup, self.button.aria_expanded = "menu", "false"
        super().__init__(children=[self.button, self._list], **attributes)
        self.item = self._list.item
        self.separator = self._list.separator


class BarMenu(Menu):
    """A menu in a bar of menus, whose commands may have shortcuts.

    Args:
        shortcuts: of all menus of the bar.
    """

    def __init__(self, title: str, shortcuts: Shortcuts) -> None:
        super().__init__(title, kind="quiet", size="small")
        self._list._shortcuts = shortcuts
