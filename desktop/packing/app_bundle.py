"""The Info.plist of a macOS app: its names and languages, and the documents that it opens."""

from collections.abc import Sequence
from typing import Any

from core.language.catalogues import OURS, SOURCE
from desktop.packing.recipe import Recipe

TYPES = {
    "image/jpeg": "public.jpeg",
    "image/png": "public.png",
    "image/gif": "com.compuserve.gif",
    "image/webp": "org.webmproject.webp",
    "image/avif": "public.avif",
    "image/heic": "public.heic",
    "image/svg+xml": "public.svg-image",
    "image/tiff": "public.tiff",
    "image/bmp": "com.microsoft.bmp",
    "application/pdf": "com.adobe.pdf",
    "application/zip": "public.zip-archive",
    "text/plain": "public.plain-text",
    "text/csv": "public.comma-separated-values-text",
    "text/markdown": "net.daringfireball.markdown",
    "audio/mpeg": "public.mp3",
    "audio/ogg": "org.xiph.ogg-audio",
    "audio/flac": "org.xiph.flac",
    "audio/x-wav": "com.microsoft.waveform-audio",
    "video/mp4": "public.mpeg-4",
    "video/webm": "org.webmproject.webm",
    "video/quicktime": "com.apple.quicktime-movie",
    "video/x-matroska": "org.matroska.mkv",
}
"""Uniform type identifiers, as Apple and the formats' makers declare them."""


def info_plist(recipe: Recipe) -> dict[str, Any]:
    """What PyInstaller adds to its own entries."""
    return {
        "NSHighResolutionCapable": True,
        "CFBundleDisplayName": recipe.name,
        "CFBundleVersion": recipe.version,
        "CFBundleDocumentTypes": document_types(recipe.opens),
        # Without it, the system's own dialogs are in English.
        "CFBundleDevelopmentRegion": SOURCE,
        "CFBundleLocalizations": [SOURCE, *sorted(path.stem for path in OURS.glob("*.mo"))],
        # Pages come from http://127.0.0.1, which App Transport Security refuses otherwise.
        "NSAppTransportSecurity": {"NSAllowsLocalNetworking": True},
    }


def document_types(opens: Sequence[str]) -> list[dict[str, Any]]:
    """The documents of MIME types. The program is offered for them, but takes none over."""
    known = [TYPES[each] for each in opens if each in TYPES]
    others = [each for each in opens if each not in TYPES]
    found = []
    if known:
        found.append(_document("LSItemContentTypes", known))
    if others:  # macOS heeds this key only where there are no identifiers
        found.append(_document("CFBundleTypeMIMETypes", others))
    return found


def _document(key: str, types: list[str]) -> dict[str, Any]:
    return {
        "CFBundleTypeName": "Document",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        key: types,
    }
