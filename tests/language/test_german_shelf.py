"""The shelf in German, in a browser: nothing English is seen on the way from empty to removed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.support.file_tiles import tile, tiles
from tests.support.guide_files import report
from tests.support.served import Served, start

pytestmark = pytest.mark.browser

# Words that stand in many of our English texts, and in no German one.
ENGLISH = re.compile(
    r"\b(the|and|of|files?|folders?|your|here|sort|search|size|kind|view|save|open|remove|"
    r"rename|copy|choose|close|undo|cancel|loading|previous|next|nothing|actions|with|by)\b",
    re.IGNORECASE,
)


@pytest.fixture
def german(tmp_path: Path) -> Iterator[Served]:
    before = os.environ["SATCHEL_LANG"]
    os.environ["SATCHEL_LANG"] = "de"
    try:
        served = start(None, tmp_path / "data")
    finally:
        os.environ["SATCHEL_LANG"] = before
    yield served
    served.stop()


def english(page: Page) -> list[str]:
    """What is English among all that is seen, read aloud or shown as a hint."""
    texts: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('body, body *')].flatMap((element) => [
            ...[...element.childNodes].filter((node) => node.nodeType === 3
                && !element.closest('script, style, noscript')).map((node) => node.data),
            element.getAttribute('aria-label'), element.title, element.placeholder,
        ]).filter(Boolean)"""
    )
    ours = [text for text in texts if "bericht" not in text]
    return [text for text in ours if ENGLISH.search(text)]


def test_the_shelf_speaks_german(german: Served, page: Page) -> None:
    page.goto(german.url)
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_role("heading", name="Ihre Dateien")).to_be_visible()
    expect(page.get_by_text("Hier ist noch nichts")).to_be_visible()
    assert english(page) == []

    big = {"name": "bericht.txt", "mimeType": "text/plain", "buffer": b"x" * 1_500_000}
    page.set_input_files("input[type=file]", [big])
    expect(tiles(page)).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="1 Datei · 1,5 MB")).to_be_visible()
    tile(page, "bericht.txt").click()
    expect(page.get_by_text("1 von 1 Datei ausgewählt · 1,5 MB")).to_be_visible()
    assert english(page) == []

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Tastenkürzel")).to_be_visible()
    expect(page.get_by_text("Umschalt + F10")).to_be_visible()
    assert english(page) == []
    page.keyboard.press("Escape")

    tile(page, "bericht.txt").click()
    page.keyboard.press("Delete")
    expect(page.get_by_text("„bericht.txt“ wurde in den Papierkorb verschoben.")).to_be_visible()
    expect(page.get_by_role("button", name="Mitteilung schließen")).to_be_visible()
    page.get_by_role("button", name="Rückgängig").click()
    expect(tiles(page)).to_have_count(1)

    (session,) = german.sessions
    (session / "bericht.pdf").write_bytes(report())
    page.goto(f"{german.origin}/static/{session.name}/bericht.pdf?view")
    expect(page.get_by_role("main", name="Vorschau")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("bericht.pdf"))).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    assert english(page) == []


def test_what_is_said_to_strangers_and_in_the_terminal_is_german(
    german: Served, tmp_path: Path
) -> None:
    assert "Ctrl-C" not in "".join(german.lines)
    assert httpx.get(german.origin).text.startswith("Dieses Programm antwortet nur der Person")
    command = [sys.executable, "-m", "desktop", "add", "--data-dir", str(german.data)]
    speaking = os.environ | {"SATCHEL_LANG": "de", "BROWSER": "/bin/true"}
    for name, said in (
        ("da.txt", "Es öffnet sich im Browser."),
        ("fort.txt", "Es wurde nichts hinzugefügt"),
    ):
        (tmp_path / "da.txt").touch()
        done = subprocess.run(
            [*command, str(tmp_path / name)], env=speaking, capture_output=True, text=True
        )
        assert said in done.stdout + done.stderr


def test_files_that_are_sent_are_counted_in_german(german: Served, page: Page) -> None:
    """The panel of transfers, which scripts draw; the server is asked for nothing meanwhile."""
    page.goto(german.url)
    page.route(re.compile(r"/uploads(/|$)"), lambda route: None)  # it stays on its way
    files = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": b"x" * 800_000} for n in "ab"]
    page.set_input_files("input[type=file]", files)  # type: ignore[arg-type]
    panel = page.get_by_role("region", name="Übertragung")
    expect(panel.get_by_role("status")).to_have_text("2 Dateien werden gesendet")
    expect(panel).to_contain_text(" von 1,6 MB")
    expect(panel.get_by_role("button", name="Anhalten", exact=True)).to_be_visible()
    expect(panel.get_by_role("button", name="Abbrechen", exact=True)).to_be_visible()
    assert english(page) == []
