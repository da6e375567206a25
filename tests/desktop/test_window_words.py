"""Words of the window in another language: its menus, and what Qt itself says."""

import os
import subprocess
import sys

import pytest

from desktop.windows.menus import Item, MenuList, joined

SAID = """
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from desktop.windows.qt import translation

translation.prepare()
application = QApplication([])
translation.speak()
translation.speak()
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(box.buttons()[0].text())
"""


@pytest.mark.parametrize(
    ("language", "cancel"),
    [("de", "Abbrechen"), ("fr", "Annuler"), ("ja", "キャンセル"), ("en", "Cancel")],
)
@pytest.mark.skipif(sys.platform != "linux", reason="Qt shows the window on Linux only")
def test_dialogs_of_qt_speak_the_language_of_the_program(language: str, cancel: str) -> None:
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "SATCHEL_LANG": language, "PYTHONUTF8": "1"}
    found = subprocess.run(
        [sys.executable, "-c", SAID],
        env={**os.environ, **offscreen},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip().replace("&", "") == cancel


def test_a_program_adds_to_a_menu_whatever_language_it_is_shown_in() -> None:
    usual = [MenuList("&Datei", [Item("&Beenden")], "File"), MenuList("&Hilfe", [], "Help")]
    own = [MenuList("File", [Item("Export…")]), MenuList("Tools", [Item("Count")])]
    file, tools, _help = joined(usual, own)
    assert file.title == "&Datei"
    assert [item.title for item in file.items] == ["Export…", "", "&Beenden"]
    assert tools.title == "Tools"
