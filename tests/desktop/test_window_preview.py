"""kit.Preview in the real window: Qt's browser engine draws PDFs with our script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.desktop.conftest import Start
from tests.support.native import until
from tests.support.previewed import pdf

pytestmark = pytest.mark.native

PROGRAM = """
from pathlib import Path
from core import kit

FILES = Path(__file__).parent

def page(request):
    folder = jp.app.session_folder(request.session_id)
    (folder.folder / "mine.pdf").write_bytes((FILES / "book.pdf").read_bytes())
    wp = kit.Page("Mine")
    address = f"/static/{request.session_id}/mine.pdf"
    jp.A(text="In a window", href=address, target="_blank", a=wp)
    preview = kit.Preview(FILES / "book.pdf", a=wp)

    def source():
        preview.file = __file__

    def frame():
        jp.Iframe(src=address, title="frame", width=500, height=300, a=wp)

    kit.Button("Source", click=source, a=wp)
    kit.Button("Frame", click=frame, a=wp)
    return wp

jp.justpy(page)
"""


def test_a_pdf_in_the_page_in_a_frame_and_in_a_window_of_its_own(
    start: Start, write: Callable[[str], Path]
) -> None:
    program = write(PROGRAM)
    book = pdf([["The first page"], ["The second page"]])
    program.with_name("book.pdf").write_bytes(book)
    app = start(program)
    page = app.page()
    preview = page.get_by_role("region", name="Preview")
    expect(preview.get_by_text("The first page")).to_be_attached()
    inked = """it => { const { data } = it.getContext('2d').getImageData(0, 0, it.width, it.height)
        return data.some((value, at) => at % 4 < 3 && value < 100) }"""
    assert preview.locator("canvas").first.evaluate(inked)
    preview.get_by_role("region", name="book.pdf").press("End")
    expect(preview.get_by_role("textbox", name="Page")).to_have_value("2")
    page.get_by_role("button", name="Source").click()
    expect(preview.locator(".kit-code-keyword").first).to_have_text("import")
    page.get_by_role("button", name="Frame").click()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_text("The first page")).to_be_attached()
    page.get_by_role("link", name="In a window").click()
    until(lambda: "mine.pdf" in app.titles, "a window with the PDF opens")
