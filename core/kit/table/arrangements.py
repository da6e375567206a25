"""Arrangements: the columns of tables as a session arranged them, in a file of the program."""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path
from typing import Any

import core as jp

from ..whole_file import write_whole

log = logging.getLogger(__name__)

MOST_BYTES = 1 << 20
"""Of the file of a session."""

MOST_TABLES = 200
"""Tables of a session; the one that was not arranged for the longest time is forgotten."""

_writing = threading.Lock()


def read(name: str) -> dict[str, Any]:
    """What is kept of a table; nothing outside of a session."""
    path = _path() if name else None
    return {} if path is None else _table_in(_read(path), name)


def write(name: str, arrangement: dict[str, Any]) -> None:
    """Keep an arrangement; raises OSError if it cannot be written."""
    path = _path() if name else None
    if path is None:
        return
    with _writing:
        tables = _read(path)
        tables.pop(name, None)
        tables[name] = arrangement
        while len(tables) > MOST_TABLES:
            del tables[next(iter(tables))]
        write_whole(path, json.dumps(tables, ensure_ascii=False).encode())


def _path() -> Path | None:
    try:
        return jp.app.data_folder / "tables" / f"{jp.app.session_id}.json"
    except RuntimeError:  # nothing is served, or nobody's request or event is handled
        return None


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise ValueError("the file is too large")
        found = json.loads(content)
        if not isinstance(found, dict):
            raise ValueError("it has no tables")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        log.error("The columns of tables in %s are as at first: %s", path, error)
        return {}
    return found


def _table_in(tables: dict[str, Any], name: str) -> dict[str, Any]:
    found = tables.get(name)
    return found if isinstance(found, dict) else {}
