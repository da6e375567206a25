"""The room that a session has for its files, and the limits that a program sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

import core as jp
from core.files.session_folder import SessionFolder
from core.web.settings import Settings
from tests.support.local import Local, local, session_id
from tests.support.tus import BODY, TUS, metadata


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Local]:
    with local(tmp_path / "data", lambda: jp.WebPage(), session_bytes=1000) as served:
        yield served


def begin(site: Local, size: int, number: int = 1) -> httpx.Response:
    headers = {**TUS, "Upload-Length": str(size), "Upload-Metadata": metadata(filename="a.bin")}
    with site.session(number) as client:
        return client.post("/uploads", headers=headers)


def test_quota_counts_what_the_session_has_and_what_it_was_promised(site: Local) -> None:
    site.file("kept.txt", bytes(400))
    site.file("folder/kept.txt", bytes(100))
    assert begin(site, 300).status_code == 201
    refused = begin(site, 300)
    assert refused.status_code == 413
    assert refused.text == (
        "“a.bin” has 300 bytes, but only 200 bytes are left of the 1 kB that you may keep here. "
        "Remove files that you do not need and try again."
    )
    assert begin(site, 200).status_code == 201
    assert begin(site, 1000, number=2).status_code == 201  # everybody has their own


def test_quota_is_free_again_when_files_go(site: Local) -> None:
    first = begin(site, 900)
    with site.session() as client:
        client.delete(first.headers["Location"], headers=TUS).raise_for_status()
    second = begin(site, 900)
    assert second.status_code == 201
    with site.session() as client:
        sent = {**BODY, "Upload-Offset": "0"}
        client.patch(second.headers["Location"], headers=sent, content=bytes(900))
    assert begin(site, 101).status_code == 413  # it is there, and waits for a handler
    upload_id = second.headers["Location"].rpartition("/")[2]
    [file] = site.app.uploads.claims.take(session_id(1), [upload_id])
    site.app.uploads.claims.discard([file])
    assert begin(site, 1000).status_code == 201


def test_size_that_is_told_late_is_checked_too(site: Local) -> None:
    with site.session() as client:
        deferred = client.post("/uploads", headers={**TUS, "Upload-Defer-Length": "1"})
        sent = {**BODY, "Upload-Offset": "0", "Upload-Length": "1001"}
        refused = client.patch(deferred.headers["Location"], headers=sent, content=b"x")
        assert refused.status_code == 413 and "1,001 bytes" in refused.text


def test_promises_outlive_a_restart(tmp_path: Path) -> None:
    for wanted in (201, 413):
        with local(tmp_path / "data", lambda: jp.WebPage(), session_bytes=1000) as served:
            assert begin(served, 600).status_code == wanted


def test_quota_counts_named_folders(site: Local) -> None:
    shelves = site.app.settings.shelves / session_id(1)
    SessionFolder(shelves / "Work").write("kept.bin", bytes(600))
    assert begin(site, 500).status_code == 413
    assert begin(site, 400).status_code == 201


def test_limits_of_a_program(tmp_path: Path) -> None:
    settings = Settings(b"x", tmp_path / "sessions", tmp_path / "uploads", tmp_path / "cache")
    app = jp.App()
    app.limits = jp.Limits(upload_bytes="2 kB", session_bytes=9000, unfinished_bytes="1 MiB")
    built = app.build(settings)
    limits = built.uploads.limits
    assert (limits.max_size, limits.session_bytes, limits.unfinished_bytes) == (2000, 9000, 1 << 20)
    assert built.settings.remove_old_sessions is None
    with pytest.raises(ValueError, match="is not a size"):
        jp.Limits(session_bytes="much")
