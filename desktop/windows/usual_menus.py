"""The menus that every window has: File, Edit, View and Help."""

from collections.abc import Callable
from dataclasses import dataclass

from core.language.texts import _
from desktop.windows.menus import LINE, Item, MenuList
from desktop.windows.native_window import NativeWindow

SHORT = 40  # characters of a title that a menu shows


def edit_items() -> list[Item]:
    return [
        Item(_("&Undo"), edit="undo", shortcuts=("Ctrl+Z",)),
        Item(_("&Redo"), edit="redo", shortcuts=("Ctrl+Shift+Z",)),
        LINE,
        Item(_("Cu&t"), edit="cut", shortcuts=("Ctrl+X",)),
        Item(_("&Copy"), edit="copy", shortcuts=("Ctrl+C",)),
        Item(_("&Paste"), edit="paste", shortcuts=("Ctrl+V",)),
        LINE,
        Item(_("Select &all"), edit="select_all", shortcuts=("Ctrl+A",)),
    ]


@dataclass(frozen=True)
class Commands:
    """Commands that concern more than the native window. None of them blocks."""

    open_files: Callable[[], None]
    new_window: Callable[[], None]
    quit: Callable[[], None]
    about: Callable[[], None]
    on_top: bool
    keep_on_top: Callable[[], None]  # switches that on or off
    at_login: bool | None  # None if it is not offered
    start_at_login: Callable[[], None]  # switches that on or off


def usual_menus(
    title: str, native: NativeWindow, commands: Commands, *, debug: bool
) -> list[MenuList]:
    """The menus of a window in their usual order; `title` is the program's."""
    about = Item(_("&About {title}", title=plain(title)), commands.about, role="about")
    return [
        MenuList(_("&File"), file_items(native, commands), "File"),
        MenuList(_("&Edit"), edit_items(), "Edit"),
        MenuList(_("&View"), view_items(native, commands, debug), "View"),
        MenuList(_("&Help"), [about], "Help"),
    ]


def file_items(native: NativeWindow, commands: Commands) -> list[Item]:
    on = commands.at_login
    login = [Item(_("Start at &login"), commands.start_at_login, checked=on), LINE]
    if on is None:
        login = []
    return [
        Item(_("&Open…"), commands.open_files, ("Ctrl+O",)),
        LINE,
        Item(_("&New window"), commands.new_window, ("Ctrl+N",)),
        Item(_("&Close window"), native.close, ("Ctrl+W",)),
        LINE,
        Item(_("&Print…"), native.print, ("Ctrl+P",)),
        LINE,
        *login,
        Item(_("&Quit"), commands.quit, ("Ctrl+Q",), role="quit"),
    ]


def view_items(native: NativeWindow, commands: Commands, debug: bool) -> list[Item]:
    zooming = [
        Item(_("Zoom &in"), lambda: native.zoom(1), ("Ctrl++", "Ctrl+=")),
        Item(_("Zoom &out"), lambda: native.zoom(-1), ("Ctrl+-",)),
        Item(_("&Actual size"), lambda: native.zoom(0), ("Ctrl+0",)),
        LINE,
    ]
    on_top = Item(_("Always on &top"), commands.keep_on_top, checked=commands.on_top)
    return [
        *(zooming if native.zooms else []),
        Item(_("&Full screen"), native.toggle_fullscreen, ("F11",)),
        *([on_top] if native.is_placeable else []),
        *([LINE, Item(_("&Reload"), native.reload, ("Ctrl+R", "F5"))] if debug else []),
    ]


def plain(title: str) -> str:
    """A title as a menu shows it: an ampersand would underline a letter."""
    short = title if len(title) <= SHORT else f"{title[: SHORT - 1]}…"
    return short.replace("&", "&&")
