"""What a client claims about a file -> what we believe of it."""

from collections.abc import Mapping
from typing import Any

from . import digests
from .errors import UnsafeName, UploadRefused
from .exchange import parse_number
from .media import claimed_type
from .names import safe_name, safe_parts
from .upload import Upload

MAX_TARGET = 200
"""The longest name of a purpose."""


def describe(owner: str, claim: Mapping[str, Any], size: int | None, **fields: Any) -> Upload:
    """The upload of a file of which a client tells ``name``, ``type``, ``lastModified``, ``path``
    (the folders that it lay in), ``digest`` (what its content is to be hashed with) and ``for``
    (the input that it was chosen in: `core.web.transfers`).

    UploadRefused (400) for a name of which nothing is left, or a path that leads elsewhere.
    """
    name = _safe(str(claim.get("name") or "unnamed"))
    algorithm = str(claim.get("digest") or "")
    return Upload(
        owner=owner,
        name=name,
        size=size,
        type=claimed_type(str(claim.get("type") or ""), name),
        lastModified=parse_number(str(claim.get("lastModified") or "")) or 0,
        path=_safe_path(str(claim.get("path") or ""), name),
        target=str(claim.get("for") or "")[:MAX_TARGET],
        algorithm=algorithm if algorithm in digests.CONTENT else "",
        **fields,
    )


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
