"""Files chosen in the system's dialog, pasted, or named by a second start: copied, never sent."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.display import Display, not_on_wayland
from tests.support.intake import BIG, Intake, make
from tests.support.native import APP, until

pytestmark = pytest.mark.native

CHOOSE = "Open|Choose|Select"  # the title of the system's dialog


@pytest.fixture
def page(intake_window: tuple[Intake, Page]) -> Page:
    return intake_window[1]


def test_files_chosen_in_the_systems_dialog_are_copied(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    path = make(tmp_path, "chosen.bin", os.urandom(BIG))
    page.locator("#eager input").click()
    display.answer_file_dialog(CHOOSE, path)
    [found] = intake.arrived(1)
    assert found.name == path.name
    assert found.is_copy_of(path)
    assert intake.sent() == 0


def test_several_files_chosen_in_the_systems_dialog_are_copied(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    files = [make(tmp_path, name, os.urandom(1000)) for name in ("b.txt", "a.txt")]
    page.locator("#eager input").click()
    display.answer_file_dialog(CHOOSE, tmp_path)  # first the folder, then what is in it
    display.type('"b.txt" "a.txt"')
    display.press("Return")
    found = intake.arrived(2)
    assert {each.name: each.is_copy_of(tmp_path / each.name) for each in found} == {
        path.name: True for path in files
    }
    assert intake.sent() == 0


@pytest.mark.twice
def test_copied_files_can_be_pasted(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    files = [make(tmp_path, "a.txt", b"a"), make(tmp_path, "other/a.txt", os.urandom(BIG))]
    with display.copied(*map(str, files)):
        page.locator("#eager input").focus()
        display.window("Intake")
        display.press("ctrl+v")
        found = intake.arrived(2)
    assert all(each.is_copy_of(path) for each, path in zip(found, files, strict=True))


@pytest.mark.twice
def test_a_picture_can_be_pasted(
    intake: Intake, page: Page, display: Display, pictures: list[Path]
) -> None:
    with display.copied("--image", str(pictures[0])):
        page.locator("#eager input").focus()
        display.window("Intake")
        display.press("ctrl+v")
        [found] = intake.arrived(1)
    assert found.type == "image/png"
    assert re.fullmatch(r"Picture [-\d]{10} [.\d]{8}\.png", found.name)


@not_on_wayland("sway cannot minimise windows")
def test_a_second_start_brings_the_window_to_the_front_with_its_files(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    display.minimise("Intake")
    path = make(tmp_path, "photo.jpg", os.urandom(BIG))
    second = intake.app.second("--", "photo.jpg", "none.txt", cwd=tmp_path)
    assert second.returncode == 1
    if not APP:  # it has no terminal
        assert "Its window has come to the front." in second.stdout
        assert f"There is no file “{tmp_path}/none.txt”" in second.stderr
    until(lambda: display.in_front("Intake"), "the window comes to the front")
    [found] = intake.arrived(1)
    assert found.is_copy_of(path)
    assert found.type == "image/jpeg"
    assert intake.chosen == [["photo.jpg", BIG, "image/jpeg"]]
    assert intake.sent() == 0
    page.get_by_text("There is no file").wait_for()
    assert len(intake.app.pages()) == 1


def test_a_name_that_is_not_utf8_is_opened_and_so_is_the_next_file(
    intake: Intake, page: Page, display: Display, tmp_path: Path
) -> None:
    odd = make(tmp_path, os.fsdecode(b"caf\xe9.txt"), b"as old disks have it")
    after = make(tmp_path, "after.txt", b"after it")
    for path, name in ((odd, "caf\ufffd.txt"), (after, "after.txt")):
        second = intake.app.second("--", path.name, cwd=tmp_path)
        assert (second.returncode, second.stderr) == (0, "")
        [found] = intake.arrived(1)
        assert found.name == name and found.is_copy_of(path)
    missing = intake.app.second("--", os.fsdecode(b"nix\xe9.txt"), cwd=tmp_path)
    assert missing.returncode == 1
    page.get_by_text("There is no file").and_(page.get_by_text("nix\ufffd.txt")).wait_for()
    assert "UnicodeEncodeError" not in intake.app.said()
