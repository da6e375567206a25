"""Shell: the frame of a program: its name, navigation, actions and content."""

from typing import Any

import core as jp
from core.language.texts import _

from ..button import Button
from ..icon import Icon
from ..overlays.menu import Menu
from ..script_part import ScriptPart
from .dark_switch import STARTS_CHOSEN, DarkSwitch
from .menu_bar import IN_WINDOW, MenuBar
from .navigation import Navigation
from .navigation_link import NavigationLink
from .panels import Fill
from .with_body import WithBody


class Shell(WithBody, jp.WebPage):
    """A page with a frame: navigation at the side, a heading with actions, and content below it.

    Where the window is narrow, the navigation is in a drawer. Without entries there is none.

    Args:
        title: of the window, and the name of the program above the navigation.
        icon: the name of an `Icon` before it.
        heading: what the page is about; by default, the entry that is selected says it.
        current: the address of this page, such as ``request.url.path``: its link is marked.
        wide: whether the content is as wide as the window.
        dark_switch: False leaves out the menu for light, dark, and as the system is.
        attributes: as for `core.WebPage`.

    Attributes:
        navigation: its entries; the handler of its event ``selected`` is called when people
            select a section, with ``msg.selected``. ``navigation.arrange(links)`` shows these links
            in this order, and no others; with ``navigation.make_sortable(handler)`` people bring
            them into another order, which ``navigation.links`` has.
        side: holds what stands below the navigation, such as a button.
        actions: holds what stands beside the heading, such as buttons.
        body: holds what is added to the page.
    """

    def __init__(
        self,
        title: str,
        *,
        icon: str = "",
        heading: str = "",
        current: str = "",
        wide: bool = False,
        dark_switch: bool = True,
        **attributes: Any,
    ) -> None:
        attributes["body_classes"] = f"kit-shell {attributes.get('body_classes', '')}".strip()
        if dark_switch:
            attributes["head_html"] = STARTS_CHOSEN + attributes.get("head_html", "")
        super().__init__(title=title, **attributes)
        self._current = current
        self._heading = jp.H1(classes="kit-shell-heading", text=heading)
        self._is_heading_given = bool(heading)
        self.navigation = Navigation()
        self.actions = jp.Div(classes="kit-shell-actions")
        look = "kit-page kit-page-wide kit-shell-content" if wide else "kit-page kit-shell-content"
        self.body = jp.Main(classes=look, id="content", tabindex=-1)
        self.side = jp.Div(classes="kit-shell-below")
        side = _Side(title, icon, self.navigation, self.side)
        if dark_switch:  # where the header has no room for one
            DarkSwitch(a=side)
        skip = jp.A(text=_("Skip to the content"), href="#content", classes="kit-shell-skip")
        self._menus: MenuBar | None = None
        self._header = jp.Header(classes="kit-shell-header", children=[side.opener, self._heading])
        self._header.add(self.actions)
        if dark_switch:
            DarkSwitch(a=self._header)
        self.components = [skip, side, self._header, self.body]

    @property
    def heading(self) -> str:
        """What the page is about."""
        return str(self._heading.text)

    @heading.setter
    def heading(self, text: str) -> None:
        self._heading.text = text
        self._is_heading_given = True

    def menu(self, title: str) -> Menu:
        """Add a menu: to the bar of the program's window, or in a browser to the header.

        Its ``item(..., keys="Ctrl+S")`` adds a command with a shortcut. The window has menus File,
        Edit, View and Help; commands for them come first there.

        Raises:
            ValueError: it has no title, or there is a menu of this title.
        """
        if self._menus is None:
            self._menus = MenuBar()
            self._header.add_first(self._menus)
            self.head_html += IN_WINDOW
        return self._menus.menu(title)

    def link(self, label: str, href: str, *, icon: str = "") -> NavigationLink:
        """Add an entry that leads to an address; a `core.A` with `label` and `is_current`.

        Its ``show_count("12", "files")`` shows a number, ``show_color("#16803c")`` a dot.

        Raises:
            ValueError: there is no icon of this name.
        """
        is_current = href == self._current
        if is_current and not self._is_heading_given:
            self._heading.text = label
        return self.navigation.link(label, href, icon, is_current=is_current)

    def section(self, label: str, *, icon: str = "", fill: Fill | None = None) -> jp.Div:
        """Add an entry that shows a section of this page; the first one is selected.

        Args:
            label: what the entry says.
            icon: the name of an `Icon` before that.
            fill: called with the section when it is shown for the first time.

        Returns:
            The section, for the components in it.

        Raises:
            ValueError: there is a section of this name, or no icon of that one.
        """
        panel = jp.Div(classes="kit-shell-section")
        self.navigation.section(label, icon, panel, fill, self._show_heading)
        self.body.add(panel)
        if not self.selected:
            self.selected = label
        return panel

    @property
    def selected(self) -> str:
        """The name of the section that is shown; setting it shows another one."""
        return self.navigation.selected

    @selected.setter
    def selected(self, label: str) -> None:
        self.navigation.selected = label
        self._show_heading()

    def _show_heading(self) -> None:
        if not self._is_heading_given:
            self._heading.text = self.selected


class _Side(ScriptPart):
    """The name of the program and its navigation; a drawer where the window is narrow.

    Attributes:
        opener: the button that opens the drawer.
    """

    script = "kit/shell.js"

    def __init__(self, title: str, icon: str, navigation: Navigation, below: jp.Div) -> None:
        super().__init__(classes="kit-shell-side", popover="auto")
        self.id = f"kit-side-{self.component_id}"
        name = jp.Div(classes="kit-shell-name")
        if icon:
            Icon(icon, a=name)
        jp.Span(text=title, a=name)
        self.add(navigation.add_first(name), below)
        self.opener = Button(icon="menu", kind="quiet", aria_label=_("Navigation"))
        self.opener.popovertarget = self.id
        self.opener.set_class("kit-shell-opener")
