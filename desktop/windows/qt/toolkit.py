"""pywebview on Qt: how it is loaded, started and ended."""

import os
import sys
from pathlib import Path
from threading import Thread
from typing import Any

import assets
from desktop.system import packaged
from desktop.system.programs import portal
from desktop.windows.native_window import NativeWindow, Owner
from desktop.windows.qt import probe
from desktop.windows.qt.pywebview import imports
from desktop.windows.toolkit import Toolkit, TrayCommands

ICON = Path(assets.__file__).parent / "icons" / "satchel.svg"


class PortalSearch:
    """Looks for the desktop's own dialogs for files, beside what else is done at a start.

    A portal of the desktop shows them for other programs. Qt asks it if its theme is
    "xdgdesktopportal"; all else stays as Qt finds it.
    """

    def __init__(self) -> None:
        self.is_found = False
        self.thread = Thread(target=self._look, daemon=True)
        self.thread.start()

    def _look(self) -> None:
        if not os.environ.get("QT_QPA_PLATFORMTHEME"):  # who set it wants another one
            self.is_found = portal.shows_file_dialogs()

    def arguments(self) -> list[str]:
        """Arguments for Qt's application; waits until they are known.

        They are no environment variables: programs that are started from here choose themselves.
        """
        self.thread.join()
        return ["-platformtheme", "xdgdesktopportal"] if self.is_found else []


def system_toolkit() -> Toolkit:
    """Qt on Linux. Elsewhere pywebview finds the system's own web view."""
    if sys.platform == "darwin":
        from desktop.windows.cocoa.toolkit import CocoaToolkit

        return CocoaToolkit()
    return QtToolkit() if sys.platform == "linux" else Toolkit()


class QtToolkit(Toolkit):
    """The toolkit of Linux."""

    drags = True
    tray: Any = None
    application: Any = None
    search: PortalSearch | None = None

    def why_no_window(self, profile: Path | None = None) -> str | None:
        self.search = PortalSearch()
        return probe.why_no_window() or (probe.why_no_profile(profile) if profile else None)

    def prepare(self) -> None:
        """Set what Qt reads when it is loaded, and load it."""
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            # Chromium's sandbox refuses to run as root, and ends the process.
            os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
        if port := os.environ.get("SATCHEL_CDP_PORT"):  # for tests; never a command line option
            os.environ["QTWEBENGINE_REMOTE_DEBUGGING"] = f"127.0.0.1:{int(port)}"
        imports.pywebview()
        set_up_application()
        self.application = make_application(self.search or PortalSearch())
        follow_desktop(self.application)
        super().prepare()

    def window(self, owner: Owner, url: str) -> NativeWindow:
        from desktop.windows.qt.window import QtWindow

        return QtWindow(owner, url)

    def run(self, icon: str = "", storage: Path | None = None) -> None:
        from desktop.windows.qt.web_view import profile

        super().run(icon, storage)
        if self.tray is not None:
            self.tray.remove()
        profile.release()

    def show_tray(self, title: str, icon: str, commands: TrayCommands) -> None:
        from desktop.windows.qt import tray

        self.tray = tray.icon_of(title, icon_file(icon), commands)

    def options(self, icon: str) -> dict[str, Any]:
        return {"gui": "qt", "icon": icon_file(icon)}

    def active(self) -> Any:
        try:
            return super().active()
        except AttributeError:  # the active window is a dialog, which pywebview did not make
            return None

    def dress_page(self, window: Any) -> None:
        from desktop.windows.qt.web_view.configuration import avoid_flash

        window.events.before_show += lambda: avoid_flash(window)


def make_application(search: PortalSearch) -> Any:
    """Qt's application, which pywebview would make without the portal's arguments."""
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication([*sys.argv, *search.arguments()])


def follow_desktop(application: Any) -> None:
    """Follow its colours and its screens, which change while windows are open."""
    from desktop.windows.qt import geometry
    from desktop.windows.qt.web_view import accent, appearance

    appearance.follow(application)
    accent.Accent(application)
    geometry.follow_screens(application)


def icon_file(icon: str) -> str:
    """The program's, else the executable's, else our own."""
    return icon or str(packaged.icon() or ICON)


def set_up_application() -> None:
    """Set what Qt reads when its application is made."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtGui import QGuiApplication

    from desktop.windows.qt import translation

    translation.prepare()
    # Qt would keep shaders in ~/.cache, named after the program, whatever the data folder is.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DisableShaderDiskCache)
    # pywebview ends it with its last window. Qt would with the last one that is seen, such as a
    # question while all windows are hidden.
    QGuiApplication.setQuitOnLastWindowClosed(False)
    # Ties windows to the menu entry and its icon.
    QGuiApplication.setDesktopFileName(packaged.slug(packaged.name()))
