"""kit.Files: removing to the trash, and undoing removals and renames, the last one first."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit
from core.testing import serve
from tests.support.file_tiles import chosen, tile, tiles, wait_for

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="the trash of freedesktop.org"),
]

Live = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> jp.SessionFolder:
    folder = jp.SessionFolder(tmp_path / "holiday").made()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder.folder / name).write_text(name)
    return folder


@pytest.fixture
def trashed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the files in the trash."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "Trash" / "files"


def remove(page: Page, name: str) -> None:
    tile(page, name).click()
    page.keyboard.press("Delete")
    expect(tile(page, name)).to_have_count(0)


def test_all_is_undone_after_the_notice_is_gone(
    live: Live, page: Page, folder: Any, trashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.kit.files.files_undo.SECONDS", 0.5)
    files = kit.Files(folder, trash=True)
    renamed: list[tuple[str, str]] = []
    files.on("renamed", lambda msg: renamed.append((msg.old_name, msg.file.name)))
    live(files)
    tile(page, "a.txt").click()
    page.keyboard.press("F2")
    page.get_by_role("textbox", name="New name of a.txt").fill("new.txt")
    page.keyboard.press("Enter")
    remove(page, "new.txt")
    page.get_by_role("listbox").focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    expect(tiles(page)).to_have_count(0)
    expect(page.locator(".satchel-notice")).to_have_count(0)
    assert sorted(os.listdir(trashed)) == ["b.txt", "c.txt", "new.txt"]
    page.keyboard.press("Control+z")
    expect(tiles(page)).to_have_count(2)
    page.keyboard.press("Control+z")
    expect(tile(page, "new.txt")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(tile(page, "a.txt")).to_have_count(1)
    wait_for(page, lambda: chosen(files) == ["a.txt"])
    assert renamed == [("a.txt", "new.txt"), ("new.txt", "a.txt")]
    assert {p.name: p.read_text() for p in folder.folder.iterdir()} == {
        name: name for name in ("a.txt", "b.txt", "c.txt")
    }
    assert os.listdir(trashed) == []


def test_ctrl_z_closes_the_notice(live: Live, page: Page, folder: Any, trashed: Path) -> None:
    live(kit.Files(folder, trash=True))
    remove(page, "a.txt")
    remove(page, "b.txt")
    expect(page.locator(".satchel-notice")).to_have_count(2)
    page.locator(".satchel-notice", has_text="a.txt").get_by_role("button", name="Undo").click()
    expect(tile(page, "a.txt")).to_have_count(1)
    page.get_by_role("listbox").focus()
    page.keyboard.press("Control+z")
    expect(tile(page, "b.txt")).to_have_count(1)
    expect(page.locator(".satchel-notice")).to_have_count(0)


def test_a_trash_that_refuses_or_was_emptied(
    live: Live, page: Page, folder: Any, trashed: Path
) -> None:
    trashed.parent.parent.mkdir()
    trashed.parent.write_text("no folder")
    live(kit.Files(folder, trash=True))
    tile(page, "a.txt").click()
    page.keyboard.press("Delete")
    expect(page.get_by_text("The file could not be removed: the trash cannot be")).to_be_visible()
    expect(tiles(page)).to_have_count(3)
    trashed.parent.unlink()
    remove(page, "a.txt")
    (trashed / "a.txt").unlink()
    page.keyboard.press("Control+z")
    expect(page.get_by_text("the trash no longer has them")).to_be_visible()
    expect(tiles(page)).to_have_count(2)


@pytest.mark.parametrize(
    ("broken", "number", "said"),
    [
        ("core.files.disk.write_all", errno.ENOSPC, "No space left on device"),
        ("core.files.moves.move_new", errno.EXDEV, "its disk has no trash that can be used"),
    ],
    ids=["full", "on another device"],
)
def test_what_the_trash_cannot_take_stays_and_is_said(
    folder: Any,
    trashed: Path,
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
    number: int,
    said: str,
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    def home() -> jp.WebPage:
        page = kit.Page()
        kit.Files(folder, trash=True, a=page)
        return page

    names = ["a.txt", "b.txt", "c.txt"]
    with serve(home) as user:
        page = user.open()
        with monkeypatch.context() as patch:
            patch.setattr(broken, fail)
            page.files().remove("a.txt", "b.txt")
        [notice] = page.notices
        assert said in notice.text
        assert page.files().names == names
        assert {p.name: p.read_text() for p in folder.folder.iterdir()} == {n: n for n in names}
        assert not trashed.exists() or not os.listdir(trashed)
        page.files().remove("a.txt")  # and later it takes them
        assert page.files().names == names[1:]
        assert (trashed / "a.txt").read_text() == "a.txt"
