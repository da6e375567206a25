"""Details: what browsers know about the files in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import core as jp
from core.sizes import size_text
from core.words import well_formed

from .files_source import Found, Source

Destination = Callable[[str], str]


class Details:
    """Makes the details of files.

    Args:
        source: where the files come from.
        owner: the component that shows them: the addresses of files are for its pages.
        destination: of a folder: what `msg.destination` is of files that are dropped on it.
    """

    def __init__(
        self, source: Source, owner: jp.Component, destination: Destination | None = None
    ) -> None:
        self._source = source
        self._owner = owner
        self._destination = destination
        self._addresses: dict[int, tuple[str, str]] = {}  # number -> key and address

    def of(self, number: int, file: Found, version: int) -> dict[str, Any]:
        """The details of a file, at a version of the listing."""
        entry, address = file.entry, self._address(number, file)
        is_folder = entry.is_folder
        return {
            "id": number,
            "version": version,
            "name": entry.label,
            "folder": well_formed(self._source.where(file)),
            "isFolder": is_folder,
            "destination": self._destination_of(file),
            "size": "" if is_folder else size_text(entry.size),
            "modified": round(entry.modified * 1000),
            "type": entry.type,
            "address": address,
            "thumbnail": "" if is_folder else f"{address}&thumbnail",
        }

    def keep_only(self, numbers: set[int]) -> None:
        """End the addresses of other files."""
        # A copy: another thread may add files for a browser.
        for number in set(self._addresses) - numbers:
            self._forget(number)

    def _destination_of(self, file: Found) -> str | None:
        if self._destination is None or not file.entry.is_folder:
            return None
        return self._destination(file.key)

    def _address(self, number: int, file: Found) -> str:
        if file.entry.is_folder:
            return ""
        shown = self._source.shown(file)
        if isinstance(shown, jp.Entry):
            return jp.file_address(shown, self._owner)
        key, _ = self._addresses.get(number, ("", ""))
        if key != file.key:
            self._forget(number)
            self._addresses[number] = file.key, jp.file_address(shown, self._owner)
        return f"{self._addresses[number][1]}?v={file.entry.version}"

    def _forget(self, number: int) -> None:
        if number in self._addresses:
            jp.forget_address(self._addresses.pop(number)[1])
