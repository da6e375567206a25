"""The only file that reaches into the private parts of pywebview 6.2.1 and into Qt.

pywebview's Qt backend (webview/platforms/qt.py) is mended where it does not do what a program
with files needs. Each mend names its reason. All is patched on classes before the first window
exists, so `install` belongs into that window's `initialized` event. Written for pywebview
6.2.1 with PySide6 6.12; look through this file before either is raised.
"""

import logging
import os
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.system import packaged
from desktop.windows.qt import drops, imports
from desktop.windows.qt.shell import WebProcess

log = logging.getLogger("satchel.desktop")

COOKIE_FLUSH_MS = 100  # Chromium writes its cookies on a thread of its own; measured
DARK = "#111827"


@dataclass(frozen=True)
class Rules:
    """What our windows may do, and who does it for them."""

    origin: str  # our own, such as http://127.0.0.1:8000
    webview: Path  # where cookies and local storage are kept
    open_window: Callable[[str], None]  # a path of ours, in a window of its own
    open_link: Callable[[str], None]  # everything else that may be opened
    save: Callable[[str, str], None]  # a path of ours and a name: save it
    keep: Callable[[Path, str], None]  # a file the web view has made and a name: save it
    give: Callable[[Sequence[Path]], None]  # what was dropped on a window, or chosen in it


def prepare() -> None:
    """Import pywebview with its Qt backend; before, set what Qt reads when it is loaded."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's sandbox refuses to run as root, and ends the process.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    if port := os.environ.get("SATCHEL_CDP_PORT"):  # for tests; never a command line option
        os.environ["QTWEBENGINE_REMOTE_DEBUGGING"] = f"127.0.0.1:{int(port)}"
    imports.pywebview()
    keep_no_shaders()


def keep_no_shaders() -> None:
    """Before there is an application.

    Why: Qt would keep them in ~/.cache, in a folder named after the program's file, whatever the
    data folder is.
    """
    from PySide6.QtCore import QCoreApplication, Qt

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DisableShaderDiskCache)


def install(rules: Rules) -> None:
    """Mend pywebview's Qt backend. Call it after Qt's application exists and before a window."""
    from PySide6.QtGui import QGuiApplication
    from webview.platforms import qt

    # Ties windows to the menu entry and its icon.
    QGuiApplication.setDesktopFileName(packaged.slug(packaged.name()))
    share_profile(qt, rules)
    leave_pages_alone(qt)
    allow_clipboard(qt)
    offer_context_menu(qt)
    drops.watch(qt, rules.give)


def share_profile(qt: Any, rules: Rules) -> None:
    """One profile for all windows.

    Why: pywebview makes one per window, and a second window does not see the first one's fresh
    cookies. Qt's own cache of pages on disk is off: the server is on this machine.
    """
    from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineProfileBuilder
    from PySide6.QtWidgets import QApplication

    builder = QWebEngineProfileBuilder()  # a profile that is told later leaves empty folders behind
    builder.setPersistentStoragePath(str(rules.webview))
    builder.setCachePath(str(rules.webview / "cache"))
    builder.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile = builder.createProfile("satchel", QApplication.instance())
    profile.downloadRequested.connect(lambda download: lead_download(rules, download))
    shared["profile"] = profile
    qt._profile_storage_path = str(rules.webview)
    qt.QWebEngineProfile = lambda *_name: profile


# The one profile of this process, as Qt's application is one: `finish` has to let go of it.
shared: dict[str, Any] = {}


def leave_pages_alone(qt: Any) -> None:
    """Inject nothing into pages, and open no page by itself.

    Why: pywebview's bridge needs eval, which our Content-Security-Policy forbids, and it would
    offer itself to whatever page is shown. `loaded`, which it fires from there, is fired here.
    Its answer to a new window is a hidden page that hands every address, file: included, to the
    system's browser; without it Qt emits newWindowRequested, which says the address.
    """

    def loaded(view: Any) -> None:
        view.pywebview_window.events.before_load.set()
        view.pywebview_window.events.loaded.set()

    qt.BrowserView.on_load_finished = loaded
    qt.BrowserView.NavigationHandler = lambda _page: None
    qt.BrowserView.WebPage.createWindow = lambda _page, _kind: None


def allow_clipboard(qt: Any) -> None:
    """Let pages write to the clipboard; deny everything else.

    Why: pywebview answers with a number where PySide6 wants an enum, so that the page's promise
    never settles, and it would grant camera and microphone unasked.
    """
    from PySide6.QtWebEngineCore import QWebEnginePage

    policy = QWebEnginePage.PermissionPolicy

    def answer(page: Any, url: Any, feature: Any) -> None:
        wanted = feature == QWebEnginePage.Feature.ClipboardReadWrite
        granted = policy.PermissionGrantedByUser if wanted else policy.PermissionDeniedByUser
        page.setFeaturePermission(url, feature, granted)

    qt.BrowserView.WebPage.onFeaturePermissionRequested = answer


def offer_context_menu(qt: Any) -> None:
    """The web view's own menu, less what leads nowhere in a window without an address bar.

    Why: pywebview has none outside debug mode, and there one that opens a debugging port.
    """
    from PySide6.QtWebEngineCore import QWebEnginePage

    action = QWebEnginePage.WebAction
    hidden = (action.Back, action.Forward, action.SavePage, action.ViewSource)

    def show(view: Any, event: Any) -> None:
        menu = view.createStandardContextMenu()
        for unwanted in hidden:
            menu.removeAction(view.page().action(unwanted))
        if any(not entry.isSeparator() for entry in menu.actions()):
            menu.popup(event.globalPos())

    qt.BrowserView.WebView.contextMenuEvent = show


def dress(window: Any, rules: Rules, process: WebProcess) -> None:
    """Set up one native window. Call it in its `before_show` event."""
    from PySide6.QtCore import Qt
    from PySide6.QtWebEngineCore import QWebEngineSettings

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
    """Show the page's title in the window's bar; Chromium makes one of the address if needed."""

    def changed(title: str) -> None:
        shown = window.native.webview.url().toString().partition("://")[2]
        named = title and not shown.startswith(title)
        window.native.setWindowTitle(title if named else window.title)

    window.native.webview.titleChanged.connect(changed)


def avoid_flash(window: Any) -> None:
    """Dark until the first page is there, where the system is dark; then the page decides."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QGuiApplication, QPalette

    window.native.setPalette(QPalette())  # pywebview paints it white, menus included
    page = window.native.webview.page()

    def loaded(_ok: bool) -> None:
        if page.url().scheme() == "http":  # not the empty page before it, nor one of text
            page.setBackgroundColor(QColor("white"))

    if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark:
        page.setBackgroundColor(QColor(DARK))
        page.loadFinished.connect(loaded)


