"""The dialogs of kit.Files: the details of a file, and a table of its keys."""

from __future__ import annotations

import hashlib
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from core import kit
from core.media import pixels
from tests.support.file_tiles import open_menu, tile, tiles

pytestmark = pytest.mark.browser


def test_the_details_of_a_file(live: Callable[..., Any], page: Page, tmp_path: Path) -> None:
    Image.new("RGB", (1200, 30)).save(tmp_path / "photo.png")
    content = (tmp_path / "photo.png").read_bytes()
    live(kit.Files(tmp_path))
    open_menu(page, "photo.png").get_by_role("menuitem", name="Details").click()
    dialog = page.get_by_role("dialog", name="Details")
    for fact in ("photo.png", "image/png", "1,200 × 30"):
        expect(dialog.get_by_role("definition").get_by_text(fact, exact=True)).to_be_visible()
    expect(dialog.get_by_role("region", name="SHA-256")).to_have_count(0)
    dialog.get_by_role("button", name="Calculate SHA-256").click()
    digest = dialog.get_by_role("region", name="SHA-256")
    expect(digest).to_have_text(hashlib.sha256(content).hexdigest())
    expect(dialog.get_by_role("button", name="Copy")).to_be_visible()


def test_the_details_of_documents_and_sounds(
    live: Callable[..., Any], page: Page, tmp_path: Path
) -> None:
    pages = [Image.new("RGB", (30, 40)) for _ in range(3)]
    pages[0].save(tmp_path / "three.pdf", "PDF", save_all=True, append_images=pages[1:])
    with wave.open(str(tmp_path / "sound.wav"), "wb") as sound:
        sound.setparams((1, 1, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(8000 * 90))
    live(kit.Files(tmp_path))
    dialog = page.get_by_role("dialog", name="Details")
    for name, term, fact in (("three.pdf", "Pages", "3"), ("sound.wav", "Length", "1:30")):
        tile(page, name).click()
        page.keyboard.press("Control+i")
        expect(dialog.get_by_role("term").get_by_text(term, exact=True)).to_be_visible()
        expect(dialog.get_by_role("definition").get_by_text(fact, exact=True)).to_be_visible()
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)


@pytest.mark.parametrize("keys", ["Control+i", "Alt+Enter"])
def test_keys_show_details(live: Callable[..., Any], page: Page, tmp_path: Path, keys: str) -> None:
    (tmp_path / "a.txt").write_text("a")
    live(kit.Files(tmp_path))
    tile(page, "a.txt").click()
    page.keyboard.press(keys)
    dialog = page.get_by_role("dialog", name="Details")
    expect(dialog.get_by_text("a.txt", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("listbox")).to_be_focused()


def test_a_question_mark_shows_the_keys(
    live: Callable[..., Any], page: Page, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("a")
    live(kit.Files(tmp_path, editable=False, search=True))
    expect(tiles(page)).to_have_count(1)
    page.get_by_role("listbox").focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog.get_by_role("row", name="Ctrl + F Search")).to_be_visible()
    expect(dialog.get_by_role("row", name="Delete")).to_have_count(0)


@pytest.mark.parametrize("kind", ["png", "gif", "bmp", "webp", "jpeg"])
def test_the_pixels_of_pictures(tmp_path: Path, kind: str) -> None:
    Image.new("RGB", (301, 47), "red").save(tmp_path / "picture", kind, lossless=kind == "webp")
    head = (tmp_path / "picture").read_bytes()
    assert pixels.size_of(head) == (301, 47)
    for end in range(30):
        assert pixels.size_of(head[:end]) in (None, (301, 47))
