"""Actions of the shelf, as people find, allow, run and cancel them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.support.actions import PYTHON
from tests.support.file_tiles import tile, tiles
from tests.support.served import Served
from tests.support.shelf import choose, do, payload, stored

pytestmark = pytest.mark.browser

SLOW = """
NAME = "Wait for ever"
from threading import Event
def run(files, folder, job):
    (folder / "half.txt").write_text("half")
    job.report(0.5, "waits")
    Event().wait()
"""


def actions_of(served: Served) -> Path:
    """The folder of the person's actions, which the first look at them makes."""
    [folder] = (served.data / "data").glob("*/actions")
    return folder


def run(page: Page, action: str) -> None:
    do(page, "Actions")
    page.get_by_role("dialog").get_by_role("button", name=action, exact=True).click()


def test_actions_are_allowed_run_and_cancelled(shelf: Served, page: Page) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (2000, 1000), "teal").save(picture, "JPEG")
    choose(page, payload("letter.txt"), payload("photo.jpg", picture.getvalue()))
    tile(page, "photo.jpg").click()
    run(page, "Shrink pictures")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Longest side, in pixels").select_option("800")
    dialog.get_by_role("button", name="Start").click()
    row = page.get_by_role("region", name="Actions").get_by_role("listitem")
    expect(row).to_contain_text("New here: “photo (small).jpg”.")
    said = page.locator(".satchel-notices").get_by_text("New here: “photo (small).jpg”.")
    expect(said).to_be_visible()
    expect(tile(page, "photo (small).jpg")).to_be_visible()
    with Image.open(io.BytesIO(stored(shelf)["photo (small).jpg"])) as small:
        assert small.size == (800, 400)

    # One of the person's own, in a file that is broken at first.
    own = actions_of(shelf) / "count.py"
    own.write_text("NAME = 'Count'\n")
    tile(page, "letter.txt").click()
    do(page, "Actions")
    expect(dialog).to_contain_text("“count.py” cannot be used. It has no function")
    expect(dialog.get_by_role("button", name="Shrink pictures")).to_have_count(0)
    page.keyboard.press("Escape")
    own.write_text(PYTHON)
    run(page, "Count letters (asks first)")
    expect(dialog).to_have_accessible_name("Allow “Count letters”?")
    expect(dialog).to_contain_text(re.compile(rf"{own.parent.parent.name}.actions.count\.py"))
    expect(dialog).to_contain_text("job.report(0.5, file.name)")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    run(page, "Count letters (asks first)")
    dialog.get_by_role("button", name="Allow and run").click()
    expect(tile(page, "letter counted.txt")).to_be_visible()
    assert stored(shelf)["letter counted.txt"] == b"7"

    # It is known now, until its content changes.
    tile(page, "letter.txt").click()
    run(page, "Count letters")
    expect(tile(page, "letter counted (2).txt")).to_be_visible()
    own.write_text(SLOW)
    before = stored(shelf)
    tile(page, "letter.txt").click()
    run(page, "Wait for ever (asks first)")
    dialog.get_by_role("button", name="Allow and run").click()
    job = page.get_by_role("region", name="Actions")
    expect(job).to_contain_text("waits")
    job.get_by_role("button", name="Cancel").first.click()
    expect(job).to_contain_text("cancelled")
    own.write_text(f"{SLOW}\n1/0\n")
    run(page, "Wait for ever (asks first)")
    dialog.get_by_role("button", name="Allow and run").click()
    expect(page.locator(".kit-job")).to_contain_text("division by zero")
    assert stored(shelf) == before
    expect(tiles(page)).to_have_count(5)
