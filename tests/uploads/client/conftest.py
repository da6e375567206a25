"""A page with forms and the real upload engine behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.upload_site import Site, serving
from tests.support.uploading import keep_panels


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with serving(Site(tmp_path / "uploads")) as running:
        yield running


@pytest.fixture
def page(page: Page, site: Site) -> Page:
    """A tab that shows the site's page."""
    keep_panels(page)
    page.goto(site.url)
    page.wait_for_selector("html[data-ready]")
    return page
