"""Hostile files in a `kit.Preview`: nothing of them runs, and each ends in words in good time."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.previewed import Previewed, pdf, png, previewed
from tests.support.workbooks import cells, packed, workbook

pytestmark = pytest.mark.browser

HTML = """<!DOCTYPE html><img src="x:" onerror="document.title = 'ran'">
<script>document.title = 'ran'; window.ran = true</script>"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" onload="top.ran = true">'
    "<script>top.document.title = 'ran'; top.ran = true</script>"
    '<foreignObject><iframe src="javascript:top.ran=true"/></foreignObject>'
    '<rect width="40" height="30" fill="red"/></svg>'
)
MARKDOWN = """<script>document.title = 'ran'</script> <img src=x onerror="window.ran = true">

[link](javascript:window.ran=true) [two](java&#10;script:alert(1)) [data](data:text/html,x)
[relative](/logout) ![out](https://example.org/track.png) <b>raw</b>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    with previewed(tmp_path_factory.mktemp("previews")) as site:
        yield site


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The addresses elsewhere that the page requested."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def check_nothing_ran(page: Page) -> None:
    assert "ran" not in page.title()
    assert page.evaluate("() => window.ran") is None


def check_it_still_answers(site: Previewed, page: Page) -> None:
    preview = site.open(page, "plain.txt", "all is well")
    expect(preview.locator("code")).to_have_text("all is well")


def test_a_page_is_shown_as_its_source(site: Previewed, page: Page) -> None:
    for name in ("page.html", "page.xhtml", "page.php", "page.svgz"):
        preview = site.open(page, name, HTML)
        expect(preview.get_by_text("document.title").first).to_be_visible()
        check_nothing_ran(page)


@pytest.mark.parametrize("name", ["a.svg", "a.txt", "a.md", "a.html", "a.png"])
def test_a_drawing_is_a_picture_or_source(site: Previewed, page: Page, name: str) -> None:
    preview = site.open(page, name, SVG)
    expect(preview.locator("img, pre, .kit-preview-markdown").first).to_be_visible()
    check_nothing_ran(page)


def test_a_drawing_that_multiplies_is_shown_as_its_source(site: Previewed, page: Page) -> None:
    start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    letters = "abcdefghi"
    entities, levels = "", ""
    for before, letter in enumerate(letters[1:]):
        values, uses = f"&{letters[before]};" * 10, f'<use href="#g{before}"/>' * 10
        entities += f'<!ENTITY {letter} "{values}">'
        levels += f'<g id="g{before + 1}">{uses}</g>'
    for content in (
        f'{start}<g id="g0"><rect width="9" height="9"/></g>{levels}</svg>',
        f'<!DOCTYPE svg [<!ENTITY a "aaaa">{entities}]>{start}<text>&i;</text></svg>',
        f'{start}<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>',
    ):
        preview = site.open(page, "a.svg", content)
        expect(preview.locator("code")).to_contain_text("<svg")
    check_it_still_answers(site, page)


def test_markdown_has_no_html_and_loads_nothing(
    site: Previewed, page: Page, asked: list[str]
) -> None:
    preview = site.open(page, "a.md", MARKDOWN)
    expect(preview.get_by_text("<script>")).to_be_visible()
    expect(preview.locator("img, script, b")).to_have_count(0)
    for link in preview.locator(".kit-preview-markdown a").all():
        assert link.get_attribute("href") is None
    expect(preview.get_by_text("[out]")).to_be_visible()
    check_nothing_ran(page)
    assert not [url for url in asked if "example.org" in url]


def test_a_pdf_runs_no_scripts(site: Previewed, page: Page, asked: list[str]) -> None:
    action = "app.alert\\(1\\); app.launchURL\\('https://example.org'\\); this.ran = true"
    preview = site.open(page, "a.pdf", pdf([["quiet"]], action=action))
    expect(preview.get_by_text("quiet")).to_be_attached()
    check_nothing_ran(page)
    assert not [url for url in asked if "example.org" in url or "sandbox" in url or "eval" in url]


def test_names_are_text(site: Previewed, page: Page) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("<img src=x onerror=top.ran=1>", "x")
        archive.writestr("../../etc/passwd", "x")
    name = "<img src=x onerror='window.ran=1'>.zip"
    preview = site.open(page, name.replace("/", ""), written.getvalue())
    expect(preview.get_by_text("<img src=x onerror=top.ran=1>")).to_be_visible()
    expect(preview.get_by_text("../../etc/passwd")).to_be_visible()
    check_nothing_ran(page)


def test_formulas_stay_text(site: Previewed, page: Page) -> None:
    text = 'Name,Value\nx,"=HYPERLINK(""javascript:alert(1)"")"\n'
    preview = site.open(page, "a.csv", text)
    expect(preview.get_by_text("=HYPERLINK")).to_be_visible()
    expect(preview.locator("table a")).to_have_count(0)


def bombs() -> dict[str, bytes]:
    """Small files that take much when they are read without care."""
    rows = "".join(cells(number, "x" * 100) for number in range(1, 200_000))
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    entities = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
    )
    book = zipfile.ZipFile(io.BytesIO(workbook(cells(1, "x"))))
    parts = {name: book.read(name).decode() for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as archive:
        for number in range(5):
            member = tarfile.TarInfo(f"zeros{number}")
            member.size = 30 << 20
            archive.addfile(member, Zeros())
    return {
        "rows.xlsx": workbook(rows),
        "far.xlsx": workbook(cells(1, "x") + far),
        "entities.xlsx": packed(
            {**parts, sheet: f"{entities}]>" + parts[sheet].replace("<t>x", "<t>&m;")}
        ),
        "zeros.xlsx": packed({**parts, sheet: parts[sheet] + " " * (510 << 20)}),
        "zeros.tar.gz": written.getvalue(),
    }


class Zeros(io.RawIOBase):
    """As many zero bytes as are read."""

    def read(self, size: int = -1) -> bytes:
        return bytes(size)


def test_bombs_end_in_words_or_rows(site: Previewed, page: Page) -> None:
    for name, content in bombs().items():
        preview = site.open(page, name, content)
        shown = preview.locator("table, .kit-preview-why")
        expect(shown).to_be_visible(timeout=60_000)
    check_it_still_answers(site, page)


@pytest.mark.parametrize(
    ("name", "words"),
    [("huge.png", "12,000 x 9,000 pixels are more than 100,000,000"), ("huge.txt", "more than")],
)
def test_a_picture_that_is_too_large_is_not_decoded(
    site: Previewed, page: Page, name: str, words: str
) -> None:
    preview = site.open(page, name, png(12_000, 9_000))
    expect(preview.get_by_text(words)).to_be_visible()
    expect(preview.locator("img")).to_have_count(0)


def test_long_texts_are_cut(site: Previewed, page: Page) -> None:
    path = site.files / "endless.log"
    with path.open("wb") as file:
        file.write(b"first line\n")
        file.truncate(1 << 30)  # the rest is zeros, which the disk does not store
    path.rename(site.files / "kept.log")
    site.open(page, "plain.txt", "x", "kept.log")
    page.get_by_role("button", name="kept.log").click()
    preview = page.get_by_role("region", name="Preview")
    expect(preview.get_by_text("1.1 GB").first).to_be_visible()
    preview = site.open(page, "line.txt", "x" * 1_000_000)
    assert len(preview.locator("code").inner_text()) < 6_000
    expect(preview.get_by_role("status")).to_contain_text("The first 262 kB of 1.0 MB.")
    preview = site.open(page, "cell.csv", "a,b\n" + "y" * 1_000_000 + ",2\n")
    cell = preview.get_by_role("cell").first
    expect(cell).to_be_visible()
    assert len(cell.inner_text()) < 400


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("deep.json", "[" * 200_000),
        ("deep.md", "> " * 50_000 + "x"),
        ("links.md", "[" * 50_000),
        ("stars.md", "*a **b " * 20_000),
        ("deep.xml", "<a>" * 60_000),
        ("slow.pl", "m" + "{" * 100_000),
        ("slow.js", "/" + "[" * 100_000),
        ("slow.tex", "\\begin{" * 30_000),
        ("quotes.py", "'" * 200_000),
        ("quotes.csv", '"' * 200_000),
        ("commas.csv", "," * 200_000 + "\n"),
    ],
)
def test_texts_made_to_be_slow(site: Previewed, page: Page, name: str, content: str) -> None:
    preview = site.open(page, name, content)
    shown = preview.locator("pre, table, .kit-preview-markdown, .kit-preview-why")
    expect(shown.first).to_be_visible(timeout=60_000)


@pytest.mark.parametrize(
    "name",
    ["a.png", "a.jpg", "a.pdf", "a.xlsx", "a.zip", "a.tar.gz", "a.ttf", "a.mp4", "a.heic", "a.csv"],
)
def test_what_is_not_what_it_says(site: Previewed, page: Page, name: str) -> None:
    for content in (bytes(range(256)) * 100, b"PK\3\4broken" * 100, b"\xff\xd8\xff" + bytes(999)):
        preview = site.open(page, name, content)
        expect(preview.locator(".kit-preview-why, pre, table").first).to_be_visible()
    check_it_still_answers(site, page)


def test_broken_encodings(site: Previewed, page: Page) -> None:
    preview = site.open(page, "a.txt", b"good \xff\xfe\xc3 \xf0\x9f bad \x1b[31m")
    expect(preview.locator("code")).to_contain_text("good")
    expect(preview.locator("code")).to_contain_text("bad")


def test_a_worker_that_dies_is_replaced(site: Previewed, page: Page) -> None:
    preview = site.open(page, "far.xlsx", bomb())
    words = "It is damaged, or needs more memory than a preview may take."
    expect(preview.get_by_text(words)).to_be_visible(timeout=60_000)
    preview = site.open(page, "good.xlsx", workbook(cells(1, "fine")))
    expect(preview.get_by_text("fine")).to_be_visible()


def bomb() -> bytes:
    """A workbook of two cells, as far apart as can be."""
    return workbook(cells(1, "x") + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
