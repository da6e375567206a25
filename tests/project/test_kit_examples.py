"""The examples of the kit, as they are: in a browser, in the window and as executables."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pypdfium2 import PdfDocument

from tests.conftest import Serve
from tests.support.served import ROOT

pytestmark = pytest.mark.browser

EXAMPLES = ROOT / "examples"


def row(page: Page, name: str) -> Locator:
    """The row of a file in the card of a job."""
    return page.get_by_role("listitem").filter(has_text=name)


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(3):
        noise = Image.effect_noise((2000, 1000), 60).convert("RGB")
        noise.save(folder / f"Photo {number}.png")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return sorted(folder.iterdir())


def test_pictures_are_shrunk(serve: Serve, page: Page, photos: list[Path]) -> None:
    page.goto(serve(EXAMPLES / "image_shrinker.py").url)
    page.get_by_label("Size of the results").select_option("Small: 800 pixels")
    page.set_input_files("input[type=file]", photos)
    expect(page.get_by_text("3 of 4 done, 1 failed").first).to_be_visible()
    expect(row(page, "broken.png")).to_contain_text("cannot identify image file 'broken.png'.")
    page.reload()
    with page.expect_download() as download:
        row(page, "Photo 1.png").get_by_role("link", name="Save").click()
    assert download.value.suggested_filename == "Photo 1.jpg"
    with Image.open(download.value.path()) as image:
        assert (image.format, image.size) == ("JPEG", (800, 400))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all").click()
    assert len(zipfile.ZipFile(download.value.path()).namelist()) == 3
    page.get_by_role("button", name="Photo 2.png", exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("img", name="Photo 2.jpg")).to_be_visible()


def test_shrinking_is_cancelled(serve: Serve, page: Page, photos: list[Path]) -> None:
    page.goto(serve(EXAMPLES / "image_shrinker.py").url)
    page.set_input_files("input[type=file]", photos[:3])
    page.locator(".kit-job").get_by_role("button", name="Cancel", exact=True).click()
    expect(page.get_by_text("of 3 done, cancelled").first).to_be_visible()
    for photo in photos[:3]:
        expect(row(page, photo.name)).to_contain_text("Cancelled")
    page.get_by_role("button", name="Retry", exact=True).click()
    expect(page.get_by_text("All 3 done").first).to_be_visible()


def write_pdf(path: Path, width: int) -> Path:
    """A document of one page, which its width tells from others."""
    document = PdfDocument.new()
    document.new_page(width, 800)
    document.save(path)
    return path


def widths(path: Path) -> list[float]:
    """The widths of a document's pages."""
    return [page.get_width() for page in PdfDocument(path)]


def test_documents_are_merged_in_the_order_of_people(
    serve: Serve, page: Page, tmp_path: Path
) -> None:
    names = {"a.pdf": 300, "b.pdf": 400, "c.pdf": 500}
    documents = [write_pdf(tmp_path / name, width) for name, width in names.items()]
    page.goto(serve(EXAMPLES / "pdf_merger.py").url)
    expect(page.get_by_text("Nothing to merge yet.")).to_be_visible()
    page.set_input_files("input[type=file]", documents)
    first, third = (page.get_by_role("option", name=name) for name in ("a.pdf", "c.pdf"))
    third.drag_to(first, target_position={"x": 4, "y": 40})
    expect(page.get_by_role("option").first).to_contain_text("c.pdf")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_text("Merge: Done")).to_be_visible()
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("link", name="Save").click()
    assert download.value.suggested_filename == "Merged.pdf"
    assert widths(download.value.path()) == [500, 300, 400]
    page.get_by_role("option", name="b.pdf").dblclick()
    expect(page.get_by_role("dialog")).to_contain_text("b.pdf")


