"""kit.Files with folders, without a browser: opened, made, renamed, removed, and moved into."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import core as jp
from core import kit
from core.testing import Page, User, serve
from core.testing.file_list import FileList
from tests.support.api import shows

FILES = ("a.txt", "b.txt", "holiday/a.txt", "holiday/beach/sea.jpg", "work/notes.md")


class Shown:
    """A page with files, and the component."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: kit.Files = None  # type: ignore[assignment]
        self.page: Page = None  # type: ignore[assignment]
        self.user: User = None  # type: ignore[assignment]
        self.moved: list[str] = []

    def make(self) -> jp.WebPage:
        page = kit.Page("Files")
        self.files = kit.Files(
            self.folder, folders=True, search=True, arrangement="test", label="All", a=page
        )
        self.files.on("moved", lambda msg: self.moved.append(msg.folder))
        return page

    @property
    def list(self) -> FileList:
        return self.page.files()

    def contents(self) -> dict[str, str]:
        paths = self.folder.rglob("*")
        found = [path for path in paths if path.is_file() and ".removed" not in str(path)]
        return {path.relative_to(self.folder).as_posix(): path.read_text() for path in found}

    def said(self) -> str:
        """What was said last."""
        return self.page.notices[-1].text


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    found = Shown(tmp_path / "files")
    for name in FILES:
        (found.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (found.folder / name).write_text(name)
    with serve(found.make, folder=tmp_path / "data") as user:
        found.user, found.page = user, user.open()
        yield found


@shows("kit.Files(folders)", "kit.Files.folder")
def test_folders_come_first_and_are_opened_and_left(shown: Shown) -> None:
    assert shown.list.names == ["holiday", "work", "a.txt", "b.txt"]
    shown.files.sort = "-name"
    assert shown.list.names == ["work", "holiday", "b.txt", "a.txt"]
    shown.files.sort = "name"
    shown.list.open("holiday")
    assert (shown.files.folder, shown.list.names) == ("holiday", ["beach", "a.txt"])
    assert "1 folder, 1 file" in shown.page.text
    shown.list.open("beach")
    assert shown.list.names == ["sea.jpg"]
    shown.list.go_up()
    assert (shown.files.folder, shown.list.selected) == ("holiday", ["beach"])
    shown.page.find("All", role="button").click()
    assert (shown.files.folder, shown.list.selected) == ("", ["holiday"])
    shown.list.go_up()  # there is nothing above
    shown.files.folder = "holiday/beach"
    assert shown.list.names == ["sea.jpg"]
    with pytest.raises(FileNotFoundError):
        shown.files.folder = "nowhere"
    with pytest.raises(ValueError, match="no folders to open"):
        kit.Files(shown.folder).folder = "holiday"
    with pytest.raises(TypeError, match="has no folders"):
        kit.Files([], folders=True)


def test_a_search_goes_through_all_levels_below(shown: Shown) -> None:
    shown.files.filter = "a"
    assert shown.list.names == [
        "holiday/beach",
        "holiday",
        "a.txt",
        "holiday/a.txt",
        "holiday/beach/sea.jpg",
    ]
    shown.list.open("holiday")
    assert (shown.files.filter, shown.list.names) == ("", ["beach", "a.txt"])
    shown.files.filter = "sea"
    assert shown.list.names == ["beach/sea.jpg"]
    shown.files.filter = ""
    assert shown.list.names == ["beach", "a.txt"]
    shown.files.kind = "pictures"
    assert shown.list.names == ["beach/sea.jpg"]


def test_files_and_folders_are_moved_by_drag_and_back(shown: Shown) -> None:
    before = shown.contents()
    shown.list.drop("a.txt", "work", into="holiday")
    assert shown.moved == ["holiday"]
    assert shown.list.names == ["holiday", "b.txt"]
    after = shown.contents()
    assert after["holiday/a (2).txt"] == "a.txt"
    assert after["holiday/a.txt"] == "holiday/a.txt"
    assert after["holiday/work/notes.md"] == "work/notes.md"
    assert "Moved 2 items to “holiday”. The name “a.txt” was taken" in shown.said()
    shown.list.undo()
    assert shown.contents() == before
    assert shown.list.selected == ["work", "a.txt"]
    shown.list.drop("b.txt", into="work")
    shown.page.notices[-1].click("Undo")
    assert shown.contents() == before
    shown.list.undo()  # nothing is left to undo
    assert shown.contents() == before


def test_with_ctrl_files_are_copied(shown: Shown) -> None:
    shown.list.drop("a.txt", into="holiday", copies=True)
    assert shown.contents()["a.txt"] == shown.contents()["holiday/a (2).txt"] == "a.txt"
    assert shown.said() == "Copied “a.txt” to “holiday”."
    shown.list.drop("work", into="holiday", copies=True)
    assert shown.contents()["work/notes.md"] == shown.contents()["holiday/work/notes.md"]
    shown.list.drop("holiday", into="holiday", copies=True)
    assert shown.said() == "It could not be copied: “holiday” cannot be copied into itself."


def test_copies_are_undone_one_after_the_other(shown: Shown) -> None:
    before = shown.contents()
    shown.list.drop("a.txt", "work", into="holiday", copies=True)
    one = shown.contents()
    shown.list.drop("b.txt", into="work", copies=True)
    shown.list.undo()
    assert shown.contents() == one
    assert shown.said() == "Removed “b.txt”."
    shown.page.notices[-1].click("Undo")  # of that
    assert shown.contents() == one | {"work/b.txt": "b.txt"}
    shown.list.undo()  # the step before that, which the notice did not change
    assert shown.contents() == before | {"work/b.txt": "b.txt"}
    shown.list.drop("a.txt", into="work", copies=True)
    (shown.folder / "work" / "a.txt").unlink()
    shown.list.undo()
    assert shown.said() == "The file could not be removed: it is no longer there."


def test_a_folder_is_not_moved_into_itself(shown: Shown) -> None:
    before = shown.contents()
    shown.list.drop("holiday", into="holiday")
    assert shown.said() == "It could not be moved: “holiday” cannot be moved into itself."
    shown.list.cut("holiday")
    shown.files.folder = "holiday/beach"
    shown.list.paste()
    assert shown.said() == "It could not be moved: “holiday” cannot be moved into itself."
    assert shown.contents() == before


def test_what_is_cut_is_pasted_in_another_folder(shown: Shown) -> None:
    shown.list.cut("a.txt", "b.txt")
    shown.list.open("work")
    shown.list.paste()
    assert shown.list.names == ["a.txt", "b.txt", "notes.md"]
    assert shown.list.selected == ["a.txt", "b.txt"]
    shown.list.paste()  # once
    assert shown.list.names == ["a.txt", "b.txt", "notes.md"]


def test_new_folders_are_named_at_once_and_undone_while_they_are_empty(shown: Shown) -> None:
    shown.list.make_folder("Trips")
    assert shown.list.names == ["holiday", "Trips", "work", "a.txt", "b.txt"]
    shown.page.find("New folder").click()
    assert shown.list.selected == ["New folder"]
    shown.list.undo()
    shown.list.drop("a.txt", into="Trips")
    for _ in range(3):  # the move, the name, the folder
        shown.list.undo()
    assert shown.list.names == ["holiday", "work", "a.txt", "b.txt"]
    shown.list.make_folder()
    (shown.folder / "New folder" / "kept").touch()
    shown.list.undo()
    assert "The folder “New folder” stays: Directory " in shown.said()


def test_folders_are_renamed_and_removed_with_what_is_in_them(shown: Shown) -> None:
    before = shown.contents()
    shown.list.rename("holiday", "Sea")
    shown.list.remove("Sea", "b.txt")
    assert shown.list.names == ["work", "a.txt"]
    shown.list.undo()
    shown.list.undo()
    assert shown.contents() == before
    shown.list.open("work")
    shown.list.remove("notes.md")
    assert shown.files.folder == "work"  # and it stays, although it is empty
    assert "This folder is empty." in shown.page.text


def test_the_folder_around_one_that_vanished_is_opened(shown: Shown) -> None:
    shown.files.folder = "holiday/beach"
    shutil.rmtree(shown.folder / "holiday")
    shown.list.wait_for("work", "a.txt", "b.txt")
    shown.page.wait_for(lambda: bool(shown.page.notices))
    assert shown.said() == "The folder “beach” is no longer there. The top folder is open now."


def test_the_open_folder_is_kept_for_the_next_visit(shown: Shown) -> None:
    shown.list.open("holiday")
    shown.list.open("beach")
    shown.user.open()
    assert shown.files.folder == "holiday/beach"
    shutil.rmtree(shown.folder / "holiday" / "beach")
    shown.user.open()
    assert shown.files.folder == "holiday"


def test_hostile_pages_open_and_move_nothing_outside(shown: Shown) -> None:
    before = shown.contents()
    for event, detail in [
        ("asked_open", {"number": 99, "how": "enter"}),
        ("asked_cut", [99, 99, "x", None]),
        ("asked_paste", 3),
        ("asked_up", 7),
    ]:
        shown.list._send(event, detail)
    assert shown.files.folder == ""
    assert shown.contents() == before
