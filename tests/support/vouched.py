"""An application whose window vouches for files, and what its page asks of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx

import core as jp
from core.live.live_page import LivePage
from core.web.access.sessions import Sessions
from core.web.app import Application
from core.web.pages.program import Program
from core.web.settings import Settings
from desktop.files.intake import Intake

OURS, OTHERS = "0" * 32, "1" * 32


class Site:
    """An application whose window has this intake, and its page with a file input."""

    def __init__(self, folder: Path, quota: int | None = None, **rules: Any) -> None:
        self.intake = Intake(OURS)
        self.page = jp.WebPage()
        form = jp.Form(submit=lambda msg: None, a=self.page)
        self.input = jp.Input(type="file", multiple=True, a=form, **rules)
        self.app = self.serving(folder, quota)
        self.live: LivePage | None = None

    def serving(self, folder: Path, quota: int | None) -> Application:
        settings = Settings(
            secret=b"s" * 32,
            sessions=folder / "sessions",
            uploads=folder / "uploads",
            cache=folder / "cache",
            session_bytes=quota,
            allowed_hosts=frozenset({"localhost"}),
            local=self.intake,
        )
        return Application(Program(), settings)

    async def ask(self, address: str, question: Any, session_id: str = OURS) -> httpx.Response:
        sessions = Sessions(b"s" * 32, self.app.settings.cookie_name)
        headers = {"Origin": "http://localhost", "Cookie": sessions.cookie(session_id)}
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            content = json.dumps(question)
            return await client.post(f"/_satchel/local{address}", content=content, headers=headers)

    async def handles(self, *paths: Path) -> list[str | None]:
        """The handles of these files, dropped on the window and seen by the page."""
        self.intake.give(paths)
        answer = await self.ask("/vouch", seen(*paths))
        found: list[str | None] = answer.json()
        return found

    def target(self) -> str:
        """What uploads name as the page's input (metadata `for`)."""
        self.live = self.app.pages.serve(self.page, OURS)
        self.live.flush()
        return f"{self.live.token}/{self.input.component_id}/once"

    def stored(self) -> list[bytes]:
        return [path.read_bytes() for path in self.app.settings.uploads.rglob("*.done*")]


def claim(path: Path, item: int = 0, below: str = "", **other: Any) -> dict[str, Any]:
    """What a page sees of a file."""
    found = path.stat()
    facts = {"name": path.name, "size": found.st_size, "lastModified": found.st_mtime_ns // 10**6}
    return {"item": item, "path": below, **facts, **other}


def named(handles: Sequence[str | None], paths: Sequence[Path]) -> list[dict[str, Any]]:
    """How a page asks for copies."""
    pairs = zip(handles, paths, strict=True)
    return [{"handle": handle, "name": path.name} for handle, path in pairs]


def seen(*paths: Path) -> dict[str, Any]:
    files = [claim(path, item) for item, path in enumerate(paths)]
    return {"items": len(paths), "files": files}
