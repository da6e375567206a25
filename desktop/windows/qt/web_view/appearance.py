"""Light or dark, as the desktop is, also when that changes while windows are open.

Qt tells of the change. With the theme of the desktop's portal it leaves its own colours as they
were, and pages, whatever the theme is, until they are loaded again. Written for Qt 6.12.
"""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWebEngineCore import QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

UNCHANGED = QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard
DARKEST_LIGHT = 128  # of 255


def follow(application: Any) -> None:
    """Follow the desktop from now on."""
    application.styleHints().colorSchemeChanged.connect(change)


def change(scheme: Qt.ColorScheme) -> None:
    """Show all windows light or dark; a desktop that prefers neither is light."""
    background = QApplication.palette().color(QPalette.ColorRole.Window)
    if (background.lightness() < DARKEST_LIGHT) != (scheme == Qt.ColorScheme.Dark):
        QApplication.setPalette(QApplication.style().standardPalette())
    for widget in QApplication.allWidgets():
        if isinstance(widget, QWebEngineView):
            # With any setting that is set, Qt tells the page the scheme, too.
            settings = widget.settings()
            settings.setAttribute(UNCHANGED, settings.testAttribute(UNCHANGED))
