"""kit.Job in the window: processes work, results are saved through the system's dialog."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.desktop.conftest import Start
from tests.support.display import Display
from tests.support.native import until

pytestmark = pytest.mark.native

SAVE = "Save file"  # the title of the system's dialog

PROGRAM = """
from PIL import Image
from core import kit

def shrink(path):
    with Image.open(path) as image:
        image.thumbnail((100, 100))
        image.save(kit.output(path.name))

def page():
    wp = kit.Page("Shrinker")
    kit.Upload(on_files=lambda msg: job.start(msg.files), a=wp)
    job = kit.Job(shrink, title="Shrinking", a=wp)
    return wp

jp.justpy(page)
"""


def test_results_are_saved_through_the_dialog(
    start: Start, write: Callable[[str], Path], display: Display, pictures: list[Path]
) -> None:
    page = start(write(PROGRAM)).page()
    page.set_input_files("input[type=file]", [str(path) for path in pictures])
    job = page.get_by_role("region", name="Shrinking")
    expect(job).to_have_attribute("data-state", "done")
    folder = pictures[0].parent.parent / "saved"
    folder.mkdir()
    job.get_by_role("link", name="Save red.png").click()
    display.answer_file_dialog(SAVE, folder / "small.png")
    until((folder / "small.png").exists, "the picture is saved")
    with Image.open(folder / "small.png") as image:
        assert image.size == (100, 67)
    job.get_by_role("button", name="Save all").click()
    display.answer_file_dialog(SAVE, folder / "all.zip")
    until((folder / "all.zip").exists, "the archive is saved")
    with zipfile.ZipFile(folder / "all.zip") as archive:
        assert archive.namelist() == [path.name for path in pictures]
