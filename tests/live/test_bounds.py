"""Files that are begun and never finished, or sent and never submitted, take bounded memory."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import core as jp
from core.elements.component import Component
from core.live import progress
from core.live.live_page import LivePage
from core.live.progress import Progress, Sent
from core.uploads import hashes
from core.uploads.append import Body
from core.uploads.engine import Uploads
from core.uploads.info import UploadInfo


async def body(content: bytes) -> Any:
    yield content


async def test_hashes_of_unfinished_uploads(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hashes, "MOST_KEPT", 10)
    begun = [UploadInfo("me", "a", 2, "", 0, algorithm="sha256") for _ in range(30)]
    for upload in begun:
        await uploads.create(upload)
        await uploads.receive("me", upload.id, Body(0), body(b"a"))
    assert len(uploads.appender.hashes) == 10
    for upload in (begun[0], begun[-1]):  # one that was forgotten is as good
        await uploads.receive("me", upload.id, Body(1), body(b"b"))
        [file] = uploads.claims.take("me", [upload.id])
        assert file.digests["sha256"] == hashlib.sha256(b"ab").hexdigest()


class Told:
    """Progress of a form on a page, and what its handler was told per session."""

    def __init__(self) -> None:
        self.form = jp.Form(progress=lambda msg: None)
        page = jp.WebPage().add(self.form)
        self.live = LivePage(page, str, ThreadPoolExecutor(1), str)
        self.progress = Progress(self._tell)
        self.news: dict[str, dict[str, object]] = {}

    def send(self, session_id: str, upload_id: str, target: Component | None = None) -> None:
        sent = Sent(upload_id, f"{upload_id}.txt", 1, 2)
        self.progress.note(self.live, target or self.form, session_id, sent)

    async def settle(self, session_id: str, upload_id: str) -> dict[str, object]:
        await self.progress.settle(self.live, session_id, [upload_id])
        return self.news[session_id]

    def held(self) -> int:
        """How many files are remembered."""
        return self.progress.files(self.live)

    async def _tell(
        self, live: LivePage, target: Component, session_id: str, news: dict[str, object]
    ) -> None:
        self.news[session_id] = news


async def test_files_that_are_never_submitted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "MOST_FILES", 5)
    monkeypatch.setattr(progress, "MOST_SESSIONS", 3)
    monkeypatch.setattr(progress, "MOST_FORMS", 2)
    told = Told()
    for session in range(20):
        for file in range(20):
            told.send(f"session-{session}", f"{session}-{file}")
    assert told.held() == 3 * 5
    for _ in range(20):
        told.send("session-19", "other", jp.Form(progress=lambda msg: None))
    assert told.held() <= 3 * 5 + 2
    told.send("session-19", "last")
    news = await told.settle("session-19", "last")
    assert news["file"] == "last.txt"


async def test_submitted_and_withdrawn_files_are_forgotten() -> None:
    told = Told()
    told.send("me", "a")
    told.send("me", "b")
    told.progress.forget(told.live, "me", "a")
    assert (await told.settle("me", "b"))["total_size"] == 2
    assert told.held() == 0


async def test_a_session_learns_only_of_its_own_files() -> None:
    told = Told()
    told.send("me", "a")
    told.send("you", "b")
    assert (await told.settle("me", "a"))["file"] == "a.txt"
    assert (await told.settle("you", "b"))["file"] == "b.txt"
    assert [news["total_size"] for news in told.news.values()] == [2, 2]
