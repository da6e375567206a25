"""The chosen language: SATCHEL_LANG, else what the program says, else the system's.

There is one for the process. A program with a window serves one person, whose system names the
language; dialogs and menus of the window have no page that could name another one; and a list of
files or a job may be shown by several pages at once, and makes its texts once.
"""

from __future__ import annotations

import logging
import os
import threading
from gettext import NullTranslations
from pathlib import Path
from typing import NamedTuple

from .catalogues import SOURCE, Catalogue, find
from .system_languages import system_languages

VARIABLE = "SATCHEL_LANG"

log = logging.getLogger("satchel.language")


class ProgramChoice(NamedTuple):
    """What a program chose.

    Attributes:
        language: that it named; None leaves it to the system.
        folders: of its own catalogues.
    """

    language: str | None
    folders: tuple[Path, ...]


class _Choice:
    """What was asked for, and the catalogue that was found for it when it was first needed."""

    def __init__(self) -> None:
        self.language: str | None = None
        self.folders: tuple[Path, ...] = ()
        self._found: Catalogue | None = None
        self._lock = threading.Lock()

    def catalogue(self) -> Catalogue:
        found = self._found
        if found is None:
            with self._lock:
                found = self._found = self._found or self._find()
        return found

    def forget(self) -> None:
        self._found = None

    def _find(self) -> Catalogue:
        named = {VARIABLE: os.environ.get(VARIABLE), "app.language": self.language}
        for place, language in named.items():
            if language:
                found = find([language], self.folders)
                if found is None:
                    log.warning(
                        "%s is %r. There is no catalogue of it, so texts are English.",
                        place,
                        language,
                    )
                return found or Catalogue(SOURCE, NullTranslations())
        found = find(system_languages(), self.folders)
        return found or Catalogue(SOURCE, NullTranslations())


_choice = _Choice()


def translations() -> NullTranslations:
    """The translations of messages into the chosen language."""
    return _choice.catalogue().translations


def language() -> str:
    """The chosen language, as in HTML: ``"de"``, ``"pt-BR"``. English if there is no catalogue."""
    return _choice.catalogue().tag


def choose(language: str | None) -> None:
    """Let the program choose; None leaves it to the system. SATCHEL_LANG comes before it."""
    _choice.language = language
    _choice.forget()


def use_catalogues(*folders: Path) -> None:
    """Use a program's own catalogues, ``de/LC_MESSAGES/*.mo`` in these folders, before ours."""
    _choice.folders = folders
    _choice.forget()


def catalogue_folders() -> tuple[Path, ...]:
    """The folders with the program's own catalogues."""
    return _choice.folders


def chosen_by_program() -> str | None:
    """What the program chose, whether or not there are texts in it."""
    return _choice.language


def program_choice() -> ProgramChoice:
    """What the program chose, for its other processes; they inherit the environment anyway."""
    return ProgramChoice(_choice.language, _choice.folders)


def take_over(choice: ProgramChoice) -> None:
    """Choose as another process of the program did."""
    if choice != (_choice.language, _choice.folders):
        _choice.language, _choice.folders = choice
        _choice.forget()


def choose_again() -> None:
    """Read the environment again, which may have changed."""
    _choice.forget()
