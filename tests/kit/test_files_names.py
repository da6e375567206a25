"""The names below the tiles of kit.Files: on two lines, shortened in the middle, never clipped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from core import kit
from tests.support.file_tiles import tile

pytestmark = pytest.mark.browser

LONG = "holiday in the mountains with all the children in the summer-0017.jpg"
HEBREW = "תמונות מהטיול המשפחתי לגליל העליון בקיץ האחרון והחם.jpg"
CHINESE = "二〇二四年夏季家族旅行の写真とビデオのバックアップ保管用アーカイブその二.tar.gz"
ARABIC = "صور رحلة العائلة إلى الجبال العالية البعيدة في الصيف الماضي الجميل.pdf"


@pytest.mark.parametrize("width", [280, 1200])
@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("short.txt", "short.txt"),
        (LONG, "…0017.jpg"),
        (HEBREW, ".jpg"),
        (CHINESE, "…ブその二.tar.gz"),
        (ARABIC, "….pdf"),
        ("x" * 200, "…xxxx"),
    ],
)
def test_a_name_has_two_lines_and_keeps_its_end(
    live: Callable[..., Any], page: Page, tmp_path: Path, width: int, name: str, end: str
) -> None:
    (tmp_path / name).touch()
    page.set_viewport_size({"width": width, "height": 700})
    live(kit.Files(tmp_path))
    lines = tile(page, name).locator(".kit-files-line")
    expect(lines).to_have_count(1 if name == "short.txt" else 2)
    shown = lines.all_inner_texts()
    assert shown[-1].endswith(end)
    assert name.startswith(shown[0])
    assert all(lines.evaluate_all("all => all.map(each => each.scrollWidth <= each.clientWidth)"))
    label = tile(page, name).get_attribute("aria-label")
    assert label is not None and label.startswith(name)


def test_the_choices_of_a_narrow_window_are_readable(
    live: Callable[..., Any], page: Page, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").touch()
    page.set_viewport_size({"width": 280, "height": 700})
    live(kit.Files(tmp_path, search=True, sort="-modified"))
    page.get_by_role("button", name="Search and view").click()
    for name, choice in (("Sort by", "Newest first"), ("Kind", "Film and sound")):
        select = page.get_by_role("combobox", name=name)
        # As wide as it would be if it could choose.
        assert select.evaluate(
            """(select, text) => {
              const alone = select.cloneNode();
              alone.append(new Option(text));
              alone.style.cssText = 'position: absolute; inline-size: max-content';
              select.parentElement.append(alone);
              const isWide = alone.offsetWidth <= select.offsetWidth + 1;
              alone.remove();
              return isWide;
            }""",
            choice,
        )
