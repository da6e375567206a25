"""kit.Files: a file that arrives is whole at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit
from tests.support.file_tiles import tile

pytestmark = pytest.mark.browser

Live = Callable[..., Any]

# Mutation observers are called before anything is painted.
RECORD = """() => {
  window.nameless = [];
  const look = () => document.querySelectorAll('[role=option]:not([title])')
    .forEach((tile) => window.nameless.push(tile.id));
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}"""


def test_a_tile_comes_with_its_name(live: Live, page: Page, tmp_path: Path) -> None:
    (tmp_path / "here.txt").touch()
    live(kit.Files(jp.SessionFolder(tmp_path)))
    expect(tile(page, "here.txt")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.evaluate(RECORD)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).touch()
        expect(tile(page, name)).to_be_visible()
    assert page.evaluate("window.nameless") == []