def test_a_document_that_is_none_is_named(serve: Serve, page: Page, tmp_path: Path) -> None:
    (broken := tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing else")
    page.goto(serve(EXAMPLES / "pdf_merger.py").url)
    page.set_input_files("input[type=file]", [write_pdf(tmp_path / "a.pdf", 300), broken])
    expect(page.get_by_role("option")).to_have_count(2)
    page.get_by_role("button", name="Merge").click()
    expect(row(page, "2 documents")).to_contain_text("broken.pdf")


def test_a_csv_file_is_explored(serve: Serve, page: Page, tmp_path: Path) -> None:
    (table := tmp_path / "sales.csv").write_text("City;Sold\nOslo;12\nPorto;30\nOslo;9\n")
    page.goto(serve(EXAMPLES / "csv_explorer.py").url)
    page.set_input_files("input[type=file]", table)
    page.get_by_role("columnheader", name="Sold").click()
    first = page.get_by_role("row").nth(1)
    expect(first).to_contain_text("Oslo")
    expect(first).to_contain_text("9")
    page.get_by_role("tab", name="Chart").click()
    expect(page.get_by_role("img", name="Oslo 21")).to_be_visible()
    page.get_by_role("tab", name="Rows").click()
    first.get_by_role("gridcell", name="9", exact=True).dblclick()
    page.keyboard.type("19")
    page.keyboard.press("Enter")
    expect(page.get_by_role("gridcell", name="19")).to_be_visible()
    page.get_by_role("tab", name="Chart").click()
    expect(page.get_by_role("img", name="Oslo 31")).to_be_visible()


def test_nothing_of_an_odd_csv_file_is_lost(serve: Serve, page: Page, tmp_path: Path) -> None:
    """Saved by Excel in Germany: decimal commas, codes, columns without a title or with the same,
    rows that are too long or too short."""
    text = 'Größe;PLZ;Größe;\n1,5;01067;"a;b"\n\n-2;;"say ""x""";y;z\n'
    (odd := tmp_path / "odd.csv").write_bytes(text.encode("cp1252"))
    page.goto(serve(EXAMPLES / "csv_explorer.py").url)
    page.set_input_files("input[type=file]", odd)
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="Save as CSV").click()
    assert download.value.suggested_filename == "odd.csv"
    assert download.value.path().read_text("utf-8-sig").splitlines() == [
        "Größe,PLZ,Größe 3,Column,Column 5",
        "1.5,01067,a;b,,",
        '-2,,"say ""x""",y,z',
    ]
    page.get_by_role("tab", name="Chart").click()
    expect(page.get_by_label("Sum of").get_by_role("option")).to_have_text(["Größe"])


def test_what_is_no_csv_file_is_refused_in_words(serve: Serve, page: Page, tmp_path: Path) -> None:
    (endless := tmp_path / "quote.csv").write_text('a,b\n"' + "1,2\n" * 50_000)
    (empty := tmp_path / "empty.csv").touch()
    (book := tmp_path / "book.csv").write_bytes(b"PK\x03\x04" + bytes(range(128, 160)))
    page.goto(serve(EXAMPLES / "csv_explorer.py").url)
    page.set_input_files("input[type=file]", empty)
    expect(page.get_by_text("There are no rows.")).to_be_visible()
    page.set_input_files("input[type=file]", endless)
    expect(page.get_by_text("It cannot be read as CSV: field larger").first).to_be_visible()
    page.set_input_files("input[type=file]", book)
    expect(page.get_by_text("“book.csv” is not accepted here")).to_be_visible()
    expect(page.get_by_text("Something went wrong")).to_have_count(0)
    expect(page.get_by_text("There are no rows.")).to_be_visible()


def test_an_inbox_follows_its_settings(serve: Serve, page: Page, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (note := tmp_path / "note.txt").write_text("note")
    (song := tmp_path / "song.mp3").write_bytes(b"ID3" + bytes(100))
    served = serve(EXAMPLES / "inbox.py", data=data)
    page.goto(served.url)
    page.set_input_files("input[type=file]", [note, song])
    expect(page.get_by_text("The settings leave out sounds.")).to_be_visible()
    expect(page.get_by_role("option", name="note.txt")).to_be_visible()
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Sounds").check()
    page.get_by_role("button", name="Log").click()
    expect(page.get_by_role("log")).to_contain_text("Refused song.mp3")
    served.stop()
    page.goto("about:blank")
    page.goto(serve(EXAMPLES / "inbox.py", data=data).url)
    page.set_input_files("input[type=file]", song)
    expect(page.get_by_role("option", name="song.mp3")).to_be_visible()
    page.get_by_role("button", name="Empty").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("The inbox is empty.")).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(0)
