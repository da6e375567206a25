"""The examples of the kit in the window, from source and as executables."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect
from pypdfium2 import PdfDocument

from tests.desktop.conftest import Start
from tests.support.display import Display
from tests.support.native import until
from tests.support.served import ROOT

pytestmark = pytest.mark.native

EXAMPLES = ROOT / "examples"
SAVE = "Save file"  # the title of the system's dialog


def test_pictures_are_shrunk(start: Start, display: Display, tmp_path: Path) -> None:
    photo = tmp_path / "Photo.png"
    Image.effect_noise((2000, 1000), 60).convert("RGB").save(photo)
    page = start(EXAMPLES / "image_shrinker.py").page()
    page.set_input_files("input[type=file]", photo)
    page.get_by_role("link", name="Save Photo.png").click()
    target = tmp_path / "small.jpg"
    display.answer_file_dialog(SAVE, target)
    until(target.exists, "the picture is saved")
    with Image.open(target) as image:
        assert image.size == (1600, 800)


def test_documents_are_merged(start: Start, display: Display, tmp_path: Path) -> None:
    documents = []
    for width in (300, 400):
        document = PdfDocument.new()
        document.new_page(width, 800)
        document.save(path := tmp_path / f"{width}.pdf")
        documents.append(path)
    app = start(EXAMPLES / "pdf_merger.py")
    page = app.page()
    page.set_input_files("input[type=file]", documents)
    expect(page.get_by_role("option")).to_have_count(2)
    page.get_by_role("button", name="Merge").click()
    page.get_by_role("link", name="Save").click()
    target = tmp_path / "Both.pdf"
    display.answer_file_dialog(SAVE, target)
    until(target.exists, "the document is saved")
    assert [page.get_width() for page in PdfDocument(target)] == [300, 400]
    assert {path.name for path in documents} == set(app.files())
    page.get_by_role("option", name="400.pdf").dblclick()
    expect(page.get_by_role("dialog").locator("canvas").first).to_be_visible()


def test_the_gallery_opens(start: Start) -> None:
    page = start(EXAMPLES / "gallery.py").page()
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    page.get_by_role("button", name="Show Charts").click()
    expect(page.locator(".kit-chart canvas").first).to_be_visible()
    page.get_by_role("button", name="Fields", exact=True).click()
    expect(page.get_by_role("button", name="Choose a folder")).to_be_visible()  # in windows only
