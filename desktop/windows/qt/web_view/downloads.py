"""Downloads that the web view begins by itself: they are saved like every other file."""

import logging
import secrets
from typing import Any

from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.windows.native_window import Rules

log = logging.getLogger("satchel.desktop")


def take_over(rules: Rules, download: Any) -> None:
    """Save a download of ours; the web view's own is not accepted, which cancels it.

    Only the page's process can read a blob: or data: address: the web view writes it into our
    cache, and it is saved from there.
    """
    url = download.url().toString(download.url().ComponentFormattingOption.FullyEncoded)
    name = download.suggestedFileName() or download.downloadFileName()
    if url.startswith(f"{rules.origin}/"):
        close_if_empty(download.page())
        rules.save(url.removeprefix(rules.origin), name)
    elif url.startswith((f"blob:{rules.origin}/", "data:")):
        spool(rules, download, name)
    else:
        log.warning("A download from %s was refused: it is not from this program", url)


def spool(rules: Rules, download: Any, name: str) -> None:
    folder = rules.profile / "downloads"
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
    """Close a window that target=_blank opened for a download: it has nothing to show."""
    if page is None or page.history().count():
        return
    window = page.parent().window()
    others = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow)]
    if any(each is not window and each.isVisible() for each in others):
        window.close()
