"""What a client claims about a file -> what we believe of it."""

import re
from collections.abc import Mapping
from typing import Any

from ..files import digests
from ..files.errors import UnsafeName
from ..files.names import safe_name, safe_parts
from ..media.types import claimed_type
from .errors import UploadRefused
from .info import UploadInfo

_ID = re.compile(r"[0-9a-f]{32}")

_NUMBER = re.compile(r"[0-9]{1,19}")

MAX_NUMBER = 2**63 - 1
"""The largest size or offset: what a file system can count (off_t)."""

MAX_TARGET = 200
"""The longest name of a purpose."""


def describe(owner: str, claim: Mapping[str, Any], size: int | None, **fields: Any) -> UploadInfo:
    """The upload of a file of which a client tells ``name``, ``type``, ``lastModified``, ``path``
    (the folders that it lay in), ``digest`` (what its content is to be hashed with) and ``for``
    (the input that it was chosen in: `core.web.upload_targets`).

    UploadRefused (400) for a name of which nothing is left, or a path that leads elsewhere.
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
        algorithm=algorithm if algorithm in digests.CONTENT else "",
        **fields,
    )


def claimed(claim: Mapping[str, Any], key: str) -> str:
    """A text or number that a client claims, "" for anything else; it can be encoded in UTF-8."""
    value = claim.get(key)
    is_plain = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value).encode(errors="replace").decode() if is_plain else ""


def chosen_id(claim: Mapping[str, Any]) -> dict[str, str]:
    """The id that a client chose, if any: so it can ask again where our answer gets lost."""
    chosen = claim.get("id")
    if chosen is None:
        return {}
    if not isinstance(chosen, str) or not _ID.fullmatch(chosen):
        raise UploadRefused(400, "The id of a file is 32 random hex digits (0-9, a-f).")
    return {"id": chosen}


def _safe(name: str) -> str:
    try:
        return safe_name(name)
    except UnsafeName as error:
        raise UploadRefused(400, str(error)) from error


def _safe_path(path: str, name: str) -> str:
    if {".", ".."} & set(path.replace("\\", "/").split("/")):
        raise UploadRefused(400, f"{path[:80]!r} leads out of the folder that was dropped.")
    try:
        return "/".join(safe_parts(path, name))
    except UnsafeName as error:
        raise UploadRefused(400, str(error)) from error


def parse_number(text: str) -> int | None:
    """A plain decimal number from 0 to MAX_NUMBER; None for anything else."""
    number = int(text) if _NUMBER.fullmatch(text) else -1
    return number if 0 <= number <= MAX_NUMBER else None
