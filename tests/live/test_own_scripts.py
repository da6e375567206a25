"""Events that scripts of the page send, and libraries that need more from its policy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from tests.support.documents import blocks_of
from tests.support.served import ROOT

pytestmark = pytest.mark.browser

GUIDE = ROOT / "docs" / "guide" / "pages.md"

# As Plotly does.
STYLES = """<script>
const style = document.createElement('style');
document.head.append(style);
style.append('#box { color: rgb(1, 2, 3) }');
</script>"""


def test_a_script_sends_the_program_an_event(serve: Any, page: Page, tmp_path: Path) -> None:
    [block] = [block for block in blocks_of(GUIDE) if "CustomEvent" in block.code]
    program = tmp_path / "guide.py"
    program.write_text(block.code)
    page.goto(serve(program).url)
    page.locator("#map").click(position={"x": 12, "y": 34})
    expect(page.locator("#map")).to_have_text("Picked: 12, 34")


def test_a_library_that_adds_styles(live: Any) -> None:
    """The guide says which directive it needs."""
    csp = "style-src-elem 'self' 'unsafe-inline'"
    assert f'wp.csp = "{csp}"' in GUIDE.read_text()
    shown = live(jp.Div(id="box", text="box"), body_html=STYLES, csp=csp)
    expect(shown.page.locator("#box")).to_have_css("color", "rgb(1, 2, 3)")
