"""Uploads over a connection that is cut without either end being told."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import Serve
from tests.support.cable import cable
from tests.support.file_tiles import tile
from tests.support.native import until
from tests.support.shelf import slow_network, stored

pytestmark = pytest.mark.browser

SIZE = 3_000_000


def test_a_silent_connection_is_said_and_the_file_goes_on_over_another(
    serve: Serve, chromium: Browser, tmp_path: Path
) -> None:
    film = tmp_path / "film.bin"
    film.write_bytes(os.urandom(SIZE))
    shelf = serve(None)
    with cable(urlsplit(shelf.url).port or 0) as line:
        context = chromium.new_context(proxy={"server": line.proxy})
        page = context.new_page()
        page.goto(shelf.url)
        row = page.locator(".satchel-row")
        with slow_network(page):
            page.set_input_files("input[type=file]", film)
            until(lambda: any(shelf.data.rglob("*.part")), "the upload begins")
            line.silence(refuses=True)  # what is sent from now on arrives nowhere
        expect(page.get_by_text("The program is not responding. Reconnecting…")).to_be_visible()
        expect(row).to_contain_text("Reconnecting…")
        line.mend()  # new connections work; those from before stay silent
        expect(tile(page, "film.bin")).to_be_visible()
        assert stored(shelf)["film.bin"] == film.read_bytes()
        context.close()
