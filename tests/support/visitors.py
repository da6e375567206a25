"""Visitors of an application that come and go, and what they leave in the server's memory.

    python -m tests.support.visitors VISITS one|many FOLDER

Runs in a process of its own, like a server. In the tests' process, the objects of all tests are
alive, and the more objects there are, the later Python collects garbage.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import core as jp
from core.web.app import Application
from core.web.pages.program import Program
from core.web.settings import Settings

WARM_UP = 500
AT_ONCE = 100  # pages alive: the allocator keeps what the largest number of them needed
JOINING = 10  # one of so many visits opens its channel, and leaves


def page() -> jp.WebPage:
    """A page with components, styles and handlers that refer to each other."""
    page = jp.WebPage(title="visited")
    form = jp.Form(submit=show, classes="p-4", a=page)
    jp.Input(type="text", name="name", a=form)
    table = jp.Div(classes="flex flex-col", a=page)
    for number in range(10):
        jp.Button(text=f"row {number}", click=show, a=table).table = table
    return page


def show(component: Any, msg: Any) -> None:
    """A handler."""


class Visitors:
    """Browsers as an application sees them, without the sockets between."""

    def __init__(self, app: Application) -> None:
        self.app = app
        self.cookie = ""

    async def visit(self, keeps_cookie: bool) -> str:
        """Load the page; the path of its channel."""
        messages = await self._talk(self._scope("http", "/", self.cookie if keeps_cookie else ""))
        assert messages[0]["status"] == 200
        if cookie := dict(messages[0]["headers"]).get(b"set-cookie"):
            self.cookie = cookie.decode().partition(";")[0]
        body = b"".join(message["body"] for message in messages[1:]).decode()
        found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', body)
        assert found
        known = json.loads(found[1])
        return f"page={known['page']}&seq={known['seq']}"

    async def join(self, query: str) -> bool:
        """Open the channel of a page, wait for its name, leave; False if the page has gone."""
        scope = self._scope("websocket", "/_satchel/socket", self.cookie, query)
        messages = await self._talk(scope)
        return '"channel"' in messages[1].get("text", "")

    def _scope(self, kind: str, path: str, cookie: str, query: str = "") -> dict[str, Any]:
        headers = {"host": "127.0.0.1:80", "origin": "http://127.0.0.1:80", "cookie": cookie}
        return {
            "type": kind,
            "method": "GET",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "scheme": "http",
            "server": ("127.0.0.1", 80),
            "client": ("127.0.0.1", 1),
            "extensions": {"websocket.http.response": {}},
        }

    async def _talk(self, scope: dict[str, Any]) -> list[Any]:
        """Everything that the application sends; a websocket leaves after the first text."""
        sent: list[Any] = []
        arrived = asyncio.Event()
        is_socket = scope["type"] == "websocket"
        first = {"type": "websocket.connect"} if is_socket else {"type": "http.request"}
        questions = iter([first])

        async def receive() -> Any:
            if question := next(questions, None):
                return question
            await arrived.wait()
            return {"type": "websocket.disconnect" if is_socket else "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)
            if message["type"] == "websocket.send":
                arrived.set()

        await self.app(scope, receive, send)
        return sent


def resident() -> int:
    """Resident bytes of this process, without those that can be returned."""
    gc.collect()  # components that refer to each other, as those of page() do, wait for it
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


async def come_and_go(app: Application, count: int, keeps_cookie: bool) -> None:
    """Make so many visits; return when the last page has been released."""
    visitors = Visitors(app)
    for number in range(count):
        while len(app.pages) >= AT_ONCE:
            await asyncio.sleep(0.01)
        query = await visitors.visit(keeps_cookie)
        while number % JOINING == 0 and not await visitors.join(query):
            query = await visitors.visit(
                keeps_cookie
            )  # this machine is slower than the grace period
    async with asyncio.timeout(60):
        while len(app.pages):
            await asyncio.sleep(0)


async def left(visits: int, keeps_cookie: bool, folder: Path) -> dict[str, int]:
    """The bytes and objects that so many visits leave."""
    program = Program()
    program.function = page
    folders = {name: folder / name for name in ("sessions", "uploads", "cache")}
    app = Application(program, Settings(secret=b"secret", page_grace=0.05, **folders))
    async with app.lifespan():
        await come_and_go(app, WARM_UP, keeps_cookie)
        before, objects = resident(), len(gc.get_objects())
        await come_and_go(app, visits, keeps_cookie)
        return {"bytes": resident() - before, "objects": len(gc.get_objects()) - objects}


if __name__ == "__main__":
    visits, sessions, folder = sys.argv[1:]
    print(json.dumps(asyncio.run(left(int(visits), sessions == "one", Path(folder)))))
