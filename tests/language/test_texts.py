"""Messages with values: plural forms, numbers, and names that run from right to left."""

from __future__ import annotations

import pytest

from core.kit.files.files_wording import nothing_found
from core.language.numbers import number_text
from core.language.texts import _, isolated
from core.media.format_names import describe_accept
from core.previews import reasons
from core.sizes import size_text
from tests.support.language import spoken

THIN = "\u202f"


@pytest.mark.parametrize(
    ("language", "thousands", "tens", "megabytes"),
    [
        ("en", "1,234", "12,345.6", "1.5 MB"),
        ("de", "1.234", "12.345,6", "1,5 MB"),
        ("fr", f"1{THIN}234", f"12{THIN}345,6", "1,5 Mo"),
        ("es", "1234", "12.345,6", "1,5 MB"),
        ("ja", "1,234", "12,345.6", "1.5 MB"),
    ],
)
def test_numbers_and_sizes_are_those_of_the_language(
    language: str, thousands: str, tens: str, megabytes: str
) -> None:
    with spoken(SATCHEL_LANG=language):
        assert (number_text(1234), number_text(12345.6)) == (thousands, tens)
        assert size_text(1_500_000) == megabytes


@pytest.mark.parametrize(
    ("language", "none", "one", "two"),
    [
        ("en", "0 bytes", "1 byte", "2 bytes"),
        ("fr", "0 octet", "1 octet", "2 octets"),
        ("ja", "0 バイト", "1 バイト", "2 バイト"),
    ],
)
def test_plural_forms_are_those_of_the_language(
    language: str, none: str, one: str, two: str
) -> None:
    with spoken(SATCHEL_LANG=language):
        assert [size_text(count) for count in range(3)] == [none, one, two]


def test_a_name_from_right_to_left_does_not_turn_the_words_around_it() -> None:
    assert isolated("photo.png") == "photo.png"
    assert isolated("Straße 東京.png") == "Straße 東京.png"
    assert isolated("צילום.png") == "\u2068צילום.png\u2069"
    assert _("“{name}” is here.", name="صورة") == "“\u2068صورة\u2069” is here."


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert _("“{name}” is here.", name="{name} {0}") == "“{name} {0}” is here."
    assert _("100 % {plain}") == "100 % {plain}"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("ValueError: 12000 x 9000 pixels are more than 100,000,000", "12.000 × 9.000 Pixel sind"),
        ("it took longer than 15 s", "es hat länger als 15 s gedauert"),
        (
            "UnidentifiedImageError: cannot identify /tmp/x",
            "die Datei ist beschädigt oder nicht das",
        ),
        ("the worker died of it (status 9)", "die Datei ist beschädigt oder braucht mehr"),
    ],
)
def test_reasons_of_workers_have_their_values(said: str, shown: str) -> None:
    with spoken(SATCHEL_LANG="de"):
        assert shown in reasons.words(said)


@pytest.mark.parametrize(
    ("language", "kinds", "nothing"),
    [
        ("de", "Bilder und PDFs", "Unter „Bilder“ gibt es nichts."),
        ("fr", "images et PDF", "Il n’y a rien parmi les images."),
    ],
)
def test_kinds_of_files_have_the_form_that_their_sentence_needs(
    language: str, kinds: str, nothing: str
) -> None:
    with spoken(SATCHEL_LANG=language):
        assert describe_accept("image/*,application/pdf") == kinds
        assert nothing_found("", "pictures") == nothing
