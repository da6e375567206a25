"""Responses with files that users sent, in which hostile content can do nothing."""

import os
from pathlib import Path

from starlette.responses import Response

from ..media.types import guess_type
from .responses import FileDownload

# Types that may be shown. All others are saved: HTML, SVG, XML, PDF, scripts.
_SHOWN = {"image/avif", "image/bmp", "image/gif", "image/jpeg", "image/png", "image/webp"} | {
    "audio/flac", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/x-wav", "audio/aac",
    "video/mp4", "video/ogg", "video/quicktime", "video/webm", "video/x-matroska",
}  # fmt: skip
_TEXT = {"text/plain", "text/csv", "text/markdown"}

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'"

USER_FILE_HEADERS = {
    "Content-Security-Policy": "sandbox; " + _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}
"""Headers that keep a file from doing anything in our origin."""

# The browser's player runs no scripts. It requests the file again, in a sandbox without cookies.
_MEDIA_HEADERS = {**USER_FILE_HEADERS, "Content-Security-Policy": _POLICY}


def user_file(
    path: str | os.PathLike[str], *, download: bool, below: Path | None = None
) -> Response:
    """A file that a user sent: shown only if its type is harmless, else saved.

    Neither the file nor a folder between it and `below` may be a symlink. An SVG still works in
    `<img>`, which ignores Content-Disposition.
    """
    media_type = guess_type(Path(path).name)
    shown = media_type in _SHOWN or media_type in _TEXT
    is_media = media_type in _SHOWN and not media_type.startswith("image/")
    if media_type in _TEXT:
        media_type = "text/plain"  # Starlette adds the charset
    elif not shown and media_type != "image/svg+xml":
        media_type = "application/octet-stream"
    return FileDownload(
        path,
        inline=shown and not download,
        media_type=media_type,
        headers=_MEDIA_HEADERS if is_media else USER_FILE_HEADERS,
        below=below or Path(path).parent,
    )