def is_ours(rules: Rules, url: str) -> bool:
    return url == rules.origin or url.startswith(f"{rules.origin}/")


def path_of(rules: Rules, url: str) -> str:
    return url.removeprefix(rules.origin) or "/"


def navigate(process: WebProcess, rules: Rules, request: Any) -> None:
    """Keep the window on our pages: what else may be opened goes to the system's browser."""
    url = request.url().toString(request.url().ComponentFormattingOption.FullyEncoded)
    if is_ours(rules, url) or url == "about:blank" or process.leads(url):
        return
    if not request.isMainFrame() and request.url().scheme() != "file":
        return  # a frame in our page: the page's Content-Security-Policy decides
    request.reject()
    if not process.is_reload(url):
        rules.open_link(url)


def new_window(rules: Rules, request: Any) -> None:
    """target=_blank, window.open, ctrl-click and "open link in new window"."""
    url = request.requestedUrl()
    url = url.toString(url.ComponentFormattingOption.FullyEncoded)
    if is_ours(rules, url):
        rules.open_window(path_of(rules, url))
    else:
        rules.open_link(url)


def lead_download(rules: Rules, download: Any) -> None:
    """What the web view would download goes the way of every save: not accepting it cancels it.

    A blob: or data: address means something to the page's process only: the web view writes it
    into our cache, and it is saved from there.
    """
    url = download.url().toString(download.url().ComponentFormattingOption.FullyEncoded)
    name = download.suggestedFileName() or download.downloadFileName()
    if is_ours(rules, url):
        close_if_empty(download.page())
        rules.save(path_of(rules, url), name)
    elif url.startswith((f"blob:{rules.origin}/", "data:")):
        spool(rules, download, name)
    else:
        log.warning("A download from %s was refused: it is not from this program", url)


def spool(rules: Rules, download: Any, name: str) -> None:
    folder = rules.webview / "downloads"
    folder.mkdir(mode=0o700, exist_ok=True)
    file = folder / secrets.token_hex(8)
    download.setDownloadDirectory(str(folder))
    download.setDownloadFileName(file.name)
    state = type(download).DownloadState

    def changed(now: Any) -> None:
        if now == state.DownloadCompleted:
            rules.keep(file, name)
        elif now in (state.DownloadCancelled, state.DownloadInterrupted):
            file.unlink(missing_ok=True)
            log.warning("The download of %s failed: %s", name, download.interruptReasonString())

    download.stateChanged.connect(changed)
    download.accept()


def close_if_empty(page: Any) -> None:
    """A link with target=_blank to a download opened a window that has nothing to show."""
    view = page.parent() if page is not None and page.history().count() == 0 else None
    if view is not None and len(type(view.window()).instances) > 1:
        view.window().close()


def finish() -> None:
    """Let go of the profile once the last window is closed.

    Why: Qt loses cookies that are not on disk yet when the process ends with os._exit.
    """
    from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

    profile = shared.pop("profile", None)
    if profile is None:
        return
    delete_now = QEvent.Type.DeferredDelete.value
    QCoreApplication.sendPostedEvents(None, delete_now)  # the pages first
    profile.deleteLater()
    QCoreApplication.sendPostedEvents(None, delete_now)
    loop = QEventLoop()
    QTimer.singleShot(COOKIE_FLUSH_MS, loop.quit)
    loop.exec()
