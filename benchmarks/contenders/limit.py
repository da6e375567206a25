"""The least that a page driven by a server can cost: ``python limit.py PORT``.

The page is one prepared string. Its script sends each click over a bare websocket and sets
`textContent` from the answer; it appends rows with `insertAdjacentHTML`, and asks no server.
``/broadcast`` sends the same text to all its websockets, as many times a second as ``hertz`` says.
"""

from __future__ import annotations

import asyncio
import functools
import sys
import time
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

APPENDED = 1_000
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>
<div class="the-count">0</div><button class="do-click">click</button>
<button class="do-append">append</button><div class="the-rows">{rows}</div><script>
const element = (name) => document.querySelector(name);
const socket = new WebSocket(`ws://${{location.host}}/socket`);
socket.onmessage = ({{ data }}) => {{ element('.the-count').textContent = data; }};
element('.do-click').onclick = () => socket.send('click');
const more = Array.from({{ length: {appended} }}, (_, n) => `<div>new ${{n}}</div>`).join('');
element('.do-append').onclick = () =>
  element('.the-rows').insertAdjacentHTML('beforeend', more);
</script></body></html>"""

listeners: set[WebSocket] = set()


@functools.cache
def prepared(rows: int) -> str:
    """The page as one string."""
    html = "".join(f"<div>row {number}</div>" for number in range(rows))
    return PAGE.format(rows=html, appended=APPENDED)


async def page(request: Request) -> HTMLResponse:
    """The page with as many rows as asked for."""
    return HTMLResponse(prepared(int(request.query_params["rows"])))


async def clicks(websocket: WebSocket) -> None:
    """Answer each click with how many there were."""
    await websocket.accept()
    number = 0
    with suppress(WebSocketDisconnect):
        while await websocket.receive_text():
            number += 1
            await websocket.send_text(str(number))


async def listen(websocket: WebSocket) -> None:
    """One more that is sent what is broadcast."""
    await websocket.accept()
    listeners.add(websocket)
    with suppress(WebSocketDisconnect):
        await websocket.receive_text()
    listeners.discard(websocket)


async def broadcast(request: Request) -> PlainTextResponse:
    """Send a text to all, again and again; it bears the time, as in `ours_shared.py`."""
    updates = int(request.query_params["updates"])
    wait = 1 / float(request.query_params["hertz"])
    for number in range(updates):
        text = f'{{"seq": {number + 1}, "ops": [["t", 1, "at {time.monotonic_ns():020}"]]}}'
        for websocket in tuple(listeners):
            await websocket.send_text(text)
        await asyncio.sleep(wait)
    return PlainTextResponse("done")


routes = [
    Route("/", page),
    Route("/broadcast", broadcast),
    WebSocketRoute("/socket", clicks),
    WebSocketRoute("/listen", listen),
]

if __name__ == "__main__":
    uvicorn.run(
        Starlette(routes=routes),
        port=int(sys.argv[1]),
        loop="asyncio",
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        proxy_headers=False,
        server_header=False,
        log_level="warning",
    )
