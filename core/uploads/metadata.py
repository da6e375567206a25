"""Metadata: what a client claims about a file -> facts that are safe to use."""

import re
from collections.abc import Mapping
from typing import Any

from ..files import digests
from ..files.errors import UnsafeName
from ..files.names import legal_name, legal_parts, steps
from ..media.types import claimed_type
from .errors import UploadRefused
from .info import ID, MAX_NUMBER, UploadInfo

_NUMBER = re.compile(r"[0-9]{1,19}")

MAX_TARGET = 200
"""The longest name of a purpose."""

MAX_DESTINATION = 4000
"""The longest destination."""


def describe(owner: str, claim: Mapping[str, Any], size: int | None, **fields: Any) -> UploadInfo:
    """The facts of an upload, from what a client claims: ``name``, ``type``, ``lastModified``,
    ``path`` (its folders below the one that was dropped), ``digest`` (the algorithm to hash its
    content with), ``for`` (the input that it was chosen in, `core.web.upload_targets`) and
    ``destination`` (where it goes, in the program's words).

    UploadRefused (400) for an unusable name, or a path that leads out of the folder.
    """
    name = _safe(claimed(claim, "name") or "unnamed")
    algorithm = claimed(claim, "digest")
    return UploadInfo(
        owner=owner,
        name=name,
        size=size,
        type=claimed_type(claimed(claim, "type"), name),
        lastModified=parse_number(claimed(claim, "lastModified")) or 0,
        path=_safe_path(claimed(claim, "path"), name),
        target=claimed(claim, "for")[:MAX_TARGET],
        destination=claimed(claim, "destination")[:MAX_DESTINATION],
        algorithm=algorithm if algorithm in digests.CONTENT else "",
        **fields,
    )


def claimed(claim: Mapping[str, Any], key: str) -> str:
    """A text or number that a client claims, "" for anything else; it can be encoded in UTF-8."""
    value = claim.get(key)
    is_plain = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value).encode(errors="replace").decode() if is_plain else ""


def chosen_id(claim: Mapping[str, Any]) -> dict[str, str]:
    """The id that the client chose, if any, so that it can ask again if our answer gets lost."""
    chosen = claim.get("id")
    if chosen is None:
        return {}
    if not isinstance(chosen, str) or not ID.fullmatch(chosen):
        raise UploadRefused(400, "The id of a file is 32 random hex digits (0-9, a-f).")
    return {"id": chosen}


def _safe(name: str) -> str:
    try:
        return legal_name(name)
    except UnsafeName as error:
        raise UploadRefused(400, str(error)) from error


def _safe_path(path: str, name: str) -> str:
    if {".", ".."} & set(steps(path)):
        raise UploadRefused(400, f"{path[:80]!r} leads out of the folder that was dropped.")
    try:
        return "/".join(legal_parts(path, name))
    except UnsafeName as error:
        raise UploadRefused(400, str(error)) from error


def parse_number(text: str) -> int | None:
    """A plain decimal number from 0 to MAX_NUMBER; None for anything else."""
    number = int(text) if _NUMBER.fullmatch(text) else -1
    return number if 0 <= number <= MAX_NUMBER else None
