"""Opening: files that were named on the command line, by the file manager, or with File > Open."""

import itertools
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.downloads.sources import FileUnavailable
from core.media.types import guess_type
from core.uploads.local_files import LocalFile

log = logging.getLogger("satchel.desktop")

PATIENCE = 2.0
"""Seconds in which a page that asked says that it shows them; then another page may."""


@dataclass
class Opened:
    """What was opened at once: files, and why others were not."""

    number: int
    files: list[dict[str, Any]]
    problems: list[str]
    asked: float = 0.0  # when a page took it, to show it

    def message(self) -> dict[str, Any]:
        return {"number": self.number, "files": self.files, "problems": self.problems}


class Openings:
    """Holds what was opened until a page shows it.

    Args:
        add: makes a handle for a file.
    """

    def __init__(self, add: Callable[[LocalFile], str]) -> None:
        self.add = add
        self.waiting: list[Opened] = []
        self.numbers = itertools.count(1)
        self.changing = threading.Lock()

    def open(self, paths: Sequence[Path]) -> list[str]:
        """Let a page show these files. Blocks: it looks at them.

        Returns:
            Why some of them cannot be opened: a sentence for each of these. The others are.
        """
        files: list[dict[str, Any]] = []
        problems: list[str] = []
        for path in paths:
            try:
                file = LocalFile.at(path)
            except FileUnavailable as error:
                problems.append(f"{error} {remedy(error)}")
            else:
                files.append(described(file, self.add(file)))
        for problem in problems:
            log.warning("Not opened: %s", problem)
        if files or problems:
            with self.changing:
                self.waiting.append(Opened(next(self.numbers), files, problems))
        return problems

    def take(self, shown: Sequence[int]) -> list[dict[str, Any]]:
        """What a page is to show now (core.web.settings.LocalFiles.opened)."""
        now = time.monotonic()
        with self.changing:
            self.waiting = [each for each in self.waiting if each.number not in shown]
            free = [each for each in self.waiting if each.asked + PATIENCE < now]
            for each in free:
                each.asked = now
        return [each.message() for each in free]


def remedy(error: FileUnavailable) -> str:
    if error.status == 400:
        return "Drop it on the window instead, or open the files in it."
    return "Check its name and that you may read it."


def described(file: LocalFile, handle: str) -> dict[str, Any]:
    """What a page is told of a file that it has not: as a browser would describe it."""
    media_type = guess_type(file.name)
    return {
        "handle": handle,
        "name": file.name,
        "size": file.size,
        "type": "" if media_type == "application/octet-stream" else media_type,
        "lastModified": file.lastModified,
    }
