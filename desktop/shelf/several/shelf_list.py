"""ShelfList: the shelves of a session at the side of their pages, and what can be done with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import core as jp
from core import kit
from core.language.numbers import number_text
from core.language.texts import N_, _, ngettext
from desktop.shelf.several.marks import COLOURS
from desktop.shelf.several.shelves import ShelfInfo
from desktop.start.adding.destinations import destination

COLOUR_NAMES = {
    "": N_("No colour"),
    "red": N_("Red"),
    "orange": N_("Orange"),
    "yellow": N_("Yellow"),
    "green": N_("Green"),
    "blue": N_("Blue"),
    "purple": N_("Purple"),
    "grey": N_("Grey"),
}

Do = Callable[[str, jp.Msg], Any]
"""Does something with the shelf of a key."""


class ShelfHandling(Protocol):
    """What people can do with shelves."""

    async def make(self, msg: jp.Msg) -> None:
        """Make one."""

    async def rename(self, key: str, msg: jp.Msg) -> None:
        """Give one another name."""

    async def open(self, key: str) -> None:
        """Show one in a window of its own."""

    def paint(self, key: str, color: str, msg: jp.Msg) -> None:
        """Give one a colour."""

    def archive(self, key: str, msg: jp.Msg) -> None:
        """Hide one from the list, or bring it back."""

    def remove(self, key: str, msg: jp.Msg) -> None:
        """Move one to the trash."""

    def sort(self, keys: Sequence[str], msg: jp.Msg) -> None:
        """Bring them into an order."""


class ShelfList:
    """Links to the shelves, with a menu for each.

    Args:
        page: has them in its navigation.
        handling: what the menus do.
        go_to: called when people choose a shelf.
        dropped: called when files of the program are dropped on the entry of a shelf.
        give_focus: gives the focus to something else, when the entry that had it is gone.
        current: the key of the shelf that the page shows.

    Attributes:
        current: as above; the page sets it when it shows another one.
        menu: what can be done with the current shelf.
    """

    def __init__(
        self,
        page: kit.Shell,
        handling: ShelfHandling,
        go_to: Do,
        dropped: Do,
        give_focus: Callable[[], object],
        current: str,
    ) -> None:
        self._page, self._handling, self._go_to, self._dropped = page, handling, go_to, dropped
        self._give_focus, self.current = give_focus, current
        page.navigation.make_sortable(self._sorted)
        self._links: dict[str, _Link] = {}
        self._shown: tuple[str, list[ShelfInfo]] = current, []
        new = kit.Button(_("New shelf"), icon="plus", kind="quiet", click=handling.make)
        self._archive = jp.Details(show=False, classes="text-sm")
        self._line = jp.Summary(classes="cursor-pointer px-2.5 py-1", a=self._archive)
        self._line.style = "color: var(--satchel-muted)"
        self._summary = jp.Span(a=self._line)
        self._archived = jp.Ul(classes="list-none m-0 p-0 flex flex-col gap-0.5", a=self._archive)
        page.side.add(new, self._archive)
        self.menu = kit.Menu(label=_("This shelf"), icon="ellipsis", kind="quiet")
        self.menu.item(_("New shelf…"), handling.make, icon="plus")
        self._own = ShelfCommands(self.menu, handling, current)

    def show(self, shelves: Sequence[ShelfInfo]) -> bool:
        """Show these shelves; whether that changes something."""
        shown = self.current, list(shelves)
        if shown == self._shown:
            return False
        self._shown = shown
        links = {each.key: self._link(each) for each in shelves}
        self._links = links
        may_hide = sum(not each.is_archived for each in shelves) > 1
        for each in shelves:
            links[each.key].show(each, each.key == self.current, may_hide)
            if each.key == self.current:
                self._own.show(each, may_hide)
        hidden = [links[each.key].link for each in shelves if each.is_archived]
        self._page.navigation.arrange(
            [links[each.key].link for each in shelves if not each.is_archived]
        )
        self._archived.components = [link.place for link in hidden]
        self._summary.text = _("Archived ({count})", count=len(hidden))
        self._archive.show = bool(hidden)
        if any(link.is_current for link in hidden):
            self._archive.open = True
        return True

    def _sorted(self, msg: jp.Msg) -> None:
        """People brought the shelves into another order."""
        keys = {link.link: key for key, link in self._links.items()}
        self._handling.sort([keys[link] for link in self._page.navigation.links], msg)

    def _link(self, shelf: ShelfInfo) -> _Link:
        found = self._links.get(shelf.key)
        if found is None:
            key = shelf.key
            found = _Link(self._page, self._handling, shelf, lambda: self._keep_focus(key))
            link = found.link
            # Other clicks open it elsewhere, as they do with any link.
            link.on("click", lambda link, msg: self._go_to(key, msg))
            link.event_modifiers = {"click": "left exact prevent"}
            link.on("files_dropped", lambda link, msg: self._dropped(key, msg))
            link.data_destination = destination(key)
        return found

    def _keep_focus(self, key: str) -> None:
        """Give the focus, which was on the entry of a shelf, to what is there when it has left."""
        link = self._links.get(key)
        if link is None:
            self._give_focus()
        elif link.link.place in self._archived.components:
            self._line.set_focus = True


class _Link:
    """The entry of one shelf.

    Args:
        left: called when the shelf may have left its place, by what people did with the entry.
    """

    def __init__(
        self,
        page: kit.Shell,
        handling: ShelfHandling,
        shelf: ShelfInfo,
        left: Callable[[], object],
    ) -> None:
        self.link = page.link(shelf.label, shelf.address, icon="folder")
        menu = kit.ContextMenu(_("Shelf {name}", name=shelf.label), a=self.link.place)
        self._commands = ShelfCommands(menu, handling, shelf.key, left)

    def show(self, shelf: ShelfInfo, is_current: bool, may_hide: bool) -> None:
        self.link.is_current = is_current
        self.link.show_color(COLOURS.get(shelf.color, ""))
        self.link.show_count(number_text(shelf.count), ngettext("file", "files", shelf.count))
        self._commands.show(shelf, may_hide)


class ShelfCommands:
    """What can be done with a shelf, in a menu.

    Args:
        menu: gets the commands.
        handling: does them.
        key: of the shelf; `show` may give another one.
        left: called when the shelf may have left its place.
    """

    def __init__(
        self,
        menu: kit.Menu | kit.ContextMenu,
        handling: ShelfHandling,
        key: str,
        left: Callable[[], object] = lambda: None,
    ) -> None:
        self._key, self._left = key, left
        menu.item(_("Open in a window of its own"), self._do(handling.open), icon="external-link")
        menu.item(_("Rename shelf…"), self._do_with(handling.rename), icon="pencil")
        menu.separator()
        self._colours = {
            color: menu.item(_(label), self._painting(handling, color), checked=False)
            for color, label in COLOUR_NAMES.items()
        }
        menu.separator()
        self._archive = menu.item(_("Archive"), self._leaving(handling.archive), icon="archive")
        self._remove = menu.item(_("Remove shelf"), self._leaving(handling.remove), icon="trash-2")

    def show(self, shelf: ShelfInfo, may_hide: bool) -> None:
        """Offer what can be done with a shelf now."""
        self._key = shelf.key
        for color, item in self._colours.items():
            item.checked = color == shelf.color
        self._archive.text = _("Bring back") if shelf.is_archived else _("Archive")
        self._archive.disabled = not (shelf.is_archived or may_hide)
        self._remove.disabled = not (shelf.is_archived or may_hide)

    def _do(self, do: Callable[[str], Any]) -> Callable[[], Any]:
        return lambda: do(self._key)

    def _do_with(self, do: Do) -> Callable[[Any, jp.Msg], Any]:
        return lambda item, msg: do(self._key, msg)

    def _leaving(self, do: Do) -> Callable[[Any, jp.Msg], Any]:
        def leave(item: Any, msg: jp.Msg) -> None:
            do(self._key, msg)
            self._left()

        return leave

    def _painting(self, handling: ShelfHandling, color: str) -> Callable[[Any, jp.Msg], Any]:
        return lambda item, msg: handling.paint(self._key, color, msg)
