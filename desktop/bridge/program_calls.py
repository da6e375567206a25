"""Every call that a program may make of its window, by name. Programs use `desktop.window`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.language.texts import _
from core.web.settings import Caller
from desktop.errors import WindowError
from desktop.files import opener, other_programs
from desktop.files.save import Saves
from desktop.system import freedesktop
from desktop.system.programs import portal
from desktop.windows.dialogs import Dialogs
from desktop.windows.manager import Windows
from desktop.windows.native_window import Dragged

Arguments = dict[str, Any]


class ProgramCalls:
    """The calls. Each blocks, on a thread of its own; answers can be pickled.

    Attributes:
        offered: the calls by name. Pages reach none of them.
    """

    def __init__(self, windows: Windows, dialogs: Dialogs, saves: Saves) -> None:
        self.windows, self.dialogs, self.saves = windows, dialogs, saves
        self.offered: dict[str, Callable[[Arguments, Caller], Any]] = {
            "open_files": self.open_files,
            "choose_folder": self.choose_folder,
            "save": self.save,
            "save_copy": self.save_copy,
            "save_files": self.save_files,
            "confirm": self.confirm,
            "notify": self.notify,
            "open_path": lambda args, caller: opener.open_file(Path(args["path"])),
            "show_in_folder": lambda args, caller: opener.show_in_folder(Path(args["path"])),
            "programs_for": lambda args, caller: other_programs.programs_for(args["path"]),
            "open_with": lambda args, caller: other_programs.open_with(**args),
            "send_by_mail": lambda args, caller: other_programs.send_by_mail(args["paths"]),
            "print_file": lambda args, caller: other_programs.print_file(args["path"]),
            "open_window": lambda args, caller: windows.open_soon(args["path"]),
            "change": self.change,
            "drag": self.drag,
            "copy_files": lambda args, caller: windows.of(caller).native.copy_files(args["paths"]),
            "close": self.close,
        }

    def open_files(self, args: Arguments, caller: Caller) -> list[Path]:
        window = self.windows.of(caller)
        return self.dialogs.open_files(window, args["types"], args["multiple"], args["timeout"])

    def choose_folder(self, args: Arguments, caller: Caller) -> Path | None:
        folder = self.dialogs.choose_folder(self.windows.of(caller), args["timeout"])
        if folder is not None:
            self.dialogs.remember(folder)
        return folder

    def save(self, args: Arguments, caller: Caller) -> Path | None:
        return self.saves.save(args["url"], args["name"], caller, args["timeout"])

    def save_copy(self, args: Arguments, caller: Caller) -> Path | None:
        return self.saves.copy(args["path"], args["name"], caller, args["timeout"])

    def save_files(self, args: Arguments, caller: Caller) -> list[Path]:
        return self.saves.save_all(args["files"], caller, args["timeout"])

    def confirm(self, args: Arguments, caller: Caller) -> bool:
        window = self.windows.of(caller)
        answers = [args["yes"], args["no"]]
        return self.dialogs.ask(window, args["question"], answers, args["timeout"]) == 0

    def notify(self, args: Arguments, caller: Caller) -> bool:
        """False if the system shows no notifications; the page shows them then."""
        notify = portal.notify if portal.in_sandbox() else freedesktop.notify
        return notify(args["title"], args["text"])

    def change(self, args: Arguments, caller: Caller) -> None:
        """minimize, maximize, restore, fullscreen, raise, pin, resize, move."""
        window, how = self.windows.of(caller), args["how"]
        if how in ("pin", "move") and not window.native.is_placeable:
            raise WindowError(_("In a Wayland session, only you can move or pin a window."))
        if how == "raise":
            window.native.come_forward()
        elif how == "pin":
            self.windows.keep_on_top(bool(args["numbers"][0]))
        else:
            window.native.change(how, *args["numbers"])

    def drag(self, args: Arguments, caller: Caller) -> str:
        """Of core.web.drag_out: "copied", "moved", "nothing" or "late"."""
        return self.windows.of(caller).native.drag(Dragged(**args))

    def close(self, args: Arguments, caller: Caller) -> None:
        self.windows.of(caller).ask_to_close()
