"""Configuration of the web view in a Qt window: settings, navigation, title and background."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWebEngineCore import QWebEngineSettings

from desktop.windows.native_window import Rules
from desktop.windows.qt.web_view.navigation import navigate, new_window
from desktop.windows.qt.web_view.web_process import WebProcess

DARK = "#111827"


def configure(window: Any, rules: Rules, process: WebProcess) -> None:
    """Configure the web view of a window (pywebview's) before it is shown."""
    view = window.native.webview
    attribute = QWebEngineSettings.WebAttribute
    settings = view.settings()
    settings.setAttribute(attribute.JavascriptCanAccessClipboard, True)
    settings.setAttribute(attribute.NavigateOnDropEnabled, False)
    settings.setAttribute(attribute.LocalContentCanAccessFileUrls, False)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
    view.page().navigationRequested.connect(lambda request: navigate(process, rules, request))
    view.urlChanged.connect(process.moved)
    view.page().newWindowRequested.connect(lambda request: new_window(rules, request))
    follow_title(window)
    avoid_flash(window)


def follow_title(window: Any) -> None:
    """Show the page's title in the window's bar, but not an address, Chromium's default."""

    def changed(title: str) -> None:
        shown = window.native.webview.url().toString().partition("://")[2]
        named = title and not shown.startswith(title)
        window.native.setWindowTitle(title if named else window.title)

    window.native.webview.titleChanged.connect(changed)


def avoid_flash(window: Any) -> None:
    """On a dark system, be dark until the first page is shown; then the page decides."""
    window.native.setPalette(QPalette())  # pywebview paints it white, menus included
    page = window.native.webview.page()

    def loaded(_ok: bool) -> None:
        if page.url().scheme() == "http":  # not the empty page before it, nor one of text
            page.setBackgroundColor(QColor("white"))

    if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark:
        page.setBackgroundColor(QColor(DARK))
        page.loadFinished.connect(loaded)
