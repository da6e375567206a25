"""The toolkit of macOS."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from desktop.windows.native_window import NativeWindow, Owner
from desktop.windows.toolkit import Toolkit


class CocoaToolkit(Toolkit):
    """pywebview on AppKit."""

    def prepare(self) -> None:
        import webview

        from desktop.windows.cocoa import menu_bar, pywebview_parts

        super().prepare()
        webview.settings["SHOW_DEFAULT_MENUS"] = False  # they would come before File
        pywebview_parts.after_each_bar(menu_bar.complete)

    def window(self, owner: Owner, url: str) -> NativeWindow:
        return CocoaWindow(owner, url)

    def receive_files(self, take: Callable[[Sequence[Path]], None]) -> None:
        from desktop.windows.cocoa import opened_files

        opened_files.receive(take)


class CocoaWindow(NativeWindow):
    """A window, whose menus are shown in the bar at the top of the screen."""

    def shown_menus(self) -> list[Any]:
        from desktop.windows.cocoa import menu_bar

        return list(menu_bar.menus(self.owner.menus(self)))
