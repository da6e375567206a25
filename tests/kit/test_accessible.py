"""axe-core finds nothing on any part, as the programs of the guide show it, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.axe import faults, look_for_faults
from tests.support.guide_pictures import (
    GUIDE,
    PICTURES,
    Picture,
    pictures,
    running,
    show,
    with_elements,
)


@pytest.mark.browser
@pytest.mark.parametrize("picture", pictures(), ids=lambda picture: picture.name)
def test_axe_finds_nothing_on_a_part(picture: Picture, page: Page) -> None:
    with running(picture) as program:
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        look_for_faults(page)
        show(picture, program, page)
        assert faults(page) == []
        page.emulate_media(color_scheme="dark")
        assert faults(page) == []


def test_the_guide_shows_the_pictures_that_there_are() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert with_elements(text) == text, "run scripts/make_pictures"
    wanted = {f"{picture.name}{suffix}.png" for picture in pictures() for suffix in ("", "-dark")}
    assert {path.name for path in PICTURES.iterdir()} == wanted, "run scripts/make_pictures"


def test_each_section_with_a_program_has_a_picture() -> None:
    sections = GUIDE.read_text(encoding="utf-8").split("\n## ")[1:]
    shown = [section for section in sections if "```python\n" in section]
    assert [each.splitlines()[0] for each in shown if "<!-- picture " not in each] == []
