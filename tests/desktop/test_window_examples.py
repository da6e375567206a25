"""The examples of the kit in the window, from source and as executables."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect
from pypdfium2 import PdfDocument
from python_calamine import CalamineWorkbook

from tests.desktop.conftest import Start
from tests.support.display import Display
from tests.support.native import until
from tests.support.served import ROOT

pytestmark = pytest.mark.native

EXAMPLES = ROOT / "examples"
SAVE = "Save file"  # the title of the system's dialog


def test_pictures_are_shrunk(start: Start, display: Display, tmp_path: Path) -> None:
    photo = tmp_path / "Photo.png"
    Image.new("RGBA", (2000, 1000), (0, 0, 0, 0)).save(photo)
    page = start(EXAMPLES / "image_shrinker.py").page()
    page.set_input_files("input[type=file]", photo)
    page.get_by_role("link", name="Save Photo.png").click()
    target = tmp_path / "small.jpg"
    display.answer_file_dialog(SAVE, target)
    until(target.exists, "the picture is saved")
    with Image.open(target) as image:
        assert image.size == (1600, 800)
        assert image.convert("L").getextrema() == (255, 255)  # white where it was transparent


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


def test_a_csv_file_becomes_a_workbook(start: Start, display: Display, tmp_path: Path) -> None:
    lines = ["Straße;Menge", *(f"Weg {number};{number},5" for number in range(20_000))]
    (sales := tmp_path / "sales.csv").write_bytes("\n".join(lines).encode("cp1252"))
    page = start(EXAMPLES / "csv_explorer.py").page()
    page.set_input_files("input[type=file]", sales)
    expect(page.get_by_text("20,000 rows")).to_be_visible()
    grid = page.get_by_role("grid", name="sales.csv")
    grid.get_by_role("gridcell", name="Weg 2", exact=True).click()
    display.window("^CSV explorer$")
    display.press("Right", "7", "Return")
    expect(grid.get_by_role("gridcell", name="7", exact=True)).to_be_visible()
    page.get_by_role("tab", name="Chart").click()
    expect(page.get_by_role("img", name="Weg 19999")).to_be_visible()
    page.get_by_role("tab", name="Rows").click()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("menuitem", name="Save as XLSX").click()
    target = tmp_path / "saved.xlsx"
    display.answer_file_dialog(SAVE, target)
    until(lambda: target.exists() and target.stat().st_size > 0, "the workbook is saved")
    rows = CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()
    assert rows[:4] == [["Straße", "Menge"], ["Weg 0", 0.5], ["Weg 1", 1.5], ["Weg 2", 7]]
    assert len(rows) == 20_001


def test_an_inbox_keeps_its_settings(start: Start, tmp_path: Path) -> None:
    (note := tmp_path / "note.txt").write_text("note")
    (song := tmp_path / "song.mp3").write_bytes(b"ID3" + bytes(100))
    app = start(EXAMPLES / "inbox.py")
    page = app.page()
    page.set_input_files("input[type=file]", [note, song])
    expect(page.get_by_text("The settings leave out sounds.")).to_be_visible()
    assert (app.session / "texts" / "note.txt").read_text() == "note"
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Sounds").check()
    page.get_by_text("Sort into a folder").click()
    page.get_by_role("button", name="Log").click()
    expect(page.get_by_role("log")).to_contain_text("Refused song.mp3")
    until(lambda: is_kept(app.data, "SOUNDS", "false"), "the settings are kept")
    assert app.stop() == 0
    page = (app := start(EXAMPLES / "inbox.py")).page()
    page.set_input_files("input[type=file]", song)
    expect(page.get_by_role("option", name="song.mp3")).to_be_visible()
    assert (app.session / "song.mp3").read_bytes() == song.read_bytes()
    page.get_by_role("button", name="Empty").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("The inbox is empty.")).to_be_visible()
    assert not [path for path in app.session.rglob("*") if path.is_file()]


def is_kept(data: Path, *words: str) -> bool:
    """Whether a file of the program has all of these words."""
    texts = [path.read_text() for path in data.glob("data/**/*.json")]
    return any(all(word in text for word in words) for text in texts)
