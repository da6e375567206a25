"""A window as pywebview shows it on every system, and what it asks its owner.

`desktop.windows.qt` extends it for Linux.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from core.language.texts import _
from desktop.errors import WindowError
from desktop.system.threads import in_background
from desktop.windows.menus import Item, MenuList, unmarked
from desktop.windows.options import LEAST, Look
from desktop.windows.window_state import WindowState

FIXED = {"min_size": LEAST, "text_select": True, "zoomable": True}
TITLES = {"SAVE": "Save file", "OPEN": "Open files", "FOLDER": "Choose a folder"}


@dataclass(frozen=True)
class Rules:
    """The limits of web views, and the functions for everything beyond them."""

    origin: str  # our own, such as http://127.0.0.1:8000
    profile: Path  # the folder of cookies and local storage
    open_window: Callable[[str], None]  # a path of ours, in a window of its own
    open_link: Callable[[str], None]  # any other address that may be opened
    save: Callable[[str, str], None]  # a path of ours and a name
    keep: Callable[[Path, str], None]  # a file the web view has made and a name
    give: Callable[[Sequence[Path]], None]  # what was dropped on a window, or chosen in it


@dataclass(frozen=True)
class FileDialog:
    """A dialog of the system in which a person chooses files.

    Attributes:
        kind: what is chosen: where to save a file, files to open, or a folder.
        folder: the one shown first; by default the toolkit's.
        name: the suggested one, to save.
        filters: "Files (*.jpg *.png)", to open.
        multiple: whether more than one may be opened.
    """

    kind: Literal["SAVE", "OPEN", "FOLDER"]
    folder: Path | None = None
    name: str = ""
    filters: Sequence[str] = ()
    multiple: bool = False

    @property
    def title(self) -> str:
        return TITLES[self.kind]


@dataclass(frozen=True)
class Dragged:
    """What is dragged out of a window.

    Attributes:
        paths: of files and folders.
        moves: whether the other program may take them away.
        box: the part of the page that becomes the picture at the pointer, in CSS pixels: left, top,
            width, height. It comes from the page, which may send anything.
    """

    paths: Sequence[Path]
    moves: bool
    box: object


class Owner(Protocol):
    """The owner of a native window: it says what is shown, and whether the window may close."""

    rules: Rules
    state: WindowState

    @property
    def title(self) -> str:
        """The program's."""

    @property
    def look(self) -> Look: ...

    @property
    def beside(self) -> "NativeWindow | None":
        """Another window that is open."""

    def menus(self, native: "NativeWindow") -> list[MenuList]:
        """The menus of a window; called while it is being made, too."""

    def left(self) -> None:
        """The page is being left. Called on the event thread."""

    def load(self, address: str) -> None:
        """Show an address of ours again. Called on the event thread."""

    def may_close(self) -> bool:
        """Whether the window may close now. Called on the event thread."""

    def ask_to_close(self) -> bool:
        """Close the window if everybody agrees. Blocks."""

    def closed(self) -> None: ...


