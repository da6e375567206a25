"""Arrivals: files that were sent are saved on a shelf, which can be undone."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

import core as jp
from core.files.errors import FileError
from core.files.relocation import Copies
from desktop.shelf import wording

log = logging.getLogger("satchel.desktop.shelf")


class Arrivals:
    """Files that are saved together. Methods block.

    Args:
        shelf: its folder.
        below: the folder in it that they go to.
    """

    def __init__(self, shelf: jp.SessionFolder, below: str) -> None:
        self._shelf, self._below = shelf, below
        self._made: set[str] = set()

    def save(self, files: Sequence[jp.File]) -> Iterator[str]:
        """Save each file; yield a sentence for each that could not be saved."""
        for file in reversed(files):
            self._made |= set(self._missing(file))
            try:
                with contextlib.suppress(OSError):
                    # It is new here, whenever it was sent.
                    file.save(self._shelf, below=self._below).touch()
            except FileError as error:
                log.error("%r could not be kept: %s", file.name, error)
                problem = wording.not_kept(file.name, error)
                file.fail(problem)
                yield problem

    def undo(self, names: Sequence[str]) -> Copies:
        """What removes those that were saved, and the folders that were made for them."""
        return Copies(self._shelf, names, made=self._made)

    def _missing(self, file: jp.File) -> Iterator[str]:
        """The folders that are made for a file."""
        inside = PurePosixPath(self._below) / file.folder
        for folder in [inside, *inside.parents][:-1]:
            if not (self._shelf.folder / folder).exists():
                yield folder.as_posix()
