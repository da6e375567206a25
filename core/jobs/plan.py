"""Plan: what a job calls for each of its tasks."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import items
from .items import Item
from .outcome import Call

log = logging.getLogger(__name__)


@dataclass
class Plan:
    """A function, and the items that it is called with.

    Attributes:
        arguments: positional ones after the item.
        options: keyword arguments.
        folder: of the job; it is made when it is needed.
    """

    function: Callable[..., Any]
    items: list[Item]
    arguments: tuple[Any, ...]
    options: Mapping[str, Any]
    folder: Path
    _moved: dict[int, Path | OSError] = field(default_factory=dict)
    _attempts: dict[int, int] = field(default_factory=dict)

    @property
    def has_files(self) -> bool:
        """Whether files have to be moved before the function may be called."""
        return any(item.file is not None for item in self.items)

    def keep_files(self) -> None:
        """Move received files into the job's folder. Blocks."""
        for number, item in enumerate(self.items):
            if (file := item.file) is None:
                continue
            try:
                self._moved[number] = items.moved(file, self.folder / str(number) / "in")
            except OSError as error:
                log.error("%s could not be kept for its job: %s", item.label, error)
                self._moved[number] = error

    def call(self, number: int) -> Call:
        """What is to be called for a task.

        Raises:
            OSError: its file could not be kept.
        """
        argument = self._moved.get(number, self.items[number].argument)
        if isinstance(argument, OSError):
            raise argument
        return Call(self.function, (argument, *self.arguments), self.options)

    def output_folder(self, number: int) -> Path:
        """Where the next attempt at a task puts its files: a new folder, made when needed."""
        self._attempts[number] = self._attempts.get(number, 0) + 1
        return self.folder / str(number) / f"out-{self._attempts[number]}"
