"""uvicorn's private parts are those that core/web/server/uvicorn_parts.py was written for."""

from __future__ import annotations

import hashlib
import importlib
import inspect
import tomllib
from importlib.metadata import version
from pathlib import Path

from core.web.server.uvicorn_parts import UVICORN

ROOT = Path(__file__).parents[2]

# Modules of uvicorn whose private parts are used, and a hash of what was read when they were.
READ = {
    "uvicorn.protocols.http.httptools_impl": "1d4e1c579df41684",
    "uvicorn.protocols.http.flow_control": "d39d16560df512f3",
    "uvicorn.protocols.websockets.websockets_sansio_impl": "8b32a97a1608788b",
    "uvicorn.server": "c1be9d133467a42a",
}


def test_the_version_that_is_pinned_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert f"uvicorn=={UVICORN}" in project["dependencies"]
    assert version("uvicorn") == UVICORN


def test_its_private_parts_are_those_that_were_read() -> None:
    """After a new version: read what changed in these modules, then note the new hashes."""
    found = {name: digest(name) for name in READ}
    assert found == READ


def digest(module: str) -> str:
    source = inspect.getsource(importlib.import_module(module))
    return hashlib.sha256(source.encode()).hexdigest()[:16]
