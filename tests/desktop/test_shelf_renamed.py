"""A window that looks at the shelves while another one renames the shelf that it shows."""

from __future__ import annotations

from pathlib import Path

import core as jp
from core.testing import serve
from desktop.shelf import shelf_page
from desktop.shelf.several import open_pages
from desktop.shelf.several.shelves import shelves_of


def test_it_shows_the_shelf_under_its_new_name(tmp_path: Path) -> None:
    sessions: list[str] = []

    def page(request: jp.Request) -> jp.WebPage:
        sessions.append(request.session_id)
        return shelf_page.page(request)

    with serve(page, folder=tmp_path) as user:
        user.open()
        shelves = shelves_of(sessions[0])
        shelves.make("Work")
        user.open("/?shelf=Work")
        [shown] = [each for each in open_pages.pages_of(sessions[0]) if each.key == "Work"]
        shelves.rename("Work", "Play")  # of which the window is told next
        shown.look()
        assert (shown.key, shown.title) == ("Play", "Play")
