"""PDFs in a `kit.Preview`: pages, text, search, size and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.previewed import Previewed, pdf, previewed

pytestmark = pytest.mark.browser

BOOK = pdf(
    [[f"Chapter {n}", "some words, and a needle" if n % 10 == 0 else "hay"] for n in range(60)]
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    with previewed(tmp_path_factory.mktemp("previews")) as site:
        yield site


@pytest.fixture
def book(site: Previewed, page: Page) -> Locator:
    preview = site.open(page, "book.pdf", BOOK)
    expect(preview.get_by_text("Chapter 0")).to_be_attached()
    return preview


def width_of_page(preview: Locator) -> float:
    box = preview.get_by_role("group", name="Page 1", exact=True).bounding_box()
    assert box is not None
    return box["width"]


def test_pages_are_drawn_and_their_text_can_be_selected(book: Locator, page: Page) -> None:
    canvas = book.locator("canvas").first
    inked = """it => { const { data } = it.getContext('2d').getImageData(0, 0, it.width, it.height)
        return data.some((value, at) => at % 4 < 3 && value < 100) }"""
    assert canvas.evaluate(inked)
    line = book.get_by_text("some words, and a needle")
    line.select_text()
    assert page.evaluate("() => getSelection().toString()") == "some words, and a needle"


def test_only_pages_in_view_are_drawn(book: Locator) -> None:
    number = book.get_by_role("textbox", name="Page")
    for target in (10, 20, 30, 40, 50):
        number.fill(str(target))
        number.press("Enter")
        expect(book.get_by_text(f"Chapter {target - 1}", exact=True)).to_be_attached()
    assert book.locator("canvas").count() < 6
    expect(book.get_by_text("Chapter 0", exact=True)).not_to_be_attached()


def test_keys_turn_pages(book: Locator) -> None:
    number, pages = book.get_by_role("textbox", name="Page"), book.get_by_role("region")
    pages.press("PageDown")
    expect(number).to_have_value("2")
    pages.press("PageDown")
    pages.press("PageUp")
    expect(number).to_have_value("2")
    pages.press("End")
    expect(number).to_have_value("60")
    expect(book.get_by_text("Chapter 59")).to_be_attached()
    pages.press("Home")
    expect(number).to_have_value("1")
    number.fill("nonsense")
    number.press("Enter")
    expect(number).to_have_value("1")
    number.fill("9999")
    number.press("Enter")
    expect(number).to_have_value("60")


def test_pages_change_their_size(book: Locator) -> None:
    fitting = width_of_page(book)
    pages = book.get_by_role("region")
    pages.press("-")
    assert width_of_page(book) == pytest.approx(fitting / 1.25, abs=2)
    book.get_by_role("button", name="Larger").click()
    book.get_by_role("button", name="Larger").click()
    assert width_of_page(book) == pytest.approx(fitting * 1.25, abs=2)
    pages.press("0")
    assert width_of_page(book) == pytest.approx(fitting, abs=2)
    text = book.get_by_text("Chapter 0")
    expect(text).to_be_attached()  # it has moved with its page, or was drawn again


def test_the_text_is_searched(book: Locator, page: Page) -> None:
    book.get_by_role("region").press("Control+f")
    field = book.get_by_role("searchbox")
    expect(field).to_be_focused()
    field.fill("NEEDLE")
    status = book.get_by_role("search").get_by_role("status")
    expect(status).to_have_text("1 of 6")
    number = book.get_by_role("textbox", name="Page")
    field.press("Enter")
    expect(status).to_have_text("2 of 6")
    expect(number).to_have_value("11")
    page.wait_for_function("() => CSS.highlights.get('kit-preview-current')?.size === 1")
    found = "() => [...CSS.highlights.get('kit-preview-current')].map(String).join()"
    assert page.evaluate(found) == "needle"
    book.get_by_role("button", name="Previous match").click()
    book.get_by_role("button", name="Previous match").click()
    expect(status).to_have_text("6 of 6")
    field.fill("nothing like it")
    expect(status).to_have_text("Not found")
    field.press("Escape")
    expect(field).not_to_be_visible()
    expect(book.get_by_role("region")).to_be_focused()


def test_a_broken_pdf_ends_in_words(site: Previewed, page: Page) -> None:
    preview = site.open(page, "broken.pdf", BOOK[:100])
    expect(preview.get_by_text("It is not a sound PDF")).to_be_visible()
    expect(preview.get_by_role("region", name="The first bytes")).to_contain_text("%PDF-1.7")
