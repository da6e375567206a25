"""What people see of a file in a `kit.Preview`, of each kind there is."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from core import kit
from tests.support import samples
from tests.support.api import shows
from tests.support.previewed import Previewed, previewed
from tests.support.served import ROOT
from tests.support.workbooks import cells, workbook

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    with previewed(tmp_path_factory.mktemp("previews")) as site:
        yield site


def picture(form: str, size: tuple[int, int] = (400, 200)) -> bytes:
    written = io.BytesIO()
    samples.image().resize(size).save(written, form)
    return written.getvalue()


def width(image: Locator) -> float:
    box = image.bounding_box()
    assert box is not None
    return box["width"]


def test_without_a_file_it_says_so_from_the_beginning(live: Callable[..., Any], page: Page) -> None:
    live(kit.Preview())
    expect(page.get_by_text("Nothing is selected.")).to_be_visible()


@shows("kit.Preview")
def test_a_picture_fits_and_is_zoomed_by_buttons_and_keys(site: Previewed, page: Page) -> None:
    preview = site.open(page, "wide.png", picture("PNG", (4000, 2000)))
    image = preview.get_by_role("img", name="wide.png")
    expect(image).to_be_visible()
    stage = preview.get_by_role("group")
    fitting = width(image)
    assert fitting <= width(stage) + 1
    preview.get_by_role("button", name="Actual size").click()
    expect(preview.get_by_text("100%")).to_be_visible()
    assert width(image) == 4000
    stage.press("-")
    expect(preview.get_by_text("80%")).to_be_visible()
    stage.press("+")
    expect(preview.get_by_text("100%")).to_be_visible()
    stage.press("0")
    assert width(image) == pytest.approx(fitting, abs=1)
    preview.get_by_role("button", name="Larger").click()
    assert width(image) == pytest.approx(1.25 * fitting, abs=2)


def test_a_picture_is_zoomed_by_the_wheel_and_moved_by_the_mouse(
    site: Previewed, page: Page
) -> None:
    preview = site.open(page, "wide.png", picture("PNG", (4000, 2000)))
    image, stage = preview.get_by_role("img", name="wide.png"), preview.get_by_role("group")
    expect(image).to_be_visible()
    fitting = width(image)
    stage.hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    page.wait_for_function(
        "width => document.querySelector('.kit-preview-image').clientWidth > 2 * width", arg=fitting
    )
    before = stage.evaluate("it => it.scrollLeft")
    box = stage.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 200, steps=4)
    page.mouse.up()
    assert stage.evaluate("it => it.scrollLeft") == pytest.approx(before + 100, abs=2)


@pytest.mark.parametrize("name", ["scan.tiff", "camera.heic", "misnamed.txt"])
def test_pictures_that_browsers_do_not_show_are_drawn(
    site: Previewed, page: Page, name: str
) -> None:
    content = {"scan.tiff": picture("TIFF"), "camera.heic": samples.heic()}
    preview = site.open(page, name, content.get(name) or picture("PNG"))
    image = preview.get_by_role("img", name=name)
    expect(image).to_be_visible()
    assert image.evaluate("it => it.naturalWidth") == 400


def test_a_drawing_fills_the_space(site: Previewed, page: Page) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><circle r="9"/></svg>'
    preview = site.open(page, "drawing.svg", svg)
    image = preview.get_by_role("img", name="drawing.svg")
    expect(image).to_be_visible()
    assert width(image) > 300


def test_film_and_sound(site: Previewed, page: Page) -> None:
    preview = site.open(page, "film.webm", samples.video("webm"))
    film = preview.locator("video")
    expect(film).to_have_js_property("readyState", 4)
    assert film.evaluate("it => it.duration") == pytest.approx(5, abs=0.5)
    preview = site.open(page, "broken.wav", b"RIFF\x24\0\0\0WAVEfmt nothing")
    expect(preview.get_by_text("This browser cannot play it.")).to_be_visible()


def test_text_has_numbers_and_colours(site: Previewed, page: Page) -> None:
    preview = site.open(page, "program.py", "def f():\n    return 'text'  # why\n")
    code = preview.locator("code")
    expect(code).to_have_text("def f():\n    return 'text'  # why\n")
    expect(preview.locator(".kit-preview-numbers")).to_have_text("1\n2")
    expect(code.locator(".kit-code-keyword").first).to_have_text("def")
    expect(code.locator(".kit-code-string")).to_have_text("'text'")
    wrap = preview.get_by_role("button", name="Wrap lines")
    wrap.click()
    expect(wrap).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_in_other_encodings(site: Previewed, page: Page, encoding: str) -> None:
    preview = site.open(page, "letter.txt", "Grüße aus Köln: 5 €\r\n".encode(encoding))
    expect(preview.locator("code")).to_have_text("Grüße aus Köln: 5 €\n")


def test_a_long_text_says_that_it_is_cut(site: Previewed, page: Page) -> None:
    preview = site.open(page, "long.log", "a line of a log\n" * 100_000)
    expect(preview.get_by_role("status")).to_have_text("The first 262 kB of 1.6 MB.")


def test_markdown(site: Previewed, page: Page) -> None:
    text = "# Title\n\n[out](https://example.org)\n\n```python\ndef f(): 1\n```\n\n3. three\n"
    preview = site.open(page, "readme.md", text)
    expect(preview.get_by_role("heading", name="Title")).to_be_visible()
    link = preview.get_by_role("link", name="out")
    expect(link).to_have_attribute("href", "https://example.org")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(preview.locator("pre .kit-code-keyword")).to_have_text("def")
    expect(preview.locator("ol")).to_have_js_property("start", 3)


def test_a_table(site: Previewed, page: Page) -> None:
    rows = "".join(f"Person {number};Köln;{number}.5\n" for number in range(50_000))
    preview = site.open(page, "rows.csv", "Name;City;Amount\n" + rows)
    expect(preview.get_by_role("columnheader", name="City")).to_be_visible()
    expect(preview.get_by_role("row")).to_have_count(201)
    expect(preview.get_by_role("row").nth(1)).to_have_text("Person 0Köln0.5")
    expect(preview.get_by_role("status")).to_have_text("The first 200 of 50,000 rows.")


def test_a_workbook_and_its_sheets(site: Previewed, page: Page) -> None:
    first = cells(1, "City", "People") + cells(2, "Köln", 1_087_863)
    preview = site.open(page, "cities.xlsx", workbook(first, cells(1, "another", "one")))
    expect(preview.get_by_role("columnheader", name="People")).to_be_visible()
    expect(preview.get_by_role("cell", name="1087863")).to_be_visible()
    chooser = preview.get_by_label("Sheet")
    chooser.select_option("Second")
    expect(preview.get_by_text("another")).to_be_visible()
    expect(preview.get_by_label("Sheet")).to_be_focused()


def test_archives(site: Previewed, page: Page) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("folder/inside.txt", "x" * 1234)
    preview = site.open(page, "things.zip", written.getvalue())
    expect(preview.get_by_role("row").nth(1)).to_contain_text("folder/inside.txt1 kB")
    expect(preview.get_by_role("status")).to_have_text("1 file, 1 kB when unpacked.")
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as packed:
        packed.addfile(tarfile.TarInfo("packed.txt"))
    preview = site.open(page, "things.tar.gz", written.getvalue())
    expect(preview.get_by_role("row").nth(1)).to_contain_text("packed.txt")


def test_a_font(site: Previewed, page: Page) -> None:
    path = ROOT / "assets" / "vendor" / "pdfjs" / "standard_fonts" / "LiberationSans-Bold.ttf"
    preview = site.open(page, "bold.ttf", path.read_bytes())
    sample = preview.get_by_role("img", name="Sample of bold.ttf")
    expect(sample).to_contain_text("The quick brown fox")
    assert page.evaluate("() => [...document.fonts].some(({ status }) => status === 'loaded')")


def test_other_files_show_what_is_known_of_them(site: Previewed, page: Page) -> None:
    preview = site.open(page, "data.bin", b"\x00\x01\x02Hello\xff" * 1000)
    expect(preview.get_by_text("There is no preview of files of this type.")).to_be_visible()
    expect(preview.get_by_text("9 kB")).to_be_visible()
    hexadecimal = preview.get_by_role("region", name="The first bytes")
    expect(hexadecimal).to_contain_text("0000  00 01 02 48 65 6c 6c 6f ff")
    expect(hexadecimal).to_contain_text("...Hello.")
    preview = site.open(page, "empty.txt", b"")
    expect(preview.get_by_text("The file is empty.")).to_be_visible()


@shows("Preview.file")
def test_another_file_takes_the_place_of_one(site: Previewed, page: Page) -> None:
    (site.files / "two.txt").write_text("the second")
    preview = site.open(page, "film.webm", samples.video("webm"), "two.txt", "gone.txt")
    expect(preview.locator("video")).to_be_visible()
    page.get_by_role("button", name="two.txt").click()
    expect(preview.locator("code")).to_have_text("the second")
    expect(preview.locator("video")).to_have_count(0)
    page.get_by_role("button", name="gone.txt").click()
    expect(preview.get_by_text("There is no file 'gone.txt' here.")).to_be_visible()
    (site.files / "gone.txt").write_text("it is back")
    page.get_by_role("button", name="gone.txt").click()
    expect(preview.locator("code")).to_have_text("it is back")


def test_a_file_is_saved_from_its_preview(site: Previewed, page: Page) -> None:
    preview = site.open(page, "notes.txt", "saved")
    with page.expect_download() as download:
        preview.get_by_role("link", name="Save notes.txt").click()
    assert download.value.suggested_filename == "notes.txt"
    assert download.value.path().read_text() == "saved"


def test_what_is_not_a_file_is_refused() -> None:
    for wrong in (b"bytes without a name", 5, ("name", "text")):
        with pytest.raises(TypeError, match="takes the path of a file"):
            kit.Preview(wrong)  # type: ignore[arg-type]
