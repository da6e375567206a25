"""Arrangements: how a session arranged tables and lists of files, kept in files of the program."""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path
from typing import Any

import core as jp
from core.files import disk
from core.files.whole_file import write_whole

log = logging.getLogger(__name__)

MOST_BYTES = 1 << 20
"""Of the file of a session."""

MOST_PARTS = 200
"""Tables or lists of a session; what was not arranged for the longest time is forgotten."""

_writing = threading.Lock()


def read(kind: str, name: str) -> dict[str, Any]:
    """What is kept of a part of the page; nothing outside of a session.

    Args:
        kind: "tables" or "files".
        name: the part among others of its kind; of "" nothing is kept.
    """
    path = _path(kind) if name else None
    return {} if path is None else _part_in(_read(path), name)


def write(kind: str, name: str, arrangement: dict[str, Any]) -> None:
    """Keep an arrangement; raises OSError if it cannot be written."""
    path = _path(kind) if name else None
    if path is None:
        return
    with _writing:
        parts = _read(path)
        parts.pop(name, None)
        parts[name] = arrangement
        while len(parts) > MOST_PARTS:
            del parts[next(iter(parts))]
        write_whole(path, json.dumps(parts, ensure_ascii=False).encode())


def _path(kind: str) -> Path | None:
    try:
        return jp.app.data_folder / kind / f"{jp.app.session_id}.json"
    except RuntimeError:  # nothing is served, or nobody's request or event is handled
        return None


def _read(path: Path) -> dict[str, Any]:
    try:
        content = disk.read(path, MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise ValueError("the file is too large")
        found = json.loads(content)
        if not isinstance(found, dict):
            raise ValueError("it has no arrangements")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        log.error("The %s in %s are arranged as at first: %s", path.parent.name, path, error)
        return {}
    return found


def _part_in(parts: dict[str, Any], name: str) -> dict[str, Any]:
    found = parts.get(name)
    return found if isinstance(found, dict) else {}
