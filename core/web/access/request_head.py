"""The head of a request: limits and checks before anything else reads it."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import quote, urlencode

from starlette.datastructures import Headers
from starlette.types import Scope

from . import peers

HEAD_BYTES = 32 * 1024
HEAD_FIELDS = 100
"""The largest head of a request, in bytes and in fields: uvicorn itself accepts any."""

CONNECTION = "satchel.connection"
"""In a scope's extensions: the `Connection` that the request came on."""


class Refusal(Exception):
    """The request is not let in."""

    def __init__(self, status: int, *texts: str) -> None:
        super().__init__(*texts)
        self.status = status
        self.texts = texts


class Connection(Protocol):
    """A connection that requests come on.

    Attributes:
        user: of this machine, whose process is at the other end; None if unknown.
    """

    @property
    def user(self) -> int | None: ...

    def let_in(self) -> None:
        """Note that the guard has let in the current request."""


def connection_of(scope: Scope) -> Connection | None:
    """The connection of a request, if the server provides it."""
    found: Connection | None = scope.get("extensions", {}).get(CONNECTION)
    return found


def user_of(scope: Scope) -> int | None:
    """The user of this machine who sends a request; None if unknown."""
    if connection := connection_of(scope):
        return connection.user
    return peers.user_of(scope.get("client"), scope.get("server"))


def check_head(scope: Scope, headers: Headers) -> None:
    """Refuse heads that no browser sends (RFC 9112, section 3.2; RFC 6585, section 5)."""
    raw = scope["headers"]
    address = len(scope.get("raw_path") or b"") + len(scope["query_string"])
    size = address + sum(len(name) + len(value) for name, value in raw)
    if len(raw) > HEAD_FIELDS or size > HEAD_BYTES:
        raise Refusal(
            431, f"The request has more than {HEAD_FIELDS} headers or {HEAD_BYTES} bytes."
        )
    if len(headers.getlist("host")) != 1:
        raise Refusal(400, "The request must have exactly one Host header.")
    if "\0" in scope["path"]:
        raise Refusal(400, "The address contains a NUL character.")


def split_host(host: str) -> tuple[str, str]:
    """Name and port of a Host header; the port may be empty."""
    name, colon, port = host.rpartition(":")
    return (name, port) if colon and not host.endswith("]") else (host, "")


def without_token(scope: Scope, query: list[tuple[str, str]]) -> str:
    """The address of a request without the launch token."""
    raw: bytes = scope.get("raw_path") or quote(scope["path"]).encode()
    rest = urlencode([pair for pair in query if pair[0] != "token"])
    return raw.decode("latin-1") + (f"?{rest}" if rest else "")
