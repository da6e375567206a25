"""Icons, as Python and as scripts draw them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from core import kit
from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit
from core.kit.script_part import ScriptPart

class Probe(ScriptPart):
    script = "kit/icons.js"

def page():
    wp = kit.Page("Icons")
    icon = kit.Icon("sun", label="Light", a=wp)
    kit.Button("Switch", icon="trash-2", a=wp, click=lambda: setattr(icon, "symbol", "moon"))
    kit.Icon("chevron-right", a=jp.Div(dir="rtl", a=wp), id="mirrored")
    return wp

jp.justpy(page)
"""


@pytest.mark.browser
@shows("kit.Icon", "Icon.symbol")
def test_an_icon_has_the_size_of_its_text_and_changes(program: Served, page: Page) -> None:
    page.goto(program.url)
    icon = page.get_by_role("img", name="Light")
    expect(icon.locator("circle")).to_be_visible()
    expect(icon).to_have_css("width", "18.75px")  # 1.25 of 15 pixels
    expect(icon).to_have_css("height", "18.75px")
    page.get_by_role("button", name="Switch").click()
    expect(icon.locator("path")).to_have_count(1)
    expect(icon.locator("circle")).to_have_count(0)


@pytest.mark.browser
def test_arrows_follow_the_direction_of_the_text(program: Served, page: Page) -> None:
    page.goto(program.url)
    expect(page.locator("#mirrored")).to_have_css("scale", "-1 1")


@pytest.mark.browser
def test_scripts_draw_the_same_files(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.evaluate(
        """import('/_satchel/modules/assets/kit/icons.js').then(({ icon }) => {
            const own = icon('trash-2');
            own.id = 'own';
            document.body.append(own);
        })"""
    )
    drawn = page.locator("#own")
    expect(drawn.locator("path")).to_have_count(5)
    expect(drawn.locator("path").nth(2)).to_be_visible()
    python = page.get_by_role("button", name="Switch").locator("svg")
    shapes = "svg => [...svg.children].map(shape => shape.cloneNode().outerHTML)"
    assert drawn.evaluate(shapes) == python.evaluate(shapes)


@shows("kit.icon_names")
def test_an_unknown_name_raises_with_a_similar_one() -> None:
    assert "trash-2" in kit.icon_names()
    with pytest.raises(ValueError, match="Did you mean 'trash-2'"):
        kit.Icon("trash")
    with pytest.raises(ValueError, match="icon_names"):
        kit.Icon("../../tailwind/LICENSE")
