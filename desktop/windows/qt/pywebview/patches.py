"""The private parts of pywebview 6.2.1: its Qt backend (webview/platforms/qt.py), patched.

Each patch names its reason. Classes are patched before the first window exists, so `install` is
called in that window's `initialized` event.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QFileDialog

from desktop.windows.dialogs import filters
from desktop.windows.native_window import Rules
from desktop.windows.qt.web_view import profile
from desktop.windows.qt.web_view.dropped_pictures import DroppedPictures
from desktop.windows.qt.web_view.drops import local_paths

Give = Callable[[Sequence[Path]], None]

creation = threading.Lock()
"""Held by a thread that creates a window, until the handlers of its events are attached."""


def install(rules: Rules) -> None:
    """Patch the backend. Call it once Qt's application exists, before its first window."""
    from webview.platforms import qt

    await_handlers(qt)
    share_profile(qt, rules)
    leave_pages_alone(qt)
    allow_clipboard(qt)
    offer_context_menu(qt)
    watch_drops(qt, rules.give)
    watch_choices(qt, rules.give)


def await_handlers(qt: Any) -> None:
    """Make further windows only once the handlers of their events are attached.

    Why: Qt's thread makes them while `create_window` returns the object with those events. On a
    busy machine a window would be shown without its menus and rules.
    """
    make = qt.BrowserView.__init__

    def made(view: Any, window: Any) -> None:
        if qt.BrowserView.instances:
            with creation:
                pass
        make(view, window)

    qt.BrowserView.__init__ = made


def share_profile(qt: Any, rules: Rules) -> None:
    """One profile for all windows.

    Why: pywebview makes one per window, and a second window does not see the first one's fresh
    cookies.
    """
    shared = profile.create(rules)
    qt._profile_storage_path = str(rules.profile)
    qt.QWebEngineProfile = lambda *_name: shared


def leave_pages_alone(qt: Any) -> None:
    """Inject nothing into pages, and open no page by itself.

    Why: pywebview's bridge needs eval, which our Content-Security-Policy forbids, and it would be
    available to any page that is shown. It fires `loaded`, which is fired here instead. pywebview
    answers a new window with a hidden page that passes every address, file: included, to the
    system's browser; without it Qt emits newWindowRequested, which has the address.
    """

    def loaded(view: Any) -> None:
        view.pywebview_window.events.before_load.set()
        view.pywebview_window.events.loaded.set()

    qt.BrowserView.on_load_finished = loaded
    qt.BrowserView.NavigationHandler = lambda _page: None
    qt.BrowserView.WebPage.createWindow = lambda _page, _kind: None


def allow_clipboard(qt: Any) -> None:
    """Let pages write to the clipboard; deny everything else.

    Why: pywebview answers with a number, PySide6 expects an enum, and so the page's promise never
    settles. It would also grant camera and microphone without asking.
    """
    policy = QWebEnginePage.PermissionPolicy

    def answer(page: Any, url: Any, feature: Any) -> None:
        wanted = feature == QWebEnginePage.Feature.ClipboardReadWrite
        granted = policy.PermissionGrantedByUser if wanted else policy.PermissionDeniedByUser
        page.setFeaturePermission(url, feature, granted)

    qt.BrowserView.WebPage.onFeaturePermissionRequested = answer


def offer_context_menu(qt: Any) -> None:
    """Where the page has no menu of its own, offer what edits and copies, and nothing of a browser.

    Why: pywebview has no menu, except in debug mode, where it opens a debugging port. The web
    view's own one saves thumbnails as if they were the files, and reloads the page.
    """
    action = QWebEnginePage.WebAction
    offered = ("Undo", "Redo", "Cut", "Copy", "Paste", "SelectAll")
    copied = ("CopyLinkToClipboard", "CopyImageToClipboard")

    def show(view: Any, event: Any) -> None:
        menu, page = view.createStandardContextMenu(), view.page()
        kept = [page.action(action[name]) for name in (*offered, *copied)]
        for entry in menu.actions():
            if not entry.isSeparator() and entry not in kept:
                menu.removeAction(entry)
        if any(not entry.isSeparator() for entry in menu.actions()):
            menu.popup(event.globalPos())

    qt.BrowserView.WebView.contextMenuEvent = show


def watch_drops(qt: Any, give: Give) -> None:
    """Report what is dropped. A picture without a file becomes one.

    Why: pywebview records paths only if its own bridge runs, and matches them by name.
    """
    view, pictures = qt.BrowserView.WebView, DroppedPictures()
    enter, drop = view.dragEnterEvent, view.dropEvent

    def entered(self: Any, event: Any) -> None:
        shown = pictures.promised(event.mimeData()) if event.source() is None else None
        if shown is None:
            enter(self, event)
            return
        place, actions = event.position().toPoint(), event.possibleActions()
        promise = QDragEnterEvent(place, actions, shown, event.buttons(), event.modifiers())
        enter(self, promise)
        event.setDropAction(promise.dropAction())
        event.setAccepted(promise.isAccepted())

    def dropped(self: Any, event: Any) -> None:
        data = event.mimeData()
        give(local_paths(data) or pictures.dropped(data))
        drop(self, event)  # from here on the page may ask

    view.dragEnterEvent, view.dropEvent = entered, dropped


def watch_choices(qt: Any, give: Give) -> None:
    """Ask which files an `<input type=file>` gets, and report them.

    Why: the web view's own dialog begins in the working directory, among the folders of sessions.
    """
    page, kind = qt.BrowserView.WebPage, QWebEnginePage.FileSelectionMode
    choose = page.chooseFiles
    one, many = QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.ExistingFiles
    places = [Path.home()]  # where the last files were chosen

    def chosen(self: Any, mode: Any, old: Any, types: Any) -> Any:
        if mode in (kind.FileSelectOpen, kind.FileSelectOpenMultiple):
            dialog = QFileDialog(QWebEngineView.forPage(self), "Open files", str(places[-1]))
            dialog.setFileMode(one if mode == kind.FileSelectOpen else many)
            dialog.setNameFilters(filters(",".join(types)))
            paths = dialog.selectedFiles() if dialog.exec() else []
            places[:] = [Path(path).parent for path in paths[:1]] or places
        else:
            paths = choose(self, mode, old, types)
        give([Path(path) for path in paths])
        return paths

    page.chooseFiles = chosen
