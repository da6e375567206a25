"""Fixtures for uploads: servers in processes of their own."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.upload_server import Server, Start


@pytest.fixture
def start() -> Iterator[Start]:
    with contextlib.ExitStack() as running:

        def start(folder: Path) -> Server:
            server = Server(folder)
            running.callback(server.close)
            return server

        yield start


@pytest.fixture
def server(start: Start, tmp_path: Path) -> Server:
    return start(tmp_path / "uploads")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(os.urandom(1000))
    return path
