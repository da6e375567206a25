"""Files named on the command line, by the file manager, or with File > Open."""

import itertools
import logging
import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from core.downloads.sources import FileUnavailable
from core.language.texts import _
from core.uploads.local_files import LocalFile, Opened
from desktop.files.folder_walk import files_in

log = logging.getLogger("satchel.desktop")

PATIENCE = 2.0
"""Seconds in which a page confirms that it shows them; after that, another page gets them."""


class Openings:
    """Holds what was opened until a page shows it."""

    def __init__(self) -> None:
        self.waiting: dict[int, Opened] = {}
        self.offered: dict[int, float] = {}  # when a page was last given each
        self.numbers = itertools.count(1)
        self.changing = threading.Lock()

    def open(self, paths: Sequence[Path], destination: str = "") -> list[str]:
        """Have a page show these files, and those of these folders. Blocks: it looks at them.

        Args:
            destination: where they go; "" leaves it to the page.

        Returns:
            A sentence for each file that cannot be opened. The others are.
        """
        files: list[LocalFile] = []
        problems: list[str] = []

        def report(error: FileUnavailable) -> None:
            problems.append(f"{error} {remedy(error)}")

        for path in paths:
            try:
                files += files_in(path, report) if os.path.isdir(path) else [LocalFile.at(path)]
            except FileUnavailable as error:
                report(error)
        for problem in problems:
            log.warning("Not opened: %s", problem)
        if files or problems:
            opened = Opened(next(self.numbers), tuple(files), tuple(problems), destination)
            with self.changing:
                self.waiting[opened.number] = opened
        return problems

    def take(self, shown: Sequence[int]) -> list[Opened]:
        """The openings that a page is to show now (core.web.settings.LocalFiles.opened)."""
        now = time.monotonic()
        with self.changing:
            for number in shown:
                self.waiting.pop(number, None)
                self.offered.pop(number, None)
            free = [n for n in self.waiting if self.offered.get(n, 0.0) + PATIENCE < now]
            self.offered.update(dict.fromkeys(free, now))
            return [self.waiting[number] for number in free]


def remedy(error: FileUnavailable) -> str:
    if error.status == 413:
        return _("Open the folders in it one by one.")
    return _("Check its name and that you may read it.")
