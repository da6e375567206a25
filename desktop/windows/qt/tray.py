"""An icon in the system's tray, which shows and hides the windows."""

import logging
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from core.language.texts import _
from desktop.windows.toolkit import TrayCommands

log = logging.getLogger("satchel.desktop")


class TrayIcon:
    """The icon, as long as this object lives. Qt's thread only."""

    def __init__(self, title: str, icon: str, commands: TrayCommands) -> None:
        self.menu = QMenu()
        self.menu.addAction(_("Open")).triggered.connect(lambda _checked=False: commands.open())
        self.menu.addAction(_("Quit")).triggered.connect(lambda _checked=False: commands.quit())
        self.shown = QSystemTrayIcon(QIcon(icon))
        self.shown.setToolTip(title)
        self.shown.setContextMenu(self.menu)
        self.shown.activated.connect(lambda reason: activated(reason, commands))
        self.shown.show()

    def remove(self) -> None:
        """Take it out of the tray."""
        self.shown.hide()
        self.menu.deleteLater()


def activated(reason: Any, commands: TrayCommands) -> None:
    if reason == QSystemTrayIcon.ActivationReason.Trigger:  # a click
        commands.toggle()


def icon_of(title: str, icon: str, commands: TrayCommands) -> TrayIcon | None:
    """The icon; None, and logged, if there is no tray."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        log.info("%s has no icon in the system's tray: there is no tray here", title)
        return None
    return TrayIcon(title, icon, commands)
