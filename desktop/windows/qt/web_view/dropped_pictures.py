"""Pictures that other programs drag as bytes, such as `image/png`.

Chromium sees their links only. So the page is shown a file while they are dragged, which is written
when they are dropped.
"""

from __future__ import annotations

import time
from collections import deque
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextDocumentFragment

from core.files.errors import UnsafeName
from core.files.portable_names import portable_name
from core.language.texts import _

FORMATS = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/webp": (".webp",),
    "image/gif": (".gif",),
    "image/svg+xml": (".svg",),
}
"""The best first, with the endings of their files."""

MOST_KEPT = 8
"""Pictures that wait until the page has copied them, as many as drops that wait (vouching)."""

MOST_HTML = 100_000
"""Characters that are looked at."""

OBJECT = "\ufffc"
"""What a picture is in the text of a document."""


class DroppedPictures:
    """The pictures of the last drags. Qt's thread only."""

    def __init__(self) -> None:
        self.folders: deque[TemporaryDirectory[str]] = deque(maxlen=MOST_KEPT)
        self.path: Path | None = None

    def promised(self, data: Any) -> QMimeData | None:
        """What a page is shown of a picture that is dragged; None if it is none, or a file."""
        self.path = None
        kind = picture_format(data)
        if kind is None:
            return None
        self.folders.append(TemporaryDirectory(prefix="satchel-"))
        self.path = Path(self.folders[-1].name) / name_of(data, kind)
        shown = QMimeData()
        shown.setUrls([QUrl.fromLocalFile(str(self.path))])
        return shown

    def dropped(self, data: Any) -> list[Path]:
        """Write the promised picture, which is dropped now; its path."""
        path, self.path, kind = self.path, None, picture_format(data)
        if path is None or kind is None:
            return []
        path.write_bytes(bytes(data.data(kind)))
        return [path]


def picture_format(data: Any) -> str | None:
    """The format in which a picture is dragged; None if something else is, or more than that."""
    if any(url.isLocalFile() for url in data.urls()):
        return None
    words = (
        QTextDocumentFragment.fromHtml(data.html()[:MOST_HTML])
        .toPlainText()
        .replace(OBJECT, "")
        .strip()
    )
    text = bytes(data.data("text/plain")).strip()
    is_link = b"://" in text and len(text.splitlines()) == 1
    if words or (text and not is_link):  # office programs add a picture to text
        return None
    return next((kind for kind in FORMATS if data.hasFormat(kind)), None)


def name_of(data: Any, kind: str) -> str:
    """The last part of the picture's address, or the time."""
    endings = FORMATS[kind]
    try:
        given = PurePosixPath(portable_name(data.urls()[0].fileName()))
    except (IndexError, UnsafeName):  # it has none
        stem = _("Picture {time}", time=time.strftime("%Y-%m-%d %H.%M.%S"))
        return f"{stem}{endings[0]}"
    return given.name if given.suffix.lower() in endings else f"{given.stem}{endings[0]}"
