"""QueuedCopies: files of this computer that open pages are about to have copied, and where they go.

If a page is gone before their turn came, another one has them copied (`local_uploads`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

MOST = 50_000
"""Files; beyond that, the oldest are forgotten."""


class _Queued(NamedTuple):
    """A file that a page is about to have copied."""

    page: str
    destination: str
    name: str
    folder: str


class QueuedCopies:
    """Those files, by their handles. The event loop owns it."""

    def __init__(self) -> None:
        self._queued: dict[str, _Queued] = {}

    def note(self, said: Mapping[str, Any]) -> None:
        """Note what a page says of its queue; what it may not say is passed over.

        Args:
            said: {page, destination, files: [{handle, name, path}]}, or {left_out: [handle]}.
        """
        for handle in _listed(said.get("left_out")):
            if isinstance(handle, str):
                self._queued.pop(handle, None)
        page, destination = said.get("page"), said.get("destination") or ""
        if not isinstance(page, str) or not isinstance(destination, str):
            return
        for file in _listed(said.get("files")):
            facts = file if isinstance(file, dict) else {}
            handle, name, folder = (facts.get(each) for each in ("handle", "name", "path"))
            if isinstance(handle, str) and isinstance(name, str) and isinstance(folder, str):
                self._queued.pop(handle, None)
                self._queued[handle] = _Queued(page, destination, name, folder)
        while len(self._queued) > MOST:
            del self._queued[next(iter(self._queued))]

    def take(self, page: str, waiting: Collection[str]) -> dict[str, _Queued]:
        """The files that a page which is gone has left, by handle.

        Args:
            waiting: the handles that are good for a copy still.
        """
        left = {each: file for each, file in self._queued.items() if file.page == page}
        for handle in left:
            del self._queued[handle]
        return {each: file for each, file in left.items() if each in waiting}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
