"""A link of the window's that is clicked twice in a row asks once where to save."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.upload_site import Site, serving

pytestmark = pytest.mark.browser

INSTALL = """async () => {
    window.calls = [];
    const { installDownloadLinks } = await import('/_satchel/client/window/download-links.js');
    installDownloadLinks({ request: async (call) => (window.calls.push(call.call), {}) });
    document.body.insertAdjacentHTML('beforeend', '<a download="a.txt" href="/a.txt">Save</a>');
}"""


def test_a_double_click_saves_once(page: Page, tmp_path: Path) -> None:
    with serving(Site(tmp_path / "uploads")) as site:
        page.goto(site.url)
        page.evaluate(INSTALL)
        page.get_by_text("Save").dblclick()
        assert page.evaluate("calls") == ["save"]
        page.get_by_text("Save").click()
        assert page.evaluate("calls") == ["save", "save"]