class NativeWindow:
    """One window. Any thread may call the methods, unless they say otherwise.

    Attributes:
        zooms: whether `zoom` works; other web views zoom by keys of their own.
        renews_menus: whether `show_menus` changes the menus of a window that is shown.
        is_placeable: whether programs may move it, or keep it above others.
        pywebview: pywebview's window.
        one_dialog: held while a dialog is open: pywebview mixes up the answers of two.
    """

    zooms = False
    renews_menus = False
    is_placeable = True

    def __init__(self, owner: Owner, url: str) -> None:
        import webview

        self.owner = owner
        self.one_dialog = threading.Lock()
        made: Any = webview.create_window(owner.title, url, **self.options())
        self.pywebview = made
        self.pywebview.events.closing += owner.may_close
        self.pywebview.events.closed += owner.closed

    def options(self) -> dict[str, Any]:
        """Arguments for pywebview, which may show the window before it is made here."""
        look = self.owner.look
        size = {"width": look.width, "height": look.height}
        options = {"menu": self.shown_menus(), "on_top": self.owner.state.on_top} | size | FIXED
        return options if self.owner.beside else options | self.owner.state.frame()

    def shown_menus(self) -> list[Any]:
        """The owner's menus, as pywebview has them."""
        return pywebview_menus(self.owner.menus(self))

    def before_show(self, call: Callable[[], object]) -> None:
        """Have something called on the event thread before the window is shown."""
        self.pywebview.events.before_show += call

    def show_menus(self) -> None:
        """Show the owner's menus, which have changed."""
        self.pywebview.menu = self.shown_menus()

    def remember_place(self) -> None:
        """Note where the window is. Event thread only."""
        shown = self.pywebview
        self.owner.state.remember(frame=[shown.x, shown.y, shown.width, shown.height])

    def come_forward(self, activation: str = "") -> None:
        """Come to the front; `activation` is the desktop's permission, if it gave one."""
        self.pywebview.restore()
        self.pywebview.show()

    def hide(self) -> None:
        """Take the window from the screen and the task bar, until `show` or `come_forward`."""
        self.pywebview.hide()

    def show(self) -> None:
        """End `hide`; a window that is minimised stays so."""
        self.pywebview.show()

    def set_on_top(self, on: bool) -> None:
        """Keep the window above those of other programs, or let them cover it again."""
        self.pywebview.on_top = on

    def load(self, url: str) -> None:
        self.pywebview.load_url(url)

    def close(self) -> None:
        """Close as if the person had closed it. Event thread only."""
        in_background(self.owner.ask_to_close)

    def destroy(self) -> None:
        """Close without asking. Not on the event thread."""
        self.pywebview.destroy()

    def print(self) -> None:
        in_background(self.pywebview.run_js, "print()")

    def reload(self) -> None:
        in_background(self.pywebview.run_js, "location.reload()")

    def zoom(self, direction: int) -> None:
        """Enlarge (1), reduce (-1) or show in actual size (0). Event thread only."""

    def toggle_fullscreen(self) -> None:
        in_background(self.pywebview.toggle_fullscreen)

    def change(self, how: str, *numbers: int) -> None:
        """Minimize, maximize, restore, fullscreen, resize or move. Not on the event thread."""
        calls: dict[str, Callable[..., None]] = {
            "minimize": self.pywebview.minimize,
            "maximize": self.pywebview.maximize,
            "restore": self.pywebview.restore,
            "fullscreen": self.pywebview.toggle_fullscreen,
            "resize": self.pywebview.resize,
            "move": self.pywebview.move,
        }
        calls[how](*numbers)

    def about(self, text: str, licences: Path | None) -> None:
        """The dialog of Help > About, with a file that has the licences of what is in it."""
        where = _("The licences of all that it contains: {path}", path=licences)
        said = f"{text}\n\n{where}" if licences else text

        def show() -> None:
            with self.one_dialog:
                self.ask(said, [_("OK")], None)

        in_background(show)

    def drag(self, dragged: Dragged) -> str:
        """Have a person drag files who holds the mouse button. Blocks until they let go.

        Returns:
            "copied", "moved", "nothing", or "late": the button is up.
        """
        raise WindowError(_("Files cannot be dragged out of this window."))

    def copy_files(self, paths: Sequence[Path]) -> None:
        """Put files on the clipboard. Blocks until they are there."""
        raise WindowError(_("Files cannot be copied in this window."))

    # Dialogs block: call them on a thread that may wait for a person. They raise TimeoutError if
    # the toolkit can close a dialog that nobody answers.

    def ask(self, text: str, answers: Sequence[str], timeout: float | None) -> int:
        """The number of the answer; closing the dialog gives the last one.

        pywebview offers only OK, which is the first answer, and Cancel, the last one.
        """
        agreed = self.pywebview.create_confirmation_dialog(self.owner.title, text)
        return 0 if agreed else len(answers) - 1

    def choose(self, dialog: FileDialog, timeout: float | None) -> list[str]:
        """The paths that the person chose; an empty list if they cancel."""
        import webview

        found = self.pywebview.create_file_dialog(
            webview.FileDialog[dialog.kind],
            directory=str(dialog.folder) if dialog.folder else "",
            allow_multiple=dialog.multiple,
            save_filename=dialog.name,
            file_types=[each.replace(" *", ";*") for each in dialog.filters],
        )
        return [found] if isinstance(found, str) else list(found or [])


def pywebview_menus(menus: Sequence[MenuList]) -> list[Any]:
    """Menus for pywebview, which has no shortcuts.

    Edit is left out: the system or the web view has those entries.
    """
    from webview.menu import Menu, MenuAction, MenuSeparator

    def shown(item: Item) -> Any:
        run = item.run or (lambda: None)
        return MenuSeparator() if not item.title else MenuAction(unmarked(item.title), run)

    return [
        Menu(unmarked(menu.title), [shown(item) for item in menu.items])
        for menu in menus
        if not any(item.edit for item in menu.items)
    ]
