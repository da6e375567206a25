"""Routes of a program, and the addresses that are reserved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import Receive, Scope, Send

from ...language.texts import N_

Endpoint = Callable[[Request], Awaitable[Response]]

RESERVED = ("/_satchel", "/static", "/uploads")
"""Paths that programs cannot register."""

NOT_FOUND = N_("There is nothing at this address.")

# Values of Sec-Fetch-Dest: not pictures, scripts, styles and the like.
PAGE_DESTINATIONS = frozenset({"document", "empty"})


class _NotFound:
    """ASGI application: every address is a 404."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        raise HTTPException(404, NOT_FOUND)


def check_path(path: str) -> str:
    """Return the path of a route.

    Raises:
        ValueError: it does not start with a slash, or is reserved.
    """
    if not path.startswith("/"):
        raise ValueError(f"The route {path!r} must start with a slash: {'/' + path!r}.")
    for reserved in RESERVED:
        if path == reserved or path.startswith(reserved + "/"):
            raise ValueError(f"{reserved} is Satchel's own: choose another path than {path!r}.")
    return path


def page_route(
    path: str, endpoint: Endpoint, name: str | None, methods: Sequence[str] | None
) -> Route:
    """The route of a request function, by default for GET."""
    return Route(path, endpoint, name=name, methods=list(methods or ["GET"]))


def catch_all(endpoint: Endpoint) -> Route:
    """The route of all other addresses, for browsers that navigate to them."""

    async def navigation(request: Request) -> Response:
        destination = request.headers.get("sec-fetch-dest", "document")
        is_page = request.url.path == "/" or destination in PAGE_DESTINATIONS
        if not is_page or request.url.path == "/favicon.ico":
            raise HTTPException(404, NOT_FOUND)
        return await endpoint(request)

    return Route("/{path:path}", navigation, methods=["GET"])


def reserved_routes() -> list[BaseRoute]:
    """Routes that answer the rest of the reserved addresses with 404."""
    mounts = [Mount(path, _NotFound()) for path in RESERVED]
    return [*mounts, *(Route(path, _NotFound()) for path in RESERVED)]
