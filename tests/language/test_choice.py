"""Which language people read: of the environment, of the program, of the system."""

from __future__ import annotations

from pathlib import Path

import pytest

import core as jp
from core.sizes import size_text
from tests.support.api import shows
from tests.support.language import catalogue, spoken

POLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : "
"n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Good morning, {name}."
msgstr "Dzień dobry, {name}."

msgid "{count} letter"
msgid_plural "{count} letters"
msgstr[0] "{count} list"
msgstr[1] "{count} listy"
msgstr[2] "{count} listów"
"""


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_AT.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "ja_JP", "LC_ALL": "es"}, "es"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "xx:fr_CA:en"}, "fr"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "xx_XX.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "en_GB:de"}, "en"),
        ({"LANG": "de_DE.UTF-8", "SATCHEL_LANG": "fr-CA"}, "fr"),
        ({"LANG": "../../de"}, "en"),
    ],
)
def test_the_environment_names_the_language(environment: dict[str, str], language: str) -> None:
    with spoken(**environment):
        assert jp.app.language == language


@shows("app.language")
def test_a_program_chooses_its_language_unless_the_person_did() -> None:
    with spoken(LANG="ja_JP.UTF-8"):
        jp.app.language = "fr"
        assert (jp.app.language, size_text(1_500_000)) == ("fr", "1,5 Mo")
        jp.app.language = None
        assert jp.app.language == "ja"
    with spoken(SATCHEL_LANG="de"):
        jp.app.language = "fr"
        assert (jp.app.language, size_text(1_500_000)) == ("de", "1,5 MB")


def test_a_language_without_texts_is_english_and_the_log_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with spoken(SATCHEL_LANG="tlh", LANG="de_DE.UTF-8"):
        assert size_text(2_000_000) == "2.0 MB"
        assert jp.app.language == "en"
    assert [record.getMessage() for record in caplog.records] == [
        "SATCHEL_LANG is 'tlh'. There is no catalogue of it, so texts are English."
    ]


@shows("app.catalogues", "gettext", "ngettext")
def test_a_program_has_catalogues_of_its_own(tmp_path: Path) -> None:
    folder = catalogue(tmp_path, "pl", POLISH)
    with spoken(LANG="pl_PL.UTF-8"):
        assert jp.app.language == "en"
        jp.app.catalogues = [folder]
        assert jp.app.language == "pl"
        assert jp.app.catalogues == (folder,)
        assert jp.gettext("Good morning, {name}.", name="Ola") == "Dzień dobry, Ola."
        counts = [jp.ngettext("{count} letter", "{count} letters", n) for n in (1, 3, 5, 1234)]
        assert counts == ["1 list", "3 listy", "5 listów", "1,234 listy"]
        assert size_text(5) == "5 bytes"  # Satchel does not speak Polish


def test_a_programs_catalogue_comes_before_ours(tmp_path: Path) -> None:
    words = 'msgid "{number} MB"\nmsgstr "{number} Megabyte"\n'
    with spoken(SATCHEL_LANG="de"):
        jp.app.catalogues = [catalogue(tmp_path, "de", words)]
        assert size_text(1_500_000) == "1,5 Megabyte"
        assert size_text(1_500) == "2 kB"


def test_a_broken_catalogue_is_left_out_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "de" / "LC_MESSAGES" / "program.mo"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"no catalogue")
    with spoken(SATCHEL_LANG="de"):
        jp.app.catalogues = [tmp_path]
        assert size_text(1_500_000) == "1,5 MB"
    assert str(broken) in caplog.text


def test_a_translation_that_does_not_fit_is_not_shown(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    words = 'msgid "Good morning, {name}."\nmsgstr "Guten Morgen, {nmae}."\n'
    with spoken(SATCHEL_LANG="de"):
        jp.app.catalogues = [catalogue(tmp_path, "de", words)]
        assert jp.gettext("Good morning, {name}.", name="Ola") == "Good morning, Ola."
    assert "does not fit" in caplog.text
