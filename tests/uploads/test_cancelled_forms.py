"""A request with a plain form may end at any await: none of its files stays in use or behind."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import httpx
import pytest

import core as jp
from core.web.access.sessions import Sessions
from core.web.app import Application
from core.web.pages.program import Program
from core.web.settings import Settings
from tests.support import tus
from tests.support.cancelling import SlowDisk, cut_at


def site(folder: Path, function: Any) -> Application:
    settings = Settings(
        secret=b"s" * 32,
        sessions=folder / "sessions",
        uploads=folder / "uploads",
        cache=folder / "cache",
        allowed_hosts=frozenset({"localhost"}),
    )
    program = Program()
    program.add_route("/form", function, methods=["POST"])
    return Application(program, settings)


async def send(app: Application) -> httpx.Response:
    sessions = Sessions(b"s" * 32, app.settings.cookie_name)
    headers = {"Origin": "http://localhost", "Cookie": sessions.cookie("0" * 32)}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return await client.post("/form", files={"f": b"text"}, headers=headers)


async def test_request_that_is_cancelled_leaves_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = SlowDisk(monkeypatch)

    async def function(request: jp.Request) -> Any:
        for file in (await request.received()).files.values():
            await file.aread()
        return jp.PlainTextResponse("done")

    for number in itertools.count(1):
        app = site(tmp_path / f"{number}", function)
        reached = await cut_at(send(app), number, 1)
        assert slow.busy == 0
        assert not app.uploads.in_use, f"cancelled at await {number}"
        left = [name for name in tus.stored(app.uploads) if not name.endswith(".json")]
        assert left == [], f"cancelled at await {number}"
        if not reached:
            assert number > 10
            break
