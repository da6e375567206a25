"""axe-core finds nothing on previews of any kind; those in the guide are in test_accessible.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support import samples
from tests.support.axe import faults, look_for_faults
from tests.support.previewed import Previewed, pdf, previewed
from tests.support.served import ROOT
from tests.support.workbooks import cells, packed, workbook

pytestmark = pytest.mark.browser

FONT = ROOT / "assets" / "vendor" / "pdfjs" / "standard_fonts" / "LiberationSans-Bold.ttf"
PROGRAM = "# why\nclass A(B):\n    @x\n    def f(self): return 1, 'text', None, len(self)\n"

KINDS: dict[str, Callable[[], bytes | str]] = {
    "program.py": lambda: PROGRAM,
    "change.diff": lambda: "--- a\n+++ b\n@@ -1 +1 @@\n-old\n+new\n",
    "cities.xlsx": lambda: workbook(cells(1, "City", "People") + cells(2, "Köln", 1), cells(1, 2)),
    "things.zip": lambda: packed({"folder/a.txt": "a"}),
    "bold.ttf": FONT.read_bytes,
    "film.webm": lambda: samples.video("webm"),
    "data.bin": lambda: b"\0\1\2" * 100,
    "drawing.svg": lambda: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    with previewed(tmp_path_factory.mktemp("previews")) as site:
        yield site


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site: Previewed, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    look_for_faults(page)
    for name, content in KINDS.items():
        preview = site.open(page, name, content())
        expect(preview.get_by_text("Loading")).to_have_count(0)
        assert faults(page) == [], name
    preview = site.open(page, "book.pdf", pdf([["one"], ["two"]]))
    expect(preview.get_by_text("one")).to_be_attached()
    preview.get_by_role("region").press("Control+f")
    preview.get_by_role("searchbox").fill("two")
    expect(preview.get_by_text("1 of 1")).to_be_visible()
    assert faults(page) == []
    address = preview.get_by_role("link", name="Save book.pdf").get_attribute("href")
    assert address is not None
    page.goto(site.program.origin + address.replace("?download", "?view"))
    expect(page.get_by_text("one")).to_be_attached()
    assert faults(page) == []
