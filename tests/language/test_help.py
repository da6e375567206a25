"""The help of the command and its errors, in the language of the person."""

from __future__ import annotations

import pytest

from desktop.start.adding import add_command
from desktop.start.commandline import parse
from tests.support.language import spoken


def said(arguments: list[str], language: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command prints when it ends at once."""
    with spoken(SATCHEL_LANG=language), pytest.raises(SystemExit):
        add_command.parse(arguments[1:]) if arguments[:1] == ["add"] else parse(arguments)
    printed = capsys.readouterr()
    return " ".join((printed.out + printed.err).split())


@pytest.mark.parametrize(
    ("arguments", "language", "text"),
    [
        (["--help"], "de", "Optionen: -h, --help diese Hilfe anzeigen und beenden --browser statt"),
        (["--help"], "en", "options: -h, --help show this help message and exit --browser open"),
        (["add", "--help"], "es", "FILE un archivo, o una carpeta con archivos opciones:"),
        (["--port", "x"], "de", "Fehler: Argument --port: „x“ ist kein Port: Geben Sie eine Zahl"),
        (["--prot"], "fr", "erreur : arguments inconnus : --prot"),
        (["--no-window", "--", "a"], "ja", "--no-window ではファイルを開くページが表示されません"),
        (["add"], "en", "error: the following arguments are required: FILE"),
    ],
)
def test_the_command_speaks_the_persons_language(
    arguments: list[str], language: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert text in said(arguments, language, capsys)
