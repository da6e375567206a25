"""ProgramLanguage: the language of a program, as its author chooses it, and its own catalogues."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from . import chosen


class ProgramLanguage:
    """What an `App` says about language."""

    @property
    def language(self) -> str:
        """The language of what people read, such as ``"de"`` or ``"pt-BR"``.

        Without a choice it is the system's, if there is a catalogue of it, and else English. A
        program chooses with ``jp.app.language = "fr"``, and None takes that back; SATCHEL_LANG in
        the environment comes before it. All pages and windows of a process have one language.
        """
        return chosen.language()

    @language.setter
    def language(self, language: str | None) -> None:
        chosen.choose(language)

    @property
    def catalogues(self) -> tuple[Path, ...]:
        """Folders with the program's own catalogues, ``de/LC_MESSAGES/*.mo``, as gettext has them.

        `gettext` and `ngettext` find their messages there first. Messages of Satchel itself may be
        among them, too: in a language that it does not speak, or in other words.
        """
        return chosen.catalogue_folders()

    @catalogues.setter
    def catalogues(self, folders: Iterable[str | Path]) -> None:
        names = [folders] if isinstance(folders, (str, Path)) else folders
        chosen.use_catalogues(*map(Path, names))
