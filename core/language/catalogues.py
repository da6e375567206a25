"""Catalogues: the translations that there are, ours and those of a program, as gettext has them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

log = logging.getLogger("satchel.language")

SOURCE = "en"
"""The language of the messages in the source, which has no catalogue."""

OURS = Path(str(files("assets"))) / "language"


class Catalogue(NamedTuple):
    """What is said in a language.

    Attributes:
        tag: of the language, as in HTML: ``"de"``, ``"pt-BR"``.
        translations: of messages; those of English say what the source says.
    """

    tag: str
    translations: NullTranslations


def find(wanted: Iterable[str], folders: Sequence[Path]) -> Catalogue | None:
    """The catalogue of the first language for which there is one.

    Args:
        wanted: languages, the best first, such as ``"de_AT.UTF-8"``, which German serves, too.
        folders: of a program's own catalogues, ``de/LC_MESSAGES/*.mo``; they come before ours.
    """
    for language in wanted:
        for name in _names(language):
            paths = [path for folder in folders for path in _own(folder, name)]
            paths += [path for path in (OURS / f"{name}.mo",) if path.is_file()]
            loaded = [found for found in map(_load, paths) if found is not None]
            if loaded or name == SOURCE:
                return Catalogue(name.replace("_", "-"), _chain(loaded))
    return None


def _names(language: str) -> list[str]:
    """`de_AT.UTF-8` -> `de_AT`, `de`; nothing for what cannot be the name of a language."""
    plain = language.partition(".")[0].partition("@")[0].replace("-", "_")
    parts = plain.split("_")
    if not all(part.isascii() and part.isalnum() for part in parts):
        return []
    names = ["_".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return [parts[0].lower() + name[len(parts[0]) :] for name in names]


def _own(folder: Path, name: str) -> list[Path]:
    return sorted((folder / name / "LC_MESSAGES").glob("*.mo"))


def _load(path: Path) -> GNUTranslations | None:
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, UnicodeDecodeError, ValueError, LookupError) as error:
        log.warning("The catalogue %s cannot be read and is left out: %s", path, error)
        return None


def _chain(loaded: Sequence[NullTranslations]) -> NullTranslations:
    """The first one, which asks the others for what it does not have."""
    first = loaded[0] if loaded else NullTranslations()
    for other in loaded[1:]:
        first.add_fallback(other)
    return first
