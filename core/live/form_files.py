"""The uploaded files of a submitted form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from ..elements.component import Component
from ..elements.message import Msg
from .errors import EventRefused
from .failures import Failures
from .live_page import LivePage
from .progress import Progress


class Files(Protocol):
    """Turns ids of uploads into files (`core.web` provides it)."""

    async def take(self, session_id: str, ids: Sequence[str]) -> list[Any]:
        """The finished uploads of these ids, in this order."""

    async def sort_out(self, control: Component, files: Sequence[Any]) -> list[Any]:
        """The files that a file input accepts; the `error` of the others is set."""

    async def release(self, files: Sequence[Any]) -> None:
        """Give back files that no handler got."""

    async def settle(self, files: Sequence[Any]) -> None:
        """Make durable the files that a handler kept; raises if that fails."""

    async def discard(self, files: Sequence[Any]) -> None:
        """Remove the files that no handler kept."""

    def announced_name(self, name: str) -> str:
        """The name under which a chosen file would arrive."""


class FormFiles:
    """Puts the files of forms into `msg`."""

    def __init__(self, files: Files, progress: Progress, failures: Failures) -> None:
        self._files = files
        self._progress = progress
        self._failures = failures

    async def attach(
        self, live: LivePage, session_id: str, msg: Msg, taken: list[Any]
    ) -> str | None:
        """Put the uploaded files into the form data that names them, and into `taken`.

        If that fails, none is taken, so that the form can be sent again.

        Returns:
            Why it failed, for the user; else None.
        """
        if msg.form_data is None:
            return None
        try:
            await self._take(live, session_id, msg, taken)
        except BaseException as error:
            if taken:
                await self._files.release(taken)
                taken.clear()
            if isinstance(error, EventRefused) or not isinstance(error, Exception):
                raise
            return self._failures.of_files(error, live)
        return None

    async def _take(self, live: LivePage, session_id: str, msg: Msg, taken: list[Any]) -> None:
        msg.files, msg.refused = [], []
        inputs: set[Component] = set()
        for item in msg.form_data or ():
            if "uploads" in item:
                control, ids = item.pop("uploads")
                if control in inputs:  # its limits would apply to each half
                    raise EventRefused(f"{control!r} was in the form twice.")
                inputs.add(control)
                await self._progress.settle(live, session_id, ids)
                files = await self._files.take(session_id, ids)
                taken += files
                item.files = await self._files.sort_out(control, files)
                msg.files += item.files
                msg.refused += [file for file in files if file.error]


def has_uploads(msg: Msg) -> bool:
    """Whether files were sent with a form."""
    return msg.form_data is not None and any("uploads" in item for item in msg.form_data)
