"""The paths of files that are dropped on a Qt window or pasted into it.

Chromium gives the page the same files in the same order, but never their paths.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit


def local_paths(data: Any) -> list[Path]:
    """The paths of the dragged files; none if one of them is not on this computer."""
    urls = data.urls() if data.hasUrls() else []
    if not all(url.isLocalFile() for url in urls):
        return []
    return [path_of(url) for url in urls]


def path_of(url: Any) -> Path:
    """The path of an address. `toLocalFile` alone loses the bytes of a name that is not UTF-8."""
    path = url.toLocalFile()
    if "\ufffd" not in path:
        return Path(path)
    encoded = urlsplit(url.toEncoded().data()).path
    return Path(os.fsdecode(unquote_to_bytes(encoded)))
