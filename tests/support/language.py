"""The language in which texts are shown, for tests of other languages than English."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from core.language import chosen

VARIABLES = ("SATCHEL_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


@contextmanager
def spoken(**environment: str) -> Iterator[None]:
    """With nothing in the environment that names a language but this; afterwards as before."""
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.delenv(name, raising=False)
        for name, value in environment.items():
            patch.setenv(name, value)
        chosen.choose_again()
        yield
    chosen.use_catalogues()
    chosen.choose(None)


def catalogue(folder: Path, language: str, po: str) -> Path:
    """A folder with a program's own catalogue, whose source is given."""
    place = folder / language / "LC_MESSAGES"
    place.mkdir(parents=True)
    source = folder / f"{language}.po"
    source.write_text(po, "utf-8")
    with source.open("rb") as text, (place / "program.mo").open("wb") as file:
        write_mo(file, read_po(text, locale=language))
    return folder
