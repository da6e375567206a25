"""Store: the values of settings, in a file that is written whole or not at all."""

from __future__ import annotations

import json
import logging
import os
import threading
import weakref
from pathlib import Path
from typing import Any

from core.files import disk
from core.files.whole_file import write_whole
from core.language.texts import _

from .settings_model import Model

log = logging.getLogger(__name__)

MOST_BYTES = 1 << 20
"""Of a file with settings."""

MOST_KEPT = 20
"""Unreadable files that are kept; the last one is replaced then."""


class Store:
    """The values of settings, shared by all pages that show them.

    Args:
        model: what settings there are.
        path: of the file. It is made with the first change.

    Attributes:
        value: an instance of the class of the model.
        problems: what could not be read, in sentences.
        shown: the parts that show the values.
    """

    def __init__(self, model: Model, path: Path) -> None:
        self.model, self.path = model, path
        self.problems: list[str] = []
        self.shown: weakref.WeakSet[Any] = weakref.WeakSet()
        self._lock = threading.Lock()
        # With those that this version of the program does not know: an older or newer one does.
        self._raw = self._read()
        self.value = self._decoded()

    def change(self, name: str, value: Any) -> None:
        """Change one value, and write all.

        Raises:
            OSError: they could not be written. The value is changed until the program ends, and
                written with the next change.
            ValueError: the model does not take it.
        """
        with self._lock:
            self.value = self.model.replaced(self.value, {name: value})
            self._raw[name] = self.model.settings[name].encode(value)
            write_whole(self.path, json.dumps(self._raw, ensure_ascii=False, indent=2).encode())

    def _read(self) -> dict[str, Any]:
        try:
            content = disk.read(self.path, MOST_BYTES + 1)
            if len(content) > MOST_BYTES:
                raise ValueError("the file is too large")
            found = json.loads(content)
            if not isinstance(found, dict):
                raise ValueError("the file has no settings")
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            self._keep_aside(error)
            return {}
        return found

    def _keep_aside(self, error: Exception) -> None:
        numbers = range(1, MOST_KEPT + 1)
        names = [self.path.with_suffix(f".unreadable-{number}.json") for number in numbers]
        kept = next((name for name in names if not name.exists()), names[-1])
        words = _("The settings could not be read, so they are as at first.")
        try:
            disk.patiently(os.replace, self.path, kept)
            words += " " + _("What was there is kept in {path}.", path=kept)
        except OSError as failure:
            log.error("Could not rename %s: %s", self.path, failure)
        log.error("The settings in %s could not be read: %s", self.path, error)
        self.problems.append(words)

    def _decoded(self) -> Any:
        """The instance; values that are wrong are as at first."""
        found: dict[str, Any] = {}
        for name, setting in self.model.settings.items():
            if name in self._raw:
                try:
                    found[name] = setting.decode(self._raw[name])
                except ValueError as error:
                    self._note_wrong(name, error)
        try:
            return self.model.replaced(self.model.first(), found)
        except ValueError:
            return self._one_by_one(found)

    def _one_by_one(self, found: dict[str, Any]) -> Any:
        """The instance with those values that the model takes."""
        value = self.model.first()
        for name, each in found.items():
            try:
                value = self.model.replaced(value, {name: each})
            except ValueError as error:
                self._note_wrong(name, error)
        return value

    def _note_wrong(self, name: str, error: ValueError) -> None:
        log.warning("%s in %s is not used: %s", name, self.path, error)
        label = self.model.settings[name].label
        self.problems.append(_("“{label}” could not be read, so it is as at first.", label=label))


_stores: weakref.WeakValueDictionary[tuple[type, Path], Store] = weakref.WeakValueDictionary()
_making = threading.Lock()


def store_of(model: type, path: Path) -> Store:
    """The store of a file: one for all who use it at a time."""
    with _making:
        found = _stores.get((model, path))
        if found is None:
            found = _stores[(model, path)] = Store(Model(model), path)
        return found
