"""A description on disk -> the upload, if it is one: anybody may have changed the file."""

import json
import math
from dataclasses import fields, replace
from typing import Any

from ..files import digests
from ..files.errors import UnsafeName
from ..files.names import safe_name
from .info import UploadInfo
from .metadata import MAX_NUMBER

MAX_DESCRIPTION = 1 << 20
"""The longest description, in bytes; clients may tell `UploadLimits.max_metadata` of theirs."""

_TEXTS = [each.name for each in fields(UploadInfo) if each.type is str or each.type == "str"]


def from_json(description: bytes) -> UploadInfo | None:
    """The upload; None for a description that was cut off by a crash, or damaged."""
    if len(description) > MAX_DESCRIPTION:
        return None
    try:
        found = json.loads(description)
        upload = UploadInfo(**{**found, "parts": tuple(found.get("parts", ()))})
        return replace(upload, name=safe_name(upload.name)) if _is_whole(upload) else None
    except (ValueError, TypeError, AttributeError, RecursionError, UnsafeName):
        return None


def _is_whole(upload: UploadInfo) -> bool:
    return (
        all(_is_text(getattr(upload, name)) for name in _TEXTS)
        and all(map(_is_text, upload.parts))
        and (upload.size is None or _is_number(upload.size))
        and _is_number(upload.lastModified)
        and isinstance(upload.created, int | float)
        and math.isfinite(upload.created)
        and f"{upload.metadata}{upload.concat}{upload.type}".isascii()
        and upload.algorithm in ("", *digests.CONTENT)
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not any(0xD800 <= ord(each) < 0xE000 for each in value)


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MAX_NUMBER
