"""Responses with files that users sent, in which hostile content can do nothing."""

from pathlib import Path

from starlette.responses import Response

from ..media.types import guess_type
from .generated import BytesDownload
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


def is_shown(name: str) -> bool:
    """Whether browsers show a file of this name themselves."""
    return guess_type(name) in _SHOWN | _TEXT


def user_file(
    content: Path | bytes, *, download: bool, name: str = "", below: Path | None = None
) -> Response:
    """A file that a user sent, or bytes: shown only if their type is harmless, else saved.

    Neither the file nor a folder between it and `below` may be a symlink. An SVG still works in
    `<img>`, which ignores Content-Disposition.

    Args:
        name: of the file, which bytes need; by default that of the path.
    """
    media_type = guess_type(name or (content.name if isinstance(content, Path) else ""))
    shown = media_type in _SHOWN or media_type in _TEXT
    is_media = media_type in _SHOWN and not media_type.startswith("image/")
    if media_type in _TEXT:
        media_type = "text/plain"  # Starlette adds the charset
    elif not shown and media_type != "image/svg+xml":
        media_type = "application/octet-stream"
    headers = _MEDIA_HEADERS if is_media else USER_FILE_HEADERS
    inline = shown and not download
    if isinstance(content, bytes):
        return BytesDownload(content, name, inline=inline, media_type=media_type, headers=headers)
    return FileDownload(
        content,
        name=None if name == content.name else name or None,
        inline=inline,
        media_type=media_type,
        headers=headers,
        below=below or content.parent,
    )
