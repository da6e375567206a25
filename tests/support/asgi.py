"""One request to an ASGI application, without a network."""

import asyncio
from typing import Any

import httpx


def get(app: Any, method: str = "GET", **headers: str) -> httpx.Response:
    """The response; write names of headers with underscores."""

    async def request() -> httpx.Response:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://test"
        ) as client:
            return await client.request(method, "/", headers=sent)

    return asyncio.run(request())
