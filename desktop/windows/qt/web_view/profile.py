"""The web view's profile: cookies, local storage and downloads of all windows."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineProfileBuilder
from PySide6.QtWidgets import QApplication

from desktop.windows.native_window import Rules
from desktop.windows.qt.web_view.downloads import take_over

COOKIE_FLUSH_MS = 100  # Chromium writes its cookies on a thread of its own; measured

# One per process, as there is one application; `release` must find it.
shared: dict[str, Any] = {}


def create(rules: Rules) -> Any:
    """The profile. Qt's cache of pages on disk is off: the server is on this computer."""
    builder = QWebEngineProfileBuilder()  # setting paths later would leave empty folders behind
    builder.setPersistentStoragePath(str(rules.profile))
    builder.setCachePath(str(rules.profile / "cache"))
    builder.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile = builder.createProfile("satchel", QApplication.instance())
    profile.downloadRequested.connect(lambda download: take_over(rules, download))
    shared["profile"] = profile
    return profile


def release() -> None:
    """Delete the profile once the last window is closed.

    Why: Qt loses cookies that are not on disk yet when the process ends with os._exit.
    """
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
