"""kit.Files: files are renamed and removed, by people here and by others meanwhile."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

import core as jp
from core import kit
from core.files.folder_watch import FolderChanges
from core.files.names import MAX_BYTES
from tests.support.file_tiles import chosen, names, selected, tile, tiles, wait_for

pytestmark = pytest.mark.browser

Live = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> jp.SessionFolder:
    folder = jp.SessionFolder(tmp_path / "holiday").made()
    for name in ("a.txt", "b.txt", "photo.tar.gz"):
        (folder.folder / name).write_text(name)
    return folder


def editor(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=f"New name of {name}")


def begin(page: Page, name: str) -> Locator:
    """Click a file and press F2."""
    tile(page, name).click()
    page.keyboard.press("F2")
    expect(editor(page, name)).to_be_focused()
    return editor(page, name)


def test_a_file_is_renamed_without_its_extension(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder)
    renamed: list[tuple[str, str]] = []
    files.on("renamed", lambda msg: renamed.append((msg.old_name, msg.file.name)))
    live(files)
    begin(page, "photo.tar.gz")
    page.keyboard.type("all of it")
    page.keyboard.press("Enter")
    expect(tile(page, "all of it.tar.gz")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("listbox")).to_be_focused()
    assert names(page) == ["a.txt", "all of it.tar.gz", "b.txt"]
    assert (folder.folder / "all of it.tar.gz").read_text() == "photo.tar.gz"
    assert chosen(files) == ["all of it.tar.gz"]
    assert renamed == [("photo.tar.gz", "all of it.tar.gz")]


def test_a_taken_name_is_refused_where_it_is_typed(live: Live, page: Page, folder: Any) -> None:
    live(kit.Files(folder, view="list"))
    begin(page, "a.txt").fill("B.txt")
    page.keyboard.press("Enter")
    problem = page.get_by_role("alert").filter(has_text="A file named “B.txt” exists already.")
    expect(problem).to_be_visible()
    expect(editor(page, "a.txt")).to_have_accessible_description(str(problem.text_content()))
    expect(editor(page, "a.txt")).to_be_focused()
    page.keyboard.press("Escape")
    expect(editor(page, "a.txt")).to_have_count(0)
    assert (folder.folder / "a.txt").read_text() == "a.txt"
    assert (folder.folder / "b.txt").read_text() == "b.txt"


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("../up/and away.txt", ".._up_and away.txt"),
        (".hidden", ".hidden"),
        ("CON.txt", "CON.txt"),
        ("x" * 300 + ".txt", "x" * (MAX_BYTES - 4) + ".txt"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("שלום\u202etxt.exe", "שלום\u202etxt.exe"),
    ],
)
def test_odd_names_are_kept_and_shown_as_they_are(
    live: Live, page: Page, folder: Any, typed: str, becomes: str
) -> None:
    live(kit.Files(folder))
    begin(page, "a.txt").fill(typed)
    page.keyboard.press("Enter")
    expect(tile(page, becomes.replace("\u202e", "�"))).to_have_count(1)
    assert sorted(os.listdir(folder.folder)) == sorted([becomes, "b.txt", "photo.tar.gz"])


def test_a_name_of_nothing_is_refused(live: Live, page: Page, folder: Any) -> None:
    live(kit.Files(folder))
    begin(page, "a.txt").fill("..")
    page.keyboard.press("Enter")
    expect(page.get_by_text("“..” cannot be used as a file name.")).to_be_visible()
    editor(page, "a.txt").fill(" ")
    page.keyboard.press("Enter")
    expect(editor(page, "a.txt")).to_have_count(0)
    assert names(page) == ["a.txt", "b.txt", "photo.tar.gz"]


def test_leaving_the_name_renames_and_escape_does_not(live: Live, page: Page, folder: Any) -> None:
    live(kit.Files(folder))
    begin(page, "a.txt").fill("left.txt")
    tile(page, "b.txt").click()
    expect(tile(page, "left.txt")).to_have_count(1)
    tile(page, "b.txt").click()
    page.get_by_role("button", name="Rename").click()
    editor(page, "b.txt").fill("escaped.txt")
    page.keyboard.press("Escape")
    expect(editor(page, "b.txt")).to_have_count(0)
    assert names(page) == ["b.txt", "left.txt", "photo.tar.gz"]


def test_names_that_are_not_utf8_or_not_plain(live: Live, page: Page, folder: Any) -> None:
    odd = os.fsencode(folder.folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(odd)).write_text("coffee")
    for name in ("<b>bold.txt", "שלום עולם.txt", "new\nline.txt", "x" * 251 + ".txt"):
        (folder.folder / name).write_text(name)
    live(kit.Files(folder))
    expect(tiles(page)).to_have_count(8)
    expect(tile(page, "<b>bold.txt").locator("b")).to_have_count(0)
    expect(tile(page, "שלום עולם.txt").locator(".kit-files-name")).to_have_css("direction", "rtl")
    begin(page, "caf�.txt").fill("café.txt")
    page.keyboard.press("Enter")
    expect(tile(page, "café.txt")).to_have_count(1)
    assert (folder.folder / "café.txt").read_text() == "coffee"
    assert not os.path.exists(odd)


def test_removed_files_come_back(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder)
    removed: list[list[str]] = []
    files.on("removed", lambda msg: removed.append([file.name for file in msg.files]))
    live(files)
    tile(page, "a.txt").click()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Delete")
    expect(tiles(page)).to_have_count(1)
    assert removed == [["a.txt", "b.txt"]]
    assert [name for name in os.listdir(folder.folder) if name[0] != "."] == ["photo.tar.gz"]
    (folder.folder / "a.txt").write_text("another")
    expect(tiles(page)).to_have_count(2)
    expect(page.get_by_text("Removed 2 files.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(tiles(page)).to_have_count(4)
    wait_for(page, lambda: selected(page) == ["a (2).txt", "b.txt"])
    assert (folder.folder / "a.txt").read_text() == "another"
    assert (folder.folder / "a (2).txt").read_text() == "a.txt"
    assert not [name for name in os.listdir(folder.folder) if name[0] == "."]
    expect(page.get_by_text("Removed 2 files.")).to_have_count(0)


def test_they_are_gone_when_the_notice_is(
    live: Live, page: Page, folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.kit.files.files_undo.SECONDS", 1.0)
    live(kit.Files(folder))
    tile(page, "a.txt").click()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Removed “a.txt”.")).to_be_visible()
    expect(page.get_by_text("Removed “a.txt”.")).to_have_count(0)
    assert sorted(os.listdir(folder.folder)) == ["b.txt", "photo.tar.gz"]


def test_what_may_not_be_changed_is_not(live: Live, page: Page, folder: Any) -> None:
    shown = live(kit.Files(folder, editable=False))
    tile(page, "a.txt").click()
    page.keyboard.press("Delete")
    page.keyboard.press("F2")
    expect(page.get_by_role("button", name="Save")).to_be_visible()
    expect(page.get_by_role("button", name="Remove")).to_have_count(0)
    expect(page.get_by_role("textbox")).to_have_count(0)
    assert shown.do(lambda: len(os.listdir(folder.folder))) == 3


def test_files_of_a_list_are_only_taken_off_it(live: Live, page: Page, folder: Any) -> None:
    paths = [folder.folder / name for name in ("b.txt", "a.txt", "missing.txt", "photo.tar.gz")]
    files = kit.Files(paths)
    live(files)
    expect(tiles(page)).to_have_count(3)
    assert names(page) == ["b.txt", "a.txt", "photo.tar.gz"]
    tile(page, "a.txt").click()
    expect(page.get_by_role("button", name="Rename")).to_have_count(0)
    page.keyboard.press("Delete")
    expect(tiles(page)).to_have_count(2)
    assert files.files == [paths[0], paths[3]]
    assert (folder.folder / "a.txt").exists()
    page.get_by_role("button", name="Undo").click()
    expect(tiles(page)).to_have_count(3)
    assert files.files == [paths[0], paths[1], paths[3]]


def test_what_others_do_in_the_folder_is_shown(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder)
    live(files)
    tile(page, "b.txt").click()
    (folder.folder / "a.txt").unlink()
    (folder.folder / "below").mkdir()
    expect(tiles(page)).to_have_count(2)
    (folder.folder / "below" / "new.txt").write_text("new")
    expect(tile(page, "below/new.txt")).to_have_accessible_name(
        re.compile("^new.txt, below, 3 bytes, ")
    )
    (folder.folder / "b.txt").write_text("much longer than before")  # in place
    expect(tile(page, "b.txt")).to_have_accessible_name(re.compile("^b.txt, 23 bytes, "))
    assert selected(page) == ["b.txt"] == chosen(files)
    expect(page.get_by_role("listbox")).to_be_focused()
    (folder.folder / "b.txt").unlink()
    wait_for(page, lambda: selected(page) == [] and files.selection == [])
    shutil.rmtree(folder.folder)
    expect(page.get_by_text("No files yet.")).to_be_visible()


def test_a_file_that_vanished_is_said_to_have(
    live: Live, page: Page, folder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderChanges, "add", lambda self, path: None)  # nobody is told
    files = kit.Files(folder)
    live(files)
    begin(page, "a.txt").fill("c.txt")
    files.look = lambda: False  # type: ignore[method-assign]
    (folder.folder / "a.txt").unlink()
    page.keyboard.press("Enter")
    expect(page.get_by_text("This file is no longer there.")).to_be_visible()
    page.keyboard.press("Escape")
    tile(page, "a.txt").click()
    page.keyboard.press("Delete")
    expect(page.get_by_role("alert").filter(has_text="it is no longer there")).to_be_visible()
    expect(tiles(page)).to_have_count(2)


def test_a_file_that_vanishes_while_its_name_is_changed_is_said_to_have(
    live: Live, page: Page, folder: Any
) -> None:
    live(kit.Files(folder))
    name = begin(page, "a.txt")
    name.fill("c.txt")
    (folder.folder / "a.txt").unlink()
    expect(page.get_by_text("This file is no longer there.")).to_be_visible()
    expect(name).to_have_count(0)
    expect(tiles(page)).to_have_count(2)


def test_two_windows_show_the_same(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder)
    live(files)
    other = page.context.new_page()
    other.goto(page.url)
    begin(page, "a.txt").fill("z.txt")
    page.keyboard.press("Enter")
    expect(tile(other, "z.txt")).to_have_count(1)
    expect(other.get_by_role("textbox")).to_have_count(0)
    tile(other, "z.txt").click()
    other.keyboard.press("Delete")
    expect(tile(page, "z.txt")).to_have_count(0)
    other.get_by_role("button", name="Undo").click()
    expect(tile(page, "z.txt")).to_have_count(1)


def test_a_folder_that_cannot_be_read_is_said(live: Live, page: Page, folder: Any) -> None:
    live(kit.Files(folder))
    expect(tiles(page)).to_have_count(3)
    kept = folder.folder.rename(folder.folder.with_name("kept"))
    folder.folder.write_text("in the way")
    expect(page.get_by_text("The folder cannot be read: Not a directory.")).to_be_visible()
    folder.folder.unlink()
    expect(page.get_by_text("No files yet.")).to_be_visible()
    kept.rename(folder.folder)
    expect(tiles(page)).to_have_count(3)
