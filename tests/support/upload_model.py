"""An upload as its client knows it, by the table of states; and bodies to send for it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

from starlette.requests import ClientDisconnect

from core.uploads.state import State

ROW = re.compile(r"^ {4}(\w+) +(\w[\w ]*?) +(\w+)$", re.MULTILINE)

BECOMES = {
    (State(before), event): State(after)
    for before, event, after in ROW.findall(State.__doc__ or "")
    if before != "state"
}
"""The table of states as it is documented."""


@dataclass
class Known:
    """An upload as its client knows it."""

    url: str
    size: int | None
    content: bytes = b""
    partial: bool = False
    is_joined: bool = False  # made of pieces
    state: State = State.UNKNOWN

    def to(self, *events: str) -> None:
        """What happens to it: KeyError where the table does not know that."""
        for event in events:
            self.state = BECOMES[self.state, event]

    def arrived(self, content: bytes, end: str) -> None:
        """A request brought bytes."""
        self.content += content
        self.to("receive", "complete" if len(self.content) == self.size else end)

    @property
    def is_complete(self) -> bool:
        return self.state in (State.COMPLETE, State.DELIVERED)


async def broken(content: bytes) -> AsyncIterator[bytes]:
    """A body of which no more comes."""
    yield content
    raise ClientDisconnect


async def in_chunks(content: bytes) -> AsyncIterator[bytes]:
    """A body of which only its end tells how long it is."""
    for start in range(0, len(content), 5):
        yield content[start : start + 5]


def checksum(content: bytes) -> dict[str, str]:
    digest = base64.b64encode(hashlib.sha1(content).digest()).decode()
    return {"Upload-Checksum": f"sha1 {digest}"}
