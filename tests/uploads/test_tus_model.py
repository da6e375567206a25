"""The protocol against the table of states: any order of requests, broken bodies, crashes, time."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar
from unittest import mock

import httpx
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.files.clock import Clock
from core.uploads.engine import Uploads
from core.uploads.limits import UploadLimits
from core.uploads.state import State
from tests.support import tus
from tests.support.tus import BODY, TUS, upload_id
from tests.support.upload_model import Known, broken, checksum, in_chunks

T = TypeVar("T")

DAY = UploadLimits().keep_unfinished
MEMORY = Path("/dev/shm")  # to sync there takes no time
CHUNKS = st.binary(min_size=2, max_size=12) | st.just(b"")
SIZES = st.integers(15, 40) | st.just(0)
NUMBERS = st.integers(0, 10**6)
some_are_live = precondition(lambda self: bool(self.live))


class Protocol(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.known: list[Known] = []
        self.joined: list[list[Known]] = []
        self.start()

    def start(self) -> None:
        self.engine = Uploads(self.folder, UploadLimits(keep_free=0, max_size=1000))
        self.client = tus.client(self.engine)

    def teardown(self) -> None:
        for each in self.known:
            self.run(self.client.delete(each.url, headers=TUS))
        assert list(self.folder.iterdir()) == []
        self.loop.close()
        shutil.rmtree(self.folder)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(work)

    def patch(self, known: Known, start: int, content: Any, **more: str) -> httpx.Response:
        headers = {**BODY, "Upload-Offset": str(start), **more}
        return self.run(self.client.patch(known.url, headers=headers, content=content))

    def refused(self, known: Known) -> int | None:
        """What a request at the right offset is answered, if it is not accepted."""
        return 410 if known.state == State.FAILED else 403 if known.is_complete else None

    @rule(size=SIZES, deferred=st.booleans(), partial=st.booleans())
    def create(self, size: int, deferred: bool, partial: bool) -> None:
        length = {"Upload-Defer-Length": "1"} if deferred else {"Upload-Length": str(size)}
        concat = {"Upload-Concat": "partial"} if partial else {}
        answer = self.run(self.client.post("/uploads", headers={**TUS, **length, **concat}))
        assert answer.status_code == 201
        url = answer.headers["Location"]
        known = Known(url, None if deferred else size, partial=partial)
        known.to("create an empty file" if known.size == 0 else "create")
        self.known.append(known)

    @property
    def live(self) -> list[Known]:
        return [known for known in self.known if known.state != State.UNKNOWN]

    def one(self, number: int) -> Known:
        return self.live[number % len(self.live)]

    @rule(content=CHUNKS, size=SIZES, right=st.booleans())
    def create_with_upload(self, content: bytes, size: int, right: bool) -> None:
        headers = {**BODY, "Upload-Length": str(size), **checksum(content if right else b"other")}
        answer = self.run(self.client.post("/uploads", headers=headers, content=content))
        if len(content) > size:
            assert answer.status_code == 413
        elif not right and content and size:
            assert answer.status_code == 460
        else:
            assert answer.status_code == 201
            known = Known(answer.headers["Location"], size)
            known.to("create an empty file" if size == 0 else "create")
            if content and size:
                known.arrived(content, "break off")
            self.known.append(known)

    @some_are_live
    @rule(number=NUMBERS, content=CHUNKS, with_checksum=st.booleans(), chunked=st.booleans())
    def append(self, number: int, content: bytes, with_checksum: bool, chunked: bool) -> None:
        known = self.one(number)
        more = checksum(content) if with_checksum else {}
        body = in_chunks(content) if chunked else content
        answer = self.patch(known, len(known.content), body, **more)
        if status := self.refused(known):
            assert answer.status_code == status
        elif known.size is not None and len(known.content) + len(content) > known.size:
            assert answer.status_code == 413
        else:
            known.arrived(content, "break off")
            assert answer.status_code == 204
            assert answer.headers["Upload-Offset"] == str(len(known.content))

    @some_are_live
    @rule(number=NUMBERS, content=CHUNKS, with_checksum=st.booleans())
    def break_off(self, number: int, content: bytes, with_checksum: bool) -> None:
        known = self.one(number)
        more = checksum(content) if with_checksum else {}
        self.patch(known, len(known.content), broken(content), **more)
        fits = known.size is None or len(known.content) + len(content) <= known.size
        if not self.refused(known) and fits and not with_checksum:
            known.arrived(content, "break off")  # what came stays, unless it may be wrong

    @some_are_live
    @rule(number=NUMBERS, content=CHUNKS, shift=st.sampled_from([-12, -2, -1, 1, 50]))
    def append_elsewhere(self, number: int, content: bytes, shift: int) -> None:
        known = self.one(number)
        start = max(0, len(known.content) + shift)
        if start != len(known.content):
            answer = self.patch(known, start, content)
            is_failed = known.state == State.FAILED
            assert answer.status_code == (410 if is_failed else 403 if known.is_joined else 409)

    @some_are_live
    @rule(number=NUMBERS, content=st.binary(min_size=1, max_size=12))
    def append_damaged(self, number: int, content: bytes) -> None:
        known = self.one(number)
        answer = self.patch(known, len(known.content), content, **checksum(content + b"!"))
        too_long = known.size is not None and len(known.content + content) > known.size
        assert answer.status_code == (self.refused(known) or (413 if too_long else 460))

    @some_are_live
    @rule(number=NUMBERS, more=st.integers(-3, 10))
    def tell_length(self, number: int, more: int) -> None:
        known = self.one(number)
        size = max(0, len(known.content) + more)
        answer = self.patch(known, len(known.content), b"", **{"Upload-Length": str(size)})
        if status := self.refused(known):
            assert answer.status_code == status
        elif known.size not in (None, size) or size < len(known.content):
            assert answer.status_code == 400
        else:
            assert answer.status_code == 204
            known.size = size
            known.arrived(b"", "break off")

    @some_are_live
    @rule(numbers=st.lists(NUMBERS, min_size=1, max_size=3, unique=True))
    def join(self, numbers: list[int]) -> None:
        pieces = [self.one(number) for number in numbers]
        concat = "final;" + " ".join(piece.url for piece in pieces)
        answer = self.run(self.client.post("/uploads", headers={**TUS, "Upload-Concat": concat}))
        if pieces in self.joined:  # our answer could have been lost: it is the same file
            assert answer.status_code in (201, 404)
            return
        good = [p for p in pieces if p.partial and p.state == State.COMPLETE]
        if len(good) < len(pieces) or len({piece.url for piece in pieces}) < len(pieces):
            assert answer.status_code in (400, 404)
            return
        assert answer.status_code == 201
        self.joined.append(pieces)
        content = b"".join(piece.content for piece in pieces)
        for piece in pieces:
            piece.to("be joined")
        whole = Known(answer.headers["Location"], len(content), content, is_joined=True)
        whole.to("join pieces")
        self.known.append(whole)

    @some_are_live
    @rule(number=NUMBERS, keeps=st.booleans())
    def handle(self, number: int, keeps: bool) -> None:
        """A handler gets the file, and saves it or not."""
        known = self.one(number)
        if known.partial or known.state != State.COMPLETE:
            return
        known.to("claim")
        [file] = self.engine.claims.take("me", [upload_id(known.url)])
        assert file.read() == known.content
        assert self.engine.state(upload_id(known.url)) == known.state
        if keeps:
            saved = file.save(self.folder.with_suffix(".saved"))
            assert saved.read_bytes() == known.content
            saved.unlink()
        self.engine.claims.discard([file])
        known.to("keep" if keeps else "discard")

    @some_are_live
    @rule(number=NUMBERS)
    def release(self, number: int) -> None:
        """The files of a form cannot be had together: each waits for the next submission."""
        known = self.one(number)
        if known.partial or known.state != State.COMPLETE:
            return
        self.engine.claims.release(self.engine.claims.take("me", [upload_id(known.url)]))
        known.to("claim", "release")

    @some_are_live
    @rule(number=NUMBERS)
    def damage(self, number: int) -> None:
        """Somebody else writes into the part."""
        known = self.one(number)
        if known.state != State.CREATED or known.size is None:
            return
        with (self.folder / f"{upload_id(known.url)}.part").open("ab") as part:
            part.write(bytes(known.size + 1))
        known.to("damage")
        assert self.patch(known, len(known.content), b"x").status_code == 410

    @some_are_live
    @rule(number=NUMBERS)
    def terminate(self, number: int) -> None:
        known = self.one(number)
        answer = self.run(self.client.delete(known.url, headers=TUS))
        assert answer.status_code == 204
        known.to("terminate")

    @rule()
    def crash(self) -> None:
        for known in self.live:
            known.to("crash")
        self.start()

    @precondition(lambda self: len(self.live) > 5)
    @rule()
    def let_time_pass(self) -> None:
        """So much that all is over: told as long as it lies there, then swept."""
        with (
            mock.patch("core.uploads.expiry.time.time", lambda: time.time_ns() / 1e9 + 2 * DAY),
            mock.patch.object(Clock, "unseen", lambda self, since, now: 0.0),
        ):
            for known in self.known:
                head = self.run(self.client.head(known.url, headers=TUS))
                assert head.status_code == (404 if known.state == State.UNKNOWN else 410)
            self.engine.expiry.remove_expired()
        assert list(self.folder.iterdir()) == []
        for known in self.live:
            known.to("expire")

    @invariant()
    def server_and_client_agree(self) -> None:
        for known in self.known:
            head = self.run(self.client.head(known.url, headers=TUS))
            assert self.engine.state(upload_id(known.url)) == known.state
            if known.state in (State.UNKNOWN, State.FAILED):
                assert head.status_code == (404 if known.state == State.UNKNOWN else 410)
                continue
            assert head.headers["Upload-Offset"] == str(len(known.content))
            length = None if known.size is None else str(known.size)
            assert head.headers.get("Upload-Length") == length
            theirs = {**TUS, "X-Owner": "you"}
            assert self.run(self.client.head(known.url, headers=theirs)).status_code == 404


# To make a failing example short would take longer than a test may.
Protocol.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, phases=[Phase.reuse, Phase.generate]
)
test_any_order_of_requests = Protocol.TestCase
